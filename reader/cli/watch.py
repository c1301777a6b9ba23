"""`reader watch`: take in what is saved in a folder, until ctrl+c."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.invocation import Invocation
from reader.cli.options import (
    Number,
    check_tags,
    engine_option,
    json_option,
    language_code,
    pass_invocation,
)
from reader.cli.output import put_json_line, say
from reader.cli.progress import ended, tell_each
from reader.cli.renewed_line import clear_line
from reader.errors import ReaderError, UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library.adding import Progress
    from reader.library.preparing import Preparation
    from reader.library.watching import Found

_RETRY = 5.0
"""Seconds after which a library is tried again that could not be opened."""


@click.command(
    "watch",
    help=_(
        "Take in what is saved in a folder, and in those in it: what lies there and what comes, until "
        "ctrl+c.\n\n"
        "Files that are still being written are waited for. Each is read once, and again when it was "
        "written anew."
    ),
)
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER…", type=click.Path(file_okay=False))
@click.option(
    "-t", "--tag", "tags", multiple=True, metavar="TAG", help=_("Put this tag on every article; repeatable.")
)
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help=_("Language of the articles, instead of telling it from them."),
)
@engine_option(_("Which detector looks for quotes."))
@click.option("--no-detect", is_flag=True, help=_("Do not look for quotes."))
@click.option("-j", "--jobs", type=Number(0), default=0, help=_("Processes that read; 0 is one per core."))
@click.option("-q", "--quiet", is_flag=True, help=_("Only say what failed."))
@json_option
@pass_invocation
def watch_command(
    invocation: Invocation,
    folders: Sequence[str],
    tags: Sequence[str],
    lang: str,
    engine: str | None,
    no_detect: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Take in what is saved in a folder, and in those in it: what lies there and what comes, until ctrl+c."""
    from reader.library.preparing import Preparation
    from reader.library.watching import Watcher

    check_tags(tags)
    paths = _there(folders)
    preparation = Preparation(
        None if no_detect else invocation.detection(engine), lang, tuple(tags), goes_on=True, looks_again=True
    )
    invocation.open(create=True).close()
    collector = _Collector(invocation, preparation, jobs, quiet=quiet, as_json=as_json)
    watcher = Watcher(paths)
    if not as_json:
        say(_("Looking at {folders}; ctrl+c ends it.").format(folders=", ".join(map(str, paths))))
    try:
        for found in watcher.rounds():
            if left := collector.take(found):
                watcher.again(left)
    except KeyboardInterrupt:
        if not as_json:
            clear_line()
            say(ended(collector.counts))


def _there(folders: Sequence[str]) -> list[Path]:
    """The folders, as paths that stay true. Raises UsageError where one is not there."""
    from reader.ingest.files import home_path  # the ways in, which help does without

    paths = [home_path(folder).absolute() for folder in folders]
    for path in paths:
        if not path.is_dir():
            raise UsageError(
                _("There is no folder {path}: make it, or check the spelling.").format(path=path)
            )
    return paths


class _Collector:
    """Stores what was found and tells it."""

    def __init__(
        self, invocation: Invocation, preparation: "Preparation", jobs: int, *, quiet: bool, as_json: bool
    ) -> None:
        self.counts: dict[str, int] = {}
        self._invocation = invocation
        self._preparation = preparation
        self._jobs = jobs
        self._quiet, self._as_json = quiet, as_json
        self._trouble = ""

    def take(self, found: "Found") -> tuple[str, ...]:
        """Add what was found; returns the files that could not be, since the library could not be opened."""
        from reader.library.adding import add_locations

        for message in found.messages:
            self._tell(message)
        if not found.files:
            return ()
        try:
            with self._invocation.open() as store:
                self._trouble = ""
                steps = add_locations(store, found.files, jobs=self._jobs, preparation=self._preparation)
                self._report(steps, found.is_first)
        except ReaderError as error:  # of the library: it is busy, full, gone
            if error.message != self._trouble:
                self._trouble = error.message
                self._tell(_("{message} reader tries again.").format(message=error.message))
            time.sleep(_RETRY)
            return found.files
        return ()

    def _tell(self, message: str) -> None:
        if self._as_json:
            put_json_line({"message": message})
        else:
            clear_line()
            say(message)

    def _report(self, steps: "Iterable[Progress]", is_first: bool) -> None:
        if not self._as_json:
            # of a thousand files that lay there before, only what is new is of interest
            tell_each(steps, self.counts, quiet=self._quiet, leave_out=("same",) if is_first else ())
            clear_line()
            return
        for progress in steps:
            self.counts[progress.outcome] = self.counts.get(progress.outcome, 0) + 1
            put_json_line(progress)
