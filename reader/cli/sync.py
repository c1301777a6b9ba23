"""`reader sync`: keep libraries in step through a shared folder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import files, json_option, pass_invocation
from reader.cli.output import confirm, say
from reader.cli.secrets import passphrase_option, public_keys, read_lines, said_passphrase
from reader.cli.sync_conflicts import put_conflicts, settle
from reader.cli.sync_report import put_report
from reader.errors import NotFoundError, UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.store import Store
    from reader.store.encryption import Keys
    from reader.store.syncing.desk import Desk

_Given = tuple[Sequence[str], Sequence[str], str | None]
"""What opens a desk as it was given: public keys, files of private ones, the file of a passphrase."""


@click.command(
    "sync",
    help=_(
        "Keep this library in step with others through FOLDER, which all of them reach.\n\n"
        "All in it is encrypted. The folder is remembered. Exit code 1 where two people wrote different "
        "things at the same time, or something could not be read."
    ),
)
@click.argument("folder", required=False, shell_complete=files)
@click.option("--dry-run", is_flag=True, help=_("Say what would come in and go out, and do nothing."))
@click.option("--conflicts", "lists", is_flag=True, help=_("List what two people wrote at the same time."))
@click.option("--keep", type=int, multiple=True, metavar="N", help=_("Let stand what stands of conflict N."))
@click.option(
    "--take", type=int, multiple=True, metavar="N", help=_("Take what the other wrote in conflict N.")
)
@click.option(
    "--with-protected/--without-protected",
    "protected",
    default=None,
    help=_("Let names and words go along that are covered in exports, from now on."),
)
@click.option("--leave", is_flag=True, help=_("Be in step no longer; what came in stays."))
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="KEY",
    help=_(
        "Begin the desk for public keys (age1…, ssh-ed25519 …), or those in a file, without a passphrase."
    ),
)
@click.option(
    "--identity",
    "identities",
    multiple=True,
    metavar="FILE",
    shell_complete=files,
    help=_("A private key that opens a desk which was begun for keys."),
)
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@passphrase_option
@json_option
@pass_invocation
def sync_command(
    invocation: Invocation,
    folder: str | None,
    dry_run: bool,
    lists: bool,
    keep: Sequence[int],
    take: Sequence[int],
    protected: bool | None,
    leave: bool,
    recipients: Sequence[str],
    identities: Sequence[str],
    yes: bool,
    passphrase_file: str | None,
    as_json: bool,
) -> None:
    """Keep this library in step with others through FOLDER, which all of them reach."""
    if folder is not None and not Path(folder).expanduser().is_dir():  # before a new library is made
        raise NotFoundError(
            _("{folder} is no folder: make it first, or connect the drive that it lies on.").format(
                folder=folder
            )
        )
    given = (recipients, identities, passphrase_file)
    is_exchange = not (leave or lists or keep or take)
    desk = _opened_before(invocation.path, folder, given) if is_exchange else None
    with _library(invocation, create=is_exchange and folder is not None, dry=dry_run) as store:
        if leave:
            _leave(store, yes)
        elif lists:
            put_conflicts(store, as_json=as_json)
        elif keep or take:
            settle(store, keep, take)
        else:
            exchange = partial(_sync, protected=protected, dry=dry_run, yes=yes, as_json=as_json)
            exchange(store, folder, given, desk)


def _opened_before(library: Path, folder: str | None, given: _Given) -> "Desk | None":
    """The desk, opened before a library is made for it; None where there is one, or no desk yet."""
    if folder is None or library.exists():
        return None
    from reader.library.syncing import is_new, opened_before  # the store, which help does without

    place = Path(folder).expanduser().absolute()
    return None if is_new(place) else opened_before(place, _keys(*given, is_new=False))


@contextmanager
def _library(invocation: Invocation, *, create: bool, dry: bool) -> "Iterator[Store]":
    """The library; where nothing is to be done and there is none, an empty one that is gone afterwards."""
    if create and dry and not invocation.path.exists():
        from reader.store import Store  # SQLite and all that is asked of it, which help does without
        from reader.store.leftovers import passing_folder

        with passing_folder(invocation.path) as folder, Store(folder / "library.db") as store:
            yield store
    else:
        with invocation.open(create=create) as store:
            yield store


def _sync(
    store: "Store",
    folder: str | None,
    given: _Given,
    desk: "Desk | None",
    *,
    protected: bool | None,
    dry: bool,
    yes: bool,
    as_json: bool,
) -> None:
    from reader.library.syncing import folder_of, is_new, opened, sync  # the store, which help does without

    place = folder_of(store, folder)
    if protected and not _goes_already(store):
        confirm(_("Names and words that are covered in exports go to everybody at the desk. Do that?"), yes)
    desk = desk or opened(store, place, _keys(*given, is_new=is_new(place)))
    if desk.is_new:
        told = _("A new desk begins in {place}. Whoever has the passphrase reads all in it.")
        say(told.format(place=place))
    report = sync(store, desk, with_protected=protected, dry=dry)
    put_report(report, as_json=as_json)


def _goes_already(store: "Store") -> bool:
    known = store.syncing.membership()
    return known is not None and known.with_protected


def _keys(
    recipients: Sequence[str], identities: Sequence[str], passphrase_file: str | None, *, is_new: bool
) -> "Keys":
    from reader.store.encryption import Keys  # the store, which help does without

    private = ["\n".join(read_lines(Path(one))) + "\n" for one in identities]
    if recipients and not is_new:
        raise UsageError(_("This desk is begun already: open it with its passphrase, or --identity FILE."))
    if recipients and not private:
        raise UsageError(_("Name your own key too, or you could not open the desk again: --identity FILE."))
    public = public_keys(recipients)
    if public or private:
        return Keys(recipients=public, identities=private)
    return Keys(said_passphrase(passphrase_file, new=is_new))


def _leave(store: "Store", yes: bool) -> None:
    known = store.syncing.membership()
    if known is None:
        raise UsageError(_("This library is in step with nobody."))
    confirm(_("Be in step with {folder} no longer? What came in stays.").format(folder=known.folder), yes)
    store.syncing.leave()
    told = _("Left. What this library wrote stays in {place}.")
    say(told.format(place=known.folder / known.library))
