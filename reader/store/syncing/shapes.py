"""What a kind of things is: its table, and the fields that two people may change apart from each other.

A *thing* is a row with what hangs on it alone (its tags, its other names); a *field* is columns that are
changed together. Columns that are in no field stay in each library.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]
"""What a field says: its columns, or a single `set` (1 or 0, or the text of a field of one's own)."""


@dataclass(frozen=True, slots=True)
class Field:
    """Columns that are changed together."""

    name: str
    columns: tuple[str, ...]
    label: str = ""
    """How a conflict about it is told; "" where two who differ are no conflict."""
    told: tuple[str, ...] = ()
    """The columns in which two who differ contradict each other; by default all."""
    is_fixed: bool = False
    """Whether it is told once, with the thing, and never changed."""
    is_strict: bool = False
    """Whether of two written at the same time the one that allows less stands."""

    @property
    def telling(self) -> tuple[str, ...]:
        """The columns in which two who differ contradict each other."""
        return self.told or self.columns


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of another table that are part of a thing, each a field of its own: "tags/politik"."""

    prefix: str
    table: str
    owner: str
    """The column that names the row of the thing."""
    value: str = ""
    """The column with what it says; "" where it is only there or not."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things."""

    name: str
    table: str
    label: str
    fields: tuple[Field, ...]
    parent: str = ""
    """The kind of thing that it belongs to, without which it cannot be."""
    parent_column: str = ""
    hanging: tuple[Hanging, ...] = ()
    called: str = ""
    """The column that says which one it is, where a person is told."""
    has_uid: bool = True

    def field(self, name: str) -> Field:
        """The field of a name; of what hangs on a thing, one of its own."""
        found = next((one for one in self.fields if one.name == name), None)
        return found or Field(name, ("set",))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that go along."""
        return tuple(column for field in self.fields for column in field.columns)
