"""The built edition over HTTP, for reading and for DTS clients: a WSGI application.

    from editio.serve import application
    app = application(Path("build"))

It answers GET and HEAD, gives files of that folder alone, and follows no link out of it.
"""

from editio.serve.application import application

__all__ = ["application"]
