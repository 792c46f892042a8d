"""Reading, building, publishing, the command line."""
