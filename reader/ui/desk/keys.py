"""The keys of the reading desk, and what each does.

A key names what it does as "part.method": "deciding.accept" is `accept` of `Deciding` in `deciding.py`. One
key may have a meaning in each mode: Enter accepts a quote while reading, makes a quote of a selection, keeps
a moved border, takes what is pointed at. `key_modes.py` says when each is there.
"""

from textual.binding import Binding, BindingType

from reader.amounts import at_the_start
from reader.i18n import _
from reader.ui.keys import task
from reader.ui.widgets.quote_types import LOOKS


def action_of(name: str, *details: object) -> str:
    """An action as Textual reads it: "part.method" goes to a part of the desk, a bare name to its screen."""
    return f"do({', '.join(map(repr, (name, *details)))})" if "." in name else name


def _key(
    key: str, name: str, label: str, tooltip: str, *details: object, show: bool = False, id: str = ""
) -> Binding:
    action, number = action_of(name, *details), id or name.rpartition(".")[2]
    return Binding(key, action, label, tooltip=tooltip, show=show, id=f"desk.{number}")


DESK_BINDINGS: list[BindingType] = [
    *task(
        _("Quotes"),
        _key("enter", "borders.keep_border", _("Keep"), _("Keep the border where it is now"), show=True),
        _key(
            "enter",
            "roles.take_role",
            _("Take it"),
            _("Take the word or the selection as the role"),
            show=True,
        ),
        _key("enter", "marking.mark_quote", _("Make a quote"), _("Make a quote of the selection"), show=True),
        _key(
            "right_square_bracket,tab,ä",
            "reading.next_quote",
            _("Next quote"),
            _("To the next quote"),
            show=True,
        ),
        _key(
            "left_square_bracket,shift+tab,ö",
            "reading.previous_quote",
            _("Quote before"),
            _("To the quote before"),
        ),
        _key("enter", "deciding.accept", _("Accept"), _("Accept the quote"), show=True),
        _key("x", "deciding.reject", _("Reject"), _("Reject the quote; u brings it back"), show=True),
        _key(
            "p",
            "attributing.speaker",
            _("Speaker"),
            _("Say who spoke: pick, find or create a source"),
            show=True,
        ),
        _key(
            "P",
            "attributing.all_of_name",
            _("All of a name"),
            _("Give all quotes of this name to a source, here and wherever it is surely the same person"),
        ),
        _key(
            "quotation_mark",
            "attributing.same_speaker",
            _("Same speaker"),
            _("The same speaker as the quote before"),
        ),
        *(
            _key(
                str(digit),
                "deciding.retype",
                at_the_start(look.label),
                _("Make it {label}").format(label=look.label),
                digit,
                id=f"type_{digit}",
            )
            for digit, look in enumerate(LOOKS.values(), 1)
        ),
        _key("full_stop", "repeating.repeat", _("Repeat"), _("Do the last thing again, on the next quote")),
        _key("A", "deciding.decide_all", _("Decide many"), _("Accept or reject many suggestions at once")),
        _key("u", "undo", _("Undo"), _("Take the last change back, also after a restart")),
        _key("ctrl+r", "redo", _("Redo"), _("Do again what was taken back")),
        _key("D", "deciding.remove", _("Remove"), _("Remove the quote")),
        _key(
            "R", "detecting.redetect", _("Detect"), _("Look for quotes again; your own work stays as it is")
        ),
        _key("i", "detecting.why", _("Why"), _("Explain why this was found")),
        _key("H", "explaining.history", _("History"), _("What was done to this quote, by whom, when")),
        _key("Q", "trail", _("Trail"), _("What it says through all articles by time, who had it first")),
    ),
    *task(
        _("Mark and correct"),
        _key(
            "v",
            "reading.select",
            _("Select"),
            _("Begin a selection; again: word, sentence, paragraph"),
            show=True,
        ),
        _key(
            "greater_than_sign",
            "borders.move_end",
            _("Move end"),
            _("Move the quote's end: > w by a word, Enter keeps"),
        ),
        _key(
            "less_than_sign",
            "borders.move_start",
            _("Move start"),
            _("Move the quote's start: < b by a word, Enter keeps"),
        ),
        _key(
            "equals_sign",
            "marking.split",
            _("Split"),
            _("Split the quote at the cursor, or cut the selection out of it"),
        ),
        _key("plus", "marking.join", _("Join"), _("Join the quote with the next one")),
        _key(
            "s",
            "roles.role",
            _("Point at"),
            _("Point at who speaks, the verb, or to whom, in the text"),
            show=True,
        ),
    ),
    *task(
        _("Tags, notes, checks"),
        _key("t", "tagging.tag", _("Tag"), _("Tag the quote, the selection or the article"), show=True),
        _key("T", "tagging.tag_article", _("Tag article"), _("Tag the article")),
        _key(
            "m",
            "notes.note",
            _("Note"),
            _("Write a note on the quote, the selection or the sentence"),
            show=True,
        ),
        _key("M", "notes.note_article", _("Note on article"), _("Write a note on the whole article")),
        _key(
            "c",
            "checking.check",
            _("Check"),
            _("Say whether it is right, with evidence and authorisation"),
            show=True,
        ),
        _key("U", "checking.use", _("Use"), _("Say how the quote may be used: on record, background …")),
        _key("X", "translating.translate", _("Translate"), _("Keep the quote in another language")),
        _key(
            "semicolon",
            "listening.play",
            _("Play"),
            _("Play the quote in the recording of the transcript, or stop"),
        ),
        _key("F", "listening.correct", _("Fix words"), _("Correct words and speakers while listening")),
        _key("L", "linting.lint", _("Lint"), _("Look for what is missing before this goes out"), id="lint"),
    ),
    *task(
        _("The article"),
        _key(
            "I",
            "facts.edit",
            _("Facts"),
            _("Correct title, outlet, author, date, address, language, embargo"),
            id="facts",
        ),
        _key(
            "K",
            "facts.lift",
            _("Lift"),
            _("Lift an embargo, or “check against delivery”; again: hold it back"),
        ),
    ),
    *task(
        _("Find and take along"),
        _key("slash", "finding.find", _("Find"), _("Find words in the text"), show=True),
        _key("n", "finding.next_match", _("Next match"), _("To the next match")),
        _key("N", "finding.previous_match", _("Match before"), _("To the match before")),
        _key(
            "y",
            "copying.copy",
            _("Copy"),
            _("Copy the quote, with citation, as Markdown, as a link …"),
            show=True,
        ),
        _key(
            "o", "opening.article", _("Open"), _("Open the article in the browser, at the quote"), id="open"
        ),
        _key("O", "opening.links", _("Links"), _("Number the links of the text; a number opens one")),
        _key(
            "vertical_line",
            "handing.pick",
            _("Hand over"),
            _("Hand the quote, the article or the selection to a command of yours"),
            id="hand_over",
        ),
        _key(
            "e", "exporting.export", _("Export"), _("Write the article with its quotes to a file"), show=True
        ),
    ),
    *task(
        _("The view"),
        _key("minus", "arranging.narrower", _("Narrower"), _("A narrower column of text")),
        _key("underscore", "arranging.wider", _("Wider"), _("A wider column of text")),
        _key("z", "arranging.zen", _("Zen"), _("Only the text")),
        _key(
            "B",
            "arranging.boilerplate",
            _("Left out"),
            _("Show what was left out of the text: menus, advertisements, related links"),
        ),
        _key(
            "ctrl+o",
            "explaining.original",
            _("Original"),
            _("Open what it was read from, without the network"),
        ),
        _key("f2", "explaining.legend", _("Legend"), _("What the colours and signs mean")),
        _key("escape", "back", _("Back"), _("Leave the mode, then the quote, then the article"), show=True),
    ),
    # behind all others: what these keys say where there is no quote to do it to
    Binding(
        "enter,x,p,P,quotation_mark,D,i,H,Q,c,s,greater_than_sign,less_than_sign,equals_sign,plus",
        action_of("reading.miss_quote"),
        show=False,
    ),
]
