"""The lines above and below an article's text: title, who and when, captions; what was removed."""

import re
from collections.abc import Iterator

from reader.cells import cells, cut
from reader.i18n import _, ngettext, number
from reader.language_names import language_name
from reader.models import Article
from reader.texts.manners import day
from reader.texts.releases import held_back
from reader.ui.widgets.article.layout import HeadLine

ADDRESS_WIDTH = 54
"""Cells that address and feed take at most: a line of the column beside cards in a terminal of 100."""
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[/\\]")
WORDS_A_MINUTE = 210
"""Words of prose an adult reads silently in a minute (Trauzettel-Klosinski and Dietz 2012)."""


def head_lines(article: Article, lost: int = 0) -> tuple[HeadLine, ...]:
    """What stands above the text; `lost` passages are told, since they stand nowhere in it."""
    return tuple(_head(article, lost))


def _head(article: Article, lost: int) -> Iterator[HeadLine]:
    yield HeadLine("", "")
    kicker = " · ".join(part for part in (article.outlet, article.section) if part)
    if kicker:
        yield HeadLine("section", kicker)
    yield HeadLine("title", article.title or article.location or _("Without a title"))
    if held := held_back(article):
        yield from (HeadLine("held", sentence) for sentence in held[:-1])
        yield HeadLine("held", _("{held} K lifts it.").format(held=held[-1]))
    if article.correction:
        yield HeadLine(
            "disputed",
            _("The agency corrects an earlier report: {correction}").format(correction=article.correction),
        )
    yield HeadLine("meta", " · ".join(_facts(article)))
    if origin := " · ".join(_origin(article)):
        yield HeadLine("meta", origin)
    if article.tags:
        yield HeadLine("card-tag", "  ".join(f"#{path}" for path in article.tags))
    if lost:
        told = ngettext(
            "One quote or note is not in this text: W shows where to place it.",
            "{count} quotes and notes are not in this text: W shows where to place them.",
            lost,
        )
        yield HeadLine("disputed", told.format(count=number(lost)))
    if article.contact:
        yield HeadLine("caption", _("For the press: {contact}").format(contact=article.contact))
    if article.captions:
        yield HeadLine("", "")
    for caption in article.captions:
        credit = "" if caption.credit in caption.text else caption.credit
        yield HeadLine("caption", "  ".join(filter(None, (caption.text, credit))))
    yield HeadLine("rule", "-")
    yield HeadLine("", "")


def _facts(article: Article) -> Iterator[str]:
    if article.byline:
        yield article.byline
    if article.agency:
        yield article.agency
    if article.release_number:
        yield _("no. {number}").format(number=article.release_number)
    if article.place:
        yield article.place
    if article.published:
        yield day(article.published)
    yield _("{minutes} min").format(minutes=minutes(article.text))
    if article.language:
        yield language_name(article.language)
    if article.version > 1:
        yield _("version {version}").format(version=article.version)


def _origin(article: Article) -> Iterator[str]:
    """Where it came from: its address, or the name of its file, and the feed that brought it."""
    feed = _("feed {feed}").format(feed=article.feed) if article.feed else ""
    room = ADDRESS_WIDTH - (cells(feed) + 3 if feed else 0)
    if article.url:
        yield shortened(article.url, max(room, ADDRESS_WIDTH // 2))
    elif article.title and _SEPARATOR.search(article.location):  # without a title it stands there
        yield shortened(_SEPARATOR.split(article.location)[-1], room)
    if feed:
        yield feed


def shortened(address: str, room: int) -> str:
    """An address in at most so many cells: without scheme and "www.", its beginning and its end."""
    bare = _SCHEME.sub("", address).rstrip("/")
    if cells(bare) <= room:
        return bare
    end = bare[-(room // 3) :]
    return f"{cut(bare, room - cells(end) - 1).removesuffix('…')}…{end}"


def minutes(text: str) -> int:
    """Minutes it takes to read a text, at least one."""
    return max(1, round((text.count(" ") + text.count("\n\n") + 1) / WORDS_A_MINUTE))


def foot_lines(article: Article) -> tuple[HeadLine, ...]:
    """What was removed as boilerplate, shown on demand."""
    if not article.removed:
        return (HeadLine("", ""), HeadLine("removed", _("Nothing was left out of this text.")))
    title = HeadLine("meta", _("Left out of this text: menus, advertisements, related links"))
    lines = (HeadLine("removed", line) for line in article.removed)
    return (HeadLine("", ""), HeadLine("rule", "-"), title, *lines, HeadLine("", ""))
