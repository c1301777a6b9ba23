"""`reader vacuum`: make the library's file small."""

import click

from reader.cli.interrupting import run_interruptibly
from reader.cli.options import Invocation, pass_invocation
from reader.cli.output import megabytes, say


@click.command("vacuum")
@pass_invocation
def vacuum_command(invocation: Invocation) -> None:
    """Make the library's file as small as it can be, and its search indexes fast."""
    with invocation.open() as store:
        freed = run_interruptibly(store.interrupt, store.vacuum)
        size = store.size()
    say(f"{megabytes(max(0, freed))} given back; {megabytes(size.file)} now.")
