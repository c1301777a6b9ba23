"""What a run has to do: which files there are, what of them is done already, and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from reader.errors import ReaderError, UsageError
from reader.library.archives.articles import columns_of
from reader.library.archives.folder import ArchiveFolder, stretches_done
from reader.library.archives.inputs import ArticleFile, Measure, files_at, measure, parts_of, stretches_of
from reader.library.archives.work import Job, Part, Stretch


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what there is already."""

    parts: tuple[Part, ...]
    done_articles: int
    """Articles of these files that are in the archive already."""
    share: float
    """Rows in a stretch for each that it was taken to have, by what is done; 1.0 where nothing is."""
    changed: tuple[str, ...]
    """Files that have changed since they were read: they are read again."""
    other_detectors: tuple[str, ...]
    """Detectors that looked through what is done, and would not do so now."""
    unreadable: tuple[str, ...]
    """For each file that cannot be read, the sentence why."""

    @property
    def articles(self) -> int:
        """How many are to be looked through, as far as that is known before."""
        return sum(part.articles for part in self.parts)


def plan_for(inputs: Sequence[str], job: Job, folder: ArchiveFolder, said: dict[str, Any]) -> Plan:
    """Compare the files at `inputs` with what is done; what changed files gave is taken out of the archive.

    Raises UsageError where there is nothing to read at all.
    """
    files = files_at(inputs, folder.place)
    stretches, unreadable = _all_stretches(files, job, said)
    folder.note(said)
    noted = folder.done()
    now = {file.address: file.fingerprint for file in files}
    changed = {key: found for key, part in noted.items() if (found := _changed(part, now))}
    damaged = folder.done_keys() - noted.keys()
    folder.forget(damaged | changed.keys())
    kept = [part for key, part in noted.items() if key not in changed]
    done = {stretch[:4] for part in kept for stretch in stretches_done(part)}
    left = [stretch for stretch in stretches if stretch[:4] not in done]
    before = sum(part["articles"] for part in kept if _is_of(part, now))
    others = _other_detectors(kept, job)
    parts, addresses = tuple(parts_of(left, job)), tuple(dict.fromkeys(chain(*changed.values())))
    return Plan(parts, before, _share(kept), addresses, others, tuple(unreadable))


def _all_stretches(
    files: Sequence[ArticleFile], job: Job, said: dict[str, Any]
) -> tuple[list[Stretch], list[str]]:
    text, known = columns_of(job.mapping)["text"], said["files"]
    stretches, wrong = list[Stretch](), list[ReaderError]()
    for file in files:
        noted = known.get(file.address)
        if noted is None or noted["fingerprint"] != file.fingerprint:
            try:
                noted = {"fingerprint": file.fingerprint} | measure(file, text)._asdict()
            except ReaderError as error:
                wrong.append(error)
                continue
            known[file.address] = noted
        stretches += stretches_of(file, Measure(noted["length"], noted["each"]), job)
    if len(wrong) == len(files) and isinstance(wrong[0], UsageError):
        raise wrong[0]
    return stretches, [error.message for error in wrong]


def _share(done: Sequence[dict[str, Any]]) -> float:
    taken = sum(one.articles for part in done for one in stretches_done(part))
    return sum(part["articles"] + part["failed"] for part in done) / taken if taken else 1.0


def _changed(part: dict[str, Any], now: dict[str, str]) -> list[str]:
    """Files of a part that have changed since."""
    stretches = stretches_done(part)
    return [one.address for one in stretches if now.get(one.address, one.fingerprint) != one.fingerprint]


def _is_of(part: dict[str, Any], now: dict[str, str]) -> bool:
    return any(one.address in now for one in stretches_done(part))


def _other_detectors(done: Sequence[dict[str, Any]], job: Job) -> tuple[str, ...]:
    from reader.quotes import detector_name  # the engines and their tables

    looked = {(language, name) for part in done for language, name in part["detectors"].items()}
    how = job.detection
    return tuple(
        name
        for language, name in sorted(looked)
        # a plugin's name is its own affair
        if not name.startswith("plugin-") and name != detector_name(language, how.engine, how.weights)
    )
