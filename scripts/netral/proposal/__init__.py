"""What a proposal does to what is published: the data before and the data proposed, compared."""
