"""Dates in words as a language writes them (CLDR, by Babel), for languages without labels of ours:
the month in the form that it has in a date, as in 17. října 1964.
"""

from datetime import date


def in_words(year: int, month: int, day: int, language: str) -> str:
    """Return a date in a language; nothing where that is unknown, or there is no such day. A month
    or a day that is not known is 0.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # for few editions
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
        found = date(year, month or 1, day or 1)
    except (UnknownLocaleError, ValueError):
        return ""
    if not month:
        return str(year)
    return str(
        format_date(found, "long", locale)
        if day
        else format_skeleton("yMMMM", found, locale=locale)
    )
