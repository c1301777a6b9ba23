"""The shared folder of a desk: its key, and the segments of each library, all encrypted (age).

Each library writes into its own folder alone. A file is written under a passing name first, so that under its
own it is whole; one that a copying program has only half is told by what it says, and waited for.
"""

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reader import private_files
from reader.errors import StoreError
from reader.i18n import _
from reader.store.encryption import Keys, library_of_age, opened, sealed
from reader.store.syncing.registers import Dot
from reader.store.syncing.segments import NotWholeError, Segment, StrayError, packed, unpacked
from reader.system_reasons import system_reason

_KEY = re.compile(r"desk-([0-9a-f]{16})\.age")
_LIBRARY = re.compile(r"[0-9a-f]{16}")
_SEGMENT = re.compile(r"([0-9]{6,12})\.age")
_PASSING = re.compile(r"\..*|~.*|Thumbs\.db|desktop\.ini")
"""Files that copying programs and systems leave, which are nobody's business."""
_LEFT = re.compile(r"\.(desk-[0-9a-f]{16}|[0-9]{6,12})\.age\.[0-9a-f]+\.new")
"""Files under the passing names that we give."""
_SECRET = "AGE-SECRET-KEY-"
_MAGIC = b"age-encryption.org/v1\n"
"""How a file of age begins (age-encryption.org/v1)."""
_NO_KEY = "No matching keys"  # not shown: of a whole head that none of our keys fits


@dataclass(frozen=True, slots=True)
class Staged:
    """A segment that is written and not yet put in its place."""

    passing: Path
    path: Path
    digest: str


class Desk:
    """An opened desk."""

    def __init__(
        self, folder: Path, name: str, recipient: str, secret: str = "", *, is_new: bool = False
    ) -> None:
        """Without `secret`, segments can be written and not read; `is_new` where it was begun just now."""
        self.folder = folder
        self.name = name
        self.recipient = recipient
        self.is_new = is_new
        self._secret = secret

    @property
    def can_read(self) -> bool:
        """Whether segments can be read, and not only written."""
        return bool(self._secret)

    # -- segments ---------------------------------------------------------------------------------------

    def numbers(self) -> dict[str, list[int]]:
        """The numbers of the segments of each library."""
        found: dict[str, list[int]] = {}
        for folder in _entries(self.folder):
            if _LIBRARY.fullmatch(folder.name) and folder.is_dir():
                names = (_SEGMENT.fullmatch(file.name) for file in _entries(folder))
                found[folder.name] = sorted(int(name[1]) for name in names if name)
        return found

    def strangers(self) -> list[Path]:
        """Files in the folder that are not of a desk, such as copies that a copying program made of two."""
        strange = []
        for entry in _entries(self.folder):
            if _LIBRARY.fullmatch(entry.name) and entry.is_dir():
                strange += [file for file in _entries(entry) if not _SEGMENT.fullmatch(file.name)]
            elif not _KEY.fullmatch(entry.name):
                strange.append(entry)
        return [path for path in strange if not _PASSING.fullmatch(path.name)]

    def path(self, dot: Dot) -> Path:
        """Where a segment lies."""
        return self.folder / dot.library / f"{dot.number:06}.age"

    def read(self, dot: Dot) -> Segment:
        """A segment. Raises NotWholeError, of it StrayError where no waiting helps, and NewerError."""
        age = library_of_age()
        try:
            content = _content(self.path(dot))
            segment = unpacked(age.decrypt(content, [age.x25519.Identity.from_str(self._secret)]))
        except age.DecryptError as error:
            if _is_of_something_else(content, error):
                raise StrayError(_("it is no segment of this desk")) from error
            raise NotWholeError(_("it is not whole")) from error
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise StrayError(_("it is no file")) from error
            raise NotWholeError(
                _("it cannot be read ({reason})").format(reason=system_reason(error))
            ) from error
        if segment.dot != dot:
            raise StrayError(_("it is another one under this name"))
        return segment

    def stage(self, segment: Segment) -> Staged:
        """Write a segment under a passing name."""
        age = library_of_age()
        content = age.encrypt(packed(segment), [age.x25519.Recipient.from_str(self.recipient)])
        path = self.path(segment.dot)
        passing = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        try:
            private_files.make_folder(path.parent)
            with os.fdopen(private_files.create(passing), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            withdraw(passing)
            raise StoreError(_cannot_write(self.folder, error)) from error
        return Staged(passing, path, digest_of(content))

    def put(self, staged: Staged) -> None:
        """Give a written segment its name. Raises StoreError; the next sync makes it good then."""
        try:
            staged.passing.replace(staged.path)
        except OSError as error:
            told = _(
                "{folder} cannot be written ({reason}): what came in is kept, and what is new here goes "
                "out with the next sync. Mend that, and sync again."
            )
            reason = system_reason(error)
            raise StoreError(told.format(folder=self.folder, reason=reason)) from error

    def digest(self, dot: Dot) -> str:
        """What a segment's file is like; "" where it is not there."""
        try:
            return digest_of(_content(self.path(dot)))
        except OSError:
            return ""

    def size(self) -> int:
        """Bytes of all segments."""
        dots = (Dot(library, number) for library, numbers in self.numbers().items() for number in numbers)
        return sum(self.path(dot).stat().st_size for dot in dots)

    def sweep(self, library: str) -> None:
        """Remove what a killed sync of this library left, and whoever was killed while beginning a desk."""
        for file in (*_entries(self.folder), *_entries(self.folder / library)):
            if _LEFT.fullmatch(file.name):
                discard(file)


def discard(passing: Path) -> None:
    """Remove a file that never got its name; where nothing can be written, it stays until the next sync."""
    with contextlib.suppress(OSError):
        passing.unlink(missing_ok=True)


def withdraw(passing: Path) -> None:
    """Remove a segment that never got its name, and the folder of its library should that be empty."""
    discard(passing)
    with contextlib.suppress(OSError):
        passing.parent.rmdir()


def _is_of_something_else(content: bytes, error: Exception) -> bool:
    """Whether what cannot be opened is no file of age, or one for other keys, rather than half of a segment.

    A copying program may reserve a file's place, which is zeros until the bytes come.
    """
    begun = content[: len(_MAGIC)]
    return bool(content.strip(b"\0")) and (not _MAGIC.startswith(begun) or _NO_KEY in str(error))


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OSError(errno.EINVAL, "it is no file")
    return path.read_bytes()


def digest_of(content: bytes) -> str:
    """What tells one file from another."""
    return sha256(content).hexdigest()


def found_at(folder: Path) -> list[str]:
    """The names of the desks whose keys lie in a folder. Raises StoreError where it is none."""
    if not folder.is_dir():
        other = _("{folder} is no folder: make the folder first, or connect the drive that it lies on.")
        none = _("{folder} is not there: make the folder first, or connect the drive that it lies on.")
        raise StoreError((other if folder.exists() else none).format(folder=folder))
    return [name[1] for file in _entries(folder) if (name := _KEY.fullmatch(file.name))]


def begin(folder: Path, keys: Keys) -> Desk:
    """Begin a desk in a folder, whose key only `keys` open."""
    strange = [path.name for path in _entries(folder) if not _PASSING.fullmatch(path.name)]
    if any(_LIBRARY.fullmatch(name) for name in strange):
        raise StoreError(
            _(
                "There are segments in {folder}, and no key of a desk: wait until the folder is copied whole."
            ).format(folder=folder)
        )
    if strange:
        raise StoreError(
            _("There are other files in {folder} ({name}): name an empty folder for a desk.").format(
                folder=folder, name=strange[0]
            )
        )
    age = library_of_age()
    name, identity = os.urandom(8).hex(), age.x25519.Identity.generate()
    _seal(folder, name, f"{identity}\n", keys)
    return Desk(folder, name, str(identity.to_public()), str(identity), is_new=True)


def _seal(folder: Path, name: str, secret: str, keys: Keys) -> None:
    path = folder / f"desk-{name}.age"
    passing = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    content = sealed(secret.encode("ascii"), keys)
    try:
        with os.fdopen(private_files.create(passing), "wb") as file:
            file.write(content)
        passing.replace(path)
    except OSError as error:
        discard(passing)
        raise StoreError(_cannot_write(folder, error)) from error


def open_at(folder: Path, name: str, keys: Keys) -> Desk:
    """Open a desk with what opens its key. Raises StoreError."""
    path = folder / f"desk-{name}.age"
    try:
        secret = opened(path, keys).decode("ascii", errors="replace").strip()
    except OSError as error:
        raise StoreError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=system_reason(error))
        ) from error
    age = library_of_age()
    if not secret.startswith(_SECRET):
        raise StoreError(_("{path} is no key of a desk.").format(path=path))
    return Desk(folder, name, str(age.x25519.Identity.from_str(secret).to_public()), secret)


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(
            _("{path} cannot be read: {reason}.").format(path=folder, reason=system_reason(error))
        ) from error


def _cannot_write(folder: Path, error: OSError) -> str:
    told = _("{folder} cannot be written ({reason}): this library is as it was. Mend that, and sync again.")
    return told.format(folder=folder, reason=system_reason(error))


@contextlib.contextmanager
def alone(library: Path) -> Iterator[None]:
    """Hold a library's only sync. Raises StoreError where another one is running."""
    try:
        import fcntl  # not on every system
    except ImportError:
        yield
        return
    path = library.with_name(f".{library.name}.sync")
    with path.open("a") as file:
        private_files.tighten(path)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(_("Another sync of this library is running: wait until it is done.")) from error
        yield


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other program of this machine begins a desk in a folder; a new one has its key then."""
    if found_at(folder):
        yield
        return
    with contextlib.ExitStack() as held:
        with contextlib.suppress(ImportError, OSError):  # a system or a network drive that locks no folders
            import fcntl

            handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def fresh_name() -> str:
    """A name for a library at a desk."""
    return os.urandom(8).hex()
