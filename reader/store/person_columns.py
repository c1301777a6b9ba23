"""Which columns of a library may name a person who is forgotten, and how a name stands in them."""

from typing import Any

from reader.texts.name_mentions import NameMentions

_OF_THE_TEXT = {
    "quotes": ("words", "exact", "prefix", "suffix", "spoken_by"),
    "notes": ("exact", "prefix", "suffix"),
    "authorisations": ("spoken", "shown"),
    "translations": ("text",),
    "sync_conflicts": ("kind", "key", "field"),
}
"""Columns that hold passages of an article's text, or their translation; or what tells things apart."""
_PROSE = frozenset(
    {
        ("notes", "body"),
        ("memos", "body"),
        ("tags", "description"),
        ("sources", "remarks"),
        ("evidence", "remark"),
        ("authorisations", "approved"),
        ("authorisations", "remark"),
        ("articles", "title"),
        ("statements", "sentence"),
        ("statements", "sentence_before"),
        ("statements", "remark"),
        ("statements", "answer"),
        ("statements", "answer_stands"),
        ("proofs", "remark"),
    }
)
"""Columns of sentences: a part of a name in small letters is a word there ("zu kurz"), in paths a name."""
NAMES_OF_OTHERS = {"sources": ("name",), "aliases": ("name",)}


def kept_in(table: str) -> tuple[str, ...]:
    """Columns in which no name is covered."""
    return (*_OF_THE_TEXT.get(table, ()), *NAMES_OF_OTHERS.get(table, ()), "uid")


def freely_in(table: str, column: str) -> int:
    """Whether parts of a name count in small letters too in a column, as SQL has it."""
    return int((table, column) not in _PROSE)


def is_named(mentions: NameMentions, value: object, freely: int = 0) -> bool:
    """Whether a value of a column names the person."""
    return isinstance(value, str) and bool(mentions.spans(value, freely=bool(freely)))


def covered(mentions: NameMentions, value: Any, freely: int) -> Any:
    """A value of a column with the person's names covered."""
    return mentions.covered(value, freely=bool(freely)) if isinstance(value, str) else value
