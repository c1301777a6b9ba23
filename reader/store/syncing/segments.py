"""A segment: what one library says of some things, as bytes that tell whether they are whole.

Lines of JSON, packed with zlib: a head, a thing a line, and an end with their number.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from json import JSONDecodeError, JSONEncoder, loads
from typing import Any

from reader.errors import ReaderError
from reader.i18n import _
from reader.store.schema import MIGRATIONS
from reader.store.syncing.registers import Dot, Moment

FORMAT = 1
"""Which way of writing segments this is; a higher one is of a newer program."""
_json = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
MOST = 2 * 1024**3
"""Bytes that a segment may unpack to."""


class NotWholeError(ReaderError):
    """A segment that is not, or not yet, as it was written."""


class StrayError(NotWholeError):
    """A file under the name of a segment that is none, and never will be."""


class NewerError(ReaderError):
    """A segment that a newer version of reader wrote."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What one library says."""

    dot: Dot
    moment: Moment
    states: Sequence[Mapping[str, Any]] = ()
    moments: dict[Dot, Moment] = field(default_factory=dict)
    """Of all the segments that are named in it."""


def packed(segment: Segment) -> bytes:
    """A segment as bytes."""
    pack = zlib.compressobj(6)
    return b"".join((*(pack.compress(line) for line in _lines(segment)), pack.flush()))


def _lines(segment: Segment) -> Iterator[bytes]:
    head = {
        "format": FORMAT,
        "schema": MIGRATIONS,
        "library": segment.dot.library,
        "number": segment.dot.number,
        **_moment(segment.moment),
        "moments": [[*dot, _moment(moment)] for dot, moment in sorted(segment.moments.items())],
    }
    for value in (head, *segment.states, {"end": len(segment.states)}):
        yield f"{_json(value)}\n".encode(errors="surrogatepass")


def _moment(moment: Moment) -> dict[str, Any]:
    return {"at": moment.at, "who": moment.who, "seen": dict(moment.seen)}


def unpacked(content: bytes) -> Segment:
    """A segment out of its bytes. Raises NotWholeError, NewerError."""
    try:
        pack = zlib.decompressobj()
        text = pack.decompress(content, MOST)
        if not pack.eof:
            raise NotWholeError(_("it ends in the middle"))
        head, *states, end = map(loads, text.decode(errors="surrogatepass").splitlines())
        _check_version(head)
        if end != {"end": len(states)}:
            raise NotWholeError(_("it ends in the middle"))
        moments = {Dot(library, number): _moment_of(one) for library, number, one in head["moments"]}
        return Segment(Dot(head["library"], head["number"]), _moment_of(head), states, moments)
    except (zlib.error, JSONDecodeError, UnicodeDecodeError, ValueError, TypeError, KeyError) as error:
        raise NotWholeError(_("it is damaged")) from error


def _check_version(head: Mapping[str, Any]) -> None:
    if head["format"] > FORMAT or set(head["schema"]) - set(MIGRATIONS):
        raise NewerError(_("it was written by a newer version of reader"))


def _moment_of(said: Mapping[str, Any]) -> Moment:
    return Moment(
        str(said["at"]), str(said["who"]), {str(one): int(number) for one, number in said["seen"].items()}
    )


def named_moments(states: Iterable[Mapping[str, Any]], known: Mapping[Dot, Moment]) -> dict[Dot, Moment]:
    """The segments that things name, each with when it was written."""
    dots = {
        Dot(write[0], write[1])
        for state in states
        for register in (*state.get("fields", {}).values(), state.get("removals", ()))
        for write in register
    }
    return {dot: known[dot] for dot in dots}
