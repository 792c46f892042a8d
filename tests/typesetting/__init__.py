"""Tests of the printed page: notes, lines, boxes, archive and access."""
