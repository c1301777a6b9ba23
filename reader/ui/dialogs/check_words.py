"""What the dialog about a check tells: its rows, the evidence, how an approved wording differs."""

import re
from collections.abc import Iterable

from textual.content import Content

from reader.i18n import day
from reader.models import Evidence
from reader.texts.differences import WordChange
from reader.texts.differences import difference as compared
from reader.visible import visible

MOST = 200
"""Letters of the quote that are shown."""

_FATES = {
    WordChange.SAME: ("", "", "$foreground"),
    WordChange.GONE: ("[-", "-]", "strike $disputed"),
    WordChange.NEW: ("{+", "+}", "bold $checked"),
}
"""Signs around words that stayed, are gone, are new, and their style."""
_KINDS = (
    ("link", re.compile(r"https?://|www\.", re.IGNORECASE)),
    ("recording", re.compile(r"\d{1,2}:\d{2}")),
    ("page", re.compile(r"(?:S|p|pp|page|Seite)\.?\s*\d+", re.IGNORECASE)),
    ("file", re.compile(r"\S*[/\\]\S+|\S+\.\w{2,4}$")),
)


def choices(entries: Iterable[tuple[str, str, bool]], key: str) -> Content:
    """Words with the letters that choose them, where there are any, the one chosen marked."""
    row = Content("")
    for letter, word, held in entries:
        chosen = (
            Content.styled(f" {word} ", "bold reverse") if held else Content.styled(f" {word} ", "$muted")
        )
        row += Content.styled(letter, key) + chosen + Content("  " if letter else " ")
    return row


def beginning(words: str) -> str:
    """The first words of a quote on one line, an ellipsis where it goes on."""
    line = " ".join(words.split())
    return line if len(line) <= MOST else line[:MOST].rpartition(" ")[0] + " …"


def kind_of(reference: str) -> str:
    """What a reference is: link, recording, page, file; "" for any other words, which may mean anything."""
    return next((kind for kind, pattern in _KINDS if pattern.match(reference)), "")


def difference(spoken: str, approved: str, *, marked: bool = False) -> Content:
    """The approved wording: what was left out struck through, what is new bold.

    `marked` where neither colours nor struck words can be relied on.
    """
    parts = []
    for change, text in compared(spoken, approved):
        opening, closing, style = _FATES[change]
        words = visible(text.strip())
        parts.append(Content(f"{opening}{words}{closing}") if marked else Content.styled(words, style))
    return Content(" ").join(parts)


def evidence_line(item: Evidence) -> str:
    """What was entered before, by whom and when."""
    words = " ".join(part for part in (item.told, item.remark) if part)
    return visible(f"{item.verification.label}: {words} ({item.who}, {day(item.at)})")
