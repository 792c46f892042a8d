"""The type that an edition chooses for its site among the faces that come with editio: cut as the
face of the site is (fonts.py), with its licence and what a style sheet says of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from editio.engines.paged.packaged import Packaged
from editio.formats.site import fonts
from editio.model.context import Files

# As a style sheet writes weights and slant.
_TEXT, _REGULAR, _BOLD = "400 700", "400", "700"
RANGES = fonts.RANGES | {
    "hebrew": "0590-05FF FB1D-FB4F",
    "arabic": "0600-06FF 0750-077F 08A0-08FF FB50-FDFF FE70-FEFF",
}
_JOINING = ("init", "medi", "fina", "isol", "rclt", "curs")


@dataclass(frozen=True)
class Type:
    """Files of a package by weight and slant; `size`: what makes its letters as large as those of
    Source Serif 4, in percent; `more`: what else some of them are for (engines/paged/packaged.py
    says why not all).
    """

    package: str
    files: dict[tuple[str, str], str]
    size: int
    pinned: dict[str, float] = field(default_factory=dict)
    more: dict[tuple[str, str], str] = field(default_factory=dict)

    def parts(self, weight: str, slant: str) -> list[str]:
        """What a file is cut into."""
        return [*fonts.RANGES, *filter(None, [self.more.get((weight, slant), "")])]


TYPES = {
    "Source Sans 3": Type(
        "fontpkg-source-sans-3",
        {(_TEXT, ""): "SourceSans3[wght].ttf", (_TEXT, "-italic"): "SourceSans3-Italic[wght].ttf"},
        99,
    ),
    "EB Garamond": Type(
        "fontpkg-eb-garamond",
        {(_TEXT, ""): "EBGaramond[wght].ttf", (_TEXT, "-italic"): "EBGaramond-Italic[wght].ttf"},
        112,
    ),
    "Noto Serif": Type(
        "fontpkg-noto-serif",
        {(_TEXT, ""): "NotoSerif[wdth,wght].ttf",
         (_TEXT, "-italic"): "NotoSerif-Italic[wdth,wght].ttf"},
        90,
        {"wdth": 100},
    ),
    "Cardo": Type(
        "fontpkg-cardo",
        {(_REGULAR, ""): "Cardo-Regular.ttf", (_REGULAR, "-italic"): "Cardo-Italic.ttf",
         (_BOLD, ""): "Cardo-Bold.ttf"},
        106,
        more={(_REGULAR, ""): "hebrew"},
    ),
    "Amiri": Type(
        "fontpkg-amiri",
        {(_REGULAR, ""): "Amiri-Regular.ttf", (_REGULAR, "-italic"): "Amiri-Italic.ttf",
         (_BOLD, ""): "Amiri-Bold.ttf", (_BOLD, "-italic"): "Amiri-BoldItalic.ttf"},
        108,
        more={(_REGULAR, ""): "arabic", (_BOLD, ""): "arabic"},
    ),
}  # fmt: skip


def files(family: str) -> Files:
    """Return the faces of a type and their licence; nothing for that of the site."""
    if family not in TYPES:
        return {}
    one = TYPES[family]
    found = fonts.kept(f"{_slug(family)}-web1", one.package, lambda: _made(one))
    return {f"assets/{_place(family)}/{name}": data for name, data in found.items()}


def first(family: str) -> list[str]:
    """Return what a page asks for at once: Latin, upright and italic."""
    return [f"assets/{_place(family)}/latin{slant}.woff2" for slant in ("", "-italic")] * (
        family in TYPES
    )


def rules(family: str) -> Iterator[str]:
    """Yield by which rules pages find the faces of a type."""
    there = files(family)
    for weight, slant, part in _cuts(TYPES[family]) if there else ():
        place = f"{_place(family)}/{_name(part, weight, slant)}"
        said = {
            "font-family": f'"{family}"',
            "src": f'url("{place}") format("woff2")',
            "font-weight": weight,
            "font-style": "italic" if slant else "normal",
            "size-adjust": f"{TYPES[family].size}%",
            "font-display": "swap",
            "unicode-range": ", ".join(f"U+{one}" for one in RANGES[part].split()),
        }
        if f"assets/{place}" in there:
            words = "; ".join(f"{name}: {value}" for name, value in said.items())
            yield f"@font-face {{ {words} }}"


def _cuts(one: Type) -> Iterator[tuple[str, str, str]]:
    for weight, slant in one.files:
        yield from ((weight, slant, part) for part in one.parts(weight, slant))


def _made(one: Type) -> Files:
    """Cut the faces of a type; of what it has no letters there is no file."""
    home = Packaged(one.package, "", ()).root
    if home is None:
        return {}
    features = (*fonts.FEATURES, *_JOINING)
    found = {"OFL.txt": (home / "LICENSE").read_bytes()}
    for weight, slant, part in _cuts(one):
        data = (home / "files" / one.files[weight, slant]).read_bytes()
        if made := fonts.cut(data, RANGES[part], features, one.pinned):
            found[_name(part, weight, slant)] = made
    return dict(sorted(found.items()))


def _name(part: str, weight: str, slant: str) -> str:
    return f"{part}{'-bold' * (weight == _BOLD)}{slant}.woff2"


def _place(family: str) -> str:
    return f"fonts/{_slug(family)}"


def _slug(family: str) -> str:
    return family.lower().replace(" ", "-")
