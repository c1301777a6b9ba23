"""Places that a screen asks the app to open, so that no screen needs to know another.

A screen posts what it wants, such as `self.post_message(ArticleWanted(article_id))`; the app opens it above.
They are made without comparison and repr, which would take a millisecond of the first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.binding import Binding
from textual.message import Message

from reader.i18n import _, number, pgettext
from reader.ui.keys import task

if TYPE_CHECKING:
    from pathlib import Path

    from reader.models import Span


@dataclass(eq=False, repr=False, match_args=False)
class ArticleWanted(Message):
    """An article is to be opened on the reading desk."""

    article_id: int
    offset: int | None = None
    """Where to go in its text; None for where one left off."""
    query: str = ""
    """The search that found it, whose matches are marked."""
    hint: str = ""
    """What is said over the opened desk."""


@dataclass(eq=False, repr=False, match_args=False)
class StoryWanted(Message):
    """What other outlets make of an article is to be shown."""

    article_id: int


@dataclass(eq=False, repr=False, match_args=False)
class VersionsWanted(Message):
    """What changed in the text of an article is to be shown."""

    article_id: int


@dataclass(eq=False, repr=False, match_args=False)
class TrailWanted(Message):
    """What a quote says is to be followed through all articles."""

    quote_id: int


@dataclass(eq=False, repr=False, match_args=False)
class AgreementWanted(Message):
    """The decisions of another library are to be shown beside those of this one."""

    other: "Path"


@dataclass(eq=False, repr=False, match_args=False)
class ManuscriptWanted(Message):
    """A manuscript is to be asked for, and its quotations checked."""


@dataclass(eq=False, repr=False, match_args=False)
class LedgerWanted(Message):
    """The ledger of a manuscript is to be shown; without a draft or a number it is asked which."""

    location: str = ""
    ledger_id: int = 0


@dataclass(eq=False, repr=False, match_args=False)
class QuotesWanted(Message):
    """The quotes that a search finds are to be listed."""

    query: str


@dataclass(eq=False, repr=False, match_args=False)
class BalanceWanted(Message):
    """Quotes are to be counted, all or those of a view."""

    library: str = ""
    """The search of the library that finds the articles."""
    quotes: str = ""
    """The search of quotes."""
    articles: tuple[int, ...] | None = None
    """The articles themselves."""

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


@dataclass(eq=False, repr=False, match_args=False)
class ArticlesWanted(Message):
    """The articles that a search finds are to be listed in the library."""

    query: str


@dataclass(eq=False, repr=False, match_args=False)
class NotesWanted(Message):
    """The notes that hold some words are to be listed."""

    wanted: str = ""


@dataclass(eq=False, repr=False, match_args=False)
class PlacingWanted(Message):
    """A person is to select where a lost passage of an article stands now."""

    article_id: int
    offset: int
    """Where it probably stood."""
    words: str
    placed: "Callable[[Span], None]"
    """Told where the passage was put; not called where the person left."""


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
