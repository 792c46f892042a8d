"""The web site, held to what readers, librarians and browsers rely on."""
