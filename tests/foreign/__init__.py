"""Other people's TEI: it builds, and its words come through."""
