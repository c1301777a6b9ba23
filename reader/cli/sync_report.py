"""What `reader sync` says of a sync: what came in, what changed, what went out, and what could not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.output import put_json, say
from reader.i18n import _, ngettext, number

if TYPE_CHECKING:
    from reader.library.desk_exchange import Report
    from reader.store.syncing.syncing import Synced

_TOLD = {
    "article": amounts.articles,
    "quote": amounts.quotes,
    "note": amounts.notes,
    "memo": amounts.memos,
    "source": amounts.sources,
    "tag": amounts.tags,
}
"""What is counted in the answer; all else comes with these."""


def put_report(report: "Report", *, as_json: bool) -> None:
    """Print it; exit code 1 where two wrote different things, or something could not be read."""
    synced = report.synced
    if as_json:
        put_json(_facts(report))
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
        "trashed": synced.trashed,
        "restored": synced.restored,
        "from": sorted(set(synced.who)),
        "conflicts": synced.conflicts,
        "incomplete": synced.waiting,
        "waiting": report.waiting,
        "newer": report.newer,
        "strangers": [str(path) for path in report.strangers],
        "troubles": synced.troubles,
        "forgotten": report.forgotten,
        "put_back": report.put_back,
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
    yield from _moved(synced, dry=dry)
    yield from _put_back(report)
    if went:
        told = _("{things} would go out.") if dry else _("{things} went out.")
    elif report.put_back:
        return
    else:
        told = _("Nothing would go out.") if dry else _("Nothing went out.")
    yield told.format(things=went)


def _put_back(report: "Report") -> Iterator[str]:
    """What of this library was lost in the folder and is there again."""
    if not report.put_back:
        return
    told = ngettext(
        "{count} segment of this library was missing or damaged in the folder: it is there again.",
        "{count} segments of this library were missing or damaged in the folder: they are there again.",
        report.put_back,
    )
    if report.dry:
        told = ngettext(
            "{count} segment of this library is missing or damaged in the folder: a sync puts it back.",
            "{count} segments of this library are missing or damaged in the folder: a sync puts them back.",
            report.put_back,
        )
    yield told.format(count=number(report.put_back))


def _moved(synced: "Synced", *, dry: bool) -> Iterator[str]:
    """What others put into the trash, and took out of it."""
    if synced.trashed:
        told = _("{articles} would go to the trash.") if dry else _("{articles} went to the trash.")
        yield told.format(articles=amounts.articles(synced.trashed))
    if synced.restored:
        told = _("{articles} would come back from the trash.")
        if not dry:
            told = _("{articles} came back from the trash.")
        yield told.format(articles=amounts.articles(synced.restored))


def _listed(counts: dict[str, int]) -> str:
    told = [amount(counts[kind]) for kind, amount in _TOLD.items() if counts.get(kind)]
    others = sum(count for kind, count in counts.items() if kind not in (*_TOLD, "version"))
    if others or (counts and not told):
        told.append(amounts.other_things(others or counts["version"]))
    return ", ".join(told)
