"""`reader doctor`: look for damage, and mend what can be mended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.interrupting import run_interruptibly
from reader.cli.invocation import Invocation
from reader.cli.options import json_option, pass_invocation
from reader.cli.output import megabytes, print_text, put_json, say
from reader.cli.stages import StageLine
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.store import Size, Symptom


@click.command(
    "doctor",
    help=_(
        "Look for damage: the file, references, spans, search indexes, counters, passages that were lost.\n\n"
        "In a large library what takes minutes is left out, and said, unless --full is given. Exit code "
        "1 where something is wrong and was not mended."
    ),
)
@click.option("--mend", is_flag=True, help=_("Make anew what can be: search indexes and counters."))
@click.option(
    "--full/--quick",
    "full",
    default=None,
    help=_("All of it, or what takes seconds; by default, quick in a library of over 50,000 articles."),
)
@json_option
@pass_invocation
def doctor_command(invocation: Invocation, mend: bool, full: bool | None, as_json: bool) -> None:
    """Look for damage: the file, references, spans, search indexes, counters, passages that were lost."""
    from reader.library.detecting import licences  # values that most commands do without

    with invocation.open() as store:
        with StageLine() as line:
            symptoms = run_interruptibly(
                store.interrupt, lambda: list(store.doctor(mend=mend, full=full, told=line.told))
            )
        size = store.size()
    if as_json:
        findings = [_object(symptom) for symptom in symptoms]
        put_json({"findings": findings, "size": size, "licences": licences(invocation.config)})
    else:
        for symptom in symptoms:
            mended = " " + _("Mended.") if symptom.mended else ""
            print_text(f"{_AREAS.get(symptom.area, symptom.area)}: {symptom.what}{mended}")
        print_text(_extent(size))
        for sentence in licences(invocation.config):
            print_text(sentence)
    say(_verdict(symptoms, mend=mend))
    if any(symptom.serious and not symptom.mended for symptom in symptoms):
        raise click.exceptions.Exit(1)


_AREAS = {
    "left out": pgettext("where damage is looked for", "left out"),
    "file": pgettext("where damage is looked for", "file"),
    "spans": pgettext("where damage is looked for", "spans"),
    "references": pgettext("where damage is looked for", "references"),
    "values": pgettext("where damage is looked for", "values"),
    "originals": pgettext("where damage is looked for", "originals"),
    "search": pgettext("where damage is looked for", "search"),
    "counters": pgettext("where damage is looked for", "counters"),
    "orphans": pgettext("where damage is looked for", "orphans"),
}
"""What people are told for the area of a symptom."""


def _extent(size: "Size") -> str:
    """What the library holds, and how large it is."""
    told = _("{articles}, {quotes}, {notes}: {size}.")
    if size.originals:
        told = _("{articles}, {quotes}, {notes}: {size}, originals of them {originals}.")
    return told.format(
        articles=amounts.at_the_start(amounts.articles(size.articles)),
        quotes=amounts.quotes(size.quotes),
        notes=amounts.notes(size.notes),
        size=megabytes(size.file),
        originals=megabytes(size.originals),
    )


def _verdict(symptoms: "Sequence[Symptom]", *, mend: bool) -> str:
    """What it all comes to, in one sentence."""
    wrong = [one for one in symptoms if one.serious and not one.mended and not one.unseen]
    unseen = any(one.unseen for one in symptoms if one.area != "left out")
    left_out = any(one.area == "left out" for one in symptoms)
    if any(one.area == "file" for one in wrong):
        return _("The file itself is damaged: put a backup in its place with `reader restore BACKUP`.")
    if wrong and mend:
        return _(
            "Something is wrong that cannot be mended: `reader restore BACKUP` puts a backup in its place."
        )
    if wrong:
        return _("Something is wrong; `reader doctor --mend` mends what can be.")
    if unseen:
        return _("What could be looked at is well; not everything could.")
    return _("What was looked at is well.") if left_out else _("All is well.")


def _object(symptom: "Symptom") -> dict[str, object]:
    return {
        "area": symptom.area,
        "what": symptom.what,
        "serious": symptom.serious,
        "mended": symptom.mended,
        "unseen": symptom.unseen,
    }
