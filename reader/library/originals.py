"""Give back what an article was read from: as bytes, as a copy that is safe to open, with proofs."""

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import private_files
from reader.addresses import without_login
from reader.errors import NotFoundError, ReaderError
from reader.i18n import _
from reader.models import Original
from reader.store import Proof, Store
from reader.system_reasons import system_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STAMP, COPY = "time stamp", "archived copy"  # not shown: `PROOFS` are
PROOFS = {STAMP: _("time stamp"), COPY: _("archived copy")}
"""The kinds of proofs as people read them."""
_FOLDER = "opened"
_KEPT_OPEN = 60 * 60
"""Seconds after which a copy that was opened is removed: a browser has read it long before."""


def chosen(store: Store, article_id: int, version: int = 0, number: int = 0) -> Original:
    """The original of an article by its number, else the first page of a version, by default of the newest.

    Raises NotFoundError where none is kept.
    """
    every = store.originals.of(article_id)
    if not every:
        raise NotFoundError(
            _(
                "No original of article {number} is kept: it came in before originals were "
                "kept, without one, or was larger than the configuration allows. `reader "
                "refetch` keeps what is there now."
            ).format(number=article_id)
        )
    if number:
        fitting = [one for one in every if one.id == number]
        told = _("Article {article} has no original number {number}, only {known}.")
    else:
        newest = max(one.version for one in every)
        fitting = [one for one in every if one.version == (version or newest)]
        told = _("Article {article} has no original of version {version}, only {known}.")
    if not fitting:
        each = _("{number} (version {version})")
        known = ", ".join(each.format(number=one.id, version=one.version) for one in every)
        raise NotFoundError(told.format(article=article_id, number=number, version=version, known=known))
    return store.originals.get(fitting[0].id)


def further_pages(store: Store, article_id: int, one: Original) -> "Sequence[Original]":
    """The other pages that the same text was read from."""
    every = store.originals.of(article_id)
    return [other for other in every if other.version == one.version and other.id != one.id]


def safe_copy(store: Store, one: Original) -> Path:
    """A copy of an original that fetches and runs nothing, in a file that only its owner may read."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    told = _(
        "As it came in from {address} on {when}, SHA-256 {sum}. Nothing is fetched: pictures, styles and "
        "scripts from elsewhere are left out."
    )
    when = one.fetched.replace("T", " ").replace("Z", " UTC")
    told = told.format(address=one.address, when=when, sum=one.sha256)
    page: str = read_apart("harmless", one.data(), one.address, one.content_type, told)
    clear_copies(store.path, older_than=_KEPT_OPEN)
    file = _folder(store.path) / f"original-{one.id}.html"
    try:
        private_files.make_folder(file.parent)
        private_files.write(file, page)
    except OSError as error:
        raise ReaderError(
            _("{path} cannot be written: {reason}.").format(path=file, reason=system_reason(error))
        ) from error
    return file.absolute()


def _folder(library: Path) -> Path:
    return library.with_name(_FOLDER)


def copies(library: Path) -> list[Path]:
    """Copies of originals that were opened and still lie beside the library."""
    try:
        return sorted(_folder(library).glob("original-*.html"))
    except OSError:
        return []


def clear_copies(library: Path, *, older_than: float = 0) -> None:
    """Remove copies that were opened, those of so many seconds ago or all."""
    for file in copies(library):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime >= older_than:
                file.unlink()
    with suppress(OSError):  # others are in it yet, or there is none
        _folder(library).rmdir()


def purge(store: Store, ids: "Iterable[int]") -> int:
    """Delete articles in the trash for good, with copies of their originals that were opened."""
    number = store.articles.purge(ids)
    clear_copies(store.path)
    return number


def stamp(store: Store, one: Original, authority: str, *, allow_private: bool = False) -> Proof:
    """Ask an authority for a time stamp of an original's digest, and keep it."""
    from reader.ingest.proofs import host, time_stamp  # httpx

    name = host(authority)
    given = time_stamp(one.sha256, authority, allow_private=allow_private)
    return store.originals.prove(Proof(one.id, STAMP, name, given.at, token=given.token))


def archive(store: Store, one: Original, address: str, service: str, *, allow_private: bool = False) -> Proof:
    """Ask an archive for a copy of the page at an address, and keep where that is."""
    from reader.ingest.proofs import archived_copy, host  # httpx

    name = host(service)
    place, at = archived_copy(without_login(address), service, allow_private=allow_private)
    return store.originals.prove(Proof(one.id, COPY, name, at, address=place))
