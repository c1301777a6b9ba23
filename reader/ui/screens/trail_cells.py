"""How the renderings of a statement look in the table: when and where beside who is made to say what."""

from typing import TYPE_CHECKING

from reader.cells import fit
from reader.i18n import _
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.trails import Step, Trail

_NAME = 30
"""Cells of an outlet, or of the title of an article that has none."""


def rows_of(trail: "Trail", *, marked: bool) -> list[Row]:
    """A row for each rendering; `marked` where neither colours nor struck words can be relied on."""
    numbers = {step.quote.id: place for place, step in enumerate(trail.steps, 1)}
    return [
        (_place(step, numbers, step.quote.id == trail.quote), _words(step, marked)) for step in trail.steps
    ]


def _place(step: "Step", numbers: dict[int, int], is_asked: bool) -> Cell:
    from reader.library.trails import course  # the store comes first

    article = step.article
    name = fit(visible(article.outlet or " ".join(article.title.split()) or "?"), _NAME).rstrip()
    held = (Run(f"{article.badge} ", "held", "bold"),) if article.badge else ()
    asked = (Run(" · " + _("this quote"), "accent", "bold"),) if is_asked else ()
    return Cell(
        (
            Run(f"{numbers[step.quote.id]}  ", "muted"),
            *held,
            Run(name, "primary", "bold"),
            Run(f" · {step.when}", "muted"),
            *asked,
            Run(f"\n{course(step, numbers)}", "open" if _matters(step) else "muted"),
        )
    )


def _matters(step: "Step") -> bool:
    """Whether something changed that a desk asks about."""
    return bool(step.difference) or bool(step.change and step.change.speaker)


def _words(step: "Step", marked: bool) -> Cell:
    quote = step.quote
    told: Runs = of_difference(step.difference, marked=marked) or (Run(visible(quote.stored_words)),)
    who = (
        Run(visible(quote.speaker_label()) or _("unknown"), "speaker", "bold"),
        Run(f" · {quote.type.label}\n", "muted"),
    )
    return Cell((*who, *told))
