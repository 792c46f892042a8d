"""What the web site needs beside stylesheets: its surroundings, map, type, search and address list."""
