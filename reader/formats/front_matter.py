"""Front matter: the few lines of YAML above a Markdown file, written, and brought up to date line by line.

Values are JSON strings and lists, which YAML 1.2 reads as they are. Where a file has front matter already,
only the lines of values that differ are written anew: keys of other programs, comments, order and style of
what a person wrote stay.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Value = str | Sequence[str]

_FRONT = re.compile(r"\A---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"""(?P<key>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:'"\[{&*!|>%@`-][^:\n]*?)[ \t]*:(?=\s|\Z)""")
_ITEM = re.compile(r"(?P<mark>[ \t]*-[ \t]+)")
_BLANK = re.compile(r"[ \t]*(?:#.*)?\n?\Z")
_SIDE_COMMENT = re.compile(r"[ \t]#.*\Z")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|<(?=[A-Za-z/!?])")
"""What some readers of YAML refuse, and what one that knows no front matter would take for HTML."""

OURS = (  # not shown
    *("title", "byline", "outlet", "url", "published", "language"),
    *("tags", "tag names", "reader"),
)
"""Keys that an export writes, and takes away where they are empty."""


def front_matter(values: Mapping[str, Value]) -> str:
    """The block between two lines of "---"; empty values are left out."""
    lines = [f"{key}: {as_value(value)}\n" for key, value in values.items() if value]
    return "---\n" + "".join(lines) + "---\n"


def as_value(value: Value) -> str:
    """A text or a list as YAML has it."""
    # A JSON string is a YAML one, so that ":" or "#" in a title starts neither a key nor a comment.
    text = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def split(document: str) -> tuple[str, str]:
    """The front matter of `document`, or "", and what follows it.

    An earlier version of reader put its own above one that began with a byte order mark: then it is the
    person's that counts.
    """
    found = _found(document)
    if found is None:
        return "", document
    body = document[found.end() :]
    below = _found(body[1:]) if body.startswith("\ufeff") else None
    return (below[0], body[1 + below.end() :]) if below else (found[0], body)


def _found(document: str) -> re.Match[str] | None:
    """The front matter, if it holds keys or nothing: a text may begin with a line of dashes too."""
    found = _FRONT.match(document)
    # "---\nA line of a poem.\n---" has no key.
    is_text = found is not None and found[1].strip() and not any(map(_KEY.match, found[1].splitlines()))
    return None if is_text else found


def listed_in(front: str, key: str) -> tuple[str, ...]:
    """The values of a key of front matter, also of one in which a person wrote them in another way."""
    value = _values(_inside(front)).get(key) if front else None
    values = value if isinstance(value, list) else [value]
    return tuple(str(one).strip() for one in values if one is not None and str(one).strip())


def merged(before: str, now: str) -> str:
    """The front matter `before` with what `now` says in the keys that are ours.

    Where `before` is of another article, or `now` of several, `before` stays as it is.
    """
    if not before or not now:
        return before or now
    values, old = _values(_inside(now)), _values(_inside(before))
    if "reader" in old and old["reader"] != values.get("reader", ""):
        return before
    opening, lines, closing = _lines_of(before)
    return opening + "".join(_renewed(lines, old, values)) + closing


def _inside(front: str) -> str:
    found = _FRONT.match(front)
    return found[1] if found else ""


def _lines_of(front: str) -> tuple[str, list[str], str]:
    lines = front.splitlines(keepends=True)
    return lines[0], lines[1:-1], lines[-1]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with the lines of its value."""

    key: str
    start: int
    end: int
    """The line after the last of its value; comments and empty lines may follow."""


def _values(inside: str) -> dict[str, Any]:
    """What the lines say, every value a text, a list or a table of texts."""
    from ruamel.yaml import YAML  # 60 ms, for files that are there already
    from ruamel.yaml.error import YAMLError

    yaml = YAML(typ="base", pure=True)
    yaml.allow_duplicate_keys = True
    try:
        read = yaml.load(inside)
    except (YAMLError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        read = None
    if isinstance(read, dict):
        return {str(key): value for key, value in read.items()}
    found = (_KEY.match(line) for line in inside.splitlines())
    return {_name(one["key"]): one.string[one.end() :].strip().strip("\"'") for one in found if one}


def _name(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" else key


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    """Every key at the beginning of a line, with its value, which may go on in the lines below."""
    starts = [at for at, line in enumerate(lines) if _KEY.match(line)]
    for start, after in zip(starts, [*starts[1:], len(lines)], strict=False):
        found = _KEY.match(lines[start])
        assert found
        end = after
        while end > start + 1 and _BLANK.match(lines[end - 1]):
            end -= 1
        yield _Entry(_name(found["key"]), start, end)


def _renewed(lines: Sequence[str], old: Mapping[str, Any], new: Mapping[str, Value]) -> list[str]:
    """The lines with the values of `new`: those that differ written anew, new keys after their forerunner."""
    entries = {entry.key: entry for entry in _entries(lines)}
    written: dict[int, list[str]] = {}
    place = 0
    late: dict[int, list[str]] = {}
    for key in OURS:
        entry, value = entries.get(key), new.get(key, "")
        if entry is None:
            late.setdefault(place, []).extend([f"{key}: {as_value(value)}\n"] if value else [])
            continue
        place = entry.end
        if not _is_same(old.get(key), value):
            written[entry.start] = _entry_lines(lines[entry.start : entry.end], value, old.get(key))
    return list(_assembled(lines, {entry.start: entry.end for entry in entries.values()}, written, late))


def _assembled(
    lines: Sequence[str],
    ends: Mapping[int, int],
    written: Mapping[int, list[str]],
    late: Mapping[int, list[str]],
) -> Iterator[str]:
    at = 0
    while at <= len(lines):
        yield from late.get(at, ())
        if at == len(lines):
            return
        if at in written:
            yield from written[at]
            at = ends[at]
        else:
            yield lines[at]
            at += 1


def _is_same(old: Any, new: Value) -> bool:
    if isinstance(new, str):
        return isinstance(old, str) and " ".join(old.split()) == " ".join(new.split()) != ""
    return (old if isinstance(old, list) else [old]) == list(new)


def _entry_lines(lines: Sequence[str], value: Value, old: Any) -> list[str]:
    """The lines of an entry with another value; none where it is empty."""
    if not value:
        return [line for line in lines[1:] if _BLANK.match(line) and line.strip()]
    items = [at for at, line in enumerate(lines) if at and _ITEM.match(line)]
    # As many items as before keep their lines and their comments.
    if not isinstance(value, str) and isinstance(old, list) and len(items) == len(old):
        return _list_lines(lines, items, old, value)
    found = _KEY.match(lines[0])
    assert found
    comment = _SIDE_COMMENT.search(_bare(lines[0][found.end() :])) if len(lines) == 1 else None
    return [f"{found[0]} {as_value(value)}{' ' + comment[0] if comment else ''}\n"]


def _bare(value: str) -> str:
    """A value's line with "#" inside quotation marks hidden."""
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", lambda found: "_" * len(found[0]), value.rstrip("\n"))


def _list_lines(
    lines: Sequence[str], items: Sequence[int], old: Sequence[Any], new: Sequence[str]
) -> list[str]:
    """The lines of a list with one item a line: those that stay as they are, new ones at its end."""
    gone = {at for at, value in zip(items, old, strict=True) if value not in new}
    mark = _ITEM.match(lines[items[0]])
    assert mark
    added = [f"{mark['mark']}{as_value(value)}\n" for value in new if value not in old]
    return [line for at, line in enumerate(lines) if at not in gone] + added
