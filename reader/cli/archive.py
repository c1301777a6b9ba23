"""`reader archive`: quotes of more articles than one library holds."""

import click

from reader.cli.archive_asking import query
from reader.cli.archive_detecting import detect


@click.group("archive")
def archive_command() -> None:
    """Find the quotes of a whole newsroom's archive, into a folder of Parquet files, and ask it.

    Needs the extra: pip install "reader-tui[archive]".
    """


archive_command.add_command(detect)
archive_command.add_command(query)
