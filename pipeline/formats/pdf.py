"""stub"""

from pipeline.formats.context import Files, Text


def render(text: Text) -> Files:
    return {}
