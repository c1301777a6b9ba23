"""What a sheet for authorisation says in a language, and the words by which people answer one."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reader.languages.folders import home

_DEFAULT = "en"
"""The language of sheets in one that has no words here."""
_LISTS = ("yes", "with_changes", "no", "all", "none", "but", "asks")


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The sentences and labels of a sheet."""

    title: str
    to: str
    lead: str
    deadline: str
    """With `{until}` for the day."""
    silence_yes: str
    silence_no: str
    direct: str
    indirect: str
    interview: str
    how: str
    how_mail: str
    quote: str
    talk: str
    words: str
    answer: str
    remark: str
    approved: str
    changed: str
    withdrawn: str


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """The words of answers in all languages, in lower case."""

    yes: frozenset[str]
    with_changes: frozenset[str]
    no: frozenset[str]
    all: frozenset[str]
    """What approves every quote at once."""
    none: frozenset[str]
    """What withdraws every quote at once."""
    but: frozenset[str]
    """What makes an answer to all of them one that only a person can read."""
    asks: frozenset[str]
    """Words of somebody who asks for a change, and is not speaking the quote itself."""
    answer: frozenset[str]
    """Labels before an answer."""
    words: frozenset[str]
    """Labels before the words."""
    remark: frozenset[str]
    quote: frozenset[str]
    """What is put before the number of a quote."""


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(home().joinpath("authorisation.toml").read_text(encoding="utf-8"))


def sheet_languages() -> tuple[str, ...]:
    """The codes of the languages that sheets are written in."""
    return tuple(_tables())


def sheet_words(language: str) -> SheetWords:
    """What a sheet in a language says; in one without words here it is English."""
    table = _tables().get(language, _tables()[_DEFAULT])
    return SheetWords(**{name: value for name, value in table.items() if name not in _LISTS})


@lru_cache(maxsize=1)
def reply_words() -> ReplyWords:
    """The words of answers; read once."""
    every = _tables().values()
    lists = {name: frozenset(word for table in every for word in table[name]) for name in _LISTS}
    labels = {
        name: frozenset(str(table[name]).casefold() for table in every)
        for name in ("answer", "words", "remark", "quote")
    }
    return ReplyWords(**lists, **labels)
