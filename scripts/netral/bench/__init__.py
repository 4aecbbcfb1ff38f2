"""Does somebody who asks in everyday words find the right act? Questions, a browser that asks them, and the score."""
