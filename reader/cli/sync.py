"""`reader sync`: keep libraries in step through a shared folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.options import Invocation, files, json_option, pass_invocation
from reader.cli.output import confirm, print_text, put_json, put_json_list, say
from reader.cli.secrets import passphrase_option, public_keys, read_lines, said_passphrase
from reader.errors import NotFoundError, UsageError
from reader.i18n import _, day, pgettext

if TYPE_CHECKING:
    from reader.library.desk_exchange import Report
    from reader.store import Store
    from reader.store.encryption import Keys
    from reader.store.syncing.conflicts import Conflict

_TOLD = {
    "article": amounts.articles,
    "quote": amounts.quotes,
    "note": amounts.notes,
    "memo": amounts.memos,
    "source": amounts.sources,
    "tag": amounts.tags,
}
"""What is counted in the answer; all else comes with these."""
_LONGEST = 60
_KINDS = {
    "article": pgettext("what two people changed", "article"),
    "quote": pgettext("what two people changed", "quote"),
    "note": pgettext("what two people changed", "note"),
    "memo": pgettext("what two people changed", "memo"),
    "source": pgettext("what two people changed", "source"),
    "tag": pgettext("what two people changed", "tag"),
}
"""What people are told for the kind of a conflict."""


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
        confirm(_("Names and words that are covered in exports go to everybody at the desk. Do that?"), yes)
    if begins and store.syncing.membership() is None:
        say(
            _("A new desk begins in {place}. Whoever has the passphrase reads all in it.").format(place=place)
        )
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
        raise UsageError(_("This desk is begun already: open it with its passphrase, or --identity FILE."))
    if recipients and not private:
        raise UsageError(_("Name your own key too, or you could not open the desk again: --identity FILE."))
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
            _(
                "Another library writes under the name of this one, of which one is a copy: this has a new "
                "name."
            )
        )
    told += _movements(report)
    if synced.conflicts:
        conflicts = amounts.conflicts(synced.conflicts)
        told.append(f"{conflicts}: reader sync --conflicts")  # not shown: as it is typed
    if report.forgotten:
        forgotten = _("{sources} forgotten by others: here too, for good.")
        told.append(forgotten.format(sources=amounts.sources(report.forgotten)))
    if synced.waiting:
        waiting = _("{things} cannot be shown yet: what they belong to has not come.")
        told.append(waiting.format(things=amounts.things(synced.waiting)))
    told += [*report.waiting, *report.newer, *synced.troubles]
    if report.newer:
        told.append(_("Update reader to take those in."))
    if report.strangers:
        names = ", ".join(path.name for path in report.strangers[:3])
        strangers = _("{files} in the folder not of the desk ({names}): left alone.")
        told.append(strangers.format(files=amounts.files(len(report.strangers)), names=names))
    return told


def _movements(report: "Report") -> Iterator[str]:
    """What came in, what changed by it, and what went out."""
    synced, dry = report.synced, report.dry
    came, changed, went = map(_listed, (synced.came, synced.changed, synced.went))
    people = ", ".join(dict.fromkeys(filter(None, synced.who)))
    if came:
        told = _("{things} would come in.") if dry else _("{things} came in.")
        if people:
            told = _("{things} would come in from {people}.") if dry else _("{things} came in from {people}.")
        yield told.format(things=came, people=people)
    if changed:
        told = _("{things} would change.") if dry else _("{things} changed.")
        if people and not came:
            told = _("{things} would be changed by {people}.") if dry else _("{things} changed by {people}.")
        yield told.format(things=changed, people=people)
    if went:
        told = _("{things} would go out.") if dry else _("{things} went out.")
    else:
        told = _("Nothing would go out.") if dry else _("Nothing went out.")
    yield told.format(things=went)


def _listed(counts: dict[str, int]) -> str:
    told = [amount(counts[kind]) for kind, amount in _TOLD.items() if counts.get(kind)]
    others = sum(count for kind, count in counts.items() if kind not in (*_TOLD, "version"))
    if others or (counts and not told):
        told.append(amounts.other_things(others or counts["version"]))
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
        say(
            _("`reader sync --keep N` lets stand what stands, `--take N` what the other wrote; both for all.")
        )
    else:
        say(_("Nobody wrote something else at the same time."))


def _told(one: "Conflict") -> str:
    told = _("{kind} {number}, {label}: {here} stands; wrote {other} ({at})")
    if one.who:
        told = _("{kind} {number}, {label}: {here} stands; {who} wrote {other} ({at})")
    sentence = told.format(
        kind=_KINDS.get(one.kind, one.kind),
        number=one.row,
        label=one.label,
        here=_words(one, one.stands),
        who=one.who,
        other=_words(one, one.other),
        at=f"{day(one.at)} {one.at[11:16]}",
    )
    return f"{one.id}  {sentence}"


def _words(one: "Conflict", values: dict[str, object]) -> str:
    """What a side says: its words where it has any, else all in which the two contradict each other."""
    from reader.store.syncing.kinds import BY_NAME  # the store, which help does without

    kind = BY_NAME[one.kind]
    telling = (kind.called,) if values.get(kind.called) else kind.field(one.field).telling
    said = [str(values[name]) for name in telling if str(values.get(name) or "").strip()]
    text = " ".join((", ".join(said) or pgettext("what was written", "nothing")).split())
    return _("“{name}”").format(name=text[:_LONGEST] + ("…" if len(text) > _LONGEST else ""))


def _settle(store: "Store", keep: Sequence[int], take: Sequence[int]) -> None:
    from reader.library.following import place  # detection's neighbours, which help does without

    known = {one.id: one for one in store.syncing.conflicts()}
    for number in (*keep, *take):
        if number not in known:
            raise NotFoundError(
                _("There is no conflict {number}: reader sync --conflicts lists them.").format(number=number)
            )
    for number in (*keep, *take):
        store.syncing.settle(known[number], place, take=number in take)
    settled = amounts.at_the_start(amounts.conflicts(len({*keep, *take})))
    say(_("{conflicts} settled: the next sync tells the others.").format(conflicts=settled))


def _leave(store: "Store", yes: bool) -> None:
    known = store.syncing.membership()
    if known is None:
        raise UsageError(_("This library is in step with nobody."))
    confirm(_("Be in step with {folder} no longer? What came in stays.").format(folder=known.folder), yes)
    store.syncing.leave()
    told = _("Left. What this library wrote stays in {place}.")
    say(told.format(place=known.folder / known.library))
