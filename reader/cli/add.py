"""`reader add`: get articles in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from reader.cli.archive_adding import add_archived, require_locations
from reader.cli.invocation import Invocation
from reader.cli.options import (
    Number,
    check_tags,
    check_via,
    engine_option,
    files,
    json_option,
    language_code,
    pass_invocation,
    private_option,
    replace_option,
    via_option,
)
from reader.cli.output import say
from reader.cli.progress import report_progress
from reader.errors import UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library.adding import Progress
    from reader.library.preparing import Preparation
    from reader.store import Store


@click.command(
    "add",
    help=_(
        "Add articles: files, folders, web addresses, - for standard input, clip: for the clipboard.\n\n"
        "The same article twice is one; a changed text becomes a new version of its article. What asks "
        "for consent or a login, is shut or gone, or shows next to nothing of the article that was there "
        "is refused. Exit code 1 if anything was refused or could not be read; everything else is added."
    ),
)
@click.argument("locations", nargs=-1, shell_complete=files, metavar="LOCATION…")
@click.option("-j", "--jobs", type=Number(0), default=0, help=_("Processes that read; 0 is one per core."))
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
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help=_("Of CSV and JSON lines: which column is what, such as title=headline; repeatable."),
)
@engine_option(_("Which detector looks for quotes."))
@click.option("--no-detect", is_flag=True, help=_("Do not look for quotes."))
@replace_option
@private_option
@via_option
@click.option(
    "--html",
    "saved",
    metavar="FILE",
    shell_complete=files,
    help=_("The page at the one address named, as it was saved in FILE (- for standard input)."),
)
@click.option(
    "--from-archive",
    "archive",
    metavar="OUT",
    shell_complete=files,
    help=_("Articles of this archive instead: the words are a query, such as speaker:Lindt since:2024."),
)
@click.option("-q", "--quiet", is_flag=True, help=_("Only say what failed."))
@json_option
@pass_invocation
def add_command(
    invocation: Invocation,
    locations: Sequence[str],
    jobs: int,
    tags: Sequence[str],
    lang: str,
    columns: Sequence[str],
    engine: str | None,
    no_detect: bool,
    takes_all: bool,
    allow_private: bool,
    via: str,
    saved: str | None,
    archive: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add articles: files, folders, web addresses, - for standard input, clip: for the clipboard."""
    from reader.library.preparing import Preparation, mapping_of  # the ways in, which help does without

    check_tags(tags)
    if archive is not None:
        how = {"no_detect": no_detect, "replaces": takes_all, "quiet": quiet, "as_json": as_json}
        add_archived(invocation, archive, locations, tags=tags, **how)
        return
    _check_ways(locations, saved, via)
    preparation = Preparation(
        None if no_detect else invocation.detection(engine),
        lang,
        tuple(tags),
        replace=takes_all,
        allow_private=allow_private or invocation.config.allow_private,
        mapping=mapping_of(columns),
        via=via,
    )
    if not quiet:
        _say_of_sound(locations)
    with invocation.open(create=True) as store, _telling_passed_over(quiet=quiet) as passed:
        steps = _steps(store, locations, saved, jobs, preparation, passed)
        report_progress(steps, as_json, quiet=quiet)


@contextmanager
def _telling_passed_over(*, quiet: bool) -> Iterator[list[str]]:
    """Collect what folders hold that is no article, and tell it at the end, however that comes."""
    from reader.library.passed_over import passed_over_told  # the ways in, which help does without

    passed: list[str] = []
    try:
        yield passed
    finally:
        if told := passed_over_told([] if quiet else passed):
            say(told + ".")


def _steps(
    store: "Store",
    locations: Sequence[str],
    saved: str | None,
    jobs: int,
    preparation: "Preparation",
    passed: list[str],
) -> Iterator["Progress"]:
    """Add the locations, or the one page that was saved, one by one."""
    from reader.ingest import SavedPage  # the ways in, which help does without
    from reader.library.adding import add_locations, add_saved

    if saved is None:
        return add_locations(store, locations, jobs=jobs, preparation=preparation, passed=passed)
    return add_saved(store, SavedPage(locations[0], saved), preparation)


def _check_ways(locations: Sequence[str], saved: str | None, via: str) -> None:
    """Refuse what cannot be asked for, before a library is opened."""
    require_locations(locations)
    _check_saved(locations, saved, via)
    check_via(via)


def _say_of_sound(locations: Sequence[str]) -> None:
    from reader.library.recordings import is_sound  # the ways in, which help does without

    if any(map(is_sound, locations)):
        say(
            _(
                "Sound is written down by the program of your configuration: that may take as long as it "
                "lasts."
            )
        )


def _check_saved(locations: Sequence[str], saved: str | None, via: str) -> None:
    """Refuse a saved page without the one address that it is of."""
    if saved is None:
        return
    if len(locations) != 1 or not locations[0].lower().startswith(("http://", "https://")):
        raise UsageError(
            _("--html needs the one address that the page was saved from: reader add --html FILE https://…")
        )
    if via:
        raise UsageError(_("--html reads a page that is there already: leave --via out."))
