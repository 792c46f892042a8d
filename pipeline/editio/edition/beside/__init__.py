"""What lies beside the TEI: words, pages, stylesheets, models of an ODD."""
