"""Write a ledger as a sheet for editor or lawyer."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.formats import Options
from reader.formats.ledger_sheet import WRITERS
from reader.i18n import _
from reader.ledgers import Ledger, StatementState
from reader.library.covering import Covering
from reader.library.exporting import stamped
from reader.library.ledgers.presenting import sheet_of
from reader.library.whole_files import keep_what_is_there, place_of, replacing

if TYPE_CHECKING:
    from reader.store import Store


def free_place(target: str, *, force: bool) -> Path:
    """The file to write to. Raises UsageError where it is no sheet, or there already without `force`."""
    place = place_of(target)
    if place.suffix.lower() not in WRITERS:
        raise UsageError(_("A sheet is .docx, .html or .csv: call it {stem}.docx.").format(stem=place.stem))
    keep_what_is_there(place, force=force)
    return place


def write_sheet(store: "Store", covering: Covering, ledger: Ledger, place: Path, actor: str) -> int:
    """Write the rows that are to be checked; how many they are."""
    every = store.ledgers.statements(ledger.id)
    rows = [one for one in every if one.number and one.state is not StatementState.DROPPED]
    sheet = sheet_of(store, covering, ledger, rows)
    content = io.BytesIO()
    WRITERS[place.suffix.lower()](sheet, content, stamped(Options(actor=actor)))
    with replacing(place) as stream:
        stream.write(content.getvalue())
    return len(rows)
