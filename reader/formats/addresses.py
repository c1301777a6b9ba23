"""Addresses as they may leave: on the web, in characters that one has; never a path of this machine."""

import re
from urllib.parse import quote as percent

from reader.i18n import _
from reader.models import Article

_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_REFUSED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff<>\"{}|\\^`]")
"""What no address may hold (RFC 3987); letters of all scripts may stand, and so may "%"."""
_PATH = re.compile(r"(?:/|~|[A-Za-z]:[\\/]|\\\\|file:)")


def web_address(address: str) -> str:
    """`address` where it is one on the web, percent-encoded; "" for a path, a script or any other scheme."""
    address = address.strip()
    if not _WEB.match(address):
        return ""
    return _REFUSED.sub(lambda found: percent(found[0].encode("utf-8", "replace")), address)


def address_of(article: Article) -> str:
    """The address of the article on the web, "" where it has none."""
    return web_address(article.url) or web_address(article.location)


def without_path(reference: str) -> str:
    """`reference` as it is, but of a file on this machine only its name."""
    if not _PATH.match(reference):
        return reference
    return re.split(r"[\\/]", reference.rstrip("\\/"))[-1]


_WORDS_OF_TITLE = 8
"""Words of the text that stand for a title that is not there."""


def called(article: Article) -> str:
    """What to call the article: its title, else how its text begins, else its address."""
    if title := " ".join(article.title.split()):
        return title
    words = article.text.split(maxsplit=_WORDS_OF_TITLE)
    if words:
        more = " …" if len(words) > _WORDS_OF_TITLE else ""
        return " ".join(words[:_WORDS_OF_TITLE]) + more
    return address_of(article) or _("Article")
