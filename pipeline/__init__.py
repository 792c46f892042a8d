"""editio: from a folder of TEI-XML to a checked, published scholarly edition."""

__version__ = "0.1.0"
