"""How the differences of two coders look in the table: what stands here beside what stands there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.texts.differences import difference
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.agreeing import Comparison, Disagreement
    from reader.models import Quote

HEADS: tuple[Runs, Runs] = (
    (Run("here", "primary", "bold"), Run(_("\nyour decision"), "muted")),
    (Run("there", "primary", "bold"), Run(_("\nthe second coder's"), "muted")),
)


def rows_of(found: Iterable["Disagreement"], *, marked: bool) -> list[Row]:
    """A row for each difference; `marked` where neither colours nor struck words can be relied on."""
    return [(_ours(one), _theirs(one, marked)) for one in found]


def _ours(one: "Disagreement") -> Cell:
    article = one.article
    place = " · ".join(filter(None, (article.outlet, article.title)))
    what = f"{one.coded.question} {one.coded.tag}".strip()
    return Cell(
        (
            Run(f"{visible(place)}\n", "muted"),
            *(() if what == "quote" else (Run(f"{what}: ", "open", "bold"),)),  # the answer says it
            *_value(one.coded.question == "border", one.coded.ours),
            Run("\n"),
            *_words(one.coded.pair.ours or one.coded.pair.theirs),
        )
    )


def _theirs(one: "Disagreement", marked: bool) -> Cell:
    if one.coded.question == "border":
        pieces = difference(one.coded.ours or "", one.coded.theirs or "")
        told: Runs = of_difference(pieces, marked=marked)
    else:
        told = _value(False, one.coded.theirs)
    return Cell((Run("\n"), *told))


def _value(is_border: bool, value: str | None) -> Runs:
    """What was decided; of a border the words stand below."""
    return () if is_border else (Run(visible(value or "nothing"), "accent", "bold"),)


def _words(quote: "Quote | None") -> Runs:
    return (Run(visible(quote.stored_words)),) if quote else ()


def in_a_line(found: "Comparison", left: int) -> str:
    """How far both agree, as far as a line takes it."""
    parts = [f"{_counted(left, 'difference')} in {_counted(found.articles, 'article')}"]
    for question, one in found.questions.items():
        if one.share is not None:
            alpha = "" if one.alpha is None else f" α {one.alpha:.2f}"
            parts.append(f"{question} {one.share:.0%}{alpha}")
    return "  ·  ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
