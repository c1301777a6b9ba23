"""Read values of JSON that somebody else wrote: of the right kind, or empty."""

from collections.abc import Iterator
from typing import Any


def text(value: Any) -> str:
    """A text or number as text, "" for anything else; half characters, which none stores, are marked."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def texts(value: Any) -> tuple[str, ...]:
    """The texts in a list, or a single one."""
    return tuple(found for item in listed(value) if (found := text(item).strip()))


def listed(value: Any) -> list[Any]:
    """A list as it is, nothing as none, a single value as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list, or a single one."""
    yield from (item for item in listed(value) if isinstance(item, dict))


def within(value: Any, *names: str) -> Any:
    """What stands under names one within the other; None where something else stands there."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def number(value: Any, otherwise: int = -1) -> int:
    """A whole number, also as text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.strip().isdecimal() else otherwise
