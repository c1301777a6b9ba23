"""Statements in interviews and records: who speaks in each turn, by label, title and lead."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reader.i18n import _
from reader.languages.given_names import given_names
from reader.languages.interview_labels import interview_labels
from reader.models import QuoteType, SourceKind, SpeakerBasis
from reader.quotes.drafts import Draft
from reader.quotes.full_names import all_names, names_in
from reader.quotes.labelled_turns import Turn, initials_of, is_initials, letters_of, turns_of
from reader.quotes.people import NOBODY, Person
from reader.quotes.rules import Rule
from reader.quotes.text.text import Text
from reader.quotes.unlabelled_turns import asked_turns

_RULE = Rule(0.95, "", _("A label before a colon names who speaks, in a talk of several turns."))
_NAMED = 0.95
"""How sure a label is of who speaks, where it names somebody; estimated."""
_BY_TITLE = 0.8
"""How sure it is that who is named in title or lead is who answers; estimated."""
_LEAD = 600
"""Characters at the beginning of a text in which who talks is introduced."""

_SELF = frozenset(
    (
        "ich",
        "wir",
        "i",
        "we",
        "je",
        "nous",
        "yo",
        "nosotros",
        "io",
        "noi",
        "ik",
        "wij",
        "eu",
        "nós",
        "ja",
        "my",
    )
)
"""Pronouns by which who answers means himself."""
_STOPS = ".!?…"
_DIRECTION = 8
"""Tokens of a stage direction in brackets, at most."""

Spoken = tuple[Draft, Person]
"""A draft with who speaks in it."""


def merged(text: Text, spoken: Iterable[Spoken], explain: bool = False) -> list[Spoken]:
    """What is `spoken` with the turns of an interview; of what was found in them, others' words stay."""
    turns = turns_of(text.analysis.text)
    turns = turns or asked_turns(text)
    if not turns:
        return [one for one in spoken if not _is_lone_label(text, one[0])]
    found = list(_statements(text, turns, explain))
    areas = [text.analysis.range_of(turn.frame.start, turn.said.end) for turn in turns]
    kept = [one for one in spoken if not _within(one[0], areas) or _is_of_others(text, one)]
    return sorted((*kept, *found), key=lambda one: (one[0].start, -one[0].end, one[0].type))


def _is_lone_label(text: Text, draft: Draft) -> bool:
    """Whether a draft is what stands behind a label in a text that is no talk: "Hinweis: Bitte warten."."""
    first, end = draft.content[0]
    unmarked = draft.type == QuoteType.DIRECT and not draft.nested and first not in text.marked
    # A headline ("Merkel: Wir schaffen das") has no full stop.
    stops = text.words[end - 1][-1] in _STOPS
    if not unmarked or not stops or first == 0 or text.words[first - 1] != ":" or draft.speaker is None:
        return False
    label = text.text(draft.speaker)
    if label.casefold() in interview_labels().ordinary:
        return True
    families = {name.split()[-1] for name in all_names(text.analysis.text)}
    return not any(word in given_names() or word in families for word in label.split())


def _statements(text: Text, turns: Sequence[Turn], explain: bool) -> Iterator[Spoken]:
    people = _People(text.analysis.text, text.analysis.title, turns, text.language.roles)
    for turn in turns:
        said = _said(text, turn)
        label = text.analysis.range_of(*turn.label)
        # What an interviewer asks is no statement; who asks is told by no name.
        if turn.asks or said[0] == said[1] or label[0] == label[1]:
            continue
        who = people.of(turn)
        draft = Draft(
            QuoteType.DIRECT,
            (said,),
            "interview",
            # a headline stands behind no question
            frame=(text.analysis.range_of(*turn.frame),) if turn.frame.end > turn.frame.start else (),
            speaker=None if who is NOBODY else label,
            confidence=_RULE.worth,
            why=(_RULE.sentence, _RULE.share) if explain else (),
        )
        yield draft, who


def _said(text: Text, turn: Turn) -> tuple[int, int]:
    """What is said in a turn, without a stage direction at its beginning: "(lacht) Nein."."""
    first, end = text.analysis.range_of(*turn.said)
    closing = next((at for at in range(first, min(first + _DIRECTION, end)) if text.words[at] in ")]"), end)
    opened = first < end and text.words[first] in "[(" and closing + 1 < end
    return (closing + 1, end) if opened else (first, end)


def _within(draft: Draft, areas: Sequence[tuple[int, int]]) -> bool:
    # Turns stand one behind the other: the last that begins before the draft ends is the one to look at.
    at = bisect_left(areas, draft.end, key=lambda area: area[0]) - 1
    return at >= 0 and areas[at][1] > draft.start


def _is_of_others(text: Text, one: Spoken) -> bool:
    """Whether a draft inside a turn renders somebody else's words: "My mother said, “Never borrow.”"."""
    draft, who = one
    if not draft.frame or draft.type not in (QuoteType.DIRECT, QuoteType.INDIRECT) or draft.speaker is None:
        return False
    # The label's own words are the turn.
    behind = text.words[draft.speaker[1]] if draft.speaker[1] < len(text.words) else ""
    if behind in (":", "(") or who.basis not in (SpeakerBasis.NAMED, SpeakerBasis.PRONOUN):
        return False
    # "Er sagte: „Nein.“" has marks; "Ich sage, dass …" is who speaks here, and "er sagte, …" is nobody told.
    pronoun = text.language.pronouns.get(text.lower(draft.speaker[0]), "")
    return not pronoun or (draft.start in text.marked and text.lower(draft.speaker[0]) not in _SELF)


class _People:
    """Who the labels of a talk mean."""

    def __init__(self, text: str, title: str, turns: Sequence[Turn], roles: frozenset[str]) -> None:
        self._labels = tuple(dict.fromkeys(turn.name for turn in turns if not turn.answers and not turn.asks))
        self._known: dict[str, Person] = {}
        self._roles = roles
        self._names = list(dict.fromkeys((*names_in(title), *names_in(text[:_LEAD]), *all_names(text))))
        labels = {turn.name.casefold() for turn in turns}
        introduced = [*names_in(title)] or [*names_in(text[: min(_LEAD, turns[0].frame.start)])]
        told = list(dict.fromkeys(name for name in introduced if name.casefold() not in labels))
        self._interviewee = told[0] if len(told) == 1 else ""

    def of(self, turn: Turn) -> Person:
        """Who speaks in a turn; nobody where its label says only that it is an answer."""
        if turn.answers:
            who = self._interviewee or (turn.name if " " in turn.name else "")
            return _person(who, _BY_TITLE, self._roles) if who else NOBODY
        if turn.name not in self._known:
            self._known[turn.name] = _person(self._full(turn.name), _NAMED, self._roles)
        return self._known[turn.name]

    def _full(self, label: str) -> str:
        """The fullest name for a label: of another label, of the title, the lead or the text."""
        known = self._labels
        if is_initials(label):
            letters = letters_of(label)
            return next((name for name in (*known, *self._names) if initials_of(name) == letters), label)
        words = label.split()
        if len(words) > 1 and not label.isupper():
            return _without_title(label)
        family = words[-1].casefold()
        behind = (name for name in (*known, *self._names) if name.split()[-1].casefold() == family)
        longest = max((*behind, label), key=lambda name: (len(name.split()), not name.isupper()))
        return _without_title(longest if not longest.isupper() else longest.title())


def _without_title(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in interview_labels().titles:
        del words[0]
    return " ".join(words)


def _person(name: str, sure: float, roles: frozenset[str]) -> Person:
    """A speaker by name: an organisation where it begins as an outlet's name does, else a person."""
    first = name.split(maxsplit=1)[0]
    # "Le Courrier", but "The Judge".
    role = name.rsplit(maxsplit=1)[-1].casefold() in roles
    outlet = first.casefold() in interview_labels().outlets and " " in name and not role
    kind = SourceKind.ORGANISATION if outlet else SourceKind.PERSON
    gender = given_names().get(first, "")
    return Person(name, kind, gender=gender, basis=SpeakerBasis.NAMED, confidence=sure)
