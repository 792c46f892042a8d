"""Schematron: rules read from .sch and RELAX NG files, run on documents, told with their places."""
