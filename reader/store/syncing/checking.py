"""Whether what a segment says of a thing has the shape that all libraries write; else it is left out."""

from collections.abc import Container, Mapping
from typing import Any

from reader.store.syncing.kinds import BY_NAME
from reader.store.syncing.registers import Dot
from reader.store.syncing.shapes import Kind

_PLAIN = (str, int, float, type(None))


def checked(state: Any, moments: Container[Dot]) -> dict[str, Any]:
    """A thing as a segment has it, without fields that nobody knows. Raises ValueError where it is none."""
    if not isinstance(state, Mapping) or state.get("kind") not in BY_NAME:
        raise ValueError("of a kind that is not known")
    kind = BY_NAME[state["kind"]]
    key, parent = state.get("key"), state.get("parent", "")
    if not (isinstance(key, str) and key and isinstance(parent, str)):
        raise ValueError("without a key")
    fields = state.get("fields", {})
    known = {name: _register(kind, name, fields[name], moments) for name in fields if _is_field(kind, name)}
    clean: dict[str, Any] = {"kind": kind.name, "key": key, "fields": known}
    if parent:
        clean["parent"] = parent
    if state.get("removals"):
        clean["removals"] = [_write(one, moments) for one in state["removals"]]
    if state.get("asks"):
        clean["asks"] = 1
    if state.get("forgotten"):
        clean["forgotten"] = 1
        clean["gone"] = [str(one) for one in state.get("gone", ())]
    return clean


def _is_field(kind: Kind, name: str) -> bool:
    prefix, _, rest = name.partition("/")
    return any(one.name == name for one in kind.fields) or bool(
        rest and any(one.prefix == prefix for one in kind.hanging)
    )


def _register(kind: Kind, name: str, register: Any, moments: Container[Dot]) -> list[Any]:
    columns = set(kind.field(name).columns)
    writes = [_write(one, moments) for one in register]
    for write in writes:
        value = write[3]
        if not isinstance(value, dict) or set(value) != columns:
            raise ValueError("with other columns")
        if not all(isinstance(one, _PLAIN) for one in value.values()):
            raise ValueError("with what is no text and no number")
    return writes


def _write(write: Any, moments: Container[Dot]) -> list[Any]:
    library, number, over, value, is_covered, *marks = write
    pairs = [[str(one), int(count)] for one, count in over]
    if Dot(library, number) not in moments:
        raise ValueError("of a segment that nobody wrote")
    told = [library, number, pairs, value, int(bool(is_covered))]
    return [*told, [str(one) for one in marks[0]]] if marks else told
