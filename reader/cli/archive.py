"""`reader archive`: quotes of more articles than one library holds."""

import click

from reader.cli.archive_asking import query
from reader.cli.archive_detecting import detect
from reader.i18n import _


@click.group(
    "archive",
    help=_(
        "Find the quotes of a whole newsroom's archive, into a folder of Parquet files, and ask it.\n\n"
        'Needs the extra: pip install "reader-tui[archive]".'
    ),
)
def archive_command() -> None:
    """Find the quotes of a whole newsroom's archive, into a folder of Parquet files, and ask it."""


archive_command.add_command(detect)
archive_command.add_command(query)
