"""What a plugin may add to reader: formats, ways in, languages.

A plugin is a distribution with an entry point in the group "reader"; its module has functions of these names,
marked with `reader.plugins.hookimpl`. The functions here tell pluggy names and arguments; nobody calls them.
`reader.plugins` asks one plugin after the other, the one loaded last first.
"""

from collections.abc import Iterable

import pluggy

from reader.formats.format import Format
from reader.models import Article, Quote

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
