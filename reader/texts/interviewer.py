"""Which turns of a transcript are questions of the interviewer, and no statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.languages.interview_labels import interview_labels
from reader.transcripts import SpokenTurn

_FEWEST = 3
"""Turns from which somebody can be told to be the interviewer."""
_ASKS = 0.6
"""Share of an interviewer's turns that end as questions, at least (chosen by hand)."""
_OTHERS_ASK = 0.25
"""Share of everybody else's turns that do, at most."""


def with_questions(text: str, turns: Sequence[SpokenTurn]) -> tuple[SpokenTurn, ...]:
    """The turns with those marked that only ask: all behind "Q:" or "Interviewer:", and of somebody who does
    little else in a talk, those that end as a question.
    """
    names = {text[turn.start : turn.name_end].casefold() for turn in turns}
    labels = _question_labels(names)
    asking = "" if labels & names else _who_asks(text, turns)
    return tuple(
        turn._replace(asks=_asks(text, turn, labels, asking)) if turn.name_end > turn.start else turn
        for turn in turns
    )


def asked_by(text: str, turns: Iterable[SpokenTurn], name: str) -> tuple[SpokenTurn, ...]:
    """The turns, those of one speaker all questions and no others; "" for nobody's."""
    wanted = name.casefold()
    return tuple(
        turn._replace(asks=bool(wanted) and text[turn.start : turn.name_end].casefold() == wanted)
        for turn in turns
    )


def _question_labels(names: set[str]) -> frozenset[str]:
    """The labels among `names` that name nobody and ask; "F" does only beside "A"."""
    labels = interview_labels()
    pair = next((pair for pair in labels.pairs if set(pair) <= names), None)
    letters = frozenset(pair[:1]) if pair else frozenset[str]()
    return frozenset(name for name in labels.questions if len(name) > 1) | letters


def _who_asks(text: str, turns: Sequence[SpokenTurn]) -> str:
    """The one speaker who asks in most turns where nobody else does; "" without."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        if turn.name_end > turn.start:
            asked[text[turn.start : turn.name_end]].append(_is_question(text, turn))
    shares = {name: sum(turns) / len(turns) for name, turns in asked.items()}
    askers = [name for name, share in shares.items() if share >= _ASKS and len(asked[name]) >= _FEWEST]
    others = [share for name, share in shares.items() if name not in askers]
    return askers[0] if len(askers) == 1 and others and max(others) <= _OTHERS_ASK else ""


def _asks(text: str, turn: SpokenTurn, labels: frozenset[str], asking: str) -> bool:
    name = text[turn.start : turn.name_end]
    return name.casefold() in labels or (name == asking and _is_question(text, turn))


def _is_question(text: str, turn: SpokenTurn) -> bool:
    return text[turn.said : turn.end].rstrip().endswith(("?", "？", '?"', "?”", "?“", "?»"))
