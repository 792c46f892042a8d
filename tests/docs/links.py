"""A hook of MkDocs: links to files of the repository outside the handbook become their words."""

import re
from pathlib import PurePosixPath
from typing import Any

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#:]+)\)")


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Return a page whose links stay within the handbook."""
    folder = PurePosixPath(page.file.src_uri).parent

    def within(link: re.Match[str]) -> str:
        depth = 0
        for step in (folder / link[2]).parts:
            depth += -1 if step == ".." else 1
            if depth < 0:
                return link[1]
        return link[0]

    return _LINK.sub(within, markdown)
