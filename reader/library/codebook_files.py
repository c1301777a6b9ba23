"""The code book of a library as a file for other programs: all its tags, on something or not."""

from pathlib import Path

from reader.errors import UsageError
from reader.formats import Options
from reader.i18n import _
from reader.library.dossiers import Selection
from reader.library.exporting import export_selection, get_format
from reader.store import Store

_FORMATS = {".qdc": "refi-codebook", ".csv": "taguette-codebook"}


def write(store: Store, target: Path, *, force: bool = False, confidential: bool = False) -> Path:
    """Write every tag with colour and description to a file; its ending says in which format."""
    name = _FORMATS.get(target.suffix.lower())
    if name is None:
        raise UsageError(
            _("{name} ends in neither .qdc (REFI-QDA) nor .csv (Taguette): name it so.").format(
                name=target.name
            )
        )
    options = Options(confidential=confidential, codes=tuple(store.tags.codebook()))
    (written,) = export_selection(store, Selection(()), get_format(name), target, options, force)
    return written
