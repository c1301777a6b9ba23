"""Write zip files that are the same, byte for byte, whenever they are written."""

import zipfile
from collections.abc import Collection, Iterable
from typing import BinaryIO

_MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""Date of every file in a zip: the earliest there is."""


def write_zip(stream: BinaryIO, files: Iterable[tuple[str, bytes]], plain: Collection[str] = ()) -> None:
    """Write `files`, names and contents, as a zip in their order; those called in `plain` are not packed."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _MIDNIGHT)
            entry.compress_type = zipfile.ZIP_STORED if name in plain else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16  # readable where it is unpacked, on a web server too
            archive.writestr(entry, content)
