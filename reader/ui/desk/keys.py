"""The keys of the reading desk, and when each makes sense.

One key may have a meaning in each mode: Enter accepts a quote while reading, makes a quote of a selection,
keeps a moved border, takes what is pointed at. `MODES` says in which modes an action is there, `NEEDS_QUOTE`
which ones need a current quote; whatever is not there is neither in the footer nor does its key do anything.
"""

from textual.binding import Binding, BindingType

from reader.ui.keys import task
from reader.ui.widgets.quote_types import LOOKS


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = False, id: str = "") -> Binding:
    return Binding(key, action, label, tooltip=tooltip, show=show, id=f"desk.{id or action}")


DESK_BINDINGS: list[BindingType] = [
    *task(
        "Quotes",
        _key("enter", "keep_border", "Keep", "Keep the border where it is now", show=True),
        _key("enter", "take_role", "Take it", "Take the word or the selection as the role", show=True),
        _key("enter", "mark_quote", "Make a quote", "Make a quote of the selection", show=True),
        _key("right_square_bracket,tab,ä", "next_quote", "Next quote", "To the next quote", show=True),
        _key("left_square_bracket,shift+tab,ö", "previous_quote", "Quote before", "To the quote before"),
        _key("enter", "accept", "Accept", "Accept the quote", show=True),
        _key("x", "reject", "Reject", "Reject the quote; u brings it back", show=True),
        _key("p", "speaker", "Speaker", "Say who spoke: pick, find or create a source", show=True),
        _key("quotation_mark", "same_speaker", "Same speaker", "The same speaker as the quote before"),
        *(
            _key(
                str(digit),
                f"type({digit})",
                look.label.capitalize(),
                f"Make it {look.label}",
                id=f"type_{digit}",
            )
            for digit, look in enumerate(LOOKS.values(), 1)
        ),
        _key("full_stop", "repeat", "Repeat", "Do the last thing again, on the next quote"),
        _key("A", "decide_all", "Decide many", "Accept or reject many suggestions at once"),
        _key("u", "undo", "Undo", "Take the last change back, also after a restart"),
        _key("ctrl+r", "redo", "Redo", "Do again what was taken back"),
        _key("D", "remove", "Remove", "Remove the quote"),
        _key("R", "redetect", "Look again", "Look for quotes again; your own work stays as it is"),
        _key("i", "why", "Why", "Explain why this was found"),
        _key("H", "history", "History", "What was done to this quote, by whom, when"),
    ),
    *task(
        "Mark and correct",
        _key("v", "select", "Select", "Begin a selection; again: word, sentence, paragraph", show=True),
        _key("greater_than_sign", "move_end", "Move end", "Move the quote's end: > w by a word, Enter keeps"),
        _key(
            "less_than_sign", "move_start", "Move start", "Move the quote's start: < b by a word, Enter keeps"
        ),
        _key("equals_sign", "split", "Split", "Split the quote at the caret, or cut the selection out of it"),
        _key("plus", "join", "Join", "Join the quote with the next one"),
        _key("s", "role", "Role", "Set speaker, cue or addressee from the text", show=True),
    ),
    *task(
        "Tags, notes, checks",
        _key("t", "tag", "Tag", "Tag the quote, the selection or the article", show=True),
        _key("T", "tag_article", "Tag article", "Tag the article"),
        _key("m", "note", "Note", "Write a note on the quote, the selection or the sentence", show=True),
        _key("M", "note_article", "Note on article", "Write a note on the whole article"),
        _key("c", "check", "Check", "Say whether it is right, with evidence and authorisation", show=True),
        _key("L", "lint", "Lint", "Look for what is missing before this goes out"),
    ),
    *task(
        "Find and take along",
        _key("slash", "find", "Find", "Find words in the text", show=True),
        _key("n", "next_match", "Next match", "To the next match"),
        _key("N", "previous_match", "Match before", "To the match before"),
        _key("y", "copy", "Copy", "Copy the quote, with citation, as Markdown, as a link …", show=True),
        _key("e", "export", "Export", "Write the article with its quotes to a file", show=True),
    ),
    *task(
        "The view",
        _key("minus", "narrower", "Narrower", "A narrower column of text"),
        _key("underscore", "wider", "Wider", "A wider column of text"),
        _key("z", "zen", "Zen", "Only the text"),
        _key("B", "boilerplate", "Removed", "Show what was removed from the text as boilerplate"),
        _key("f2", "legend", "Legend", "What the colours and signs mean"),
        _key("escape", "back", "Back", "Leave the mode, then the quote, then the article", show=True),
    ),
    # behind all others: what these keys say where there is no quote to do it to
    Binding(
        "enter,x,p,quotation_mark,D,i,H,c,s,greater_than_sign,less_than_sign,equals_sign,plus",
        "miss_quote",
        show=False,
    ),
]

READING = frozenset({""})
SELECTING = frozenset({"select"})
BORDERING = frozenset({"border"})
POINTING = frozenset({"point"})
CALM = READING | SELECTING
ANY = CALM | BORDERING | POINTING
EVER = ANY | {"write", "seek"}

MODES: dict[str, frozenset[str]] = {
    "keep_border": BORDERING,
    "take_role": POINTING,
    "mark_quote": SELECTING,
    "next_quote": READING,
    "previous_quote": READING,
    "accept": READING,
    "reject": READING,
    "speaker": READING,
    "same_speaker": READING,
    "type": READING,
    "repeat": READING,
    "decide_all": READING,
    "undo": READING,
    "redo": READING,
    "remove": READING,
    "redetect": READING,
    "why": READING,
    "history": READING,
    "select": CALM | POINTING,
    "move_end": READING,
    "move_start": READING,
    "split": CALM,
    "join": READING,
    "role": CALM,
    "role_as": CALM,
    "tag": CALM,
    "tag_article": READING,
    "note": CALM,
    "note_article": READING,
    "check": READING,
    "lint": READING,
    "copy": CALM,
    "copy_as": READING,
    "export": READING,
    "story": READING,
    "versions": READING,
    "find": CALM,
    "next_match": ANY,
    "previous_match": ANY,
    "narrower": ANY,
    "wider": ANY,
    "zen": CALM,
    "boilerplate": READING,
    "legend": CALM,
    "back": ANY,
    "miss_quote": READING,
}
"""Modes in which an action is there; those not named are always there, also while one writes or finds."""

NEEDS_QUOTE = frozenset(
    {"accept", "reject", "speaker", "same_speaker", "type", "remove", "why", "history", "move_end",
     "move_start", "split", "join", "role", "role_as", "check"}
)  # fmt: skip
"""Actions on the current quote."""


def is_there(action: str, mode: str, *, has_quote: bool) -> bool:
    """Whether an action makes sense in a mode of the desk."""
    if action == "miss_quote" and has_quote:
        return False
    return mode in MODES.get(action, EVER) and (has_quote or action not in NEEDS_QUOTE)
