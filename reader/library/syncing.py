"""Keep a library in step with others through a shared folder."""

from pathlib import Path

from reader.errors import StoreError
from reader.i18n import _
from reader.library.desk_exchange import Report, exchange, rewrite
from reader.store import Store
from reader.store.encryption import Keys
from reader.store.syncing.desk import Desk, alone, begin, found_at, one_at_a_time, open_at
from reader.store.syncing.membership import Membership
from reader.store.syncing.syncing import Synced


def folder_of(store: Store, folder: str | None) -> Path:
    """The folder that is meant: the one named, else the one remembered. Raises StoreError."""
    known = store.syncing.membership()
    if folder:
        return Path(folder).expanduser().absolute()
    if known is None:
        raise StoreError(_("Name the shared folder the first time: reader sync FOLDER."))
    return known.folder


def is_new(folder: Path) -> bool:
    """Whether no desk was begun in a folder yet. Raises StoreError where there is no folder."""
    return not found_at(folder)


def opened(store: Store, folder: Path, keys: Keys) -> Desk:
    """The desk in a folder, begun where there is none. Raises StoreError."""
    with alone(store.path), one_at_a_time(folder):
        return _opened(store.syncing.membership(), folder, keys)


def opened_before(folder: Path, keys: Keys) -> Desk:
    """A desk that was begun, before there is a library here: what does not open it makes none."""
    return _opened(None, folder, keys)


def _opened(known: Membership | None, folder: Path, keys: Keys) -> Desk:
    names = found_at(folder)
    if len(names) > 1:
        raise StoreError(
            _(
                "Two desks were begun in {folder} at the same time: keep the one of desk-*.age "
                "that the others use, and take the other away."
            ).format(folder=folder)
        )
    if known is not None and names and names[0] != known.desk:
        raise StoreError(
            _("This library is in step with another desk ({folder}): `reader sync --leave` first.").format(
                folder=known.folder
            )
        )
    if known is not None and not names:
        raise StoreError(
            _(
                "The key of the desk is not in {folder}: wait until the folder is copied whole, "
                "or `reader sync --leave` and begin a new desk."
            ).format(folder=folder)
        )
    return open_at(folder, names[0], keys) if names else begin(folder, keys)


def sync(store: Store, desk: Desk, *, with_protected: bool | None = None, dry: bool = False) -> Report:
    """Take in what others wrote, and write what is new here; a step of the journal that undo passes over.

    `with_protected` says from now on whether covered names go along; None leaves that as it is.
    """
    report = Report(Synced(), dry=dry, strangers=desk.strangers())
    exchange(store, desk, with_protected, report)
    if report.synced.forgotten and not dry:
        report.forgotten = _forget(store, report.synced.forgotten)
        report.waiting += rewrite(store)
    return report


def _forget(store: Store, sources: list[int]) -> int:
    """Forget those whom somebody else at the desk had forgotten; how many there were."""
    from reader import config  # rare
    from reader.library.forgetting import forget, person, plan

    settings = config.load()
    known = {one.id: one for one in store.sources.all()}
    for number in sources:
        who = person(store, known[number])
        forget(store, settings, who, plan(store, settings, who), cover_notes=True)
    return len(sources)
