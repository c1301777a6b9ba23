"""`reader inbox`: take pages from the browser, until ctrl+c."""

from collections.abc import Sequence
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
from reader.cli.output import print_text, put_json_line, say
from reader.cli.progress import ended, sentence_of
from reader.errors import UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library.inbox import Inbox, Receipt, SentPage
    from reader.library.preparing import Preparation

_PORTS = range(65_536)
_GRACE = 30.0
"""Seconds that a page which is being stored is waited for at the end."""


@click.command(
    "inbox",
    help=_(
        "Take pages from your browser as it shows them, also behind a login, until ctrl+c.\n\n"
        "Prints the address of a page from which you drag a bookmark to your bookmarks bar. Pressed on "
        "an article, it sends the page to this machine, and a window says what was stored."
    ),
)
@click.option("--port", type=Number(0), help=_("Port to listen on, 7323 by default, 0 for any that is free."))
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
@click.option("--new-token", is_flag=True, help=_("Make a new token: bookmarks made before are refused."))
@json_option
@pass_invocation
def inbox_command(
    invocation: Invocation,
    port: int | None,
    tags: Sequence[str],
    lang: str,
    engine: str | None,
    no_detect: bool,
    new_token: bool,
    as_json: bool,
) -> None:
    """Take pages from your browser as it shows them, also behind a login, until ctrl+c."""
    from reader.library.inbox import PORT, Inbox, token_of  # the server, which help does without
    from reader.library.preparing import Preparation

    check_tags(tags)
    if port is not None and port not in _PORTS:
        raise UsageError(_("There is no port {port}: name one between 1024 and 65535.").format(port=port))
    detection = None if no_detect else invocation.detection(engine)
    preparation = Preparation(detection, lang, tuple(tags))
    with invocation.open(create=True) as store:
        library = store.path
    receiver = _Receiver(invocation, preparation, as_json)
    chosen = PORT if port is None else port
    with Inbox(chosen, token_of(library, anew=new_token), library.name, receiver.take) as inbox:
        try:
            _introduce(inbox, as_json)
            inbox.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            inbox.stop(_GRACE)
    if not as_json:
        say(ended(receiver.counts))


def _introduce(inbox: "Inbox", as_json: bool) -> None:
    """Say where it listens, and how the bookmark is had."""
    if as_json:
        put_json_line({"address": inbox.address, "page": inbox.page, "bookmark": inbox.bookmark})
        return
    say(_("The address of the bookmark, to make it by hand:"))
    print_text(inbox.bookmark)
    say(_("Or open this in your browser and drag the bookmark from there, once:"))
    print_text(inbox.page)
    say(_("Listening on this machine only; ctrl+c ends it."))


class _Receiver:
    """Stores what comes in and tells it; asked by one thread at a time."""

    def __init__(self, invocation: Invocation, preparation: "Preparation", as_json: bool) -> None:
        self.counts: dict[str, int] = {}
        self._invocation = invocation
        self._preparation = preparation
        self._as_json = as_json
        self._context = click.get_current_context()

    def take(self, page: "SentPage", anyway: bool) -> "Receipt":
        """Store a page and tell what became of it."""
        from reader.library.inbox import take

        receipt = take(self._invocation.open, page, self._preparation, anyway=anyway)
        outcome = receipt.progress.outcome
        self.counts[outcome] = self.counts.get(outcome, 0) + 1
        with self._context.scope(cleanup=False):  # output asks for it, in every thread anew
            if self._as_json:
                put_json_line(receipt.progress)
            else:
                say(sentence_of(receipt.progress))
        return receipt
