"""What a page has to know of the edition around it: as a tree for stylesheets, and the little that
programs ask of it. formats/site/surroundings.py makes it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The `ed:surroundings` as XML text, the address at which the site will stand, if it is known,
    and the language of pages that span texts.
    """

    xml: str = ""
    address: str = ""
    lang: str = "en"


NOWHERE = Surroundings()
