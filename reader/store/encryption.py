"""Encrypted backups: files in the age format (age-encryption.org/v1), which the program `age` opens too.

To a passphrase (scrypt) or to public keys of others: X25519 ("age1…") or SSH ("ssh-ed25519 …", "ssh-rsa …").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import StoreError
from reader.i18n import _

ENDING = ".age"
_BEGINS = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
LARGEST = 2 * 1024**3
"""Bytes of a library up to which a passphrase is taken: read as a whole, it takes twice the memory."""
_MISSING = _(
    'Encryption needs a library that is not installed: pip install "reader-tui[encrypt]", or encrypt a plain '
    "backup with the program age."
)


@dataclass(frozen=True, slots=True)
class Keys:
    """With what a file is encrypted, or opened: a passphrase, or keys."""

    passphrase: str = ""
    recipients: Sequence[str] = ()
    """Public keys that it is encrypted to."""
    identities: Sequence[str] = ()
    """Private keys that may open it, each as its file holds it."""


def is_encrypted(path: Path) -> bool:
    """Whether a file is in the age format."""
    try:
        with path.open("rb") as file:
            return file.read(64).startswith(_BEGINS)
    except OSError:
        return False


def encrypt(plain: Path, target: Path, keys: Keys) -> None:
    """Write `plain` encrypted into `target`, which is there and empty. Raises StoreError, OSError."""
    age = library_of_age()
    if keys.recipients:
        with plain.open("rb") as source, target.open("wb") as sink:
            age.encrypt_io(source, sink, [_recipient(age, key) for key in keys.recipients])
        return
    if plain.stat().st_size > LARGEST:
        raise StoreError(
            _("The library is too large for a passphrase: encrypt it to a key, with --recipient.")
        )
    target.write_bytes(age.passphrase.encrypt(plain.read_bytes(), keys.passphrase))


def decrypt(source: Path, plain: Path, keys: Keys) -> None:
    """Write the content of `source` into `plain`, which is there and empty. Raises StoreError, OSError."""
    age = library_of_age()
    try:
        if keys.identities:
            identities = [_identity(age, key) for text in keys.identities for key in _keys_in(text)]
            with source.open("rb") as sealed, plain.open("wb") as sink:
                age.decrypt_io(sealed, sink, identities)
        else:
            plain.write_bytes(age.passphrase.decrypt(source.read_bytes(), keys.passphrase))
    except age.DecryptError as error:
        raise StoreError(_not_opened(source, error)) from error


def opened(source: Path, keys: Keys) -> bytes:
    """The content of a small encrypted file, which lies nowhere in plain text. Raises StoreError, OSError."""
    age, sealed = library_of_age(), source.read_bytes()
    try:
        if not keys.identities:
            return bytes(age.passphrase.decrypt(sealed, keys.passphrase))
        known = [_identity(age, key) for text in keys.identities for key in _keys_in(text)]
        return bytes(age.decrypt(sealed, known))
    except age.DecryptError as error:
        raise StoreError(_not_opened(source, error)) from error


def sealed(content: bytes, keys: Keys) -> bytes:
    """Some content, encrypted. Raises StoreError."""
    age = library_of_age()
    if keys.recipients:
        return bytes(age.encrypt(content, [_recipient(age, key) for key in keys.recipients]))
    return bytes(age.passphrase.encrypt(content, keys.passphrase))


def _not_opened(source: Path, error: Exception) -> str:
    # age measures the machine first, and refuses what would take it much longer than where it was written
    if "work parameter" in str(error):
        told = _("{source} cannot be opened now: this computer is too busy, or too slow. Try it again.")
        return told.format(source=source)
    told = _("{source} cannot be opened: another passphrase or key belongs to it, or it is damaged.")
    return told.format(source=source)


def library_of_age() -> Any:
    """The library that reads and writes the age format. Raises StoreError where it is not installed."""
    try:
        import pyrage  # an extra: few libraries need it
    except ImportError as error:
        raise StoreError(_MISSING) from error
    return pyrage


def _recipient(age: Any, key: str) -> Any:
    kind = age.ssh if key.startswith("ssh-") else age.x25519
    return _read(kind.Recipient.from_str, age.RecipientError, key, _("a public key (age1…, ssh-ed25519 …)"))


def _identity(age: Any, key: str) -> Any:
    if key.startswith("AGE-SECRET-KEY-"):
        return _read(age.x25519.Identity.from_str, age.IdentityError, key, _("a private key"))
    return _read(age.ssh.Identity.from_buffer, age.IdentityError, key.encode(), _("a private key"))


def _read(read: Callable[[Any], Any], wrong: type[Exception], key: Any, what: str) -> Any:
    try:
        return read(key)
    except (wrong, ValueError) as error:
        raise StoreError(
            _("This is not {what}: {reason}.").format(what=what, reason=str(error) or _("it cannot be read"))
        ) from error


def _keys_in(text: str) -> list[str]:
    """The keys of a file: age's have one a line beside comments, SSH's are one block."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith("AGE-SECRET-KEY-")] or [text]
