"""The address that a program wrote into a page when it saved it."""

import re
from html import unescape

from reader.addresses import without_login

_HEAD = 20_000
"""Characters in which it stands: before the page or in its head."""
_BEGINNINGS = (
    # Chrome, Edge, Internet Explorer, monolith: <!-- saved from url=(0028)https://blatt.example/a -->
    r"<!--\s*saved from (?:url=\(\d+\)\s*)?",
    # SingleFile: <!-- Page saved with SingleFile  url: https://blatt.example/a  saved date: … -->
    r"<!--\s*Page saved with SingleFile\s*url:\s*",
    # WebScrapBook: <html data-scrapbook-source="https://blatt.example/a">
    r"<html\b[^<>]{0,2000}?\bdata-scrapbook-source=",
    # Save Page WE: <meta name="savepage-url" content="https://blatt.example/a">
    r"<meta name=[\"']?savepage-url[\"']?\s+content=",
)
_SAID = re.compile(rf"(?:{'|'.join(_BEGINNINGS)})[\"']?(?P<address>https?://[^\s\"'<>]{{1,8000}})", re.I)


def saved_from(text: str) -> str:
    """The address that a saved page says it was saved from, "" where it says none."""
    found = _SAID.search(text[:_HEAD])
    if found is None:
        return ""
    # two hyphens would end a comment, so that Chrome writes them otherwise
    return without_login(unescape(found["address"]).replace("%2D%2D", "--"))
