"""How each stage of a text is read for its words: TEI, behaviours, pages."""
