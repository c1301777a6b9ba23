"""What a search line means, as a tree: terms, and what joins them."""

import re
from dataclasses import dataclass

from reader.errors import StoreError
from reader.i18n import _


class QueryError(StoreError):
    """The search line is wrong at `position` (counted from 0)."""

    exit_code = 2

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message, title=_("The search is not complete"))
        self.position = position


@dataclass(frozen=True, slots=True)
class Term:
    """Words to find, or a field with its value."""

    value: str
    field: str = ""
    exact: bool = False
    """Whether it stood in quotation marks."""
    prefix: bool = False
    """Whether it ended with an asterisk: the beginning of a word."""
    position: int = 0
    near: int = 0
    """Words that may stand between its words, in any order; 0 where they stand in a row."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the value, as the index divides them."""
        return tuple(re.findall(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*", self.value))


@dataclass(frozen=True, slots=True)
class Not:
    """Leave out what the part finds."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """What all parts find."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any part finds."""

    parts: tuple["Node", ...]


Node = Term | Not | And | Or
