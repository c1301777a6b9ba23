"""An archive opened to be asked: its tables as they lie in its folder, the parts that are done."""

import contextlib
from collections.abc import Iterator
from typing import Any

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.archives.folder import TABLES, ArchiveFolder
from reader.library.archives.places import place_of, told_plainly
from reader.library.archives.schema import schemas
from reader.store.archive_sql import AskedArchive, asked


@contextlib.contextmanager
def open_archive(address: str) -> Iterator[AskedArchive]:
    """The archive at an address, to be asked. Raises ReaderError where there is none."""
    folder = ArchiveFolder(place_of(address))
    with told_plainly(_("Reading {address}").format(address=folder.place.address), folder.place):
        if folder.said() is None:
            raise ReaderError(
                _("There is no archive at {address}: `reader archive detect IN {address}` makes one.").format(
                    address=address
                )
            )
        tables = {name: _table(folder, name) for name in TABLES}
    with asked(tables) as archive:
        yield archive


def _table(folder: ArchiveFolder, name: str) -> Any:
    """A table over all its files, which are read only as far as a question needs it."""
    import pyarrow as pa  # an extra, for archives alone
    import pyarrow.dataset as ds

    schema, partitioning = schemas()[name], None
    if name != "failed":
        language = pa.schema([("language", pa.string())])
        schema = pa.schema([*schema, *language])
        partitioning = ds.partitioning(language, flavor="hive")
    files = folder.files(name)
    if not files:
        return schema.empty_table()
    paths, system = [file.path for file in files], files[0].system
    return ds.dataset(paths, schema, "parquet", system, partitioning=partitioning)
