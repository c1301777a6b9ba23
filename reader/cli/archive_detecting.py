"""`reader archive detect`: find the quotes of all articles in files, on all cores or a cluster."""

import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.options import Number, engine_option, files, language_code
from reader.cli.output import put_json, say
from reader.cli.pace import Pace
from reader.cli.renewed_line import clear_line, renew_line
from reader.config import load
from reader.errors import ReaderError, UsageError
from reader.i18n import _, number

if TYPE_CHECKING:
    from reader.library.archives.running import ArchiveProgress

_TOLD_EVERY = 60.0
"""Seconds between two lines about a long run where there is no terminal to renew one on."""


@click.command(
    "detect",
    help=_(
        "Find the quotes of all articles in IN (Parquet or JSON lines) into the folder OUT.\n\n"
        "IN are files, folders and patterns; IN and OUT may lie anywhere that fsspec reaches, such as "
        "s3://archive/2019/*.parquet. Stopped and run again, it goes on where it was. Exit code 1 if a "
        "row or a file could not be read; the rest is done."
    ),
)
@click.argument("inputs", nargs=-1, required=True, shell_complete=files, metavar="IN…")
@click.argument("out", shell_complete=files)
@click.option("-j", "--jobs", type=Number(0), default=0, help=_("Processes that read; 0 is one per core."))
@click.option("--scheduler", metavar="ADDRESS", default="", help=_("Work on this Dask cluster."))
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help=_("Which column is what, such as text=body; repeatable."),
)
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help=_("Language of all articles, instead of telling it from them."),
)
@engine_option(_("Which detector looks for quotes."))
@click.option("--no-texts", is_flag=True, help=_("Do not keep the texts beside the quotes."))
@click.option("--part", type=Number(1), help=_("Articles that are done at once, or again; 2,000 by default."))
@click.option("-q", "--quiet", is_flag=True, help=_("Only say what failed."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for other programs."))
def detect(
    inputs: Sequence[str],
    out: str,
    jobs: int,
    scheduler: str,
    columns: Sequence[str],
    lang: str,
    engine: str | None,
    no_texts: bool,
    part: int | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Find the quotes of all articles in IN (Parquet or JSON lines) into the folder OUT."""
    from reader.library.archives.articles import archive_mapping  # the ways in, and an extra below
    from reader.library.archives.places import require_extra
    from reader.library.archives.running import Means, detect_archive
    from reader.library.archives.work import ARTICLES_A_PART, Job
    from reader.library.detecting import configured

    if scheduler and jobs:
        raise UsageError(_("Say --jobs or --scheduler: a cluster has its own number of processes."))
    require_extra()
    mapping = archive_mapping(columns)
    detection = configured(load(), engine)
    job = Job(out, detection, mapping, lang, not no_texts, part or ARTICLES_A_PART)
    _report(detect_archive(inputs, job, Means(jobs, scheduler)), out, quiet, as_json)


def _report(steps: "Iterable[ArchiveProgress]", out: str, quiet: bool, as_json: bool) -> None:
    since, line = time.monotonic(), _Line(quiet)
    now: ArchiveProgress | None = None
    try:
        for now in steps:
            line.show(now)
    except KeyboardInterrupt:
        clear_line()
        told = _("Stopped. Every part that was done is kept: the same command goes on.")
        if now and now.parts:
            told = _("Stopped. Every part that was done is kept ({found}): the same command goes on.")
        raise ReaderError(told.format(found=_found(now) if now else "")) from None
    clear_line()
    assert now is not None
    seconds = time.monotonic() - since
    if as_json:
        put_json(_summary(now, out, seconds))
    elif not quiet:
        say(_("{found} into {out}.").format(found=_found(now), out=out) if now.parts else _("Nothing new."))
    if now.failed:
        told = _("{rows} gave no article: {out}/failed says why of each.")
        say(told.format(rows=amounts.rows(now.failed), out=out))
    if now.failed or now.unread:
        raise click.exceptions.Exit(1)


def _found(now: "ArchiveProgress") -> str:
    articles, quotes = number(now.articles), number(now.quotes)
    return _("{articles} articles, {quotes} quotes").format(articles=articles, quotes=quotes)


def _summary(now: "ArchiveProgress", out: str, seconds: float) -> dict[str, object]:
    return {
        "out": out,
        "articles": now.articles,
        "quotes": now.quotes,
        "failed": now.failed,
        "parts": now.parts,
        "unread": list(now.unread),
        "seconds": round(seconds, 1),
        "articles_a_second": round(now.articles / seconds, 1) if seconds else 0.0,
    }


class _Line:
    """The line of a long run: articles, quotes, how fast, how long yet."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._pace = Pace()
        self._told = time.monotonic()

    def show(self, now: "ArchiveProgress") -> None:
        """Say what there is to say, and how far it is."""
        if now.message and not (self._quiet and not now.unread):
            clear_line()
            say(now.message)
        line = self._line(now)
        if self._quiet or not now.left:
            return
        if sys.stderr.isatty():
            renew_line(line)
        elif time.monotonic() - self._told > _TOLD_EVERY:
            self._told = time.monotonic()
            say(line)

    def _line(self, now: "ArchiveProgress") -> str:
        total = now.rows + now.left
        failed = _("{failed} failed").format(failed=number(now.failed)) if now.failed else ""
        parts = (
            _("{rows} of about {total} articles").format(rows=number(now.rows), total=number(total)),
            _("{quotes} quotes").format(quotes=number(now.quotes)),
            failed,
            self._pace.told(now.rows, total),
        )
        return " · ".join(part for part in parts if part)
