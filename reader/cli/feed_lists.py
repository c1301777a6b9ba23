"""`reader feeds import, export`: lists of feeds (OPML) from other programs and for them."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import Invocation, confidential_option, files, json_option, pass_invocation
from reader.cli.output import counted, print_text, put_json, say
from reader.errors import ReaderError, UsageError
from reader.feeds import Feed

if TYPE_CHECKING:
    from reader.formats.cover import Cover
    from reader.library.subscribing import Imported


@click.command("import")
@click.argument("file", shell_complete=files)
@click.option(
    "--folder", default="", metavar="PATH", help="Folder to put all of them in, with their own below."
)
@json_option
@pass_invocation
def import_feeds(invocation: Invocation, file: str, folder: str, as_json: bool) -> None:
    """Subscribe to all feeds of FILE, a list (OPML) from another program, or - for standard input.

    Folders stay as they are, and so does what is subscribed to already. Nothing is fetched yet.
    """
    from reader.library.subscribing import read_list, subscribe_all  # lxml and the store

    feeds = read_list(_content(file), "standard input" if file == "-" else file)
    with invocation.open(create=True) as store:
        imported = subscribe_all(store, feeds, folder)
    if as_json:
        put_json(imported)
    else:
        _say_imported(imported)
    if imported.problems:
        raise click.exceptions.Exit(1)


def _content(file: str) -> bytes:
    from reader.ingest import Limits  # lxml and its like
    from reader.ingest.files import home_path, read_file

    return sys.stdin.buffer.read(Limits().size) if file == "-" else read_file(home_path(file), Limits())


def _say_imported(imported: "Imported") -> None:
    for problem in imported.problems:
        say(problem)
    known = f", {imported.known} subscribed to already" if imported.known else ""
    say(f"Subscribed to {counted(len(imported.new), 'feed')}{known}.")
    if imported.new:
        say("`reader feeds refresh` fetches their articles.")


@click.command("export")
@click.option(
    "-o",
    "--output",
    default="-",
    shell_complete=files,
    metavar="FILE",
    help="File to write, - as it is for standard output.",
)
@click.option("-f", "--force", is_flag=True, help="Write over a file that is there.")
@confidential_option
@pass_invocation
def export_feeds(invocation: Invocation, output: str, force: bool) -> None:
    """Write all feeds in their folders as a list (OPML) for other programs.

    A feed whose address names somebody who is covered is left out.
    """
    from reader.formats.opml import opml

    with invocation.open() as store:
        every = store.feeds.all()
    cover = None if invocation.with_confidential else invocation.cover
    feeds = [covered for feed in every if (covered := _covered(feed, cover))]
    if hidden := len(every) - len(feeds):
        say(f"{counted(hidden, 'feed')} left out: the address names somebody who is covered.")
    text = opml(feeds)
    if output == "-":
        print_text(text, newline=False)
        return
    _write(Path(output).expanduser(), text, force)
    say(f"Written: {output}")


def _covered(feed: Feed, cover: "Cover | None") -> Feed | None:
    """The feed as it may leave, None where its address says who is covered."""
    if not cover:
        return feed
    if cover(feed.address) != feed.address:
        return None
    site = feed.site if cover(feed.site) == feed.site else ""
    tags = tuple(tag for tag in feed.tags if cover(tag) == tag)
    return replace(feed, name=cover(feed.name), folder=cover(feed.folder), site=site, tags=tags)


def _write(path: Path, text: str, force: bool) -> None:
    from reader import private_files  # for this alone

    if path.exists() and not force:
        raise UsageError(f"{path} is there already: choose another name, or say --force.")
    try:
        private_files.write(path, text)
    except OSError as error:
        raise ReaderError(f"{path} cannot be written: {error.strerror or error}.") from error
