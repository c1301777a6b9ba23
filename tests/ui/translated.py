"""What a test expects to read, written in English, in the language that the tests are run in.

A test that asks here for its words holds in every language that there is, and fails in each, also in
English, where the program has no such message any more.
"""

import inspect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import pytest
from babel.messages.mofile import read_mo

from reader.i18n import DOMAIN, SOURCE, catalogues, languages, number, spoken
from reader.texts.manners import in_marks

WORDS_ALONE = "READER_TESTS_OF_WORDS"
"""Set where tests are run again in another language, and those need not be that look at no word."""
_ASKING = ("translated(", "says(", "in_parts(", "_(", ".label")
"""How a test asks for words."""
_FIELD = re.compile(r"\{(\w+)[^{}]*\}")
"""A field of a message, which is filled in."""

_BETWEEN_PARTS = re.compile(r"( → |: | {2,}| · |; |, | \| |\n)")
"""What the program puts between words of its own and others."""


class _Form(NamedTuple):
    """One form of a message, such as its plural."""

    english: str
    translation: str
    sense: str
    fixed: tuple[str, ...]
    """What stands between its fields."""
    is_many: bool | None
    """Whether it tells of several things, or of one; None where nothing is counted."""


class _Reading(NamedTuple):
    """What a sentence may be: of several, that one of which messages say most."""

    letters: int
    """So many of the sentence stand in messages, and are not filled in."""
    own: int
    """So many stand in the one that the others are filled into."""
    is_plain: bool
    """Whether the message has no sense of its own, which is the one that was meant where nothing is said."""
    words: str


@cache
def _forms() -> tuple[_Form, ...]:
    language = next(one for one in (spoken(), *languages()) if one != SOURCE)
    with (catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as stream:
        messages = [one for one in read_mo(stream) if one.id]
    return tuple(
        _Form(
            english,
            english if spoken() == SOURCE else theirs,
            one.context or "",
            _between(english),
            None if isinstance(one.id, str) else bool(place),
        )
        for one in messages
        for place, (english, theirs) in enumerate(zip(_each(one.id), _each(one.string), strict=True))
    )


def _each(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def _between(message: str) -> tuple[str, ...]:
    return tuple(part for part in _FIELD.sub("\0", message).split("\0") if part)


def translated(english: str, sense: str = "") -> str:
    """A whole message, filled in, in the language that the tests are run in; so are the words filled in.

    Raises:
        AssertionError: the program has no such message, or has it in several senses and `sense` is "".
    """
    readings = _readings(english, sense)
    assert readings, f"no message of the program says “{english}”"
    best = {one.words for one in readings if one[:3] == max(readings)[:3]}
    assert len(best) == 1, f"“{english}” has several senses: {best}"
    return best.pop()


def in_parts(english: str) -> str:
    """Words that the program puts beside each other, such as "speaker: nobody → Erna Ölmann"."""
    return "".join(_value(part).words for part in _BETWEEN_PARTS.split(english))


def says(text: str, part: str) -> bool:
    """Whether a text says all of a message that has `part` in it: languages order their words differently.

    Raises:
        AssertionError: the program has no such message.
    """
    said = [_between(one.translation) for one in _forms() if part in one.english]
    assert said, f"no message of the program has “{part}” in it"
    line = " ".join(text.split())
    return any(all(_at_one(each) in line for each in fixed) for fixed in said)


def _at_one(words: str) -> str:
    return " ".join(words.split())


@cache
def _readings(english: str, sense: str = "") -> frozenset[_Reading]:
    likely = (one for one in _forms() if all(part in english for part in one.fixed))
    wanted = (one for one in likely if one.fixed and one.sense == (sense or one.sense))
    return frozenset(reading for one in wanted for reading in _matching(one, english))


def _matching(form: _Form, english: str) -> Iterator[_Reading]:
    """The sentence as this form of a message, where it is one."""
    names = _FIELD.findall(form.english)
    expression = "(.+?)".join(re.escape(part) for part in _FIELD.sub("\0", form.english).split("\0"))
    if match := re.fullmatch(expression, english, re.DOTALL):
        counts = [words for words in match.groups() if words.isdigit()]
        if form.is_many is not None and counts and form.is_many is ("1" in counts):
            return
        values = {name: _value(words) for name, words in zip(names, match.groups(), strict=True)}
        own = sum(map(len, form.fixed))
        letters = own + sum(one.letters for one in values.values())
        said = _FIELD.sub(lambda field: values[field[1]].words, form.translation)
        yield _Reading(letters, own, not form.sense, said)


def _value(words: str) -> _Reading:
    """What is filled in: a message itself, a number, words in marks, or something of the article."""
    if re.fullmatch(r"\d{1,3}(,\d{3})*", words):
        return _Reading(0, 0, True, number(int(words.replace(",", ""))))
    if words.startswith("“") and words.endswith("”"):
        return _Reading(0, 0, True, in_marks(words[1:-1]))
    return max(_readings(words), default=_Reading(0, 0, True, words))


def looks_at_words(item: pytest.Function) -> bool:
    """Whether a test asks for words, itself or by a helper beside it; all do in a file that never asks."""
    module = inspect.getsource(inspect.getmodule(item.function) or item.function)
    if not any(one in module for one in _ASKING):
        return True
    beside = inspect.getmembers(inspect.getmodule(item.function), inspect.isfunction)
    asking = [f"{name}(" for name, one in beside if not name.startswith("test_") and _asks(one, _ASKING)]
    return _asks(item.function, (*_ASKING, *asking))


def _asks(function: object, names: Sequence[str]) -> bool:
    source = inspect.getsource(function)  # type: ignore[arg-type]  # a function
    return any(one in source for one in names)
