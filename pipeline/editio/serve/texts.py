"""DTS on request (Level 1), below /api/dts: the texts of `tei/`, read when first asked for."""

from pathlib import Path
from urllib.parse import parse_qs, quote

from lxml import etree

from editio.edition.reading.source import TEI
from editio.formats.dts.answers import (
    TEI_TYPE,
    Catalogue,
    Fault,
    Question,
    Resource,
    collection,
    document,
    entry,
    navigation,
)
from editio.serve.reply import Asked, Reply, answer, refusal

START = "/api/dts"
_NAVIGATION = "resource,ref,start,end,down,tree"
_DOCUMENT = "resource,ref,start,end,tree,mediaType"


class Addresses:
    """Where the endpoints are at this server."""

    def __init__(self, base: str) -> None:
        self._base = f"{base}{START}"

    def entry(self) -> str:
        """Return the address of the entry."""
        return f"{self._base}/"

    def collection(self, text: str = "") -> str:
        """Return the template of collections."""
        return self._template("collection", "id", text, "id,nav")

    def navigation(self, text: str = "") -> str:
        """Return the template of navigation."""
        return self._template("navigation", "resource", text, _NAVIGATION)

    def document(self, text: str = "") -> str:
        """Return the template of documents."""
        return self._template("document", "resource", text, _DOCUMENT)

    def _template(self, name: str, key: str, text: str, known: str) -> str:
        if not text:
            return f"{self._base}/{name}{{?{known}}}"
        rest = known.removeprefix(f"{key},")
        return f"{self._base}/{name}?{key}={quote(text, safe='')}{{&{rest}}}"


class Texts:
    """The standalone TEI of a built edition. A text that was built anew is read anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tei"
        self._read: dict[Path, tuple[tuple[int, int], Resource]] = {}

    def catalogue(self) -> Catalogue:
        """Return all texts, in the order of the corpus, and the title of the edition."""
        corpus = self._folder / "corpus.xml"
        found = [self._resource(file) for file in sorted(self._folder.glob("*.xml"))]
        texts = {one.id: one for one in found if one is not None and one.id}
        order = texts.pop("corpus", None)
        if order is None or not corpus.is_file():
            return Catalogue("Texts", texts)
        title = order.said(f"{{{TEI}}}titleStmt/{{{TEI}}}title")
        names = [Resource(one).id for one in order.root.iterchildren(f"{{{TEI}}}TEI")]
        ordered = {name: texts[name] for name in names if name in texts}
        return Catalogue("; ".join(title[:1]) or "Texts", ordered | texts)

    def _resource(self, file: Path) -> Resource | None:
        """Return a text, read anew where its file has changed; nothing where it cannot be read."""
        try:
            state = file.stat()
            stamp = (state.st_mtime_ns, state.st_size)
            if file not in self._read or self._read[file][0] != stamp:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
                self._read[file] = (stamp, Resource(etree.parse(file, parser).getroot()))
        except (OSError, etree.XMLSyntaxError):
            return None
        return self._read[file][1]


def serve(texts: Texts, asked: Asked) -> Reply:
    """Answer what lies below /api/dts."""
    try:
        return _answered(texts, asked)
    except Fault as fault:
        return refusal(fault.status, str(fault))


def _answered(texts: Texts, asked: Asked) -> Reply:
    at, of = Addresses(asked.base), texts.catalogue()
    endpoint = asked.path.removeprefix(START).strip("/")
    said = _parameters(asked.query)
    if endpoint == "":
        return answer(entry(at))
    if endpoint == "collection":
        return answer(collection(of, at, said.get("id", ""), said.get("nav", "")))
    if endpoint == "navigation":
        url = f"{asked.base}{asked.path}" + (f"?{asked.query}" if asked.query else "")
        return answer(navigation(of, at, _question(said), url))
    if endpoint == "document":
        question = _question(said)
        link = f'<{at.collection(question.resource).partition("{")[0]}>; rel="collection"'
        return Reply(200, document(of, question), TEI_TYPE, (("Link", link),))
    raise Fault(404, "there is no such endpoint")


def _parameters(query: str) -> dict[str, str]:
    """Read a query; a parameter that is given twice, or is no text, is a fault."""
    try:
        found = parse_qs(query, keep_blank_values=False, errors="strict", max_num_fields=20)
    except (ValueError, UnicodeError) as error:
        raise Fault(400, "the query cannot be read") from error
    if any(len(values) > 1 for values in found.values()):
        raise Fault(400, "a parameter is given twice")
    return {name: values[0] for name, values in found.items()}


def _question(said: dict[str, str]) -> Question:
    down = said.get("down")
    if down is not None and (not down.removeprefix("-").isdecimal() or not -1 <= int(down) < 1000):
        raise Fault(400, "down is -1, 0 or the number of levels")
    return Question(
        said.get("resource", ""),
        said.get("ref", ""),
        said.get("start", ""),
        said.get("end", ""),
        said.get("tree", ""),
        None if down is None else int(down),
        said.get("mediaType", ""),
    )
