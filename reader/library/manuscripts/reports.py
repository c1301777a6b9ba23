"""The whole way from a manuscript to what is found of it, and the files that say so."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reader.checks.manuscript.values import Judged
from reader.errors import UsageError
from reader.i18n import _
from reader.library.covering import Covering
from reader.library.detecting import DetectionSettings
from reader.library.manuscripts.checking import Checker, article_of
from reader.library.manuscripts.findings import Report
from reader.library.manuscripts.objects import sarif_object
from reader.library.manuscripts.page import page
from reader.library.manuscripts.presenting import present
from reader.library.manuscripts.reading import Manuscript, manuscript_of, read_manuscript
from reader.library.whole_files import keep_what_is_there, replacing
from reader.models import Article
from reader.store import Store

WRITERS: dict[str, Callable[[Report], str]] = {
    "html": page,
    "sarif": lambda report: json.dumps(sarif_object(report), ensure_ascii=False, indent=1) + "\n",
}
"""How a report is written to a file, by the name of the option."""


@dataclass(frozen=True)
class Checked:
    """A manuscript with what was found of each of its quotations."""

    manuscript: Manuscript
    judged: tuple[Judged, ...]


def checked(
    store: Store,
    location: str,
    how: DetectionSettings,
    *,
    language: str = "",
    allow_private: bool = False,
) -> Checked:
    """Read a manuscript and check its quotations.

    `location` is a file, an address, "-" or "clip:", or a text of several lines itself.
    """
    if "\n" in location:
        manuscript = manuscript_of(Article(location.strip()), how, language=language)
    else:
        manuscript = read_manuscript(location, how, language=language, allow_private=allow_private)
    if own := article_of(store, manuscript):
        told = _("The manuscript itself is article {number} of the library: that proves nothing of it.")
        missing = " ".join(filter(None, (manuscript.missing, told.format(number=own))))
        manuscript = replace(manuscript, missing=missing)
    return Checked(manuscript, tuple(Checker(store).judged(manuscript)))


def told(store: Store, covering: Covering, found: Checked) -> Report:
    """What was found, in words that may be shown."""
    return present(store, covering, found.manuscript, found.judged)


def free_place(target: str, *, force: bool) -> Path:
    """The file to write to, asked for before the work; one that is there stays without `force`."""
    path = Path(target)
    if path.is_dir():
        raise UsageError(_("{target} is a folder: name a file.").format(target=target))
    keep_what_is_there(path, force=force)
    return path


def write_report(report: Report, kind: str, target: Path) -> None:
    """Write a report; after a failure the file is as it was."""
    with replacing(target) as stream:
        stream.write(WRITERS[kind](report).encode("utf-8", "replace"))
