"""What a plugin may add to reader: formats, ways in, languages, rules of lint, citation styles, commands.

A plugin is a distribution with an entry point in the group "reader"; its module has functions of these names,
marked with `reader.plugins.hookimpl`. The functions here tell pluggy names and arguments; nobody calls them.
`reader.plugins` asks one plugin after the other, the one loaded last first.
"""

from collections.abc import Callable, Iterable, Mapping

import pluggy
from click import Command

from reader.formats.csl_styles import CitationStyle
from reader.formats.format import Format
from reader.models import Article, Quote, Source

LintRule = Callable[[Quote, Article, Source | None], str]
"""A sentence about a quote, with its article and the source it is assigned to; "" for nothing to say."""

hookspec = pluggy.HookspecMarker("reader")


@hookspec
def reader_formats() -> Iterable[Format]:
    """Formats to export to; a name that reader has already is passed over."""
    raise NotImplementedError


@hookspec
def reader_read(location: str) -> Article | None:
    """The article at `location`, or None where this plugin does not know such; asked before reader itself.

    The first article is taken; a plugin that fails has said that the location is its own.
    """
    raise NotImplementedError


@hookspec
def reader_detect(text: str, language: str, title: str) -> Iterable[Quote] | None:
    """The quotes of `text`, or None where this plugin does not know the language; asked before reader itself.

    The first answer is taken, an empty one too. `language` is an ISO 639-1 code. Spans count code points of
    `text`. An engine that a person chose by name ("rules", "learned") is not replaced.
    """
    raise NotImplementedError


@hookspec
def reader_lint_rules() -> Mapping[str, LintRule]:
    """Rules of `reader lint` and of the desk, by the name that a finding has and `--skip` takes.

    Rejected quotes are not asked about. A rule that fails is named on standard error and left out.
    """
    raise NotImplementedError


@hookspec
def reader_citation_styles() -> Mapping[str, CitationStyle]:
    """Citation styles: what follows a quote and its speaker, of an article and the quote (None for none).

    A person asks for one as "plugin:NAME". What a style is given is covered already.
    """
    raise NotImplementedError


@hookspec
def reader_commands() -> Iterable[Command]:
    """Commands of click, called as `reader NAME`; a name that reader has already is passed over."""
    raise NotImplementedError
