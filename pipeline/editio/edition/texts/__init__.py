"""What is known of texts from their headers and their likes: titles, order, translations, ids."""
