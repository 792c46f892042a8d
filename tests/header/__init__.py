"""Headers, letters, rights: what they say in every output."""
