"""Which engine finds the quotes of a text: learned weights where a language has them, else rules."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module

from reader.models import Quote
from reader.quotes import posts
from reader.quotes.german import engine as german
from reader.quotes.german.engine import RULES
from reader.quotes.patterns import engine as foreign
from reader.quotes.people import resolve
from reader.quotes.text.analysis import Analysis

Engine = Callable[[Analysis, bool], Iterable[Quote]]
"""Analysis and whether reasons are wanted, to quotes."""

LEARNED = "learned-1"


def choose(language: str, engine: str) -> tuple[str, Engine]:
    """Name and function of the engine `engine` ("auto", "rules", "learned") for a language code."""
    learned = _learned(language) if engine != "rules" else None
    return (LEARNED, learned) if learned else (RULES, _rules(language))


def _learned(language: str) -> Engine | None:
    module = import_module("reader.quotes.learned")
    if not module.available(language):
        return None
    find: Engine = module.find
    return find


def _rules(language: str) -> Engine:
    return german.find if language == "de" else foreign.find


def run(name: str, engine: Engine, analysis: Analysis, explain: bool) -> tuple[Quote, ...]:
    """The quotes of one engine, sorted and signed with its name."""
    quotes = sorted(engine(analysis, explain), key=lambda quote: (quote.start, -quote.end, quote.type))
    named = resolve(analysis, tuple(quotes), name) if analysis.language.code == "de" else quotes
    merged = posts.merged(analysis.text, named, explain)
    return tuple(quote if quote.origin == name else replace(quote, origin=name) for quote in merged)
