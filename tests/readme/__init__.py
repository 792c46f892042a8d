"""README.md against the program."""
