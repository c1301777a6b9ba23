"""The labels of interviews and records, in every language at once."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from reader.languages.folders import home

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_LONGEST = 5
"""Words of a name at most: "Abgeordnete Maria de la Cruz"."""


@dataclass(frozen=True, slots=True)
class InterviewLabels:
    """Words before a colon, in lower case."""

    questions: frozenset[str]
    answers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Single letters that count beside each other only, question first: ("q", "a")."""
    ordinary: frozenset[str]
    """What begins many a line and speaks nowhere."""
    particles: frozenset[str]
    titles: frozenset[str]
    outlets: frozenset[str]
    """Articles that begin the name of an outlet."""
    talked_with: frozenset[str]
    """Words before whom an interview is held with: "Interview mit"."""
    persons: dict[str, tuple[str, str]]
    """Words for who speaks and for who is spoken to, with blanks between, by the code of a language."""


@lru_cache(maxsize=1)
def interview_labels() -> InterviewLabels:
    """The labels; read once."""
    table = tomllib.loads(home().joinpath("interviews.toml").read_text(encoding="utf-8"))
    pairs = frozenset((question, answer) for question, answer in map(str.split, table.pop("pairs")))
    persons = {code: (own, addressed) for code, (own, addressed) in table.pop("persons").items()}
    return InterviewLabels(
        pairs=pairs, persons=persons, **{name: frozenset(words) for name, words in table.items()}
    )


def can_be_name(name: str) -> bool:
    """Whether a label may name a speaker: "Ida de la Cruz", "SPEAKER 1", "Q"; not "Am Montag kamen"."""
    labels, words = interview_labels(), name.split()
    if not words or len(words) > _LONGEST or name.casefold() in labels.ordinary:
        return False
    if name.casefold() in labels.questions | labels.answers:
        return True
    # Particles are small: "Ida de la Cruz"; numbers tell voices apart: "Sprecher 2".
    fits = (word[0].isupper() or word[0].isdigit() or word.casefold() in labels.particles for word in words)
    return all(fits) and not words[0][0].islower() and any(_WORD.match(word) for word in words)
