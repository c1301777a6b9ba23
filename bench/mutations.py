"""Damage to inputs: what a broken disk, a bad converter or somebody with bad intentions makes of a file."""

import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from enum import Enum
from io import BytesIO

LONGEST = 120_000
"""Bytes that an input may grow to; larger ones cost time and find nothing more."""
_MOST_STEPS = 6
"""Changes to one input (chosen by hand)."""
_RAW = 0.35
"""Share of archives and quoted texts whose bytes are changed; in the others it is what is in them."""
_QUOTED = re.compile(rb'"(?:[^"\\\n]|\\.)*"')

_PIECES = tuple(
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *(
            "\x00",
            "\x01",
            "\x0b",
            "\x0c",
            "\x1b[31m",
            "\x7f",
            "\x85",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ufffe",
            "\ud800",
        ),
        *(
            "„",
            "“",
            "”",
            '"',
            "»",
            "«",
            "’",
            "'",
            "„„",
            "“, sagte sie. ",
            "(dpa)",
            "\r",
            "\r\n",
            "\n\n",
            "\t",
            "\\",
        ),
        *(
            "<",
            ">",
            "</p>",
            "<p>",
            "<table><tr><td>",
            "<br>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml",
            "&",
            "&amp;",
        ),
        *(
            "&#12;",
            "&#0;",
            "&#x110000;",
            "&#xD800;",
            "&#99999999999;",
            "http://[a/",
            "http://",
            "javascript:",
            "../",
        ),
        *(
            "=?utf-8?q?=ff=dd?=",
            "=?x?b?!!?=",
            ":",
            ";",
            ",",
            ": ",
            "--",
            "---\n",
            "...",
            "From: a:;\n",
            "boundary=",
        ),
        *(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "((",
            "*",
            "-",
            "OR ",
            "AND ",
            "NOT ",
            "re:",
            "title:",
            "after:",
            "%",
            "@",
            "=",
        ),
        *(
            "0",
            "-1",
            "1e999",
            "9" * 30,
            "9" * 5000,
            "2024-02-31",
            "null",
            "true",
            "\\u0000",
            "\\ud800",
            "\\'ff",
            "\\u-1 ",
        ),
        *(
            "SELECT ",
            "UNION ",
            "WITH RECURSIVE ",
            "/*",
            "x'00'",
            "randomblob(9)",
            " OR 1=1",
            "\U0001f600",
            "e\u0301" * 40,
        ),
    )
)


class Form(Enum):
    """What holds the contents of an input, so that damage reaches them and not only what is around."""

    PLAIN = "plain"
    ARCHIVE = "archive"
    QUOTED = "quoted"
    """Texts in quotation marks with backslashes, as in JSON and TOML."""
    WORDS = "words"
    """Words with spaces between them, as in a query."""


def mutated(seeds: Sequence[bytes], chance: random.Random, form: Form = Form.PLAIN) -> bytes:
    """One of the seeds with some damage, the same for the same state of `chance`."""
    seed = chance.choice(seeds)
    damaged = seed
    if form is not Form.PLAIN and chance.random() > _RAW:
        damaged = _INSIDE[form](seed, chance.choice(seeds), chance)
    while damaged == seed:
        damaged = _damaged(seed, chance.choice(seeds), chance)
    return damaged


def _requoted(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """`data` with damage in some of its texts in quotation marks, which stay texts in quotation marks."""
    rate = chance.choice((0.1, 0.3, 1.0))

    def damage(found: re.Match[bytes]) -> bytes:
        if chance.random() > rate:
            return found[0]
        words = _damaged(found[0][1:-1], found[0], chance).decode("utf-8", "replace")
        return json.dumps(words, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")

    return _QUOTED.sub(damage, data)


def _reworded(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """`data` with words left out, exchanged, said twice, or taken from another good input."""
    words, others = data.split(b" "), other.split(b" ")
    for _ in range(chance.randrange(1, _MOST_STEPS)):
        at = chance.randrange(len(words) + 1)
        new = [chance.choice(others), chance.choice(words or others), chance.choice(_PIECES)]
        words[at : at + chance.randrange(2)] = (
            new[: chance.randrange(3)] if chance.random() < 0.8 else new[2:]
        )
    return b" ".join(words)


def _damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    for _ in range(min(_MOST_STEPS, 1 + int(chance.expovariate(0.7)))):
        data = chance.choice(_STEPS)(data, other, chance)[:LONGEST]
    return data


def _repacked(seed: bytes, _other: bytes, chance: random.Random) -> bytes:
    """An archive with damage in one of its members, which may also be lost or called differently."""
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(members))
    match chance.randrange(12):
        case 0:
            del members[name]
        case 1:
            members[_damaged(name.encode(), b"", chance).decode("utf-8", "replace")[:200]] = members.pop(name)
        case _:
            members[name] = _damaged(members[name], chance.choice(list(members.values())), chance)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for member, content in members.items():
            archive.writestr(member.split("\0")[0] or "x", content)  # zipfile cuts names there
    return packed.getvalue()


def _cut(data: bytes, chance: random.Random, most: int = 60) -> slice:
    """A place in `data`, mostly a short one."""
    start = chance.randrange(len(data) + 1)
    return slice(start, min(len(data), start + chance.choice((1, 2, 4, most, len(data)))))


def _flip(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _delete(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    gone = _cut(data, chance)
    return data[: gone.start] + data[gone.stop :]


def _insert(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = chance.choice(_PIECES) if chance.random() < 0.8 else chance.randbytes(chance.randrange(1, 9))
    return data[:at] + piece + data[at:]


def _replace(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    gone = _cut(data, chance, 12)
    return data[: gone.start] + chance.choice(_PIECES) + data[gone.stop :]


def _repeat(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    again = _cut(data, chance)
    times = chance.choice((1, 2, 10, 100, 3000)) if chance.random() < 0.3 else 1
    return data[: again.stop] + data[again] * times + data[again.stop :]


def _splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _move(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    moved = _cut(data, chance)
    rest = data[: moved.start] + data[moved.stop :]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[moved] + rest[at:]


def _swap_tags(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    parts = data.split(b"<")
    if len(parts) < 3:
        return data
    one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[two] = parts[two], parts[one]
    return b"<".join(parts)


_STEPS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    *(_flip, _delete, _insert, _insert, _replace, _repeat, _splice, _move, _swap_tags),
)
_INSIDE: dict[Form, Callable[[bytes, bytes, random.Random], bytes]] = {
    Form.ARCHIVE: _repacked,
    Form.QUOTED: _requoted,
    Form.WORDS: _reworded,
}
