"""The types of quotes as a person meets them: key, words, ink, what the legend says, signs of decisions."""

from typing import NamedTuple

from reader.i18n import _
from reader.models import QuoteRow, Status, Verification
from reader.terms import QuoteType
from reader.ui.widgets.glyphs import Glyphs

SIGN = 3
"""Cells of the sign of a decision, and a blank."""


class Look(NamedTuple):
    """How a type of quote is told and shown."""

    ink: str
    """Its name among the inks of the text, and what the search line calls it."""
    label: str
    colour: str
    """Variable of the theme."""
    style: str
    """Style of its words, which tells it apart without colour."""
    means: str
    """What the legend says of it."""


LOOKS = {
    QuoteType.DIRECT: Look("direct", QuoteType.DIRECT.label, "quote-direct", "bold", _("the very words")),
    QuoteType.INDIRECT: Look(
        "indirect", QuoteType.INDIRECT.label, "quote-indirect", "italic", _("he had come, she said")
    ),
    QuoteType.INDIRECT_FREE_INDIRECT: Look(
        "mixed", QuoteType.INDIRECT_FREE_INDIRECT.label, "quote-indirect-free", "bold italic",
        _("begins as indirect, then goes on without saying who"),
    ),
    QuoteType.FREE_INDIRECT: Look(
        "free", QuoteType.FREE_INDIRECT.label, "quote-free", "italic underline",
        _("somebody's words, told like the writer's own"),
    ),
    QuoteType.REPORTED: Look(
        "reported", QuoteType.REPORTED.label, "quote-reported", "underline",
        _("told only that somebody said something")
    ),
}  # fmt: skip
"""In the order of their keys: 1 is direct, 5 reported."""

MEDIUM_LABEL = {
    "Speech": _("said"),
    "Writing": _("written"),
    "Thought": _("thought"),
    "SW": _("said or written"),
    "ST": _("said or thought"),
    "TW": _("thought or written"),
}
"""How a card tells that words were said, written or thought."""


def sign_of(row: QuoteRow, signs: Glyphs) -> tuple[str, str]:
    """The sign of what was decided about a quote, and its ink."""
    if row.verification is Verification.DISPUTED:
        return signs.disputed, "disputed"
    if row.status is Status.REJECTED:
        return signs.rejected, "muted"
    if row.status is Status.SUGGESTED:
        return signs.suggested, "open"
    done = signs.checked if row.verification is Verification.CHECKED else signs.accepted
    return done, "accepted"
