"""The tests of how the code is laid out."""
