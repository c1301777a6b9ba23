"""What a table's columns are called, how each is kept and when it is written: told once, and by name.

A `Columns` names them for SELECT, reads rows into a table of fields, and writes a value into what is stored;
`values_of` makes values of such a table. The columns of articles, quotes and notes stand in `records`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import Enum, StrEnum, auto
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

from reader.i18n import _
from reader.store.connection import Row
from reader.store.failures import WAY_OUT, DamagedError
from reader.visible import visible

EMPTY = ("", "[]")
"""What a column holds where nothing is known."""


class Kind(NamedTuple):
    """How a field is kept in its column."""

    read: Callable[[Any], Any] | None = None
    """Makes the field of what is stored; None where that is the field."""
    write: Callable[[Any], Any] | None = None
    """Makes what is stored of the field; None where that is the field."""


def _without_login(address: Any) -> str:
    from reader.addresses import without_login  # patterns that reading lists does without

    return without_login(str(address))


Fields = dict[str, Sequence[Any]]
"""A table of fields: what each is in every row, by its name."""
Value = TypeVar("Value")

_LONGEST_COMPLAINT = 80
"""Characters of a complaint that a sentence takes."""

AS_IT_IS = Kind()
ADDRESS = Kind(write=_without_login)
"""An address, or a text that may be one: a name and password in it are not stored."""
TEXT = Kind(write=str)
FLAG = Kind(bool, int)
LINK = Kind(lambda number: number or 0, lambda number: number or None)
"""The key of a row in another table; none is 0 in the field and NULL in the column."""


def term(terms: type[StrEnum]) -> Kind:
    """One of a closed list of terms; a dictionary finds it in a quarter of the time of the class."""
    return Kind({str(value): value for value in terms}.__getitem__, str)


class Use(Enum):
    """On which occasion a column is written from the field of the same name."""

    TAKEN = auto()
    """When an article comes in."""
    FILLED = auto()
    """When more is known than before: by a newer text, or by another library, where it was empty here."""
    EDITED = auto()
    """When a person edits it."""
    VERSION = auto()
    """With each text of an article."""
    FOUND = auto()
    """When a quote is found, placed or marked."""


class Column(NamedTuple):
    """One column, or an expression in its place."""

    name: str
    """As SQL has it; with its table before it ("articles.id") where a join has two of the name."""
    kind: Kind = AS_IT_IS
    uses: tuple[Use, ...] = ()
    field: str = ""
    """Of the value; by default called as the column."""


class Columns:
    """The columns that hold the fields of a value."""

    def __init__(self, *columns: Column) -> None:
        self.selected = ", ".join(column.name for column in columns)
        """What follows SELECT, for rows that `read` takes."""
        self._reads = {column.field or _bare(column.name): column.kind.read for column in columns}
        self._writes = {
            use: [
                (_bare(column.name), column.field or _bare(column.name), column.kind.write or _same)
                for column in columns
                if use in column.uses
            ]
            for use in Use
        }

    def names(self, use: Use) -> list[str]:
        """The columns that are written on an occasion."""
        return [name for name, _, _ in self._writes[use]]

    def read(self, rows: Sequence[Row]) -> Fields:
        """The fields in rows of `selected`."""
        stored = zip(*rows, strict=True) if rows else repeat(())
        return {
            name: values if read is None else _read(name, read, values)
            for (name, read), values in zip(self._reads.items(), stored, strict=False)
        }

    def stored(self, value: object, use: Use) -> dict[str, Any]:
        """What the columns written on an occasion hold of a value."""
        return {name: write(getattr(value, field)) for name, field, write in self._writes[use]}

    def stored_fields(self, given: Mapping[str, object], use: Use) -> dict[str, Any]:
        """What the columns written on an occasion hold of those of their fields that are given."""
        return {name: write(given[field]) for name, field, write in self._writes[use] if field in given}


def values_of(value: type[Value], table: Fields) -> list[Value]:
    """A value for each row; what the table does not have stays as the class has it by default.

    Their order is asked of the class itself, which takes half the time of naming them in each row.
    """
    defaults = _defaults(value)  # type: ignore[arg-type]  # mypy takes no class for hashable
    if unknown := table.keys() - defaults.keys():
        raise TypeError(f"{value.__name__} has no {', '.join(unknown)}.")
    columns = (table[name] if name in table else repeat(default) for name, default in defaults.items())
    return list(map(value, *columns))


@cache
def _defaults(value: type) -> dict[str, object]:
    """The fields of a dataclass in its order, each with its default."""
    return {field.name: field.default for field in fields(value)}


def _read(name: str, read: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """The fields of a column. Raises DamagedError where one holds what no library holds there."""
    try:
        return [*map(read, values)]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        what = visible(
            _("what {name} holds cannot be read: {error}").format(name=name, error=error)[:_LONGEST_COMPLAINT]
        )
        raise DamagedError(
            _("The library is damaged ({what}): {way_out}.").format(what=what, way_out=WAY_OUT)
        ) from error


def _bare(name: str) -> str:
    return name.rpartition(".")[2]


def _same(value: object) -> object:
    return value
