"""Editions that bring their own look, words, rules, checks and formats."""
