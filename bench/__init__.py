"""Measurements: run by `make bench`, compared as ratios within one run."""
