"""What the words that introduce a quote make of it: "says" nothing, "claims" a doubt, "slams" an attack.

A table for each language, `stance.txt` in its folder, gives a class to verbs of saying and to set words;
forms are made from its verb files. The classes are a judgement, and documented as one in docs/stance.md.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.languages import folders, verb_files
from reader.languages.german_verbs import german_verbs
from reader.languages.stances import STANCES, UNCLASSED, UNMEASURED

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word; what is cut off before an apostrophe is one by itself: "s'indigne"."""
_FILE = "stance.txt"
_GERMAN = "de"
_REMEMBERED = 20_000
"""Cues whose class is kept: a library has a few thousand."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A verb with what else must stand among the words of the cue."""

    stance: str
    particle: str = ""
    needs: tuple[str, ...] = ()


@dataclass(slots=True)
class _Table:
    """The classes of one language."""

    verbs: dict[str, list[_Entry]] = field(default_factory=dict)
    """By infinitive, a separable one also without its particle."""
    words: dict[str, str] = field(default_factory=dict)
    lemmas: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Infinitives by form; German forms are read one by one instead."""

    def of(self, words: Iterable[str]) -> str:
        """The class of a cue, "" where the table knows none of its words; the plain one comes last."""
        there = list(words)
        found = {stance for word in there for stance in self._read(word, frozenset(there) - {word})}
        marked = [stance for stance in STANCES[1:] if stance in found]
        return marked[0] if marked else next(iter(found), "")

    def _read(self, word: str, others: frozenset[str]) -> Iterator[str]:
        if word in self.words:
            yield self.words[word]
        for lemma in self._infinitives(word):
            fitting = [one for one in self.verbs.get(lemma, ()) if _fits(one, others)]
            # "insist on" before "insist", and "räumte … ein" before "räumte"
            yield from (max(fitting, key=_closeness).stance,) if fitting else ()

    def _infinitives(self, word: str) -> Iterable[str]:
        if self.lemmas:
            return self.lemmas.get(word, ())
        return dict.fromkeys(lemma for lemma, _features in german_verbs().readings(word))


def _fits(entry: _Entry, others: frozenset[str]) -> bool:
    if entry.particle and entry.particle not in others:
        return False
    return not entry.needs or bool(others.intersection(entry.needs))


def _closeness(entry: _Entry) -> bool:
    return bool(entry.particle or entry.needs)


@lru_cache(maxsize=32)
def _table(code: str) -> _Table:
    table = _Table()
    for line in folders.lines_of(code, _FILE):
        stance, *words = line.split()
        for word in words:
            _add(table, stance, word)
    if table.verbs and code != _GERMAN:
        table.lemmas = _forms(code, table.verbs)
    return table


def _add(table: _Table, stance: str, word: str) -> None:
    if word.startswith("="):
        table.words[word[1:]] = stance
        return
    whole, _, needs = word.partition("+")
    particle, _, lemma = whole.rpartition("|")
    needed = tuple(needs.split("/")) if needs else ()
    table.verbs.setdefault(lemma, []).append(_Entry(stance, particle, needed))
    if particle:
        table.verbs.setdefault(particle + lemma, []).append(_Entry(stance, needs=needed))


def _forms(code: str, verbs: dict[str, list[_Entry]]) -> dict[str, tuple[str, ...]]:
    """Infinitives by form; a verb that the files do not name is conjugated as a regular one."""
    named = f"speech q {' '.join(verbs)}"
    lines = folders.lines_of(code, "sayings.txt")
    book = verb_files.read(folders.lines_of(code, "verbs.txt"), [*lines, named])
    lemmas: dict[str, list[str]] = {}
    for form, readings in book.forms.items():
        for lemma in dict.fromkeys(one.lemma for one in readings):
            lemmas.setdefault(form, []).append(lemma)
            # "toegegeven", as "gegeven" is formed
            for particle in {one.particle for one in verbs.get(lemma, ()) if one.particle}:
                lemmas.setdefault(particle + form, []).append(particle + lemma)
    return {form: tuple(several) for form, several in lemmas.items()}


@lru_cache(maxsize=_REMEMBERED)
def stance_of(language: str, cue: str) -> str:
    """The class of the words that introduce a quote, `UNCLASSED`, or `UNMEASURED` where there is no table."""
    code = folders.code_in(language)
    table = _table(code) if code.isalpha() else _Table()
    if not table.verbs:
        return UNMEASURED
    return table.of(_WORD.findall(cue.lower())) or UNCLASSED
