"""Forget a person: in the library and in the files that reader wrote beside it; and say what stays."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader import config
from reader.errors import ReaderError
from reader.i18n import _
from reader.library.originals import copies
from reader.models import Source, SourceKind
from reader.system_reasons import system_reason
from reader.texts.name_mentions import NameMentions

if TYPE_CHECKING:
    from reader.store import Store, Traces


@dataclass(frozen=True, slots=True)
class PersonToForget:
    """Who is to be forgotten."""

    mentions: NameMentions
    source_id: int = 0
    """Their entry in the register, 0 where there is none any more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is of a person, in the library and beside it."""

    traces: "Traces"
    files: tuple[Path, ...]
    """Files of reader's own that name them: words it could not store, the clipboard's file, the log."""
    searches: tuple[str, ...]
    """Names of saved searches that name them."""
    backups: tuple[Path, ...]
    """Copies of the library that are not touched."""
    pasted: tuple[Path, ...]
    """Texts that were pasted and kept, and name them; they are not touched."""
    desk: tuple[tuple[str, int], ...] = ()
    """Other libraries at the desk, with their segments, which may name them until those sync."""


def person(store: "Store", source: Source | None, name: str = "") -> PersonToForget:
    """Somebody of the register, or whoever had a name that is in it no longer."""
    names = (source.name, *source.aliases) if source else (name,)
    others = [one for one in store.sources.all() if source is None or one.id != source.id]
    is_office = source is not None and source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    mentions = NameMentions(
        names, (other for one in others for other in (one.name, *one.aliases)), personal=not is_office
    )
    return PersonToForget(mentions, source.id if source else 0)


def plan(store: "Store", settings: config.Config, who: PersonToForget) -> Plan:
    """What forgetting would find; nothing is changed."""
    mentions, library = who.mentions, store.path
    named = [file for file in _own_files(library) if mentions.spans(_text(file))]
    pasted = [
        file
        for file in _found(library.absolute().parent / "pasted", "pasted-*.txt")
        if mentions.spans(_text(file))
    ]
    searches = [one.name for one in settings.searches if _names_search(mentions, one)]
    return Plan(
        store.forgetting(mentions, who.source_id).traces(),
        tuple(named),
        tuple(searches),
        tuple(_backups(library)),
        tuple(pasted),
        tuple(store.syncing.others().items()),
    )


def forget(
    store: "Store",
    settings: config.Config,
    who: PersonToForget,
    found: Plan,
    *,
    cover_notes: bool,
    originals: bool = False,
) -> list[str]:
    """Do it; returns sentences on what could not be done. With `originals`, those that name them go too."""
    troubles = []
    forgetting = store.forgetting(who.mentions, who.source_id)
    if not forgetting.forget(cover_notes=cover_notes, remove_originals=originals):
        troubles.append(
            _(
                "The file could not be written anew: end other programs that use the library, make room, and "
                "run `reader vacuum`. Until then freed parts of it may hold the name."
            )
        )
    from reader.library.desk_exchange import rewrite  # few libraries are in step with others

    troubles += rewrite(store)
    for file in found.files:
        try:
            _cover_file(file, who.mentions)
        except OSError as error:
            troubles.append(
                _("{file} could not be changed ({reason}): remove it yourself.").format(
                    file=file, reason=system_reason(error)
                )
            )
    if found.searches:
        left = tuple(one for one in settings.searches if not _names_search(who.mentions, one))
        try:
            config.save(settings.path, searches=left)
        except ReaderError as error:
            troubles.append(error.message)
    return troubles


def _names_search(mentions: NameMentions, search: config.SavedSearch) -> bool:
    return any(mentions.spans(text, freely=True) for text in (search.name, search.query))


def _own_files(library: Path) -> Iterator[Path]:
    """Files in which reader writes what it could not store or copy."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # Path.home raises where there is none
    for folder in dict.fromkeys((library.absolute().parent, home, Path(tempfile.gettempdir()))):
        yield from _found(folder, "reader-unsaved-*.txt")
    yield from (
        file for file in (library.with_name("clipboard.txt"), library.with_suffix(".log")) if file.exists()
    )
    yield from copies(library)


def _backups(library: Path) -> Iterator[Path]:
    folder = library.absolute().parent
    yield from _found(folder, f"{library.name}.before-*")
    yield from _found(folder, f"{library.stem}-[0-9][0-9][0-9][0-9]-*{library.suffix}")


def _found(folder: Path, pattern: str) -> Iterable[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _text(file: Path) -> str:
    with suppress(OSError):
        return file.read_text(encoding="utf-8", errors="replace")
    return ""


def _cover_file(file: Path, mentions: NameMentions) -> None:
    """Write a file anew over itself, so that its old words are not left in a freed part of the disk."""
    with file.open("r+b") as stream:
        before = stream.read()
        covered = mentions.covered(before.decode("utf-8", errors="replace")).encode()
        stream.seek(0)
        stream.write(covered + b" " * max(0, len(before) - len(covered)))
        stream.flush()
        os.fsync(stream.fileno())
        stream.truncate(len(covered))
