"""What changes the sense of a statement and what does not, by language: for checking quotations."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from reader.languages.folders import code_in, home

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Phrases:
    """Words and phrases that are looked for in a row of words; "kein…" stands for all that so begin."""

    entries: tuple[str, ...] = ()

    @cached_property
    def _whole(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(one.casefold().split()) for one in self.entries if not one.endswith("…"))

    @cached_property
    def _begun(self) -> tuple[str, ...]:
        return tuple(one[:-1].casefold() for one in self.entries if one.endswith("…"))

    @cached_property
    def _longest(self) -> int:
        return max((len(one) for one in self._whole), default=1)

    def __contains__(self, word: str) -> bool:
        return (word,) in self._whole or bool(self._begun and word.startswith(self._begun))

    def some(self, words: Iterable[str]) -> tuple[str, ...]:
        """Which of the words, in lower case, are such, or begin such a phrase."""
        row = list(words)
        return tuple(row[at] for at in range(len(row)) if row[at] in self or self.begins(row[at:]))

    def begins(self, words: list[str]) -> bool:
        """Whether a row of words begins with one of them."""
        lengths = range(1, min(self._longest, len(words)) + 1)
        return bool(words) and (
            words[0] in self or any(tuple(words[:length]) in self._whole for length in lengths)
        )


@dataclass(frozen=True)
class Senses:
    """The words of one language, or of all where it is not known."""

    negations: Phrases = Phrases()
    conditions: Phrases = Phrases()
    hedges: Phrases = Phrases()
    """What makes a statement less sure or narrower: "würde", "only"."""
    introduces: Phrases = Phrases()
    """What begins a clause that the one before speaks of: "ich glaube nicht, dass …"."""
    coordinates: Phrases = Phrases()
    """What begins a clause that stands by itself."""
    relatives: Phrases = Phrases()
    """What begins such a clause without a comma: "a plan that nobody likes"."""
    hesitations: Phrases = Phrases()
    particles: Phrases = Phrases()
    """Words of spoken language that a transcript keeps and a text leaves out."""
    stage: Phrases = Phrases()
    """What is not said: "(lacht)"."""
    translated: Phrases = Phrases()
    no_one: Phrases = Phrases()
    """What makes of a role somebody who is not named: "ein Sprecher"."""
    roles: Phrases = Phrases()
    opposites: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def weighty(self) -> Phrases:
        """All that changes the sense where it comes or goes."""
        return Phrases(self.negations.entries + self.conditions.entries + self.hedges.entries)

    def is_negated(self, gone: Iterable[str], new: Iterable[str]) -> bool:
        """Whether taking some words for others says the opposite."""
        old, now = set(gone), set(new)
        if bool(self.negations.some(old)) != bool(self.negations.some(now)):
            return True
        return self.is_opposed(old, now)

    def is_opposed(self, gone: Iterable[str], new: Iterable[str]) -> bool:
        """Whether some of the words are the opposites of others: "before" and "after"."""
        old, now = set(gone), set(new)
        return any(pair <= old ^ now and pair & old and pair & now for pair in self.opposites)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(home().joinpath("manuscripts.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def senses(language: str) -> Senses:
    """The words of a language; of one that is not known, those of all."""
    tables = _tables()
    chosen = [tables[code]] if (code := code_in(language)) in tables else list(tables.values())
    names = [name for name in Senses.__dataclass_fields__ if name != "opposites"]
    lists = {name: Phrases(tuple(one for table in chosen for one in table.get(name, ()))) for name in names}
    pairs = (one.split() for table in chosen for one in table.get("opposites", ()))
    return Senses(**lists, opposites=frozenset(frozenset(pair) for pair in pairs))


@cache
def same_words() -> dict[str, str]:
    """Words of any language that are written in another way too: "prozent" is "%", "fünf" is "5"."""
    pairs = (one.split() for table in _tables().values() for one in table.get("same", ()))
    return dict(map(tuple, pairs))


@cache
def common_small_words() -> frozenset[str]:
    """Function words of all these languages, which tell no passage from another."""
    names = ("negations", "conditions", "hedges", "introduces", "coordinates", "particles", "no_one")
    entries = (one for table in _tables().values() for name in names for one in table.get(name, ()))
    return frozenset(word for entry in entries for word in _WORD.findall(entry.casefold()))
