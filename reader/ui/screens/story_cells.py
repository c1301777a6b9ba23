"""How the quotes of a story look in the table: the speaker, how the quote stands, its words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.cells import cut
from reader.i18n import _, day, percent, pgettext
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.stories import Parallel, Story, Strand
    from reader.models import ArticleRow, Quote

_LONGEST_NAME = 30
"""Cells that the name of a column takes at most."""
MISSING = Cell((Run(_("– not here"), "faint"),), there=False)
ONLY_HERE = Run(pgettext("standing", "only here") + " ", "open", "bold")
ADDED = Run(pgettext("standing", "added") + " ", "open", "bold")
"""Several copies have it, the article they are compared with does not."""


def heads_of(story: "Story") -> list[Runs]:
    """The heads of the columns: outlet, date, how much of the text is the same."""
    likeness = [
        _("{likeness} the same text").format(likeness=percent(telling.likeness)) for telling in story.tellings
    ]
    if not story.tellings:
        return [()]  # an article alone: its title stands above
    articles = [story.article, *(telling.article for telling in story.tellings)]
    return [_head(row, fact) for row, fact in zip(articles, [_("this article"), *likeness], strict=True)]


def _head(row: "ArticleRow", fact: str) -> Runs:
    name = cut(visible(row.outlet or row.title or "?"), _LONGEST_NAME)
    date = day(row.published) or _("no date")
    return (Run(name, "primary", "bold"), Run(f"\n{date} · {fact}", "muted"))


def rows_of(strands: Iterable["Strand"], *, marked: bool) -> list[Row]:
    """A row for each quote."""
    return [
        (_own(strand), *(_other(strand, parallel, marked) for parallel in strand.there)) for strand in strands
    ]


def _own(strand: "Strand") -> Cell:
    quote = strand.here
    if quote is None:
        return MISSING
    alone = () if any(strand.there) else (ONLY_HERE,)
    return Cell((*_speaker(quote), *alone, Run(_words(quote))))


def _other(strand: "Strand", parallel: "Parallel | None", marked: bool) -> Cell:
    quote = parallel.there if parallel else None
    if parallel is None or quote is None:
        return MISSING
    if parallel.difference:
        words = of_difference(parallel.difference, marked=marked)
        return Cell(
            (*_speaker(quote), Run(pgettext("standing", "altered") + " ", "disputed", "bold"), *words)
        )
    if strand.here is None:
        shared = len(strand.there) - strand.there.count(None) > 1
        return Cell((*_speaker(quote), ADDED if shared else ONLY_HERE, Run(_words(quote))))
    return Cell(
        (*_speaker(quote), Run(pgettext("standing", "same") + " ", "accepted"), Run(_words(quote), "muted"))
    )


def _speaker(quote: "Quote") -> Runs:
    name = visible(quote.speaker_label()) or _("unknown")
    return (Run(f"{name}: ", "speaker", "bold"),)


def _words(quote: "Quote") -> str:
    return visible(quote.stored_words)
