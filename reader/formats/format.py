"""What a format is; whatever goes out through one is redacted first.

A `Format` may come from a module of this package or from a plugin: a name, the ending of its files, one
sentence, and `write(dossiers, stream, *, options)` into a binary stream.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from reader.formats.dossier import Dossier, Options
from reader.formats.evening import even
from reader.formats.originals import tells_of_covered
from reader.formats.redaction import redacted, without_off_record


class Writer(Protocol):
    """Writes dossiers in one format."""

    def __call__(self, dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
        """Write `dossiers` to `stream`."""


class ExportMerger(Protocol):
    """Brings an earlier export up to date instead of replacing it."""

    def __call__(self, before: bytes, now: bytes) -> bytes:
        """The file `before`, with what reader wrote replaced by what it writes `now`."""


class MemberMerger(Protocol):
    """Brings a file of an earlier export into a folder up to date."""

    def __call__(self, name: str, before: bytes, now: bytes) -> bytes:
        """The file called `name` as it was `before`, with what reader writes `now`."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out."""

    name: str
    suffix: str
    """Ending of its files, such as ".md"."""
    label: str
    """One sentence for a list of formats."""
    writer: Writer
    merge: ExportMerger | None = None
    """Where an export onto an earlier one updates it."""
    is_table: bool = False
    """Whether it has cells, for --excel and --separator."""
    counts_places: bool = False
    """Whether it says where things stand in the text: covered names then stay as long as they were. In any
    other all are equally long, for the length of a name tells whose it is."""
    binary: bool = False
    """Whether it is of no use on a terminal."""
    is_folder: bool = False
    """Whether it is a zip of files that a folder takes one by one."""
    merge_member: MemberMerger | None = None
    """Of such a zip, where an export into a folder updates the files that are there."""
    holds_memos: bool = False
    """Whether it hands on memos, where they are asked for."""
    takes_originals: bool = False
    """Whether it hands on what articles were read from, where nobody who is covered is shown by it."""

    def write(self, dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
        """Write `dossiers`, redacted unless `options.confidential`, to the binary `stream`."""
        dossiers = (self._covered(one, options) for one in dossiers)
        if not self.counts_places and not options.confidential:
            dossiers = map(even, dossiers)
        self.writer(dossiers, stream, options=options)

    def _covered(self, dossier: Dossier, options: Options) -> Dossier:
        """A dossier as it may go out, with its originals where this takes them and they tell of nobody."""
        out = without_off_record(dossier) if options.confidential else redacted(dossier)
        if not dossier.originals:
            return out
        stay = not self.takes_originals or tells_of_covered(dossier, confidential=options.confidential)
        return replace(out, originals=() if stay else dossier.originals)
