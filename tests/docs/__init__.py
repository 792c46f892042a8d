"""The handbook: what of it is made from the program, and what holds the rest against it."""
