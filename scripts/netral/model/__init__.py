"""The records of netral: what each data file holds, typed and frozen."""
