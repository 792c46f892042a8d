"""edition.toml: what it may say, what it says, and what of that cannot be used."""
