"""What the colours and signs of the desk mean, shown in those colours and signs."""

from textual.content import Content
from textual.style import Style

from reader.ui.widgets.article.palette import Palette
from reader.ui.widgets.margin.cards import Glyphs

_TYPES = (
    ("direct", "1", "Direct", "the very words"),
    ("indirect", "2", "Indirect", "he had come, she said"),
    ("mixed", "3", "Indirect, then free", "goes on without saying who"),
    ("free", "4", "Free indirect", "a voice without a frame"),
    ("reported", "5", "Reported", "that somebody said something"),
)
_ROLES = (
    ("speaker", "Speaker", "who says it"),
    ("cue", "Cue", "with which words"),
    ("addressee", "Addressee", "to whom"),
    ("note", "Note", "something is written here"),
    ("match", "Match", "what / found"),
    ("scare", "Dimmed", "in marks, but not said"),
)


def legend_lines(palette: Palette, glyphs: Glyphs) -> list[Content]:
    """One line for every look, in that look."""
    lines = [_line(palette, f"{key}  ", ink, name, words) for ink, key, name, words in _TYPES]
    lines.append(_line(palette, "   ", "direct+", "Accepted", "on a tint of its colour"))
    lines.append(Content(""))
    lines += [_line(palette, "   ", ink, name, words) for ink, name, words in _ROLES]
    lines.append(Content(""))
    signs = (
        (glyphs.suggested, "to decide"),
        (glyphs.accepted, "accepted"),
        (glyphs.rejected, "rejected"),
        (glyphs.checked, "checked"),
        (glyphs.disputed, "disputed"),
        (glyphs.note, "note"),
        ("#", "tags"),
    )
    told = [f"{sign} {word}" for sign, word in signs]
    return [*lines, Content("   " + "   ".join(told[:4])), Content("   " + "   ".join(told[4:]))]


def _line(palette: Palette, lead: str, ink: str, name: str, words: str) -> Content:
    style = Style.from_rich_style(palette.style("text", ink))
    return Content(lead) + Content.styled(name, style) + Content(" " * (24 - len(name)) + words)
