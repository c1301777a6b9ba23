"""`reader add`, `refetch` and `redetect`: get articles in, and look at them again."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.options import Desk, Number, files, json_option, language_code, pass_desk
from reader.cli.output import counted, put_json_list, say
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.library.adding import Progress
    from reader.library.preparing import Preparation

ENGINES = click.Choice(["auto", "rules", "learned"])


@click.command("add")
@click.argument("locations", nargs=-1, required=True, shell_complete=files, metavar="LOCATION…")
@click.option("-j", "--jobs", type=Number(0), default=0, help="Processes that read; 0 is one per core.")
@click.option(
    "-t", "--tag", "tags", multiple=True, metavar="TAG", help="Put this tag on every article; repeatable."
)
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help="Language of the articles, instead of telling it from them.",
)
@click.option("--engine", type=ENGINES, help="Which detector looks for quotes.")
@click.option("--no-detect", is_flag=True, help="Do not look for quotes.")
@click.option("-q", "--quiet", is_flag=True, help="Only say what failed.")
@json_option
@pass_desk
def add_command(
    desk: Desk,
    locations: Sequence[str],
    jobs: int,
    tags: Sequence[str],
    lang: str,
    engine: str | None,
    no_detect: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add articles: files, folders, web addresses, - for standard input, clip: for the clipboard.

    The same article twice is one; a changed text becomes a new version of its article. Exit code 1 if
    anything could not be read; everything else is added.
    """
    from reader.library.adding import add_locations

    _check_tags(tags)
    how = _preparation(desk, "none" if no_detect else engine, lang, tags)
    with desk.open(create=True) as store:
        _report(add_locations(store, locations, jobs=jobs, preparation=how), as_json, quiet)


@click.command("refetch")
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE…")
@json_option
@pass_desk
def refetch_command(desk: Desk, words: Sequence[str], as_json: bool) -> None:
    """Read articles again from where they came, by number or query; a changed text becomes a new version."""
    from reader.cli.selecting import articles
    from reader.library.adding import refetch

    with desk.open() as store:
        found = refetch(store, articles(store, words), preparation=_preparation(desk, None, "", ()))
        _report(found, as_json, False)


@click.command("redetect")
@click.argument("words", nargs=-1, metavar="ARTICLE…")
@click.option("--all", "everything", is_flag=True, help="All articles of the library.")
@click.option("--engine", type=ENGINES, help="Which detector looks for quotes.")
@json_option
@pass_desk
def redetect_command(
    desk: Desk, words: Sequence[str], everything: bool, engine: str | None, as_json: bool
) -> None:
    """Look for quotes again, by number or query; what you accepted, changed or made stays as it is."""
    from reader.cli.selecting import articles
    from reader.library.adding import redetect

    config = desk.config
    with desk.open() as store:
        ids = articles(store, words, everything=everything)
        _report(
            redetect(store, ids, engine=engine or config.engine, default_language=config.language),
            as_json,
            False,
        )


def _check_tags(tags: Sequence[str]) -> None:
    """Refuse a tag without a name before the first article is read."""
    if not all(tag.strip(" #/") for tag in tags):
        raise UsageError("A tag needs a name, such as politik/syrien.")


def _preparation(desk: Desk, engine: str | None, language: str, tags: Sequence[str]) -> "Preparation":
    from reader.library.preparing import Preparation

    config = desk.config
    return Preparation(engine or config.engine, config.language, language, tuple(tags))


def _report(steps: Iterable["Progress"], as_json: bool, quiet: bool) -> None:
    """Print progress as it comes, then how it went; exit code 1 if something failed.

    A single failure has said everything with its sentence.
    """
    counts: dict[str, int] = {}
    every = _counted(steps, counts)
    if as_json:
        put_json_list(every)
    else:
        for progress in every:
            _show(progress, quiet)
    if not quiet and counts != {"failed": 1}:
        _clear()
        say(", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "Nothing to do.")
    if counts.get("failed"):
        raise click.exceptions.Exit(1)


def _counted(steps: Iterable["Progress"], counts: dict[str, int]) -> Iterator["Progress"]:
    """Count outcomes and say failures; one that befalls every article (a full disk) is said once."""
    said: set[str] = set()
    for progress in steps:
        counts[progress.outcome] = counts.get(progress.outcome, 0) + 1
        if progress.outcome == "failed" and progress.message not in said:
            said.add(progress.message)
            _clear()
            say(progress.message)
        yield progress


def _show(progress: "Progress", quiet: bool) -> None:
    if progress.outcome == "failed" or (quiet and not progress.missing):
        return
    if sys.stderr.isatty() and progress.total > 20 and not progress.missing:
        click.echo(f"\r\x1b[K{progress.done} of {progress.total}", err=True, nl=False)
        return
    said = f"{progress.outcome}: {progress.title or progress.location}"
    number = f" (article {progress.article_id}, {counted(progress.quotes, 'quote')})"
    number = "" if progress.outcome == "same" else number
    remark = " ".join(part for part in (progress.message, progress.missing) if part)
    _clear()
    say(said + number + (f": {remark}" if remark else ""))


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
