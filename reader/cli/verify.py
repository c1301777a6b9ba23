"""Look after the library's file: `reader verify`, `doctor`, `backup`, `restore`, `vacuum`."""

from pathlib import Path

import click

from reader.cli.options import Desk, files, json_option, pass_desk
from reader.cli.output import confirm, counted, put, put_json, put_json_list, say
from reader.errors import NotFoundError

MEGABYTE = 1_000_000


@click.command("verify")
@json_option
@pass_desk
def verify_command(desk: Desk, as_json: bool) -> None:
    """Prove for every quote and note that the text at its place is the text kept with it.

    Exit code 1 where one is not.
    """
    with desk.open() as store:
        problems = list(store.verify())
        checked = store.articles.count()
    if as_json:
        put_json_list(problems)
    else:
        for problem in problems:
            put(problem.what)
    say(f"{counted(checked, 'article').capitalize()}: {counted(len(problems), 'problem')}.")
    if problems:
        raise click.exceptions.Exit(1)


@click.command("doctor")
@click.option("--mend", is_flag=True, help="Make anew what can be: search indexes and counters.")
@json_option
@pass_desk
def doctor_command(desk: Desk, mend: bool, as_json: bool) -> None:
    """Look for damage: the file, references, spans, search indexes, counters, passages that were lost.

    Exit code 1 where something is wrong and was not mended.
    """
    with desk.open() as store:
        findings = list(store.doctor(mend=mend))
        size = store.size()
    if as_json:
        put_json({"findings": [_told(finding) for finding in findings], "size": size})
    else:
        for finding in findings:
            put(f"{finding.area}: {finding.what}{' Mended.' if finding.mended else ''}")
        rows = [counted(size.articles, "article"), counted(size.quotes, "quote"), counted(size.notes, "note")]
        put(f"{', '.join(rows).capitalize()}: {_megabytes(size.file)}.")
    wrong = [finding for finding in findings if finding.serious and not finding.mended]
    say("Something is wrong; `reader doctor --mend` mends what can be." if wrong else "All is well.")
    if wrong:
        raise click.exceptions.Exit(1)


def _told(finding: object) -> dict[str, object]:
    return {name: getattr(finding, name) for name in ("area", "what", "serious", "mended")}


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"


@click.command("backup")
@click.argument("target", shell_complete=files)
@json_option
@pass_desk
def backup_command(desk: Desk, target: str, as_json: bool) -> None:
    """Copy the library to TARGET, a new file or a folder, and check the copy; others may go on using it."""
    with desk.open() as store:
        written = store.backup(target)
    put_json({"backup": str(written)}) if as_json else say(f"Written and checked: {written}")


@click.command("restore")
@click.argument("backup", shell_complete=files)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@pass_desk
def restore_command(desk: Desk, backup: str, yes: bool) -> None:
    """Put BACKUP in the library's place; the library as it is now is kept beside it."""
    from reader.store import restore

    if not Path(backup).expanduser().exists():
        raise NotFoundError(f"There is no backup at {backup}.")
    if desk.path.exists():
        confirm(f"Replace {desk.path} by {backup}?", yes)
    kept = restore(Path(backup), desk.path)
    say(f"Restored: {desk.path}." + (f" As it was: {kept}" if kept else ""))


@click.command("vacuum")
@pass_desk
def vacuum_command(desk: Desk) -> None:
    """Make the library's file as small as it can be, and its search indexes fast."""
    with desk.open() as store:
        won = store.vacuum()
        size = store.size()
    say(f"{_megabytes(max(0, won))} given back; {_megabytes(size.file)} now.")


@click.command("merge")
@click.argument("other", shell_complete=files)
@json_option
@pass_desk
def merge_command(desk: Desk, other: str, as_json: bool) -> None:
    """Take over what the library OTHER has; both sides' notes are kept, and `reader undo` takes it all back.

    Exit code 1 where both sides decided something differently; what stood here stays.
    """
    from reader.library.adding import merge

    if not Path(other).expanduser().exists():  # before a new library is made for nothing
        raise NotFoundError(f"There is no library at {other}.")
    with desk.open(create=True) as store:
        merged = merge(store, Path(other))
    if as_json:
        put_json(merged)
    else:
        for conflict in merged.conflicts:
            put(conflict)
    came = f"{counted(merged.new, 'article').capitalize()} came in, {merged.same or 'none'} were here already"
    say(f"{came}; {counted(merged.quotes, 'quote')} and {counted(merged.notes, 'note')} on those.")
    if merged.conflicts:
        raise click.exceptions.Exit(1)
