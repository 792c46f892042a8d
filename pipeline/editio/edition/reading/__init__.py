"""Bytes of files to trees whose elements know their places, or to what is wrong with them."""
