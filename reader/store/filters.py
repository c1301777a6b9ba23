"""The filter language as conditions of SQL on articles and quotes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """What follows WHERE, with its parameters."""

    sql: str
    parameters: Mapping[str, object]
    narrows: bool = False
    """Whether it leaves out anything but the trash."""


def articles_where(query: str) -> Condition:
    """Condition on `articles` that a query means."""
    if not query.strip():
        return Condition("trashed = ''", {})
    return Condition("trashed = '' AND title LIKE :p0", {"p0": f"%{query}%"}, narrows=True)


def quotes_where(query: str) -> Condition:
    """Condition on `quotes` that a query means."""
    present = "article_id IN (SELECT id FROM articles WHERE trashed = '')"
    if not query.strip():
        return Condition(present, {})
    return Condition(f"{present} AND words LIKE :p0", {"p0": f"%{query}%"}, narrows=True)
