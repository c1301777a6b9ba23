"""Dates and quotation marks in the manner of a language: of the article that is shown, else of the person."""

from datetime import datetime

from reader.i18n import spoken
from reader.languages.press import press
from reader.texts.quotation_marks import Marks, bare, in_marks_of


def in_marks(words: str, language: str = "") -> str:
    """`words` in the quotation marks of a language: „so“, “so”, « so »; marks within them are inner ones."""
    marks = Marks(*(press(language).marks or press(spoken()).marks))
    opening, closing = marks.at(0)
    return f"{opening}{in_marks_of(marks, bare(words), 1)}{closing}"


def day(moment: str, language: str = "") -> str:
    """An ISO 8601 date or time as "21 October 2015, 14:05" or "21. Oktober 2015, 14:05".

    As it is where it cannot be read.
    """
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    manner = language if press(language).months else spoken()
    words = press(manner)
    number = f"{read.day}." if manner == "de" else str(read.day)
    date = (*words.before_month[:1], words.months[read.month - 1], *words.before_year[:1], str(read.year))
    time = f", {read:%H:%M}" if "T" in moment or " " in moment.strip() else ""
    return f"{number} {' '.join(date)}{time}"
