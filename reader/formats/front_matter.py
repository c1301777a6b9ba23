"""Front matter: the few lines of YAML above a Markdown file, written and brought up to date without a parser.

Values are JSON strings and lists, which YAML 1.2 reads as they are. Keys of other programs are kept.
"""

import json
import re
from collections.abc import Mapping, Sequence

Value = str | Sequence[str]

_FRONT = re.compile(r"\A---\n(.*?\n)?---\n", re.DOTALL)
_ENTRY = re.compile(r"^([^\s#:-][^:\n]*):.*\n(?:(?:[ \t].*|- .*|)\n)*?(?=^\S|\Z)", re.MULTILINE)
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def front_matter(values: Mapping[str, Value]) -> str:
    """The block between two lines of "---"; empty values are left out."""
    lines = [f"{key}: {_written(value)}\n" for key, value in values.items() if value]
    return "---\n" + "".join(lines) + "---\n"


def _written(value: Value) -> str:
    # A JSON string is a YAML one, so that ":" or "#" in a title starts neither a key nor a comment.
    text = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def split(document: str) -> tuple[str, str]:
    """The front matter of `document`, or "", and what follows it."""
    found = _FRONT.match(document)
    return (found[0], document[found.end() :]) if found else ("", document)


def merged(before: str, now: str) -> str:
    """The front matter `now`, with the entries of `before` that are not ours.

    Where `before` is of another article, or `now` of several, `before` stays as it is.
    """
    entries, others = _entries(now), _entries(before)
    of_another = others.get("reader", "") != entries.get("reader", "") and "reader" in others
    if not now or of_another:
        return before
    kept = {key: entry for key, entry in others.items() if key not in OURS}
    return "---\n" + "".join((entries | kept).values()) + "---\n"


OURS = ("title", "byline", "outlet", "url", "published", "language", "tags", "reader")
"""Keys that an export writes, and takes away where they are empty."""


def _entries(front: str) -> dict[str, str]:
    found = _FRONT.match(front)
    inside = (found[1] or "") if found else ""
    return {entry[1].strip("\"' "): entry[0] for entry in _ENTRY.finditer(inside)}
