"""Tables read back by the csv module: a row per quote, guarded where a spreadsheet would calculate."""

import csv
import io
from dataclasses import replace

from reader.models import Span
from tests.formats.examples import DIRECT, DOSSIER, OPTIONS, TEXT, written


def rows(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter))


def test_a_row_per_quote_with_spans_in_code_points() -> None:
    first, second = rows(written("csv"))
    assert TEXT[int(first["start"]) : int(first["end"])] == "„Wir *bauen* <heute>“"
    assert second["spans"] == "133-141 154-168"
    assert (first["speaker"], first["role"], first["use"]) == (
        "Erika Mustermann",
        "Ministerin",
        "on record",
    )
    assert first["notes"] == "Rückruf *morgen*\nbei ihr"
    assert first["evidence"].startswith("checked, recording, 00:12:31")


def test_lines_end_as_rfc_4180_says_and_there_is_no_mark() -> None:
    content = written("csv")
    assert content.startswith(b"article,")
    assert content.count(b"\r\n") == 3


def test_excel_gets_a_mark_and_no_formulas() -> None:
    start = TEXT.index("=Gleichheit")
    dossier = replace(DOSSIER, quotes=(replace(DIRECT, spans=(Span(start, start + 11),)),))
    plain, excel = written("csv", dossier), written("csv", dossier, options=replace(OPTIONS, excel=True))
    assert excel.startswith(b"\xef\xbb\xbf")
    assert rows(plain)[0]["quote"] == "=Gleichheit"
    assert rows(excel)[0]["quote"] == "'=Gleichheit"


def test_the_separator_can_be_a_semicolon() -> None:
    assert len(rows(written("csv", options=replace(OPTIONS, separator=";")), ";")) == 2


def test_readwise_finds_its_columns() -> None:
    first, second, third = rows(written("readwise"))
    assert first["Highlight"] == "Wir *bauen* <heute>"
    assert first["Note"].startswith("Erika Mustermann (Direct)\n.bau/plan\n")
    assert (second["Location"], third["Highlight"]) == ("133", "=Gleichheit")


def test_taguette_gets_a_row_per_tag_and_a_codebook_that_counts() -> None:
    tags = [(row["id"], row["tag"]) for row in rows(written("taguette"))]
    assert ("1", "bau/plan") in tags
    assert ("1", "speaker/Erika Mustermann") in tags
    assert ("3", "frage") in tags
    counted = {row["tag"]: row["number of highlights"] for row in rows(written("taguette-codebook"))}
    assert counted["quote/Direct"] == "1"


def test_hypothesis_reads_its_own_heading() -> None:
    first = rows(written("hypothesis-csv"))[0]
    assert (first["Type"], first["Tags"]) == ("Annotation", "Direct,bau/plan")
