"""`reader sync`: keep libraries in step through a shared folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, files, json_option, pass_invocation
from reader.cli.output import confirm, counted, print_text, put_json, put_json_list, say
from reader.cli.secrets import passphrase_option, public_keys, read_lines, said_passphrase
from reader.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from reader.library.desk_exchange import Report
    from reader.store import Store
    from reader.store.encryption import Keys
    from reader.store.syncing.conflicts import Conflict

_TOLD = ("article", "quote", "note", "memo", "source", "tag")
"""What is counted in the answer; all else comes with these."""
_LONGEST = 60


@click.command("sync")
@click.argument("folder", required=False, shell_complete=files)
@click.option("--dry-run", is_flag=True, help="Say what would come in and go out, and do nothing.")
@click.option("--conflicts", "lists", is_flag=True, help="List what two people wrote at the same time.")
@click.option("--keep", type=int, multiple=True, metavar="N", help="Let stand what stands of conflict N.")
@click.option("--take", type=int, multiple=True, metavar="N", help="Take what the other wrote in conflict N.")
@click.option(
    "--with-protected/--without-protected",
    "protected",
    default=None,
    help="Let names and words go along that are covered in exports, from now on.",
)
@click.option("--leave", is_flag=True, help="Be in step no longer; what came in stays.")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="KEY",
    help="Begin the desk for public keys (age1…, ssh-ed25519 …), or those in a file, without a passphrase.",
)
@click.option(
    "--identity",
    "identities",
    multiple=True,
    metavar="FILE",
    shell_complete=files,
    help="A private key that opens a desk which was begun for keys.",
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
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
    """Keep this library in step with others through FOLDER, which all of them reach.

    All in it is encrypted. The folder is remembered. Exit code 1 where two people wrote different things at
    the same time, or something could not be read.
    """
    if folder is not None and not Path(folder).expanduser().is_dir():  # before a new library is made
        raise NotFoundError(f"{folder} is no folder: make it first, or connect the drive that it lies on.")
    with invocation.open(create=folder is not None) as store:
        if leave:
            _leave(store, yes)
        elif lists:
            _put_conflicts(store, as_json=as_json)
        elif keep or take:
            _settle(store, keep, take)
        else:
            given = (recipients, identities, passphrase_file)
            _sync(store, folder, given, protected=protected, dry=dry_run, yes=yes, as_json=as_json)


def _sync(
    store: "Store",
    folder: str | None,
    given: tuple[Sequence[str], Sequence[str], str | None],
    *,
    protected: bool | None,
    dry: bool,
    yes: bool,
    as_json: bool,
) -> None:
    from reader.library.syncing import folder_of, is_new, opened, sync  # the store, which help does without

    place = folder_of(store, folder)
    begins = is_new(place)
    if protected and not _goes_already(store):
        confirm("Names and words that are covered in exports go to everybody at the desk. Do that?", yes)
    if begins and store.syncing.membership() is None:
        say(f"A new desk begins in {place}. Whoever has the passphrase reads all in it.")
    desk = opened(store, place, _keys(*given, is_new=begins))
    report = sync(store, desk, with_protected=protected, dry=dry)
    _put_report(report, as_json=as_json)


def _goes_already(store: "Store") -> bool:
    known = store.syncing.membership()
    return known is not None and known.with_protected


def _keys(
    recipients: Sequence[str], identities: Sequence[str], passphrase_file: str | None, *, is_new: bool
) -> "Keys":
    from reader.store.encryption import Keys  # the store, which help does without

    private = ["\n".join(read_lines(Path(one))) + "\n" for one in identities]
    if recipients and not is_new:
        raise UsageError("This desk is begun already: open it with its passphrase, or --identity FILE.")
    if recipients and not private:
        raise UsageError("Name your own key too, or you could not open the desk again: --identity FILE.")
    public = public_keys(recipients)
    if public or private:
        return Keys(recipients=public, identities=private)
    return Keys(said_passphrase(passphrase_file, new=is_new))


def _put_report(report: "Report", *, as_json: bool) -> None:
    synced = report.synced
    if as_json:
        put_json({**_facts(report)})
    else:
        for sentence in _sentences(report):
            say(sentence)
    if synced.conflicts or synced.troubles or report.newer:
        raise click.exceptions.Exit(1)


def _facts(report: "Report") -> dict[str, object]:
    synced = report.synced
    return {
        "came": synced.came,
        "changed": synced.changed,
        "went": synced.went,
        "from": sorted(set(synced.who)),
        "conflicts": synced.conflicts,
        "incomplete": synced.waiting,
        "waiting": report.waiting,
        "newer": report.newer,
        "strangers": [str(path) for path in report.strangers],
        "troubles": synced.troubles,
        "forgotten": report.forgotten,
        "renamed": report.renamed,
        "dry": report.dry,
    }


def _sentences(report: "Report") -> list[str]:
    synced = report.synced
    told = []
    if report.renamed:
        told.append(
            "Another library writes under the name of this one, of which one is a copy: this has a new name."
        )
    came, changed, went = map(_listed, (synced.came, synced.changed, synced.went))
    would = "would " if report.dry else ""
    people = ", ".join(dict.fromkeys(filter(None, synced.who)))
    origin = f" from {people}" if people else ""
    if came:
        told.append(f"{came} {'would come' if report.dry else 'came'} in{origin}.")
    if changed:
        told.append(f"{changed} {'would change' if report.dry else 'changed'}{'' if came else origin}.")
    told.append(f"{went or 'Nothing'} {would}{'go' if report.dry else 'went'} out.")
    if synced.conflicts:
        told.append(f"{counted(synced.conflicts, 'conflict')}: reader sync --conflicts")
    if report.forgotten:
        told.append(f"{counted(report.forgotten, 'source')} forgotten by others: here too, for good.")
    if synced.waiting:
        told.append(
            f"{counted(synced.waiting, 'thing')} cannot be shown yet: what belongs to them has not come."
        )
    told += [*report.waiting, *report.newer, *synced.troubles]
    if report.newer:
        told.append("Update reader to take those in.")
    if report.strangers:
        names = ", ".join(path.name for path in report.strangers[:3])
        told.append(
            f"{counted(len(report.strangers), 'file')} in the folder not of the desk ({names}): left alone."
        )
    return told


def _listed(counts: dict[str, int]) -> str:
    told = [counted(counts[kind], kind) for kind in _TOLD if counts.get(kind)]
    others = sum(count for kind, count in counts.items() if kind not in (*_TOLD, "version"))
    if others or (counts and not told):
        told.append(counted(others or counts["version"], "other thing"))
    return ", ".join(told)


# -- conflicts ------------------------------------------------------------------------------------------


def _put_conflicts(store: "Store", *, as_json: bool) -> None:
    found = store.syncing.conflicts()
    if as_json:
        put_json_list(found)
        return
    for one in found:
        print_text(_told(one))
    if found:
        say("`reader sync --keep N` lets stand what stands, `--take N` what the other wrote; both for all.")
    else:
        say("Nobody wrote something else at the same time.")


def _told(one: "Conflict") -> str:
    who = f"{one.who} " if one.who else ""
    return (
        f"{one.id}  {one.kind} {one.row}, {one.label}: {_words(one, one.stands)} stands; "
        f"{who}wrote {_words(one, one.other)} ({one.at[:16].replace('T', ' ')})"
    )


def _words(one: "Conflict", values: dict[str, object]) -> str:
    """What a side says: its words where it has any, else all in which the two contradict each other."""
    from reader.store.syncing.kinds import BY_NAME  # the store, which help does without

    kind = BY_NAME[one.kind]
    telling = (kind.called,) if values.get(kind.called) else kind.field(one.field).telling
    said = [str(values[name]) for name in telling if str(values.get(name) or "").strip()]
    text = " ".join((", ".join(said) or "nothing").split())
    return f"“{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”"


def _settle(store: "Store", keep: Sequence[int], take: Sequence[int]) -> None:
    from reader.library.following import place  # detection's neighbours, which help does without

    known = {one.id: one for one in store.syncing.conflicts()}
    for number in (*keep, *take):
        if number not in known:
            raise NotFoundError(f"There is no conflict {number}: reader sync --conflicts lists them.")
    for number in (*keep, *take):
        store.syncing.settle(known[number], place, take=number in take)
    say(f"{counted(len({*keep, *take}), 'conflict').capitalize()} settled: the next sync tells the others.")


def _leave(store: "Store", yes: bool) -> None:
    known = store.syncing.membership()
    if known is None:
        raise UsageError("This library is in step with nobody.")
    confirm(f"Be in step with {known.folder} no longer? What came in stays.", yes)
    store.syncing.leave()
    say(f"Left. What this library wrote stays in {known.folder / known.library}.")
