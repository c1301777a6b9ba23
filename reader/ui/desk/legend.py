"""What the colours and signs of the desk mean, shown in those colours and signs."""

from textual.content import Content
from textual.style import Style

from reader.amounts import at_the_start
from reader.cells import cells
from reader.i18n import _
from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.glyphs import Glyphs
from reader.ui.widgets.quote_types import LOOKS

_ROLES = (
    ("speaker", _("Speaker"), _("who says it")),
    ("cue", _("Cue"), _("the words that introduce it")),
    ("addressee", _("Addressee"), _("to whom")),
    ("note", _("Note"), _("something is written here")),
    ("match", _("Match"), _("what / found")),
    ("unsure", _("Unsure"), _("the machine may have misheard")),
    ("asked", _("Question"), _("the interviewer asks")),
    ("scare", _("Dimmed"), _("in quotation marks, but nobody's words")),
)
_NAME = max(
    16,
    1 + max(cells(name) for name in (*(look.label for look in LOOKS.values()), *(one[1] for one in _ROLES))),
)
"""Cells of a name and the blanks behind it."""


def legend_lines(palette: Palette, glyphs: Glyphs) -> list[Content]:
    """One line for every look, in that look."""
    lines = [
        _line(palette, f"{key}  ", look.ink, at_the_start(look.label), look.means)
        for key, look in enumerate(LOOKS.values(), 1)
    ]
    lines.append(_line(palette, "   ", "direct+", _("Accepted"), _("the same on a coloured ground")))
    lines.append(Content(""))
    lines += [_line(palette, "   ", ink, name, words) for ink, name, words in _ROLES]
    lines.append(Content(""))
    signs = (
        (glyphs.suggested, _("to decide")),
        (glyphs.accepted, _("accepted")),
        (glyphs.rejected, _("rejected")),
        (glyphs.checked, _("checked")),
        (glyphs.disputed, _("disputed")),
        (glyphs.note, _("note")),
        ("#", _("tags")),
        (glyphs.source, _("a source")),
    )
    named = [f"{sign} {word}" for sign, word in signs]
    return [*lines, Content("   " + "   ".join(named[:4])), Content("   " + "   ".join(named[4:]))]


def _line(palette: Palette, lead: str, ink: str, name: str, words: str) -> Content:
    style = Style.from_rich_style(palette.style("text", ink))
    return Content(lead) + Content.styled(name, style) + Content(" " * (_NAME - cells(name)) + words)
