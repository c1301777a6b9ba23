"""`reader serve`: the desk in a browser, until ctrl+c."""

import os
import webbrowser

import click

from reader.cli.invocation import Invocation
from reader.cli.options import Number, json_option, pass_invocation
from reader.cli.output import print_text, put_json_line, say
from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.visible import visible

_PORTS = range(65_536)


@click.command(
    "serve",
    help=_(
        "Show the desk in a browser, on this machine alone, until ctrl+c.\n\n"
        "Prints an address with a token, new at each start; without it nothing of the library is to be "
        "had. For a colleague elsewhere: ssh -L 7324:127.0.0.1:7324 THIS-MACHINE, then the same address "
        "in their browser.\n\n"
        "Who has the address works as you do: they read all of the library, read and write files of yours, "
        "and run the commands of your configuration. Give it to those only whom you would let sit down "
        "at this machine."
    ),
)
@click.option("--port", type=Number(0), help=_("Port to listen on, 7324 by default, 0 for any that is free."))
@click.option(
    "--actor", metavar="NAME", default="", help=_("Whom the journal names for what is done in the browser.")
)
@click.option("--open", "opened", is_flag=True, help=_("Open it in the browser of this machine."))
@json_option
@pass_invocation
def serve_command(invocation: Invocation, port: int | None, actor: str, opened: bool, as_json: bool) -> None:
    """Show the desk in a browser, on this machine alone, until ctrl+c."""
    if port is not None and port not in _PORTS:
        raise UsageError(_("There is no port {port}: name one between 1024 and 65535.").format(port=port))
    try:
        from reader.web.server import PORT, Desk  # an extra, and only here
    except ModuleNotFoundError as error:
        raise ReaderError(
            _(
                "The desk in a browser needs libraries that are not installed: "
                'pip install "reader-tui[serve]".'
            )
        ) from error
    with invocation.open(create=True) as store:
        library = store.path.resolve()
    _tell_sessions(actor)
    desk = Desk(PORT if port is None else port, ["--library", str(library)], library.name)
    _introduce(desk.address, as_json)
    if opened:
        webbrowser.open(desk.address)
    desk.serve()
    if not as_json:
        say(_("Ended."))


def _tell_sessions(actor: str) -> None:
    """What each session's process finds in its environment."""
    os.environ["READER_SERVED"] = "1"
    if actor.strip():
        os.environ["READER_ACTOR"] = visible(actor.strip())


def _introduce(address: str, as_json: bool) -> None:
    """Say where it listens."""
    if as_json:
        put_json_line({"address": address})
        return
    say(_("Open this in a browser; whoever has it can do all that you can do in the library:"))
    print_text(address)
    say(_("Listening on this machine only; ctrl+c ends it, and every session with it."))
