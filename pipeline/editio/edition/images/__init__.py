"""Pictures and other files that texts show, and what is safe in them."""
