"""`reader sources forget`: take a person out of the library for good."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import agrees, confirm, put_json, say
from reader.cli.source_names import find
from reader.errors import NotFoundError
from reader.i18n import _, ngettext
from reader.models import Source

if TYPE_CHECKING:
    from reader.library.forgetting import Plan
    from reader.store import Store
    from reader.store.forgetting import NoteMention

_SHOWN = 20
"""Notes that are listed before one is asked; the others are counted."""


@click.command(
    "forget",
    help=_(
        "Take a person out for good, by number or NAME: register, journal, notes, assignments, undo.\n\n"
        "Their names are covered in all that was written about them, and the file is written anew. It "
        "says before what it will do, and what it cannot reach. A name that is in the register no longer "
        "can be forgotten too."
    ),
)
@click.argument("source", metavar="NAME")
@click.option("--keep-notes", is_flag=True, help=_("Leave the name where notes mention it."))
@click.option("--originals", is_flag=True, help=_("Remove the originals of articles that name them too."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@json_option
@pass_invocation
def forget(
    invocation: Invocation, source: str, keep_notes: bool, originals: bool, yes: bool, as_json: bool
) -> None:
    """Take a person out for good, by number or NAME: register, journal, notes, assignments, undo."""
    from reader.library.forgetting import forget as forget_person  # the store, which help does without
    from reader.library.forgetting import person, plan

    with invocation.open() as store:
        entry = _entry(store, source)
        who = person(store, entry, source)
        found = plan(store, invocation.config, who)
        if entry is None and not _is_anywhere(found):
            raise NotFoundError(
                _("There is no source “{source}” in the register, and nothing else names them.").format(
                    source=source
                )
            )
        for sentence in (
            *_will_do(entry, found, keep_notes=keep_notes, originals=originals),
            *_stays(found, originals=originals),
            *_shared(who.mentions.shared_parts),
        ):
            say(sentence)
        confirm(_("Forget them? This cannot be undone."), yes)
        is_covering = not keep_notes and (
            yes or not found.traces.notes or agrees(_("Cover the name in these notes too?"))
        )
        troubles = forget_person(
            store, invocation.config, who, found, cover_notes=is_covering, originals=originals
        )
    facts = _facts(found, covered=is_covering, originals=originals, whole=not troubles)
    _report(troubles, facts if as_json else None)
    if troubles:
        raise click.exceptions.Exit(1)


def _report(troubles: Sequence[str], facts: Mapping[str, object] | None) -> None:
    """Say what was done and what could not be; `facts` are printed instead of the sentence."""
    for trouble in troubles:
        say(trouble)
    if facts is not None:
        put_json(facts)
    else:
        say(_("Forgotten.") if not troubles else _("Forgotten, but for what is said above."))


def _shared(parts: Sequence[str]) -> Iterator[str]:
    """What parts of the name do that others have too."""
    if parts:
        told = _("{parts} alone may be somebody else of the register, and is left where it stands alone.")
        yield told.format(parts=", ".join(parts))


def _entry(store: "Store", word: str) -> Source | None:
    """The entry in the register; None for a name that is not there."""
    try:
        return find(store, word)
    except NotFoundError:
        if word.isdecimal():
            raise
        return None


def _is_anywhere(found: "Plan") -> bool:
    traces = found.traces
    return bool(traces.steps or traces.notes or traces.checks or traces.tags or found.files or found.searches)


def _will_do(entry: Source | None, found: "Plan", *, keep_notes: bool, originals: bool) -> list[str]:
    """What will be taken out and covered, a sentence each."""
    traces = found.traces
    told: list[str] = []
    if entry is not None:
        told += _of_register(entry, traces.quotes)
    steps = ngettext(
        "{count} step of the journal will not name them; undo cannot bring them back.",
        "{count} steps of the journal will not name them; undo cannot bring them back.",
        traces.steps,
    )
    none = _("No steps of the journal will not name them; undo cannot bring them back.")
    told.append(steps.format(count=traces.steps) if traces.steps else none)
    if traces.checks:
        checks = ngettext(
            "The name is covered in {count} check of quotes.",
            "The name is covered in {count} checks of quotes.",
            traces.checks,
        )
        told.append(checks.format(count=traces.checks))
    if traces.tags:
        told.append(_("The name is covered in tags: {tags}.").format(tags=", ".join(traces.tags)))
    told += _in_notes(traces.notes, keep_notes=keep_notes)
    if originals and traces.originals:
        goes, articles = _("What {articles} were read from goes for good: {numbers}"), traces.originals
        told.append(goes.format(articles=amounts.articles(len(articles)), numbers=_first_numbers(articles)))
    told += [_("The name is covered in {file}.").format(file=file) for file in found.files]
    told += [_("The saved search “{name}” is removed.").format(name=name) for name in found.searches]
    return told


def _of_register(entry: Source, quotes: int) -> Iterator[str]:
    goes = _("Out of the register goes “{name}” (source {id}).")
    if entry.aliases:
        goes = _("Out of the register goes “{name}” (source {id}, also called {aliases}).")
    yield goes.format(name=entry.name, id=entry.id, aliases=", ".join(entry.aliases))
    yield _("{quotes} will have no source.").format(quotes=amounts.at_the_start(amounts.quotes(quotes)))


def _in_notes(notes: "Sequence[NoteMention]", *, keep_notes: bool) -> Iterator[str]:
    if not notes:
        return
    told = ngettext(
        "The name is covered in {count} note:", "The name is covered in {count} notes:", len(notes)
    )
    if keep_notes:
        told = ngettext("The name stays in {count} note:", "The name stays in {count} notes:", len(notes))
    yield told.format(count=len(notes))
    for one in notes[:_SHOWN]:
        note = _("note {note} (article {article}): {excerpt}")
        yield "  " + note.format(note=one.note_id, article=one.article_id, excerpt=one.excerpt)
    if len(notes) > _SHOWN:
        yield "  " + _("and {count} more").format(count=len(notes) - _SHOWN)


def _stays(found: "Plan", *, originals: bool) -> list[str]:
    """What cannot be reached, a sentence each."""
    told = [_("This cannot be reached, and stays:")]
    if found.traces.articles:
        what = _(
            "what texts, titles, bylines and addresses of {articles} say, and the words of "
            "their quotes: {numbers}"
        )
        articles = amounts.in_articles(len(found.traces.articles))
        told.append("  " + what.format(articles=articles, numbers=_first_numbers(found.traces.articles)))
    if found.traces.originals and not originals:
        what = _("what {articles} were read from, which may name them (--originals removes it): {numbers}")
        articles = amounts.articles(len(found.traces.originals))
        told.append("  " + what.format(articles=articles, numbers=_first_numbers(found.traces.originals)))
    told += ["  " + _("the backup {file}").format(file=file) for file in found.backups]
    told += ["  " + _("the pasted text {file}").format(file=file) for file in found.pasted]
    for who, count in found.desk:
        what = _("{segments} of {who} at the desk, and their library, until they sync")
        told.append("  " + what.format(segments=amounts.segments(count), who=who))
    elsewhere = _(
        "backups elsewhere, files that articles came from, exports handed out, and readers open now"
    )
    return [*told, "  " + elsewhere]


def _first_numbers(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown} …" if len(numbers) > _SHOWN else shown


def _facts(found: "Plan", *, covered: bool, originals: bool, whole: bool) -> dict[str, object]:
    traces = found.traces
    return {
        "sources": traces.sources,
        "quotes": traces.quotes,
        "steps": traces.steps,
        "checks": traces.checks,
        "tags": len(traces.tags),
        "notes": [one.note_id for one in traces.notes],
        "notes_covered": covered,
        "files": [str(file) for file in found.files],
        "searches": len(found.searches),
        "articles": list(traces.articles),
        "originals": list(traces.originals),
        "originals_removed": originals,
        "backups": [str(file) for file in found.backups],
        "desk": dict(found.desk),
        "pasted": [str(file) for file in found.pasted],
        "whole": whole,
    }
