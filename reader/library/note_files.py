"""Notes and memos of a list as a file: Markdown to read, a table, or JSON; covered as all that goes out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reader import i18n
from reader.errors import UsageError
from reader.formats import Options
from reader.formats.csv_rows import write_table
from reader.i18n import _
from reader.library.covering import Covering
from reader.library.whole_files import keep_what_is_there, replacing
from reader.models import NoteRow
from reader.rows import badge_of
from reader.store import Store

ENDINGS = (".md", ".csv", ".json")
"""Ends of the files that notes are written to."""
_COLUMNS = ("on", "title", "outlet", "passage", "speaker", "note", "tags", "changed", "origin")


def write(
    store: Store, rows: Sequence[NoteRow], target: Path, *, force: bool = False, confidential: bool = False
) -> int:
    """Write notes and memos in their order; how many went out: those on quotes off the record stay."""
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        told = _("{name} ends in none of {endings}: name it so.")
        raise UsageError(told.format(name=target.name, endings=", ".join(ENDINGS)))
    keep_what_is_there(target, force=force)
    out = list(Covering(store, confidential=confidential).note_rows(rows))
    with replacing(target) as stream:
        stream.write(_written(out, ending))
    return len(out)


def _written(rows: Sequence[NoteRow], ending: str) -> bytes:
    if ending == ".json":
        objects = [asdict(row) | {"kind": row.kind} for row in rows]
        return (json.dumps(objects, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
    if ending == ".csv":
        table = BytesIO()
        write_table(_COLUMNS, map(_cells, rows), table, Options())
        return table.getvalue()
    return ("\n".join(_lines(rows)).strip("\n") + "\n").encode("utf-8", "replace")


def _cells(row: NoteRow) -> tuple[str, ...]:
    facts = (row.kind, row.title, row.outlet, row.about, row.speaker, row.body)
    return (*facts, "; ".join(row.tags), row.modified, row.origin)


def _lines(rows: Iterable[NoteRow]) -> Iterator[str]:
    """Markdown: a heading for each article or story, its notes below, as long as they follow each other."""
    for heading, group in groupby(rows, _heading):
        yield f"## {heading}\n"
        for row in group:
            if row.about:
                who = f"{row.speaker}: " if row.speaker else ""
                yield f"> {who}{' '.join(row.about.split())}\n"
            tags = " ".join(f"#{tag}" for tag in row.tags)
            yield "\n".join(filter(None, (row.body.strip(), tags, f"*{i18n.day(row.modified)}*"))) + "\n"


def _heading(row: NoteRow) -> str:
    if row.id < 0:
        title = " ".join(row.title.split())
        return _("Story: {title}").format(title=title) if title else _("The library")
    called = " ".join(row.title.split()) or _("(no title)")
    title = f"{badge_of(row.held)} {called}".strip()
    return ", ".join(filter(None, (title, row.outlet)))
