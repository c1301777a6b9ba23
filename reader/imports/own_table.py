"""The table that reader exports for spreadsheets (`csv`), also after somebody worked on in it there."""

from collections import Counter
from dataclasses import replace

from reader.formats.csv_rows import unguarded, unlisted
from reader.formats.table import YES
from reader.i18n import _
from reader.imports.grouping import by_text
from reader.imports.own_words import ROLES, TYPES, quote_of, says_lost
from reader.imports.tables import Row
from reader.imports.values import Incoming, Marked, MarkedQuote
from reader.models import Authorisation, Authorised, Quote, Source, SourceKind, TermsOfUse
from reader.texts.locating import SoughtPassage

_TELLING = {"quote", "type", "spans", "quote id", "article id"}  # not shown: a column
"""Columns by which the table is known."""
_GAP = " … "
_WRITTEN = {"speaker": "speaker as written"}  # not shown: a column
"""Columns of roles that are not called by the role."""


def is_one(columns: set[str]) -> bool:
    """Whether a table has the columns of the export."""
    return columns >= _TELLING


def read(rows: list[Row]) -> Incoming:
    """The quotes, by article; a row that is no quote any more is told and left out."""
    found: list[tuple[tuple[str, str], Marked | MarkedQuote]] = []
    remarks: list[str] = []
    table = [{name: unguarded(cell) for name, cell in row.items()} for row in rows]
    people = _names_by_id(table)
    for place, cells in enumerate(table, 2):
        if cells["type"].strip() not in TYPES or not cells["quote"].strip():
            told = _("Row {row} was left out: it has no words, or no type that there is.")
            remarks.append(told.format(row=place))
            continue
        uid = cells["article id"].strip()
        address = f"urn:uuid:{uid}" if uid else cells.get("url", "").strip()
        quote = replace(_quote(cells), source=_source(cells, people))
        found.append(((address, cells.get("article", "").strip()), quote))
    return Incoming("reader", by_text(found), remarks=tuple(remarks))


def _names_by_id(table: list[Row]) -> dict[str, str]:
    """What most rows call each source: where a person wrote another speaker, its id stayed behind."""
    names: dict[str, Counter[str]] = {}
    for cells in table:
        uid, name = _cell(cells, "source id"), _cell(cells, "speaker")  # not shown: columns
        names.setdefault(uid, Counter())[name] += 1
    return {uid: name for uid, counts in names.items() if uid for name, _count in counts.most_common(1)}


def _source(cells: Row, people: dict[str, str]) -> Source | None:
    """The source that the quote is assigned to, or of one that is covered its terms; None where neither."""
    uid, name = _cell(cells, "source id"), _cell(cells, "speaker")  # not shown: a column
    is_protected = _cell(cells, "identity protected").casefold() == YES
    if not name or not (is_protected or (uid and people.get(uid) == name)):
        return None
    kind, use = _cell(cells, "kind"), _cell(cells, "source use")  # not shown: a column
    return Source(
        name,
        SourceKind(kind) if kind in set(SourceKind) else SourceKind.UNKNOWN,
        _cell(cells, "role"),
        _cell(cells, "affiliation"),
        tuple(unlisted(_cell(cells, "source aliases"))),  # not shown: a column
        TermsOfUse(use) if use in _HELD_BACK else TermsOfUse.ON_RECORD,
        uid=uid if people.get(uid) == name else "",
        description=_cell(cells, "source description"),  # not shown: a column
        identity_protected=is_protected,
    )


def _cell(cells: Row, name: str) -> str:
    return cells.get(name, "").strip()


def _quote(cells: Row) -> MarkedQuote:
    told = [line.strip() for line in cells.get("remarks", "").split(";")]
    mark = Marked(
        _sought(cells),
        tags=tuple(unlisted(cells.get("tags", ""))),
        uid=cells["quote id"].strip(),  # not shown: a column
        is_lost=says_lost(told),
    )
    facts = {name: cells.get(_WRITTEN.get(name, name), "") for name in ROLES}
    facts |= {name: cells.get(name, "") for name in ("medium", "status", "verification")}
    made = quote_of(
        mark,
        TYPES[cells["type"].strip()],
        speaker=_speaker(cells),
        facts=facts,
        notes=[cells.get("notes", "")],
    )
    return replace(made, quote=_described(made.quote, cells), authorised=_authorised(cells))


def _sought(cells: Row) -> tuple[SoughtPassage, ...]:
    """The parts of the quote, each with its place where the table has one for each."""
    starts = [_start(span) for span in cells["spans"].split()]
    parts = cells["quote"].split(_GAP)
    if len(parts) == len(starts):
        return tuple(SoughtPassage(part, start=start) for part, start in zip(parts, starts, strict=True))
    return (SoughtPassage(cells["quote"], start=next(iter(starts), -1)),)


def _start(span: str) -> int:
    start = span.partition("..")[0]
    return int(start) if start.isascii() and start.isdecimal() else -1


def _speaker(cells: Row) -> str:
    """The name, as other exports write one that is only carried over."""
    name = cells.get("speaker", "").strip()
    is_carried = cells.get("speaker basis", "").strip() == "carried"
    return f"{name} (carried over)" if name and is_carried else name  # not shown: read again at once


def _described(quote: Quote, cells: Row) -> Quote:
    """The quote with what else the table says of the speaker, of its use and of its authorisation."""
    use, state = cells.get("use", "").strip(), cells.get("authorisation", "").strip()
    kind = cells.get("kind", "").strip()
    return replace(
        quote,
        speaker_kind=SourceKind(kind) if kind in set(SourceKind) else SourceKind.UNKNOWN,
        speaker_role=cells.get("role", "").strip(),
        speaker_affiliation=cells.get("affiliation", "").strip(),
        use=_own_use(use, _cell(cells, "source use")),  # not shown: a column
        authorisation=Authorisation(state) if state in set(Authorisation) else Authorisation.NONE,
    )


def _own_use(use: str, default: str) -> TermsOfUse:
    """How the quote may be used where that differs from its source: the table gives it of both together."""
    if use not in set(TermsOfUse) or use == (default or TermsOfUse.ON_RECORD):
        return TermsOfUse.AS_SOURCE
    return TermsOfUse(use)


_HELD_BACK = {TermsOfUse.BACKGROUND, TermsOfUse.DEEP_BACKGROUND, TermsOfUse.OFF_RECORD}
"""What a source may say of its use: on the record is what everything is by default."""


def _authorised(cells: Row) -> tuple[Authorised, ...]:
    """The wording that was approved, as a step whose day and maker the table does not have."""
    state, approved = cells.get("authorisation", "").strip(), cells.get("approved wording", "").strip()
    if not approved or state not in set(Authorisation):
        return ()
    return (Authorised(Authorisation(state), cells["quote"], approved, "", ""),)
