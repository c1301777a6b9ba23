"""`reader sources forget`: take a person out of the library for good."""

from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import confirm, counted, put_json, say
from reader.cli.source_names import find
from reader.errors import NotFoundError
from reader.i18n import _
from reader.models import Source

if TYPE_CHECKING:
    from reader.library.forgetting import Plan
    from reader.store import Store

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
        ):
            say(sentence)
        if who.mentions.shared_parts:
            parts = ", ".join(who.mentions.shared_parts)
            say(
                _(
                    "{parts} alone may be somebody else of the register, and is left where it stands alone."
                ).format(parts=parts)
            )
        confirm(_("Forget them? This cannot be undone."), yes)
        is_covering = not keep_notes and (
            yes or not found.traces.notes or click.confirm(_("Cover the name in these notes too?"), err=True)
        )
        troubles = forget_person(
            store, invocation.config, who, found, cover_notes=is_covering, originals=originals
        )
    for trouble in troubles:
        say(trouble)
    if as_json:
        put_json(_facts(found, covered=is_covering, originals=originals, whole=not troubles))
    else:
        say(_("Forgotten.") if not troubles else _("Forgotten, but for what is said above."))
    if troubles:
        raise click.exceptions.Exit(1)


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
    told = []
    if entry is not None:
        also = f", also called {', '.join(entry.aliases)}" if entry.aliases else ""
        told.append(
            _("Out of the register goes “{name}” (source {id}{also}).").format(
                name=entry.name, id=entry.id, also=also
            )
        )
        told.append(f"{counted(traces.quotes, 'quote').capitalize()} will have no source.")
    steps = counted(traces.steps, "step").capitalize()
    told.append(
        _("{steps} of the journal will not name them; undo cannot bring them back.").format(steps=steps)
    )
    if traces.checks:
        told.append(f"The name is covered in {counted(traces.checks, 'check')} of quotes.")
    if traces.tags:
        told.append(f"The name is covered in tags: {', '.join(traces.tags)}.")
    if traces.notes:
        what = "stays" if keep_notes else _("is covered")
        told.append(f"The name {what} in {counted(len(traces.notes), 'note')}:")
        told += [
            _("  note {note_id} (article {article_id}): {excerpt}").format(
                note_id=one.note_id, article_id=one.article_id, excerpt=one.excerpt
            )
            for one in traces.notes[:_SHOWN]
        ]
        if len(traces.notes) > _SHOWN:
            told.append(f"  and {len(traces.notes) - _SHOWN} more")
    if originals and traces.originals:
        many = counted(len(traces.originals), "article")
        told.append(
            _("What {many} were read from goes for good: {first_numbers}").format(
                many=many, first_numbers=_first_numbers(traces.originals)
            )
        )
    told += [_("The name is covered in {file}.").format(file=file) for file in found.files]
    told += [_("The saved search “{name}” is removed.").format(name=name) for name in found.searches]
    return told


def _stays(found: "Plan", *, originals: bool) -> list[str]:
    """What cannot be reached, a sentence each."""
    told = [_("This cannot be reached, and stays:")]
    if found.traces.articles:
        articles = counted(len(found.traces.articles), "article")
        told.append(
            _(
                "  what texts, titles, bylines and addresses of {articles} say, and the words of "
                "their quotes: {first_numbers}"
            ).format(articles=articles, first_numbers=_first_numbers(found.traces.articles))
        )
    if found.traces.originals and not originals:
        many = counted(len(found.traces.originals), "article")
        told.append(
            _(
                "  what {many} were read from, which may name them (--originals removes it): {first_numbers}"
            ).format(many=many, first_numbers=_first_numbers(found.traces.originals))
        )
    told += [_("  the backup {file}").format(file=file) for file in found.backups]
    told += [_("  the pasted text {file}").format(file=file) for file in found.pasted]
    told += [
        f"  {counted(segments, 'segment')} of {who} at the desk, and their library, until they sync"
        for who, segments in found.desk
    ]
    told.append(
        _("  backups elsewhere, files that articles came from, exports handed out, and readers open now")
    )
    return told


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
