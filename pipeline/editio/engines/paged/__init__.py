"""Everything between a page in HTML and a PDF: fonts, the engine, its repairs."""
