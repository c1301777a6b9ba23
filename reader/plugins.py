"""Plugins: found by entry point, asked through `reader.hookspecs`, never able to stop the program.

pluggy keeps them and checks their arguments, but they are asked here, one by one: where pluggy calls a hook,
the first plugin that raises silences all others. For the same reason reader's own formats, ways in and
engines are no plugins: they must work whatever a plugin does, and most are imported only when such a file or
language is met, while a plugin is imported before it can be asked (docs/plugins.md).
"""

import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from typing import Any

import pluggy

from reader import hookspecs
from reader.errors import IngestError
from reader.formats.format import Format
from reader.models import Article, Quote

hookimpl = pluggy.HookimplMarker("reader")
"""Marks a plugin's function as the implementation of a hook."""


@cache
def manager() -> pluggy.PluginManager:
    """The plugins of this installation; one that cannot be loaded is named on standard error."""
    plugins = pluggy.PluginManager("reader")
    plugins.add_hookspecs(hookspecs)
    for entry in entry_points(group="reader"):
        try:
            plugins.register(entry.load(), entry.name)
        except Exception as error:  # a plugin's code may raise anything
            _complain(f"The plugin {entry.name} could not be loaded", error)
    return plugins


def plugin_formats() -> dict[str, Format]:
    """The formats that plugins add, by name."""
    formats: dict[str, Format] = {}
    for plugin in _with_hook("reader_formats"):
        try:
            formats = {item.name: item for item in _ask(plugin) if isinstance(item, Format)} | formats
        except Exception as error:  # a plugin's code may raise anything
            _complain(f"The plugin {plugin.plugin_name} gives no formats", error)
    return formats


def plugin_article(location: str) -> Article | None:
    """The article at `location` where a plugin knows how to read it."""
    for plugin in _with_hook("reader_read"):
        try:
            article = _ask(plugin, location=location)
        except IngestError:
            raise
        except Exception as error:  # a plugin's code may raise anything
            fault = f"{type(error).__name__}: {error}"
            raise IngestError(
                f"The plugin {plugin.plugin_name} could not read {location}: {fault}."
            ) from error
        if isinstance(article, Article):
            return article
    return None


def plugin_quotes(text: str, language: str, title: str = "") -> tuple[tuple[Quote, ...], str] | None:
    """The quotes that a plugin finds, with the name of its detector; None where none knows the language.

    What points outside of the text is left out; a plugin that fails is named, and the next one is asked.
    """
    for plugin in _with_hook("reader_detect"):
        name = f"plugin-{plugin.plugin_name}"
        try:
            found = _ask(plugin, text=text, language=language, title=title)
            if found is not None:
                return _signed(found, text, name), name
        except Exception as error:  # a plugin's code may raise anything
            _complain(f"The plugin {plugin.plugin_name} finds no quotes", error)
    return None


def _with_hook(name: str) -> list[pluggy.HookImpl]:
    """What plugins have for a hook, the one loaded last first, as pluggy would call them."""
    caller: pluggy.HookCaller = getattr(manager().hook, name)
    return caller.get_hookimpls()[::-1]


def _ask(plugin: pluggy.HookImpl, **given: object) -> Any:
    """A plugin's answer, given those arguments of the hook that it takes."""
    return plugin.function(**{name: given[name] for name in plugin.argnames})


def _signed(found: Iterable[object], text: str, name: str) -> tuple[Quote, ...]:
    quotes = (replace(item, origin=name) for item in found if isinstance(item, Quote) and _fits(item, text))
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def _fits(quote: Quote, text: str) -> bool:
    spans = (*quote.spans, *quote.speaker, *quote.cue, *quote.addressee, *quote.frame)
    return bool(quote.spans) and all(0 <= start < end <= len(text) for start, end in spans)


def _complain(what: str, error: Exception) -> None:
    print(f"{what}: {type(error).__name__}: {error}", file=sys.stderr)
