"""`reader restore`: put a backup in the library's place."""

from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli.invocation import Invocation
from reader.cli.options import files, pass_invocation
from reader.cli.output import confirm, say
from reader.cli.secrets import passphrase_option, read_lines, said_passphrase
from reader.errors import NotFoundError, UsageError
from reader.i18n import _


@click.command(
    "restore",
    help=_(
        "Put BACKUP in the library's place; the library as it is now is kept beside it.\n\n"
        "Of an encrypted one, the passphrase is asked for."
    ),
)
@click.argument("backup", shell_complete=files)
@click.option(
    "--identity",
    "identities",
    multiple=True,
    metavar="FILE",
    shell_complete=files,
    help=_("A private key (of age, or SSH without a passphrase) that opens an encrypted backup."),
)
@passphrase_option
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@pass_invocation
def restore_command(
    invocation: Invocation, backup: str, identities: Sequence[str], passphrase_file: str | None, yes: bool
) -> None:
    """Put BACKUP in the library's place; the library as it is now is kept beside it."""
    from reader.store import restore  # the store, which help does without
    from reader.store.encryption import Keys, is_encrypted

    if not Path(backup).expanduser().exists():
        raise NotFoundError(_("There is no backup at {backup}.").format(backup=backup))
    if invocation.path.exists():
        confirm(_("Replace {path} by {backup}?").format(path=invocation.path, backup=backup), yes)
    if Path(backup).expanduser().is_file() and not Path(backup).expanduser().stat().st_size:
        raise UsageError(_("{backup} is empty: it is no backup.").format(backup=backup))
    keys = None
    if is_encrypted(Path(backup).expanduser()):
        private = ["\n".join(read_lines(Path(one))) + "\n" for one in identities]
        keys = Keys(identities=private) if private else Keys(said_passphrase(passphrase_file, new=False))
    replaced = restore(Path(backup), invocation.path, keys)
    told = _("Restored: {library}. As it was: {replaced}") if replaced else _("Restored: {library}.")
    say(told.format(library=invocation.path, replaced=replaced))
