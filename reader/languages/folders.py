"""The folder of each language, and the files in it: the only place that knows where they lie.

    quotes.toml      what detection looks up, `reader.languages.tables`
    press.toml       what pages, bylines, dates and citations need, `reader.languages.press`
    leftovers.txt    whole lines that pages leave around an article
    checks.toml      what the stricter rules of the lint look for, `reader.languages.checking`
    clauses.toml     which grammar by table reads it, and its closed classes of words
    grammar.toml     closed classes of words ┐
    verbs.txt        verbs and their forms   ├ for a language with a grammar
    sayings.txt      its verbs of saying     ┘
    acts.txt         acts of speech that are told
    stance.txt       what verbs of saying make of what they introduce, `reader.languages.stance`
    classes.txt      classes of words that a network is told of
    worths.toml      how often the rules of detection were right
    weights/         what a network learned of it, with the licence of what it learned from
    weights-open/    the same, learned from openly licensed texts alone; `reader.languages.networks`

docs/languages.md explains each by an example.
"""

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

FILES = ("quotes.toml", "press.toml", "leftovers.txt", "grammar.toml", "verbs.txt", "sayings.txt", "weights")
"""What somebody writes for a language; `worths.toml` is counted."""


def home() -> Traversable:
    """Where the folders of the languages lie."""
    return resources.files("reader.languages")


def code_in(tag: str) -> str:
    """The code that begins a language's tag: "de" of "de-AT"."""
    return tag.split("-", maxsplit=1)[0].lower()


def file_of(code: str, name: str) -> Traversable:
    """The file or folder `name` of a language, whether it is there or not."""
    return home().joinpath(code, name)


def text_of(code: str, name: str) -> str:
    """The text of a language's file, "" where it has none."""
    file = file_of(code, name)
    return file.read_text(encoding="utf-8") if code.isalpha() and file.is_file() else ""


def lines_of(code: str, name: str) -> list[str]:
    """The lines of a language's file, without empty ones and remarks ("# …")."""
    return [line for line in text_of(code, name).splitlines() if line and not line.startswith("# ")]


def table_of(code: str, name: str) -> dict[str, Any]:
    """A language's TOML file, parsed; empty where it has none."""
    return tomllib.loads(text_of(code, name))


@cache
def codes(name: str = "press.toml") -> tuple[str, ...]:
    """Codes of the languages that have the file `name`."""
    return tuple(sorted(folder.name for folder in home().iterdir() if folder.joinpath(name).is_file()))
