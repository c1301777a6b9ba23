"""Report what becomes of each article while `reader add`, `refetch` or `redetect` works them off."""

import sys
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.output import put_json_list, say
from reader.cli.pace import Pace
from reader.cli.renewed_line import clear_line, renew_line
from reader.errors import ReaderError
from reader.i18n import _, number, pgettext

if TYPE_CHECKING:
    from reader.library.adding import Progress

_COUNTED = 20
"""Articles beyond which a terminal counts them in one line (chosen by hand)."""


def report_progress(steps: Iterable["Progress"], as_json: bool, *, quiet: bool = False) -> None:
    """Print progress as it comes, then how it went; exit code 1 if something failed.

    A single failure has said everything with its sentence. Stopped by ctrl+c, it says how far it came.
    """
    counts: dict[str, int] = {}
    try:
        if as_json:
            put_json_list(_counted(steps, counts))
        else:
            tell_each(steps, counts, quiet=quiet)
    except KeyboardInterrupt:
        clear_line()
        sentence = _("Stopped. What was done before is kept: the same command goes on.")
        if counts:
            sentence = _("Stopped. What was done before is kept ({counts}): the same command goes on.")
        raise ReaderError(sentence.format(counts=", ".join(told(counts)))) from None
    if not quiet and counts != {"failed": 1}:
        clear_line()
        say(", ".join(told(counts)) or _("Nothing to do."))
    if counts.get("failed"):
        raise click.exceptions.Exit(1)


def told(counts: dict[str, int]) -> list[str]:
    """How often each outcome was, as in "3 new"."""
    return [f"{number(count)} {_OUTCOMES.get(outcome, outcome)}" for outcome, count in counts.items()]


_OUTCOMES = {
    "new": pgettext("what became of articles", "new"),
    "changed": pgettext("what became of articles", "changed"),
    "would change": pgettext("what became of articles", "would change"),
    "same": pgettext("what became of articles", "same"),
    "failed": pgettext("what became of articles", "failed"),
}
"""What people are told for an outcome."""


def ended(counts: dict[str, int]) -> str:
    """What a command says at its end that takes in what comes until then."""
    if not counts:
        return _("Ended. Nothing came in.")
    return _("Ended. {counts}.").format(counts=", ".join(told(counts)))


def tell_each(
    steps: Iterable["Progress"],
    counts: dict[str, int],
    *,
    quiet: bool = False,
    leave_out: Collection[str] = (),
) -> None:
    """Say what becomes of each as it comes, but for outcomes that are left out, and count them."""
    bar = _Bar()
    for progress in _counted(steps, counts):
        _show(progress, quiet or progress.outcome in leave_out, bar)


def _counted(steps: Iterable["Progress"], counts: dict[str, int]) -> Iterator["Progress"]:
    """Count outcomes and say failures; one that befalls every article (a full disk) is said once."""
    shown: set[str] = set()
    for progress in steps:
        counts[progress.outcome] = counts.get(progress.outcome, 0) + 1
        if progress.outcome == "failed" and progress.message not in shown:
            shown.add(progress.message)
            clear_line()
            say(progress.message)
        yield progress


class _Bar:
    """The line of a long run: how far it is, how many articles, how fast, and how long yet."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._articles = 0

    def shown(self, progress: "Progress") -> str:
        """The line after one more location."""
        self._articles += progress.outcome != "failed"
        pace = self._pace.told(progress.done, progress.total)
        parts = (
            _("{done} of {total}").format(done=number(progress.done), total=number(progress.total)),
            amounts.articles(self._articles, digits=True),
            pace,
        )
        return " · ".join(part for part in parts if part)


def _show(progress: "Progress", quiet: bool, bar: _Bar) -> None:
    line = bar.shown(progress)
    if progress.outcome == "failed" or (quiet and not progress.missing):
        return
    if sys.stderr.isatty() and progress.total > _COUNTED and not progress.missing:
        renew_line(line)
        return
    clear_line()
    say(sentence_of(progress))


def sentence_of(progress: "Progress") -> str:
    """What became of one location, as a line."""
    if progress.outcome == "failed":
        return progress.message
    outcome = _OUTCOMES.get(progress.outcome, progress.outcome)
    line = f"{outcome}: {progress.title or progress.location}"
    if progress.outcome != "same":
        where = _("(article {article}, {quotes})")
        line += " " + where.format(article=progress.article_id, quotes=amounts.quotes(progress.quotes))
    elif progress.article_id:
        line += " " + _("(article {article})").format(article=progress.article_id)
    remark = " ".join(part for part in (progress.message, progress.missing) if part)
    return line + (f": {remark}" if remark else "")
