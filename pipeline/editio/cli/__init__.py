"""The commands of editio that have a module of their own.

What a command that is interrupted says and returns is here, where it is known before anything else
is loaded.
"""

INTERRUPTED = 130
INTERRUPTION = "editio: interrupted"
