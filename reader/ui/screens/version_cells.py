"""How passages and changes look in the panes of the screen of versions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.i18n import _, pgettext
from reader.models import UNDECIDED, Anchor
from reader.ui.widgets.lists.cell_table import Cell, Row
from reader.ui.widgets.wrapped import Run, Runs, of_difference
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.versions import Displaced
    from reader.texts.differences import Excerpt

INKS = {Anchor.FUZZY: "open", Anchor.ORPHAN: "disputed", Anchor.MOVED: "muted"}
_FATES = {Anchor.FUZZY: "changed", Anchor.ORPHAN: "lost", Anchor.MOVED: "moved"}
_TOLD = {
    ("new", "quote"): pgettext("a quote", "new"),
    ("new", "note"): _("new note"),
    ("new", "suggestion"): _("new suggestion"),
    ("changed", "quote"): pgettext("a quote", "changed"),
    ("changed", "note"): _("changed note"),
    ("changed", "suggestion"): _("changed suggestion"),
    ("lost", "quote"): pgettext("a quote", "lost"),
    ("lost", "note"): _("lost note"),
    ("lost", "suggestion"): _("lost suggestion"),
    ("moved", "quote"): pgettext("a quote", "moved"),
    ("moved", "note"): _("moved note"),
    ("moved", "suggestion"): _("moved suggestion"),
}
"""What became of what."""
NOTHING = _("No quote or note was changed or lost, and none is new.")
NO_CHANGE = _("No word changed.")
ONE_TEXT = _("A newer text comes in when the article is added or fetched again.")


def passage_cells(passages: Iterable["Displaced"], *, marked: bool) -> list[Row]:
    """A row for each quote or note."""
    rows: list[Row] = [(_passage(passage, marked),) for passage in passages]
    return rows or [_nothing(NOTHING)]


def _passage(passage: "Displaced", marked: bool) -> Cell:
    fate = "new" if passage.is_new else _FATES.get(passage.anchor, "")
    ink = "open" if passage.is_new else INKS.get(passage.anchor, "muted")
    kind = "note" if passage.kind == "note" else "suggestion" if passage.is_open else "quote"
    words = of_difference(passage.difference, marked=marked) or (Run(visible(passage.words)),)
    undecided = passage.label == UNDECIDED
    who = pgettext("speaker", "undecided") if undecided else visible(passage.label) or _("unknown")
    told = _TOLD.get((fate, kind), "")
    return Cell((Run(f"{told} ", ink, "bold"), Run(f"{who}: ", "speaker", "bold"), *words))


def change_cells(changes: Iterable["Excerpt"], *, marked: bool, one: bool) -> list[Row]:
    """A row for each change, or each paragraph."""
    rows: list[Row] = [(Cell(_trimmed(of_difference(change.pieces, marked=marked))),) for change in changes]
    return rows or [_nothing(ONE_TEXT if one else NO_CHANGE)]


def _trimmed(runs: Runs) -> Runs:
    """Without the line breaks behind a paragraph."""
    kept = list(runs)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)


def _nothing(sentence: str) -> Row:
    return (Cell((Run(sentence, "muted"),), there=False),)
