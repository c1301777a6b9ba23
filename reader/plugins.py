"""Plugins: found by entry point, asked through `reader.hookspecs`, never able to stop the program.

pluggy keeps them and checks their arguments, but they are asked here, one by one: where pluggy calls a hook,
the first plugin that raises silences all others. For the same reason reader's own formats, ways in and
engines are no plugins: they must work whatever a plugin does, and most are imported only when such a file or
language is met, while a plugin is imported before it can be asked (docs/plugins.md).
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, partial
from importlib.metadata import entry_points
from typing import Any, TypeVar

import pluggy
from click import Command

from reader import hookspecs
from reader.checks import Finding
from reader.checks.lint import RULE_NAMES
from reader.errors import IngestError, ReaderError
from reader.formats.csl_styles import CitationStyle
from reader.formats.format import Format
from reader.hookspecs import LintRule
from reader.i18n import _, pgettext
from reader.models import Article, Quote, Source, Span, Status

_Kind = TypeVar("_Kind")
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
            _complain(_("The plugin {name} could not be loaded").format(name=entry.name), error)
    return plugins


def plugin_formats() -> dict[str, Format]:
    """The formats that plugins add, by name."""
    formats: dict[str, Format] = {}
    for plugin in _with_hook("reader_formats"):
        try:
            formats = {
                item.name: item for item in _only(Format, plugin, pgettext("what a plugin gives", "formats"))
            } | formats
        except Exception as error:  # a plugin's code may raise anything
            _complain(_("The plugin {plugin} gives no formats").format(plugin=plugin.plugin_name), error)
    return formats


def plugin_styles() -> dict[str, CitationStyle]:
    """The citation styles that plugins add, by name; one that fails is a ReaderError."""
    return {
        name: partial(_cited, name, style)
        for plugin in reversed(_with_hook("reader_citation_styles"))
        for name, style in _named(plugin, pgettext("what a plugin gives", "citation styles")).items()
    }


def _cited(name: str, style: CitationStyle, article: Article, quote: Quote | None) -> str:
    try:
        return str(style(article, quote))
    except Exception as error:  # a plugin's code may raise anything
        fault = f"{type(error).__name__}: {error}"
        raise ReaderError(
            _("The citation style {name} of a plugin fails: {fault}.").format(name=name, fault=fault)
        ) from error


def plugin_rules() -> dict[str, LintRule]:
    """The rules that plugins add to `reader lint`, by name."""
    rules: dict[str, LintRule] = {}
    for plugin in reversed(_with_hook("reader_lint_rules")):
        for name, rule in _named(plugin, pgettext("what a plugin gives", "rules")).items():
            if name in RULE_NAMES:
                owner = plugin.plugin_name
                _complain(
                    _('A rule of the plugin {owner} is left out: "{name}" is one of reader\'s').format(
                        owner=owner, name=name
                    )
                )
            else:
                rules[name] = rule
    return rules


def plugin_findings(
    article: Article, quotes: Iterable[Quote], sources: Mapping[int, Source]
) -> tuple[Finding, ...]:
    """What the rules of plugins find in an article, in its order; a rule that fails is named and left out."""
    found: list[Finding] = []
    considered = [quote for quote in quotes if quote.status is not Status.REJECTED]
    for name, rule in plugin_rules().items():
        try:
            told = [
                (quote, _sentence(rule(quote, article, sources.get(quote.source_id)))) for quote in considered
            ]
        except Exception as error:  # a plugin's code may raise anything
            _complain(_("The rule {name} of a plugin fails").format(name=name), error)
            continue
        found += [Finding(name, said, quote.id, Span(quote.start, quote.end)) for quote, said in told if said]
    return tuple(sorted(found, key=lambda one: one.span))


def _sentence(told: object) -> str:
    """What a rule says; "" for nothing."""
    if told is None or isinstance(told, str):
        return told or ""
    raise TypeError(f"it gives {type(told).__name__} instead of a sentence")


def plugin_commands() -> dict[str, tuple[Command, str]]:
    """The commands that plugins add, by name, each with its plugin's."""
    commands: dict[str, tuple[Command, str]] = {}
    for plugin in reversed(_with_hook("reader_commands")):
        try:
            given = _only(Command, plugin, pgettext("what a plugin gives", "commands"))
            commands |= {str(one.name): (one, plugin.plugin_name) for one in given}
        except Exception as error:  # a plugin's code may raise anything
            _complain(_("The plugin {plugin} gives no commands").format(plugin=plugin.plugin_name), error)
    return commands


def _only(kind: type[_Kind], plugin: pluggy.HookImpl, what: str) -> list[_Kind]:
    """What a plugin gives of a kind; anything else that it gives is told."""
    given = list(_ask(plugin))
    if odd := [one for one in given if not isinstance(one, kind)]:
        told = ", ".join(sorted({type(one).__name__ for one in odd}))
        _complain(
            _("The plugin {plugin} gives {what} that are none: {told}").format(
                plugin=plugin.plugin_name, what=what, told=told
            )
        )
    return [one for one in given if isinstance(one, kind)]


def _named(plugin: pluggy.HookImpl, what: str) -> dict[str, Any]:
    """What a plugin gives by name."""
    try:
        given = dict(_ask(plugin))
    except Exception as error:  # a plugin's code may raise anything
        _complain(
            _("The plugin {plugin} gives no {what}").format(plugin=plugin.plugin_name, what=what),
            error,
        )
        return {}
    if odd := ", ".join(str(name) for name, one in given.items() if not callable(one)):
        _complain(
            _("The plugin {plugin} gives {what} that cannot be called: {odd}").format(
                plugin=plugin.plugin_name, what=what, odd=odd
            )
        )
    return {str(name): one for name, one in given.items() if callable(one)}


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
                _("The plugin {plugin} could not read {location}: {fault}.").format(
                    plugin=plugin.plugin_name, location=location, fault=fault
                )
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
            _complain(_("The plugin {plugin} finds no quotes").format(plugin=plugin.plugin_name), error)
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


def _complain(what: str, error: Exception | None = None) -> None:
    _say_once(f"{what}: {type(error).__name__}: {error}" if error else f"{what}.")


@cache
def _say_once(sentence: str) -> None:
    """Plugins are asked more than once in a command, and what is wrong with one stays so."""
    print(sentence, file=sys.stderr)
