"""When an action of the desk makes sense: in which modes it is there, and whether it needs a current quote.

Whatever is not there is neither in the footer nor does its key do anything.
"""

from reader.ui.desk.modes import BORDER, POINT, READ, SEEK, SELECT, WRITE

READING = frozenset({READ})
SELECTING = frozenset({SELECT})
BORDERING = frozenset({BORDER})
POINTING = frozenset({POINT})
CALM = READING | SELECTING
ANY = CALM | BORDERING | POINTING
EVER = ANY | {WRITE, SEEK}

MODES: dict[str, frozenset[str]] = {
    "borders.keep_border": BORDERING,
    "roles.take_role": POINTING,
    "marking.mark_quote": SELECTING,
    "reading.next_quote": READING,
    "reading.previous_quote": READING,
    "deciding.accept": READING,
    "deciding.reject": READING,
    "attributing.speaker": READING,
    "attributing.all_of_name": READING,
    "attributing.same_speaker": READING,
    "deciding.retype": READING,
    "repeating.repeat": READING,
    "deciding.decide_all": READING,
    "undo": READING,
    "redo": READING,
    "deciding.remove": READING,
    "detecting.redetect": READING,
    "detecting.why": READING,
    "explaining.history": READING,
    "reading.select": CALM | POINTING,
    "borders.move_end": READING,
    "borders.move_start": READING,
    "marking.split": CALM,
    "marking.join": READING,
    "roles.role": CALM,
    "roles.role_as": CALM,
    "tagging.tag": CALM,
    "chaining.tag": CALM,
    "chaining.run": READING,
    "tagging.tag_article": READING,
    "notes.note": CALM,
    "notes.note_article": READING,
    "checking.check": READING,
    "checking.use": READING,
    "checking.use_as": READING,
    "translating.translate": READING,
    "linting.lint": READING,
    "listening.play": CALM,
    "listening.correct": READING,
    "facts.edit": READING,
    "facts.lift": READING,
    "opening.article": READING,
    "opening.links": READING,
    "handing.pick": CALM,
    "copying.copy": CALM,
    "copying.copy_as": READING,
    "exporting.export": READING,
    "story": READING,
    "trail": READING,
    "versions": READING,
    "finding.find": CALM,
    "finding.next_match": ANY,
    "finding.previous_match": ANY,
    "arranging.narrower": ANY,
    "arranging.wider": ANY,
    "arranging.zen": CALM,
    "arranging.boilerplate": READING,
    "explaining.original": CALM,
    "explaining.legend": CALM,
    "back": ANY,
    "reading.miss_quote": READING,
}
"""Modes in which an action is there; those not named are always there, also while one writes or finds."""

NEEDS_QUOTE = frozenset(
    {
        "deciding.retype",
        "deciding.accept",
        "deciding.reject",
        "attributing.speaker",
        "attributing.all_of_name",
        "attributing.same_speaker",
        "deciding.remove",
        "detecting.why",
        "explaining.history",
        "trail",
        "borders.move_end",
        "borders.move_start",
        "marking.split",
        "marking.join",
        "roles.role",
        "roles.role_as",
        "checking.check",
        "checking.use",
        "checking.use_as",
        "translating.translate",
    }
)
"""Actions on the current quote."""


def is_there(action: str, mode: str, *, has_quote: bool) -> bool:
    """Whether an action makes sense in a mode of the desk."""
    if action == "reading.miss_quote" and has_quote:
        return False
    return mode in MODES.get(action, EVER) and (has_quote or action not in NEEDS_QUOTE)
