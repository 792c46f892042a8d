"""Reading: files on a disk to documents."""
