"""The encoding contract: the ODD, what is made from it, and what it admits and refuses."""
