"""By which words of a language a sentence alleges that somebody did wrong."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from reader.languages.folders import home

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class AllegingWords:
    """The patterns of a language; of one without any, patterns that nothing fits."""

    allegations: re.Pattern[str] = _NOTHING
    """An allegation by itself: "wirft ihm vor", "accused of"."""
    no_allegations: re.Pattern[str] = _NOTHING
    """What looks like one and is none: "weist die Vorwürfe zurück"."""
    hearsay: re.Pattern[str] = _NOTHING
    """What makes somebody else's word of a sentence: "soll … haben", "according to"."""
    wrongs: re.Pattern[str] = _NOTHING
    accusers: re.Pattern[str] = _NOTHING
    """Who mostly tells of others what these did wrong: "prosecutors", "Betroffene"."""
    conduct: re.Pattern[str] = _NOTHING
    """What somebody did, said as a fact of the past."""
    rumours: re.Pattern[str] = _NOTHING
    """What is told of somebody, and mostly nothing good: "soll Geld genommen haben"."""
    harmless: re.Pattern[str] = _NOTHING
    """What makes no allegation of a rumour: "soll 1898 gegründet worden sein"."""
    sayings: re.Pattern[str] = _NOTHING
    """What reads like a wrong and is none: "stole the show"."""
    nobody: re.Pattern[str] = _NOTHING
    """Where nobody is accused: "Unbekannte", a novel's plot."""
    negations: re.Pattern[str] = _NOTHING
    suffered: re.Pattern[str] = _NOTHING
    doers: re.Pattern[str] = _NOTHING


_IN_WORDS = frozenset({"wrongs"})


@lru_cache(maxsize=8)
def alleging_words(language: str) -> AllegingWords:
    """The patterns of a language."""
    table = tomllib.loads(home().joinpath("allegations.toml").read_text(encoding="utf-8")).get(language, {})
    return AllegingWords(**{name: _one(patterns, name in _IN_WORDS) for name, patterns in table.items()})


def _one(patterns: list[str], is_in_words: bool) -> re.Pattern[str]:
    every = "|".join(f"(?:{one})" for one in patterns)
    return re.compile(rf"\b(?:{every})\b" if is_in_words else every)
