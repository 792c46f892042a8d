"""`python -m pipeline` is `editio`."""

from pipeline.cli import main

main()
