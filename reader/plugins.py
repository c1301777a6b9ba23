"""Plugins: found by entry point, asked through `reader.hookspecs`, never able to stop the program."""

import sys
from dataclasses import replace
from functools import cache
from typing import Any

import pluggy

from reader.errors import IngestError
from reader.formats.format import Format
from reader.models import Article, Quote

hookimpl = pluggy.HookimplMarker("reader")
"""Marks a plugin's function as the implementation of a hook."""


@cache
def manager() -> pluggy.PluginManager:
    """The plugins of this installation; one that cannot be loaded is named on standard error."""
    from reader import hookspecs

    found = pluggy.PluginManager("reader")
    found.add_hookspecs(hookspecs)
    try:
        found.load_setuptools_entrypoints("reader")
    except Exception as error:  # a plugin's code may raise anything
        _complain("A plugin could not be loaded", error)
    return found


def plugin_formats() -> dict[str, Format]:
    """The formats that plugins add, by name."""
    every: dict[str, Format] = {}
    for offered in manager().hook.reader_formats.get_hookimpls():
        try:
            offer: Any = offered.function()
            every |= {item.name: item for item in offer if isinstance(item, Format)}
        except Exception as error:  # a plugin's code may raise anything
            _complain(f"The plugin {offered.plugin_name} gives no formats", error)
    return every


def plugin_article(location: str) -> Article | None:
    """The article at `location` where a plugin knows how to read it."""
    if not manager().hook.reader_read.get_hookimpls():
        return None
    try:
        found = manager().hook.reader_read(location=location)
    except IngestError:
        raise
    except Exception as error:  # a plugin's code may raise anything
        raise IngestError(f"A plugin could not read {location}: {type(error).__name__}: {error}.") from error
    return found if isinstance(found, Article) else None


def plugin_quotes(text: str, language: str, title: str = "") -> tuple[tuple[Quote, ...], str] | None:
    """The quotes that a plugin finds, with the name of its detector; None where none knows the language.

    What points outside of the text is left out; a plugin that fails is named, and the next one is asked.
    """
    given = {"text": text, "language": language, "title": title}
    for offered in reversed(manager().hook.reader_detect.get_hookimpls()):
        name = f"plugin-{offered.plugin_name}"
        try:
            found: Any = offered.function(**{word: given[word] for word in offered.argnames})
            if found is not None:
                kept = (replace(q, origin=name) for q in found if isinstance(q, Quote) and _fits(q, text))
                return tuple(sorted(kept, key=lambda quote: (quote.start, -quote.end))), name
        except Exception as error:  # a plugin's code may raise anything
            _complain(f"The plugin {offered.plugin_name} finds no quotes", error)
    return None


def _fits(quote: Quote, text: str) -> bool:
    spans = (*quote.spans, *quote.speaker, *quote.cue, *quote.addressee, *quote.frame)
    return bool(quote.spans) and all(0 <= start < end <= len(text) for start, end in spans)


def _complain(what: str, error: Exception) -> None:
    print(f"{what}: {type(error).__name__}: {error}", file=sys.stderr)
