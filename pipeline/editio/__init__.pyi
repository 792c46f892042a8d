# What type checkers see of the names that __init__.py loads when they are asked for.
from editio.api import Built as Built
from editio.api import Diagnostic as Diagnostic
from editio.api import Document as Document
from editio.api import Edition as Edition
from editio.api import Facts as Facts
from editio.api import Files as Files
from editio.api import Finding as Finding
from editio.api import Format as Format
from editio.api import Header as Header
from editio.api import Project as Project
from editio.api import Register as Register
from editio.api import Settings as Settings
from editio.api import Severity as Severity
from editio.api import Surroundings as Surroundings
from editio.api import Text as Text
from editio.api import Whole as Whole
from editio.api import build as build
from editio.api import check as check
from editio.api import document_check as document_check
from editio.api import edition_check as edition_check
from editio.api import here as here
from editio.api import open_edition as open_edition

__version__: str
_HOME: dict[str, str]
