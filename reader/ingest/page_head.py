"""Who wrote an article and when, where only the lines between headline and text of its page show it.

And the last resort for the day: the address, then what htmldate finds anywhere on the page.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from reader.ingest import credits
from reader.ingest.characters import one_line
from reader.ingest.dates import find_date, iso_time
from reader.ingest.word_counts import count_words
from reader.languages.press import any_of, everywhere

_LONGEST_LINE = 120
"""Characters of a line of the head (chosen by hand)."""
_MOST_LINES = 25
"""Lines behind the headline that are looked at (chosen by hand)."""
_TEXT_WORDS = 18
"""Words of a paragraph with which the text begins (chosen by hand)."""
_FIRST_YEAR = 1995
"""No page is older."""
_LINES = (
    *("div", "p", "span", "a", "address", "li", "strong", "em", "small", "time", "abbr", "b", "i", "td"),
    *("h2", "h3", "h4"),
)
_NAMES_IT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|autor(?:en|in|e|es)?|auteurs?|autore|redacteur|writer|origins?|firma"
    r"|signature|signe)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of a box with who wrote it, in class attributes."""
_NAMED_BY = ("class", "itemprop", "rel", "data-component", "data-testid")
"""Attributes that say what an element is."""
_AROUND = 4
"""Boxes around a name of which one says that it is the author's (chosen by hand)."""
_SPACE_BEFORE = re.compile(r" (?=[,.;:)])")
_DATES_IT = re.compile(r"date|datum|time|publish|posted|created|meta|info|fecha|stand", re.IGNORECASE)
"""Names of a box with the day."""
_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:published|date-?published|dt-published|pub-?date|entry-date|post-?date)", re.IGNORECASE
)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)


def byline_in_head(tree: HtmlElement) -> str:
    """Names that a line between headline and text gives: "Von Anna Muster", or names in a box called so."""
    for element, line in _lines(tree):
        if names := credits.byline(line):
            return names
        if _is_of_author(element) and (names := names_alone(line)):
            return names
    for element, line in _lines(tree):
        if credits.lone_name(line) and any(map(_is_of_author, islice(element.iterancestors(), _AROUND))):
            return line
    return ""


def _is_of_author(element: HtmlElement) -> bool:
    """Whether an element's names say that it tells who wrote the article."""
    return any(_NAMES_IT.search(value) for name in _NAMED_BY if (value := element.get(name)))


def names_alone(line: str) -> str:
    """The names of a line that is but names, divided by commas or "und"; else ""."""
    parts = [part for part in _between_names().split(_by().sub("", line.strip())) if part]
    return ", ".join(parts) if parts and all(map(credits.lone_name, parts)) else ""


@cache
def _between_names() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;/|•·&]|(?<!\S){any_of(everywhere().between_names)}(?!\S))\s*")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"^{any_of(everywhere().by)}:?\s+", re.IGNORECASE)


def date_in_head(tree: HtmlElement) -> str:
    """The day that an element of the page gives in an attribute, or a line of the head in words."""
    return next((when for value in _stated(tree) if (when := _plausible(iso_time(value)))), "") or next(
        (
            when
            for element, line in _lines(tree)
            if _says_when(element, line) and (when := _plausible(find_date(line)))
        ),
        "",
    )


def _stated(tree: HtmlElement) -> Iterator[str]:
    """Dates in attributes: of what is called the day of publication, then of the only times of the page."""
    for element in tree.iter("time", "abbr", "span", "meta", "div"):
        itemprop = element.get("itemprop") or ""
        if itemprop.lower() == "datepublished" or _PUBLISHED.search(element.get("class") or ""):
            yield from filter(None, map(element.get, ("datetime", "content", "title")))
    times = {value for element in tree.iter("time") if (value := element.get("datetime"))}
    if len(times) == 1:
        yield from times


def _says_when(element: HtmlElement, line: str) -> bool:
    """Whether a line of the head is about the day: its name says so, or a date is most of what it says."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_DATES_IT.search(names)) or count_words(line) <= 8


def day_at_last(tree: HtmlElement, address: str) -> str:
    """The day in the address, else what htmldate finds anywhere on the page; "" where it finds none."""
    found = _IN_ADDRESS.search(address)
    if found and (day := _plausible(f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}")):
        return day
    from htmldate import find_date as find_day  # trafilatura brings it

    try:
        day = _plausible(find_day(tree, original_date=True, extensive_search=True) or "")
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):  # a page it cannot read
        return ""
    # of a bare year it makes the first of January
    return "" if day.endswith("-01-01") else day


def _plausible(when: str) -> str:
    """A date on which a page can have appeared, else ""."""
    day = when[:10]
    return when if str(_FIRST_YEAR) <= day and day <= date.today().isoformat()[: len(day)] else ""


def _words(element: HtmlElement) -> str:
    """An element's words, those of elements inside apart: "<h2>Jan de Boer</h2><p>redacteur</p>"."""
    return _SPACE_BEFORE.sub("", one_line(" ".join(element.itertext())))


def _lines(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Short lines behind the headline, up to the second paragraph: the first may be the lead."""
    heading = next(tree.iter("h1"), None)
    is_behind, seen, paragraphs = False, 0, 0
    for element in tree.iter("h1", *_LINES) if heading is not None else ():
        is_behind = is_behind or element is heading
        if not is_behind or element is heading:
            continue
        line = _words(element)
        paragraphs += element.tag == "p" and count_words(line) >= _TEXT_WORDS
        if paragraphs > 1 or seen > _MOST_LINES:
            return
        if line and len(line) <= _LONGEST_LINE:
            seen += 1
            yield element, line
