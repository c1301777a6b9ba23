"""Places that a screen asks the app to open, so that no screen needs to know another.

A screen posts what it wants, such as `self.post_message(ArticleWanted(article_id))`; the app opens it above.
Plain classes: as dataclasses they would take a millisecond of the first paint.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.binding import Binding
from textual.message import Message

from reader.i18n import _, number, pgettext
from reader.ui.keys import task

if TYPE_CHECKING:
    from pathlib import Path

    from reader.models import Span


class ArticleWanted(Message):
    """An article is to be opened on the reading desk."""

    def __init__(self, article_id: int, offset: int | None = None, query: str = "", hint: str = "") -> None:
        """`offset` is where to go in its text, None for where one left off.

        `query` is the search that found it, whose matches are marked; `hint` is said over the opened desk.
        """
        super().__init__()
        self.article_id = article_id
        self.offset = offset
        self.query = query
        self.hint = hint


class StoryWanted(Message):
    """What other outlets make of an article is to be shown."""

    def __init__(self, article_id: int) -> None:
        super().__init__()
        self.article_id = article_id


class VersionsWanted(Message):
    """What changed in the text of an article is to be shown."""

    def __init__(self, article_id: int) -> None:
        super().__init__()
        self.article_id = article_id


class TrailWanted(Message):
    """What a quote says is to be followed through all articles."""

    def __init__(self, quote_id: int) -> None:
        super().__init__()
        self.quote_id = quote_id


class AgreementWanted(Message):
    """The decisions of another library are to be shown beside those of this one."""

    def __init__(self, other: "Path") -> None:
        super().__init__()
        self.other = other


class ManuscriptWanted(Message):
    """A manuscript is to be asked for, and its quotations checked."""


class LedgerWanted(Message):
    """The ledger of a manuscript is to be shown; without a draft or a number it is asked which."""

    def __init__(self, location: str = "", ledger_id: int = 0) -> None:
        super().__init__()
        self.location = location
        self.ledger_id = ledger_id


class QuotesWanted(Message):
    """The quotes that a search finds are to be listed."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class BalanceWanted(Message):
    """Quotes are to be counted, all or those of a view."""

    def __init__(self, library: str = "", quotes: str = "", articles: tuple[int, ...] | None = None) -> None:
        """`library` finds articles and `quotes` quotes, as searches; or the articles are named."""
        super().__init__()
        self.library = library
        self.quotes = quotes
        self.articles = articles

    @property
    def told(self) -> str:
        """The view in words; "" for the whole library."""
        parts = [self.library.strip(), self.quotes.strip()]
        if self.articles is not None:
            count = len(self.articles)
            parts.append(
                _("this article")
                if count == 1
                else _("{count} selected articles").format(count=number(count))
            )
        return pgettext("between two searches", " and ").join(filter(None, parts))


@runtime_checkable
class HasView(Protocol):
    """A screen that shows a part of the library."""

    def balance_wanted(self) -> BalanceWanted:
        """Its view, to be counted."""


class ArticlesWanted(Message):
    """The articles that a search finds are to be listed in the library."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class NotesWanted(Message):
    """The notes that hold some words are to be listed."""

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted


class PlacingWanted(Message):
    """A person is to select where a lost passage of an article stands now."""

    def __init__(self, article_id: int, offset: int, words: str, placed: "Callable[[Span], None]") -> None:
        """`offset` is where it probably stood.

        `placed` is told where the passage was put, and not called where the person left.
        """
        super().__init__()
        self.article_id = article_id
        self.offset = offset
        self.words = words
        self.placed = placed


COMPARE_KEYS = task(
    _("Compare"),
    Binding(
        "S", "story", _("Story"), tooltip=_("The same report in other outlets, quotes compared"),
        id="compare.story", show=False,
    ),
    Binding(
        "W", "versions", _("Versions"), tooltip=_("Texts of the article, what changed, lost quotes"),
        id="compare.versions", show=False,
    ),
    Binding(
        "C", "manuscript", _("Manuscript"), tooltip=_("Check the quotations of a draft against the library"),
        id="compare.manuscript", show=False,
    ),
    Binding(
        "J", "ledger", _("Ledger"), tooltip=_("What is to be checked of a manuscript, and what it rests on"),
        id="compare.ledger", show=False,
    ),
)  # fmt: skip
"""Keys of every screen with a current article."""
