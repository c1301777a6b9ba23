"""Dates and quotation marks in the manner of a language: of the article that is shown."""

from datetime import datetime

from reader.languages.press import press

_DEFAULT = "en"
"""Whose manner an article has whose language is not known."""


def in_marks(words: str, language: str = _DEFAULT) -> str:
    """`words` in the quotation marks of a language: „so“, “so”, « so »."""
    opening, closing = (press(language).marks or press(_DEFAULT).marks)[:2]
    return f"{opening}{words}{closing}"


def day(moment: str, language: str = _DEFAULT) -> str:
    """An ISO 8601 date or time as "21 October 2015, 14:05" or "21. Oktober 2015, 14:05".

    As it is where it cannot be read.
    """
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    known = press(language)
    words = known if known.months else press(_DEFAULT)
    number = f"{read.day}." if language == "de" else str(read.day)
    date = (*words.before_month[:1], words.months[read.month - 1], *words.before_year[:1], str(read.year))
    time = f", {read:%H:%M}" if "T" in moment or " " in moment.strip() else ""
    return f"{number} {' '.join(date)}{time}"
