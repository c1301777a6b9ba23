"""What a format is; whatever goes out through one is redacted first.

A `Format` may come from a module of this package or from a plugin: a name, the ending of its files, one
sentence, and `write(dossiers, stream, *, options)` into a binary stream.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from reader.formats.dossier import Dossier, Options
from reader.formats.evening import even
from reader.formats.redaction import redacted, without_off_record


class Writer(Protocol):
    """Writes dossiers in one format."""

    def __call__(self, dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
        """Write `dossiers` to `stream`."""


class ExportMerger(Protocol):
    """Brings an earlier export up to date instead of replacing it."""

    def __call__(self, before: bytes, now: bytes) -> bytes:
        """The file `before`, with what reader wrote replaced by what it writes `now`."""


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
    counts_places: bool = True
    """Whether it says where things stand in the text: covered names then stay as long as they were."""
    binary: bool = False
    """Whether it is of no use on a terminal."""

    def write(self, dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
        """Write `dossiers`, redacted unless `options.confidential`, to the binary `stream`."""
        dossiers = map(without_off_record if options.confidential else redacted, dossiers)
        if not self.counts_places and not options.confidential:
            dossiers = map(even, dossiers)
        self.writer(dossiers, stream, options=options)
