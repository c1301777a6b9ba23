"""`reader refetch`: read articles again from where they came."""

from collections.abc import Sequence

import click

from reader.cli.invocation import Invocation
from reader.cli.options import (
    check_via,
    json_option,
    pass_invocation,
    private_option,
    replace_option,
    via_option,
)
from reader.cli.progress import report_progress
from reader.cli.selecting import articles
from reader.i18n import _


@click.command(
    "refetch",
    help=_(
        "Read articles again from where they came, by number or query; a changed text is a new version.\n\n"
        "What asks for consent or a login, is shut or gone, or shows next to nothing of the old text, or "
        "less than there is, is refused: the old text stays, and the exit code is 1."
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE…")
@replace_option
@private_option
@via_option
@json_option
@pass_invocation
def refetch_command(
    invocation: Invocation,
    words: Sequence[str],
    takes_all: bool,
    allow_private: bool,
    via: str,
    as_json: bool,
) -> None:
    """Read articles again from where they came, by number or query; a changed text is a new version."""
    from reader.library.preparing import Preparation
    from reader.library.renewing import refetch  # the store, which help does without

    check_via(via)
    how = Preparation(
        invocation.detection(),
        replace=takes_all,
        allow_private=allow_private or invocation.config.allow_private,
        via=via,
    )
    with invocation.open() as store:
        report_progress(refetch(store, articles(store, words), how), as_json)
