"""The checks: each is shown to find its fault and to be silent without it."""
