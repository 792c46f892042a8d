"""Small inputs from outside, and what is right of each."""
