"""Schematron: the semantics of ISO/IEC 19757-3, sentence by sentence."""
