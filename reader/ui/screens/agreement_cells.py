"""How the differences of two coders look in the table: what stands here beside what stands there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader import amounts
from reader.checks.coding import Question
from reader.i18n import _, decimal, percent
from reader.texts.differences import difference
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.agreeing import Comparison, Disagreement
    from reader.models import Quote

HEADS: tuple[Runs, Runs] = (
    (Run(_("here"), "primary", "bold"), Run("\n" + _("your decision"), "muted")),
    (Run(_("there"), "primary", "bold"), Run("\n" + _("the second coder's"), "muted")),
)


def rows_of(found: Iterable["Disagreement"], *, marked: bool) -> list[Row]:
    """A row for each difference; `marked` where neither colours nor struck words can be relied on."""
    return [(_ours(one), _theirs(one, marked)) for one in found]


def _ours(one: "Disagreement") -> Cell:
    article = one.article
    place = " · ".join(filter(None, (article.outlet, article.title)))
    what = f"{one.coded.question.label} {one.coded.tag}".strip()
    is_said = one.coded.question is Question.QUOTE  # by the answer
    return Cell(
        (
            Run(f"{visible(place)}\n", "muted"),
            *(() if is_said else (Run(f"{what}: ", "open", "bold"),)),
            *_value(one.coded.question is Question.BORDER, one.coded.shown[0]),
            Run("\n"),
            *_words(one.coded.pair.ours or one.coded.pair.theirs),
        )
    )


def _theirs(one: "Disagreement", marked: bool) -> Cell:
    if one.coded.question is Question.BORDER:
        pieces = difference(one.coded.ours or "", one.coded.theirs or "")
        told: Runs = of_difference(pieces, marked=marked)
    else:
        told = _value(False, one.coded.shown[1])
    return Cell((Run("\n"), *told))


def _value(is_border: bool, value: str) -> Runs:
    """What was decided; of a border the words stand below."""
    return () if is_border else (Run(visible(value or _("nothing")), "accent", "bold"),)


def _words(quote: "Quote | None") -> Runs:
    return (Run(visible(quote.stored_words)),) if quote else ()


def in_a_line(found: "Comparison", left: int) -> str:
    """How far both agree, as far as a line takes it."""
    differences = amounts.differences(left, digits=True)
    articles = amounts.in_articles(found.articles, digits=True)
    parts = [_("{differences} in {articles}").format(differences=differences, articles=articles)]
    for question, one in found.questions.items():
        if one.share is not None:
            alpha = "" if one.alpha is None else f" α {decimal(one.alpha, 2)}"
            parts.append(f"{question.label} {percent(one.share)}{alpha}")
    return "  ·  ".join(parts)
