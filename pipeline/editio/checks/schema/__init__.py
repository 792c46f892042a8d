"""RELAX NG: which schemas a file names, what they say, in words that help."""
