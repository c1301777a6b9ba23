"""The labels of interviews and records, in every language at once."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from reader.languages.folders import home


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


@lru_cache(maxsize=1)
def interview_labels() -> InterviewLabels:
    """The labels; read once."""
    table = tomllib.loads(home().joinpath("interviews.toml").read_text(encoding="utf-8"))
    pairs = frozenset((question, answer) for question, answer in map(str.split, table.pop("pairs")))
    return InterviewLabels(pairs=pairs, **{name: frozenset(words) for name, words in table.items()})
