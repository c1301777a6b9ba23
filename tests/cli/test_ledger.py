"""`reader ledger`: what was checked of a manuscript, and where quotes were used."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.models import Authorisation, Source, Status, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run

DRAFT = """# Der Bau kommt

Bürgermeisterin Erna Ölmann, 54, kündigte am 3. März 2026 an, die Brücke werde 85.000 Euro teurer.
„Wir bauen heute“, sagte sie.

Der Verein wirft der Stadt vor, Geld veruntreut zu haben.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "bau.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    return json.loads(run("ledger", *arguments, "--json").stdout)  # type: ignore[no-any-return]  # rows


def test_every_checkable_statement_is_a_row(run: Run, library: None, draft: Path) -> None:
    found = {(row["kind"], row["words"]) for row in rows(run, str(draft))}
    assert {
        ("role", "Bürgermeisterin"),
        ("name", "Erna Ölmann"),
        ("age", "54"),
        ("date", "3. März 2026"),
        ("number", "85.000 Euro"),
        ("quote", "„Wir bauen heute“"),
        ("allegation", "Der Verein wirft der Stadt vor, Geld veruntreut zu haben."),
    } <= found


def test_a_quote_rests_on_its_passage(run: Run, library: None, draft: Path) -> None:
    (quote,) = [row for row in rows(run, str(draft)) if row["kind"] == "quote"]
    assert "[article 1, quote 1]" in quote["rests_on"][0]


def test_a_new_draft_keeps_the_ticks_of_what_is_as_it_was(run: Run, library: None, draft: Path) -> None:
    before = {row["words"]: row["number"] for row in rows(run, str(draft))}
    numbers = ",".join(map(str, before.values()))
    done = run("ledger", "1", "--row", numbers, "--checked", "--by", "Ina", "--evidence", "call:Amt, 3.12.")
    assert done.exit_code == 0, done.stderr
    draft.write_text(DRAFT.replace("85.000", "90.000"), encoding="utf-8")
    after = {row["words"]: row for row in rows(run, str(draft))}
    assert after["„Wir bauen heute“"]["state"] == "checked"
    assert after["„Wir bauen heute“"]["by"].startswith("Ina · 20")
    changed = after["Erna Ölmann"]
    assert (changed["state"], "85.000" in changed["before"]) == ("open", True)
    assert "call: Amt, 3.12." in changed["rests_on"]
    assert after["90.000 Euro"]["state"] == "open"


def test_an_allegation_says_what_it_lacks(run: Run, library: None, draft: Path) -> None:
    (one,) = [row for row in rows(run, str(draft)) if row["kind"] == "allegation"]
    assert ["missing", "that it was put to them"] in one["allegation"]
    said = ("--against", "die Stadt", "--put", "2026-03-01", "--how", "Mail", "--answer", "Nein.")
    told = ("--answered", "2026-03-02", "--stands", "Absatz 4", "--evidence", "file:Akte", "--side", "for")
    run("ledger", "1", "--row", str(one["number"]), *said, *told)
    run("ledger", "1", "--row", str(one["number"]), "--evidence", "mail:Amt", "--side", "against")
    (one,) = rows(run, "1", "--only", "allegation")
    assert ["against", "die Stadt"] in one["allegation"]
    assert not [value for name, value in one["allegation"] if name == "missing"]
    assert one["rests_on"] == ["for: file: Akte", "against: mail: Amt"]


def test_sheets_for_editor_and_lawyer(run: Run, library: None, draft: Path, tmp_path: Path) -> None:
    run("ledger", str(draft))
    for ending in ("docx", "html", "csv"):
        place = tmp_path / f"sheet.{ending}"
        assert run("ledger", "1", "-o", str(place)).exit_code == 0
        assert run("ledger", "1", "-o", str(place)).exit_code == 2, "a file that is there stays"
        content = place.read_bytes()
        if ending == "docx":
            content = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
        assert "85.000 Euro" in content.decode()
    table = list(csv.reader((tmp_path / "sheet.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert table[0][:4] == ["number", "paragraph", "kind", "statement"]
    assert "<script" not in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_what_is_withdrawn_reaches_the_texts_that_use_it(run: Run, store: Store, draft: Path) -> None:
    run("ledger", str(draft))
    run("ledger", "1", "--published", "2026-03-05")
    (use,) = json.loads(run("ledger", "--uses", "1", "--json").stdout)
    assert (use["manuscript"], use["used"], use["quote"]) == ("bau.md", "2026-03-05", 1)
    assert json.loads(run("ledger", "--reached", "--json").stdout) == []
    store.quotes.set_authorisation(1, Authorisation.WITHDRAWN)
    (reached,) = json.loads(run("ledger", "--reached", "--json").stdout)
    assert "withdrew it" in reached["reasons"][0]


def test_off_the_record_is_no_ground(run: Run, store: Store, draft: Path) -> None:
    source = store.sources.add(Source("Erika Mustermann", use=TermsOfUse.OFF_RECORD))
    store.sources.assign([1], source.id)
    store.quotes.set_status([1], Status.ACCEPTED)
    (quote,) = [row for row in rows(run, str(draft)) if row["kind"] == "quote"]
    assert quote["rests_on"] == []
    refused = run("ledger", "1", "--row", "1", "--quote", "1")
    assert (refused.exit_code, "off the record" in refused.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("ledger", "9"), "There is no ledger number 9"),
        (("ledger", "{draft}", "--checked"), "Which rows?"),
        (("ledger", "{draft}", "--row", "99", "--checked"), "has no row 99"),
        (("ledger", "{draft}", "--row", "1", "--checked", "--wrong"), "one of them"),
        (("ledger", "{draft}", "--row", "1", "--evidence", "nichts"), "is no evidence"),
        (("ledger", "{draft}", "--row", "1", "--put", "neulich"), "is no day"),
        (("ledger", "{draft}", "-o", "sheet.pdf"), "A sheet is .docx, .html or .csv"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, library: None, draft: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = run(*(word.format(draft=draft) for word in arguments))
    assert done.exit_code != 0
    assert sentence in done.stderr


def test_undo_takes_a_draft_back_and_the_library_is_well(run: Run, library: None, draft: Path) -> None:
    run("ledger", str(draft))
    draft.write_text(DRAFT.replace("54", "55"), encoding="utf-8")
    run("ledger", str(draft))
    run("undo")
    assert "54" in {row["words"] for row in rows(run, "1")}
    assert run("doctor").exit_code == 0
    assert run("ledger", "1", "--remove", "--yes").exit_code == 0
    assert rows(run) == []
