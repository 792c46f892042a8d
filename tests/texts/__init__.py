"""The texts of the edition, held to their sources and to what their headers say."""
