"""Files at addresses: on a disk, or wherever fsspec reaches (s3://, gs://, https://, sftp://, …)."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, NamedTuple

from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.system_reasons import system_reason

NEEDED = _('An archive needs libraries that are not installed: pip install "reader-tui[archive]".')


def require_extra() -> None:
    """Say what to install where the extra is missing."""
    try:
        import duckdb  # noqa: F401  # an extra, for archives alone
        import fsspec  # noqa: F401
        import pyarrow.parquet  # noqa: F401
    except ModuleNotFoundError as error:
        raise ReaderError(NEEDED) from error


class Place(NamedTuple):
    """An address that was opened: the file system that it is on, and the path there."""

    system: Any
    path: str

    @property
    def address(self) -> str:
        """How a person and another process call it: a path, or with its protocol."""
        return self._called(self.path)

    def _called(self, path: str) -> str:
        return path if self.is_local else str(self.system.unstrip_protocol(path))

    @property
    def is_local(self) -> bool:
        """Whether it lies on a disk of this machine."""
        return "file" in self.system.protocol

    def below(self, *names: str) -> "Place":
        """A file in this folder."""
        return Place(self.system, "/".join((self.path.rstrip("/"), *names)))

    def files(self) -> list["Place"]:
        """All files in this folder and its folders, by name; none where it is not there."""
        if not self.system.exists(self.path):
            return []
        return [Place(self.system, path) for path in sorted(self.system.find(self.path))]

    def info(self) -> dict[str, Any]:
        """What the file system knows of it."""
        return dict(self.system.info(self.path))

    def remove(self) -> None:
        """Take the file away, if it is there."""
        with suppress(FileNotFoundError):
            self.system.rm_file(self.path)

    @contextmanager
    def made(self) -> Iterator[IO[bytes]]:
        """Write the file under another name first, so that it is there whole or not at all."""
        folder, _, name = self.path.rpartition("/")
        self.system.makedirs(folder, exist_ok=True)
        beside = f"{folder}/.{name}.{uuid.uuid4().hex[:8]}.new"
        try:
            with self.system.open(beside, "wb") as stream:
                yield stream
            self.system.mv(beside, self.path)
        except BaseException:
            Place(self.system, beside).remove()
            raise

    def put_json(self, value: Any) -> None:
        """Write a value as JSON."""
        with self.made() as stream:
            stream.write(json.dumps(value, ensure_ascii=True, indent=1).encode() + b"\n")

    def json(self) -> Any:
        """The value in a file of JSON; None where there is no such file."""
        try:
            return json.loads(self.system.cat_file(self.path))
        except FileNotFoundError:
            return None


def place_of(address: str) -> Place:
    """The place at an address. Raises UsageError where it is none that can be reached."""
    from fsspec.core import url_to_fs  # an extra, for archives alone

    if "::" in address:
        raise UsageError(
            _("{address} lies in another file: unpack that first, and name what comes out of it.").format(
                address=address
            )
        )
    try:
        return Place(*url_to_fs(address))
    except (ValueError, ImportError) as error:
        told = str(error).rstrip(".")
        raise UsageError(
            _("{address} cannot be reached: {told}.").format(address=address, told=told)
        ) from error


@contextmanager
def told_plainly(what: str, place: Place) -> Iterator[None]:
    """Say in a sentence what a disk or a server does not do."""
    try:
        yield
    except OSError as error:
        sentence = _("{what} does not work: {reason}.")
        raise ReaderError(sentence.format(what=what, reason=system_reason(error))) from error
    except ReaderError:
        raise
    except Exception as error:
        if place.is_local:
            raise
        # the libraries of each kind of address have errors of their own
        told = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
        raise ReaderError(_("{what} does not work ({reason}).").format(what=what, reason=told)) from error
