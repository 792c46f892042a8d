"""What the web site needs beside stylesheets: surroundings, map, type, search, addresses."""
