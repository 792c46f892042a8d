"""Tests of what other tools take: each against the validator of its field."""
