"""`reader backup`: copy the library, encrypted where that is wanted."""

from collections.abc import Sequence

import click

from reader.cli.invocation import Invocation
from reader.cli.options import files, json_option, pass_invocation
from reader.cli.output import put_json, say
from reader.cli.secrets import passphrase_option, public_keys, said_passphrase
from reader.cli.stages import StageLine
from reader.errors import UsageError
from reader.i18n import _


@click.command(
    "backup",
    help=_(
        "Copy the library to TARGET, a new file or a folder, and check the copy; others may go on using "
        "it.\n\n"
        "An encrypted copy is a file of the age format: `reader restore` opens it, and so does the "
        "program age."
    ),
)
@click.argument("target", shell_complete=files)
@click.option(
    "--encrypt", "encrypted", is_flag=True, help=_("Encrypt the copy (age); asks for a passphrase.")
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="KEY",
    help=_("Encrypt to a public key (age1…, ssh-ed25519 …) or the keys in a file; may be given again."),
)
@passphrase_option
@json_option
@pass_invocation
def backup_command(
    invocation: Invocation,
    target: str,
    encrypted: bool,
    recipients: Sequence[str],
    passphrase_file: str | None,
    as_json: bool,
) -> None:
    """Copy the library to TARGET, a new file or a folder, and check the copy; others may go on using it."""
    keys = None
    if recipients and (encrypted or passphrase_file):
        raise UsageError(_("Encrypt to a passphrase or to keys: --encrypt, or --recipient, not both."))
    if encrypted or recipients or passphrase_file:
        from reader.store.encryption import Keys  # few backups are encrypted

        public = public_keys(recipients)
        if recipients and not public:
            raise UsageError(_("There is no key in {recipients}.").format(recipients=recipients[0]))
        keys = Keys(recipients=public) if public else Keys(said_passphrase(passphrase_file, new=True))
    with invocation.open() as store, StageLine() as line:
        written = store.backup(target, keys, line.told)
    put_json({"backup": str(written)}) if as_json else say(
        _("Written and checked: {written}").format(written=written)
    )
