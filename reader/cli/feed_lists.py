"""`reader feeds import, export`: lists of feeds (OPML) from other programs and for them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import confidential_option, files, json_option, pass_invocation
from reader.cli.output import print_text, put_json, say
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from reader.library.feed_lists import Imported


@click.command(
    "import",
    help=_(
        "Subscribe to all feeds of FILE, a list (OPML) from another program, or - for standard input.\n\n"
        "Folders stay as they are, and so does what is subscribed to already. Nothing is fetched yet."
    ),
)
@click.argument("file", shell_complete=files)
@click.option(
    "--folder", default="", metavar="PATH", help=_("Folder to put all of them in, with their own below.")
)
@json_option
@pass_invocation
def import_feeds(invocation: Invocation, file: str, folder: str, as_json: bool) -> None:
    """Subscribe to all feeds of FILE, a list (OPML) from another program, or - for standard input."""
    from reader.ingest import Limits  # lxml, the formats and the store
    from reader.library.feed_lists import list_at, read_list, subscribe_all

    given = sys.stdin.buffer.read(Limits().size) if file == "-" else b""
    feeds = read_list(given, _("standard input")) if file == "-" else list_at(file)
    with invocation.open(create=True) as store:
        imported = subscribe_all(store, feeds, folder)
    if as_json:
        put_json(imported)
    else:
        _say_imported(imported)
    if imported.problems:
        raise click.exceptions.Exit(1)


def _say_imported(imported: "Imported") -> None:
    for problem in imported.problems:
        say(problem)
    told = _("Subscribed to {feeds}.")
    if imported.known:
        told = _("Subscribed to {feeds}, {known} subscribed to already.")
    say(told.format(feeds=amounts.feeds(len(imported.new)), known=imported.known))
    if imported.new:
        say(_("`reader feeds refresh` fetches their articles."))


@click.command(
    "export",
    help=_(
        "Write all feeds in their folders as a list (OPML) for other programs.\n\n"
        "A feed whose address names somebody who is covered is left out."
    ),
)
@click.option(
    "-o",
    "--output",
    default="-",
    shell_complete=files,
    metavar="FILE",
    help=_("File to write, - as it is for standard output."),
)
@click.option("-f", "--force", is_flag=True, help=_("Write over a file that is there."))
@confidential_option
@pass_invocation
def export_feeds(invocation: Invocation, output: str, force: bool) -> None:
    """Write all feeds in their folders as a list (OPML) for other programs."""
    from reader.library.feed_lists import list_for_others, write_list  # the formats

    with invocation.open() as store:
        written = list_for_others(store, confidential=invocation.with_confidential)
    if written.hidden:
        told = ngettext(
            "{count} feed left out: the address names somebody who is covered.",
            "{count} feeds left out: the address names somebody who is covered.",
            written.hidden,
        )
        say(told.format(count=written.hidden))
    if output == "-":
        print_text(written.text, newline=False)
        return
    write_list(Path(output).expanduser(), written.text, force=force)
    say(_("Written: {place}").format(place=output))
