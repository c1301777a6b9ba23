"""`reader doctor`: look for damage, and mend what can be mended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.interrupting import run_interruptibly
from reader.cli.options import Invocation, json_option, pass_invocation
from reader.cli.output import counted, megabytes, print_text, put_json, say
from reader.cli.stages import StageLine

if TYPE_CHECKING:
    from reader.store import Symptom


@click.command("doctor")
@click.option("--mend", is_flag=True, help="Make anew what can be: search indexes and counters.")
@click.option(
    "--full/--quick",
    "full",
    default=None,
    help="All of it, or what takes seconds; by default, quick in a library of over 50,000 articles.",
)
@json_option
@pass_invocation
def doctor_command(invocation: Invocation, mend: bool, full: bool | None, as_json: bool) -> None:
    """Look for damage: the file, references, spans, search indexes, counters, passages that were lost.

    In a large library what takes minutes is left out, and said, unless --full is given. Exit code 1 where
    something is wrong and was not mended.
    """
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
            print_text(f"{symptom.area}: {symptom.what}{' Mended.' if symptom.mended else ''}")
        rows = [counted(size.articles, "article"), counted(size.quotes, "quote"), counted(size.notes, "note")]
        originals = f", originals of them {megabytes(size.originals)}" if size.originals else ""
        print_text(f"{', '.join(rows).capitalize()}: {megabytes(size.file)}{originals}.")
        for sentence in licences(invocation.config):
            print_text(sentence)
    say(_verdict(symptoms, mend=mend))
    if any(symptom.serious and not symptom.mended for symptom in symptoms):
        raise click.exceptions.Exit(1)


def _verdict(symptoms: "Sequence[Symptom]", *, mend: bool) -> str:
    """What it all comes to, in one sentence."""
    wrong = [one for one in symptoms if one.serious and not one.mended and not one.unseen]
    unseen = any(one.unseen for one in symptoms if one.area != "left out")
    left_out = any(one.area == "left out" for one in symptoms)
    if any(one.area == "file" for one in wrong):
        return "The file itself is damaged: put a backup in its place with `reader restore BACKUP`."
    if wrong and mend:
        return "Something is wrong that cannot be mended: `reader restore BACKUP` puts a backup in its place."
    if wrong:
        return "Something is wrong; `reader doctor --mend` mends what can be."
    if unseen:
        return "What could be looked at is well; not everything could."
    return "What was looked at is well." if left_out else "All is well."


def _object(symptom: "Symptom") -> dict[str, object]:
    return {
        "area": symptom.area,
        "what": symptom.what,
        "serious": symptom.serious,
        "mended": symptom.mended,
        "unseen": symptom.unseen,
    }
