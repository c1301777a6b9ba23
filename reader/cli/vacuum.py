"""`reader vacuum`: make the library's file small."""

import click

from reader.cli.interrupting import run_interruptibly
from reader.cli.invocation import Invocation
from reader.cli.options import pass_invocation
from reader.cli.output import megabytes, say
from reader.i18n import _


@click.command(
    "vacuum", help=_("Make the library's file as small as it can be, and its search indexes fast.")
)
@pass_invocation
def vacuum_command(invocation: Invocation) -> None:
    """Make the library's file as small as it can be, and its search indexes fast."""
    with invocation.open() as store:
        freed = run_interruptibly(store.interrupt, store.vacuum)
        size = store.size()
    say(
        _("{freed} given back; {size} now.").format(freed=megabytes(max(0, freed)), size=megabytes(size.file))
    )
