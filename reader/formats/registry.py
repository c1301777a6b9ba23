"""The formats there are, by name."""

from reader.errors import UsageError
from reader.formats import (
    bibtex,
    corpus,
    csl,
    docx,
    html,
    hypothesis,
    jsonl,
    markdown,
    odt,
    readwise,
    refi,
    ris,
    site,
    srt,
    table,
    taguette,
    vault,
    vtt,
    warc,
    webannotation,
    xlsx,
)
from reader.formats.format import Format
from reader.i18n import _

_BUILT_IN = (
    markdown.FORMAT,
    table.FORMAT,
    jsonl.FORMAT,
    html.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    xlsx.FORMAT,
    webannotation.FORMAT,
    webannotation.RECOGITO,
    hypothesis.FORMAT,
    hypothesis.TABLE,
    refi.FORMAT,
    refi.CODEBOOK,
    taguette.FORMAT,
    taguette.CODEBOOK,
    readwise.FORMAT,
    csl.FORMAT,
    bibtex.FORMAT,
    ris.FORMAT,
    site.FORMAT,
    vault.FORMAT,
    vtt.FORMAT,
    srt.FORMAT,
    corpus.FORMAT,
    warc.FORMAT,
)


def available() -> dict[str, Format]:
    """All formats of this package by name, in the order to show them in."""
    return {item.name: item for item in _BUILT_IN}


def get(name: str) -> Format:
    """The format called `name`, or the first with that ending; else a `UsageError` that lists them."""
    return choose(name, available())


def choose(name: str, formats: dict[str, Format]) -> Format:
    """The one of `formats` called `name`, or the first whose files end so."""
    if name in formats:
        return formats[name]
    ending = name if name.startswith(".") else f".{name}"
    for item in formats.values():
        if item.suffix == ending:
            return item
    raise UsageError(
        _('There is no format "{name}"; take one of {formats}.').format(name=name, formats=", ".join(formats))
    )
