"""Pull quotes that are signed with a dash, in any language: "“We freeze.” — Ellie Marsh, 29"."""

import re
from collections.abc import Iterable, Iterator

from reader.i18n import _
from reader.languages.given_names import given_names
from reader.languages.interview_labels import interview_labels
from reader.models import QuoteType, SourceKind, SpeakerBasis
from reader.quotes.drafts import Draft
from reader.quotes.full_names import all_names
from reader.quotes.people import Person
from reader.quotes.rules import Rule
from reader.quotes.text.text import Text

_SIGNED = re.compile(
    r"^(?:>[^\S\n]*)?(?P<said>[„“”»«\"‚‘›‹'][^\n]{6,800}?[”“«»\"’‘‹›'][.,]?)(?:[^\S\n]+|\n{1,2}(?:>[^\S\n]*)?)"
    r"(?P<frame>(?:—|–|―|--|-)[^\S\n]*(?P<name>[^\W\d_][^\n,;:(„“”»«\"]{1,60}?)"
    r"(?:(?:,[^\S\n]*|[^\S\n]*(?=\())(?P<about>[^\n]{1,120}))?)[^\S\n]*$",
    re.MULTILINE,
)
"""A paragraph of words in marks alone, then a dash and a name, which may stand in the next line."""
_RULE = Rule(0.95, "", _("Words in marks with a dash and a name behind them, in a paragraph of their own."))
_WORDS = 4
"""Words in marks from which a name without a given name signs them: not "„Der Sturm“ – Theater Arden"."""
_LONGEST_NAME = 6
"""Words of a name with its title at most."""

Spoken = tuple[Draft, Person]
"""A draft with who speaks in it."""


def merged(text: Text, spoken: Iterable[Spoken], explain: bool = False) -> list[Spoken]:
    """What is `spoken` with the signed quotes; what was found in their place gives way."""
    signed = list(find(text, explain))
    if not signed:
        return list(spoken)
    kept = [one for one in spoken if not any(_touches(one[0], other) for other, _ in signed)]
    return sorted((*kept, *signed), key=lambda one: (one[0].start, -one[0].end, one[0].type))


def find(text: Text, explain: bool = False) -> Iterator[Spoken]:
    """The signed quotes of a text."""
    for match in _SIGNED.finditer(text.analysis.text):
        about = match["about"] or ""
        if about.rstrip().endswith((".", "!", "?", ":")) or not _signs(text, match["said"], match["name"]):
            continue
        said, name, frame = (text.analysis.range_of(*match.span(part)) for part in ("said", "name", "frame"))
        draft = Draft(
            QuoteType.DIRECT,
            (said,),
            "signed",
            frame=(frame,),
            speaker=name,
            confidence=_RULE.worth,
            why=(_RULE.sentence, _RULE.share) if explain else (),
        )
        yield draft, _person(text, _full(text, " ".join(match["name"].split())), about)


def _signs(text: Text, said: str, name: str) -> bool:
    """Whether words behind a dash are the name of a person who signs."""
    words, particles = name.split(), interview_labels().particles
    if len(words) > _LONGEST_NAME or not words[0][0].isupper():
        return False
    # "Piet van 't Hof", "Emmanuel d’Aubigné".
    if not all(word[0].isupper() or word in particles or "'" in word[:2].replace("’", "'") for word in words):
        return False
    if len(words) == 1:
        return _full(text, name) != name  # "— Marsh" only where the text tells of Ellie Marsh
    return any(word in given_names() for word in words) or len(said.split()) >= _WORDS


def _full(text: Text, name: str) -> str:
    """The full name that the text gives for a family name, else that alone."""
    full = (known for known in all_names(text.analysis.text) if known.split()[-1] == name)
    return next(full, name)


def _person(text: Text, name: str, about: str) -> Person:
    """Who signs, with what is written behind the name, ages and streets aside."""
    parts = [part.strip(" ()") for part in about.split(",")]
    roles = text.language.roles | text.language.anonymous
    role = next((part for part in parts if _is_role(part, roles)), "")
    given = given_names(text.language.code)
    gender = next((given[word] for word in name.split() if word in given), "")
    return Person(
        name, SourceKind.PERSON, role, gender=gender, basis=SpeakerBasis.NAMED, confidence=_RULE.worth
    )


def _is_role(part: str, roles: frozenset[str]) -> bool:
    words = part.casefold().split()
    return bool(words) and not words[0][0].isdigit() and words[0].endswith(tuple(roles))


def _touches(draft: Draft, signed: Draft) -> bool:
    return draft.start < signed.frame[0][1] and signed.start < draft.end
