"""Entries of registers: where they stand, which of them names mean, drafts of new ones."""
