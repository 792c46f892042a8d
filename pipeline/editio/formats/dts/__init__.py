"""Distributed Text Services 1.0: texts, their citable units and passages, for programs.

One set of answers serves two ways: as files (Level 0, formats/dts/collection.py) and on request
(Level 1, serve/).
"""
