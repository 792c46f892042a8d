"""The commands of editio that have a module of their own."""
