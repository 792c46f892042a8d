"""Codes of languages (BCP 47): whether words are one, which one a name of a language means, and the
one that an edition has.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from editio.resources import XSLT

# ISO 639-1; codes of three letters (ISO 639-3) are taken as they are.
_TWO = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu"
    " cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi"
    " ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks"
    " ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl"
    " nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl"
    " sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve"
    " vi vo wa wo xh yi yo za zh zu"
)
# A code, as a regular expression that JSON Schema has as well: capitals are as good.
_MAIN = re.sub("[a-z]", lambda one: f"[{one[0]}{one[0].upper()}]", "|".join(_TWO.split()))
_PRIVATE = "[xX](?:-[A-Za-z0-9]{1,8})+"
# Language, script, region, variants, extensions, what is agreed in private (RFC 5646, 2.1); none of
# the languages of more than three letters that the grammar has is in use.
TAG = (
    f"(?:(?:{_MAIN}|[A-Za-z]{{3}})(?:-[A-Za-z]{{3}}){{0,3}}(?:-[A-Za-z]{{4}})?"
    "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    f"(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{{2,8}})+)*(?:-{_PRIVATE})?"
    f"|{_PRIVATE}|en-GB-oed|i-[a-z]{{2,8}}|sgn-(?:BE-FR|BE-NL|CH-DE))"
)
# What people call languages in which editions are made, in English and in the language itself.
_CALLED = {
    "en": "english", "de": "german deutsch", "fr": "french français francais",
    "it": "italian italiano", "es": "spanish español espanol castellano", "nl": "dutch nederlands",
    "pl": "polish polski", "pt": "portuguese português portugues", "ru": "russian русский",
    "ar": "arabic العربية", "he": "hebrew עברית", "la": "latin latina", "el": "greek ελληνικά",
    "cs": "czech čeština", "da": "danish dansk", "sv": "swedish svenska", "fi": "finnish suomi",
    "no": "norwegian norsk", "hu": "hungarian magyar", "tr": "turkish türkçe", "uk": "ukrainian",
    "ja": "japanese 日本語", "zh": "chinese 中文", "ca": "catalan català", "grc": "ancient-greek",
}  # fmt: skip
_CODES = {name: code for code, names in _CALLED.items() for name in names.split()}


def main(tag: str) -> str:
    """Return the language of a tag, without script and region: de of de-AT, and of ger."""
    said = tag.strip().replace("_", "-").partition("-")[0].lower()
    return _short().get(said, said)


def usual(tag: str) -> str:
    """Return a tag as browsers know it: de-AT for ger-AT; others as they are."""
    first, dash, rest = tag.partition("-")
    return f"{_short().get(first.lower(), first)}{dash}{rest}"


@cache
def _short() -> dict[str, str]:
    """Return the codes of two letters for those of three, as the stylesheets have them."""
    words = (XSLT / "common.xsl").read_text("utf-8")
    listed = words.partition('name="ed:short-tags"')[2].partition("}")[0]
    return dict(re.findall(r"'([a-z]{3})': '([a-z]{2})'", listed))


def of_edition(said: str, own: str, texts: Iterable[str]) -> str:
    """Return the language of what spans the texts of an edition: that of its settings, of its own
    document, of most texts; else English.
    """
    most = [lang for lang, _ in Counter(filter(None, texts)).most_common(1)]
    return next(filter(None, (said, own, *most)), "en")


def is_language(value: object) -> bool:
    """Whether a value is the code of a language, as in de, de-AT or grc."""
    return isinstance(value, str) and bool(re.fullmatch(TAG, value))


def named(name: str) -> str:
    """Return the code that the name of a file says for sure, as de, de-AT, grc or deutsch; nothing
    for other words of three letters.
    """
    main = name.partition("-")[0].lower()
    sure = len(main) == 2 or main in _CALLED
    return name if sure and is_language(name) else _CODES.get(name.lower(), "")


def meant(name: str) -> str:
    """Return the code that a name, or a code written otherwise, may mean; nothing for others."""
    plain = name.strip().replace("_", "-")
    if is_language(plain):
        return plain
    near = difflib.get_close_matches(plain.lower(), _CODES, 1)
    return _CODES[near[0]] if near else ""
