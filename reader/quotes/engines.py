"""Which engine finds the quotes of a text: learned weights where a language has them, else rules."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec

from reader.models import Quote
from reader.quotes import direct
from reader.quotes.analysis import Analysis

Engine = Callable[[Analysis, bool], Iterable[Quote]]
"""Analysis and whether reasons are wanted, to quotes."""

RULES, LEARNED = "rules-1", "learned-1"


def choose(language: str, engine: str) -> tuple[str, Engine]:
    """Name and function of the engine `engine` ("auto", "rules", "learned") for a language code."""
    learned = _learned(language) if engine != "rules" else None
    return (LEARNED, learned) if learned else (RULES, _rules(language))


def _learned(language: str) -> Engine | None:
    if find_spec("reader.quotes.learned") is None:
        return None
    module = import_module("reader.quotes.learned")
    find: Engine | None = module.find if module.available(language) else None
    return find


def _rules(language: str) -> Engine:
    return direct.find


def run(name: str, engine: Engine, analysis: Analysis, explain: bool) -> tuple[Quote, ...]:
    """The quotes of one engine, sorted and signed with its name."""
    quotes = sorted(engine(analysis, explain), key=lambda quote: (quote.start, -quote.end, quote.type))
    return tuple(replace(quote, origin=name) for quote in quotes)
