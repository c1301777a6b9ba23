"""The values of a run over an archive: which stretches are looked through, how, and what came of it.

All of them go to other processes and machines as they are.
"""

import json
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from reader.library.detecting import AS_USUAL, DetectionSettings

ARTICLES_A_PART = 2_000
"""Articles that are looked through at once, or again where a process ends early: half a minute."""


class Stretch(NamedTuple):
    """A piece of a file of articles."""

    address: str
    """The file, as a path or with the protocol of fsspec ("s3://archive/2019.parquet")."""
    start: int
    """First row of Parquet; of JSON lines the byte, unpacked, from which on lines that begin belong to it."""
    end: int
    fingerprint: str
    """Tells whether the file is still the same."""
    articles: int
    """How many it holds, as far as it is known before it is read."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one process does at once: it is done whole, or again."""

    stretches: tuple[Stretch, ...]
    key: str
    """Its name, and that of its files; the same stretches have the same one."""
    skipped: tuple[int, ...] = ()
    """Rows, counted from 0, over which a process ended twice."""

    @property
    def articles(self) -> int:
        """How many articles it is taken to have."""
        return sum(stretch.articles for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every part."""

    out: str
    """Address of the folder for what is found."""
    detection: DetectionSettings = AS_USUAL
    mapping: tuple[tuple[str, str], ...] = ()
    """Which column a field of the articles is in."""
    language: str = ""
    """Language to take whatever the articles say."""
    keeps_texts: bool = True
    """Whether the texts are kept beside the quotes."""
    articles_a_part: int = ARTICLES_A_PART

    def settings(self) -> dict[str, Any]:
        """What decides the result, as JSON holds it: an archive is made with one of these."""
        said = asdict(self)
        del said["out"]
        return dict(json.loads(json.dumps(said)))


@dataclass(frozen=True, slots=True)
class PartDone:
    """What came of a part."""

    key: str
    articles: int
    quotes: int
    failed: int
    """Rows that gave no article."""
    detectors: dict[str, str] = field(default_factory=dict)
    """Which detector looked, by language."""


def part_of(stretches: tuple[Stretch, ...], job: Job) -> Part:
    """The part of these stretches, named by what they and the settings are."""
    named = [[*stretch[:4]] for stretch in stretches]
    told = json.dumps([named, job.settings()], sort_keys=True)
    return Part(stretches, blake2b(told.encode("utf-8", "replace"), digest_size=10).hexdigest())
