"""Tables read back by the csv module: a row per quote, guarded where a spreadsheet would calculate."""

import csv
import io
from dataclasses import replace

import pytest

from reader.models import Span
from tests.formats.examples import (
    ARTICLE,
    DIRECT,
    DOSSIER,
    EVIDENCE,
    OPTIONS,
    PASSAGE_NOTE,
    QUOTE_NOTE,
    TEXT,
    written,
)


def rows(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter))


def test_a_row_per_quote_with_spans_in_code_points() -> None:
    first, second = rows(written("csv"))
    assert TEXT[int(first["start"]) : int(first["end"])] == "„Wir *bauen* <heute>“"
    assert second["spans"] == "133..141 154..168"
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
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert rows(plain)[0]["quote"] == "'=Gleichheit"
    assert rows(excel.removeprefix(b"\xef\xbb\xbf"))[0]["quote"] == "'=Gleichheit"


def test_the_separator_can_be_a_semicolon() -> None:
    assert len(rows(written("csv", options=replace(OPTIONS, separator=";")), ";")) == 2


def test_readwise_finds_its_columns() -> None:
    first, second, third = rows(written("readwise"))
    assert first["Highlight"] == "Wir *bauen* <heute>"
    assert first["Note"].startswith(".bau/plan\nErika Mustermann (Direct)\n")
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


TABLES = ("csv", "hypothesis-csv", "taguette", "taguette-codebook", "readwise")


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "cell", ["=HYPERLINK(1)", "+1+cmd|x", "-2+3", "@SUM(1)", " =1+1", "\uff1d1+1", "=cmd|' /C calc'!A0"]
)
def test_for_excel_no_cell_of_any_table_is_a_formula(name: str, cell: str) -> None:
    text = f"{cell} sagte er"
    quote = replace(DIRECT, spans=(Span(0, len(cell)),), speaker=(), cue=(), frame=(), tags=(cell,))
    article = replace(ARTICLE, text=text, title=cell, byline=cell, outlet=cell)
    dossier = replace(DOSSIER, article=article, quotes=(quote,), notes=(replace(QUOTE_NOTE, body=cell),))
    content = written(name, dossier, options=replace(OPTIONS, excel=True))
    assert content.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for written_cell in row:
            assert not written_cell.lstrip(" \xa0").startswith(("=", "+", "-", "@", "\uff1d"))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_every_table_takes_the_separator(name: str, separator: str) -> None:
    usual, other = written(name), written(name, options=replace(OPTIONS, separator=separator))
    assert rows(other, separator) == rows(usual)
    assert other != usual


def test_numbers_stay_numbers_for_excel() -> None:
    content = written("csv", options=replace(OPTIONS, excel=True)).decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(content, newline="")))
    assert (first["start"], first["confidence"]) == ("36", "1.00")


def test_taguette_keeps_a_passage_whose_note_has_no_tag() -> None:
    untagged = replace(DOSSIER, quotes=(), notes=(replace(PASSAGE_NOTE, tags=()),))
    (row,) = rows(written("taguette", untagged))
    assert (row["tag"], row["content"]) == ("", "=Gleichheit")
    assert rows(written("taguette-codebook", untagged)) == []


def test_times_in_a_table_are_those_of_readers() -> None:
    assert rows(written("csv"))[0]["published"] == "2015-10-21 18:30"


@pytest.mark.parametrize("name", TABLES)
def test_no_path_of_this_machine_stands_in_a_table(name: str) -> None:
    article = replace(ARTICLE, url="", title="", location="/home/anna/geheim/akte.txt")
    proof = replace(EVIDENCE, reference="/home/anna/band.mp3")
    content = written(name, replace(DOSSIER, article=article, evidence=(proof,))).decode()
    assert "/home/anna" not in content
    assert name != "csv" or "band.mp3" in content
