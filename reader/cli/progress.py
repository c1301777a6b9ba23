"""Report what becomes of each article while `reader add`, `refetch` or `redetect` works them off."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from reader.cli.output import counted, put_json_list, say

if TYPE_CHECKING:
    from reader.library.adding import Progress
_COUNTED = 20
"""Articles beyond which a terminal counts them in one line (chosen by hand)."""


def report_progress(steps: Iterable["Progress"], as_json: bool, *, quiet: bool = False) -> None:
    """Print progress as it comes, then how it went; exit code 1 if something failed.

    A single failure has said everything with its sentence.
    """
    counts: dict[str, int] = {}
    counted_steps = _counted(steps, counts)
    if as_json:
        put_json_list(counted_steps)
    else:
        for progress in counted_steps:
            _show(progress, quiet)
    if not quiet and counts != {"failed": 1}:
        _clear()
        say(", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "Nothing to do.")
    if counts.get("failed"):
        raise click.exceptions.Exit(1)


def _counted(steps: Iterable["Progress"], counts: dict[str, int]) -> Iterator["Progress"]:
    """Count outcomes and say failures; one that befalls every article (a full disk) is said once."""
    shown: set[str] = set()
    for progress in steps:
        counts[progress.outcome] = counts.get(progress.outcome, 0) + 1
        if progress.outcome == "failed" and progress.message not in shown:
            shown.add(progress.message)
            _clear()
            say(progress.message)
        yield progress


def _show(progress: "Progress", quiet: bool) -> None:
    if progress.outcome == "failed" or (quiet and not progress.missing):
        return
    if sys.stderr.isatty() and progress.total > _COUNTED and not progress.missing:
        click.echo(f"\r\x1b[K{progress.done} of {progress.total}", err=True, nl=False)
        return
    line = f"{progress.outcome}: {progress.title or progress.location}"
    if progress.outcome != "same":
        line += f" (article {progress.article_id}, {counted(progress.quotes, 'quote')})"
    elif progress.article_id:
        line += f" (article {progress.article_id})"
    remark = " ".join(part for part in (progress.message, progress.missing) if part)
    _clear()
    say(line + (f": {remark}" if remark else ""))


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
