"""Tests of plain text: lines, and the way back from characters to ids."""
