"""Reads the closed classes of a language: `clauses.toml` of its folder, each as its grammar declares it."""

from dataclasses import fields
from functools import lru_cache
from typing import Any

from reader.languages import folders

Words = frozenset[str]
"""A class of words, of which one is asked for at a time."""
Affixes = tuple[str, ...]
"""Endings or beginnings, as `str.endswith` takes them."""
Phrases = tuple[tuple[str, ...], ...]
"""Classes of several words each, in tokens; the longest first."""
PhraseSet = frozenset[tuple[str, ...]]
"""The same, of which a whole one is asked for."""
Endings = tuple[tuple[str, str], ...]
"""Endings with what takes their place, which may be nothing: "skiego ski"."""


@lru_cache(maxsize=64)
def grammar_of(code: str) -> str:
    """The grammar that a language's table names; empty without a table."""
    return str(folders.table_of(code, "clauses.toml").get("grammar", ""))


def read(code: str, grammar: type[Any]) -> dict[str, Any]:
    """The classes that a language's table lists, by field, each of the type that the grammar gives it.

    Raises `KeyError` where the table lists what the grammar does not have.
    """
    declared = {field.name: field.type for field in fields(grammar)}
    listed = folders.table_of(code, "clauses.toml")["clauses"]
    return {name: _as_declared(declared[name], words) for name, words in listed.items()}


def _as_declared(kind: Any, listed: Any) -> Any:
    if kind == Words:
        return frozenset(listed)
    if kind == Affixes:
        return tuple(listed)
    if kind == Phrases:
        return tuple(sorted((tuple(phrase.split()) for phrase in listed), key=len, reverse=True))
    if kind == PhraseSet:
        return frozenset(tuple(phrase.split()) for phrase in listed)
    if kind == Endings:
        return tuple((ending, put) for ending, _, put in (pair.partition(" ") for pair in listed))
    return listed
