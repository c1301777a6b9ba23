"""Taguette's tables: highlights, a row for each tag of one, and the codebook."""

from collections.abc import Iterable

from reader.imports.grouping import by_text
from reader.imports.own_words import TYPES, quote_of, says_lost
from reader.imports.tables import Row
from reader.imports.values import Incoming, Marked, MarkedQuote
from reader.texts.locating import SoughtPassage

TOOL = "Taguette"  # not shown: a name
_QUOTE, _SPEAKER, _REMARK = "quote/", "speaker/", "remark/"
"""How the tags of a quote begin that reader exported."""


def is_one(columns: set[str]) -> bool:
    """Whether a table has the columns of highlights."""
    return {"document", "content"} <= columns


def is_codebook(columns: set[str]) -> bool:
    """Whether a table has the columns of a codebook."""
    return bool(columns & {"tag", "name", "path"}) and "description" in columns and "document" not in columns


def read(rows: list[Row]) -> Incoming:
    """The highlights, by document."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for place, row in enumerate(rows):
        if row.get("content", "").strip():
            key = (row.get("id") or str(place), row.get("document", "").strip(), row["content"].strip())
            groups.setdefault(key, []).append(row.get("tag", "").strip())
    found = [(("", document), _made(words, tags)) for (_, document, words), tags in groups.items()]
    return Incoming(TOOL, by_text(found))


def _made(words: str, tags: Iterable[str]) -> Marked | MarkedQuote:
    given = [tag for tag in dict.fromkeys(tags) if tag]
    kind = next(
        (
            TYPES[tag[len(_QUOTE) :]]
            for tag in given
            if tag[len(_QUOTE) :] in TYPES and tag.startswith(_QUOTE)
        ),
        None,
    )
    if kind is None:
        return Marked((SoughtPassage(words),), tags=tuple(given))
    speaker = next((tag[len(_SPEAKER) :] for tag in given if tag.startswith(_SPEAKER)), "")
    remarks = [tag[len(_REMARK) :] for tag in given if tag.startswith(_REMARK)]
    kept = tuple(tag for tag in given if not tag.startswith((_QUOTE, _SPEAKER, _REMARK)))
    mark = Marked((SoughtPassage(words),), tags=kept, is_lost=says_lost(remarks))
    return quote_of(mark, kind, speaker=speaker)


def read_codebook(rows: list[Row]) -> Incoming:
    """The tags of a codebook; those that reader makes of types, speakers and remarks are none."""
    own = (_QUOTE, _SPEAKER, _REMARK)
    names = ((row.get("tag") or row.get("path") or row.get("name") or "").strip() for row in rows)
    said = {
        name: row.get("description", "").strip()
        for name, row in zip(names, rows, strict=True)
        if name and not name.startswith(own)
    }
    meanings = {name: meaning for name, meaning in said.items() if meaning}
    return Incoming(TOOL, tags=dict.fromkeys(said, ""), meanings=meanings)
