"""The tests of `editio init` and what a new edition begins with."""
