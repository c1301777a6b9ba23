"""`reader ledger`: rows of a draft, ticks that a new draft keeps, sheets, and where a quote was used."""

import csv
import json
import os
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.models import Article, Authorisation, Quote, QuoteType, Source, Span, Status, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run
from tests.cli.leaks import NAME, traces

TODAY = f"{datetime.now():%Y-%m-%d}"
LATER = f"{datetime.now() + timedelta(days=9):%Y-%m-%d}"
TALK = "Anna Kolb: Wir werden die Preise nicht erhöhen."
SAID = "Wir werden die Preise nicht erhöhen."
DRAFT = (
    f"Anna Kolb, 43, sagte am 4. Mai 2026: „{SAID}“ Die Halle kostet 12.000 Euro.\n\n"
    "Die Opposition wirft Kolb vor, den Auftrag ohne Ausschreibung vergeben zu haben.\n"
)


@pytest.fixture
def draft(private_folders: Path, tmp_path: Path) -> Path:
    """A draft, and a library with the talk that its quote is taken from."""
    path = Path(os.environ["READER_LIBRARY"])
    path.parent.mkdir(parents=True, exist_ok=True)
    with Store(path, actor="tests") as store:
        place = Span(TALK.index(SAID), len(TALK))
        store.articles.add(Article(TALK, title="Gespräch"), [Quote(QuoteType.DIRECT, (place,))], "rules-1")
        store.sources.assign([1], store.sources.add(Source("Anna Kolb")).id)
        store.quotes.set_status([1], Status.ACCEPTED)
    file = tmp_path / "text.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def rows(run: Run, *call: str) -> list[dict[str, Any]]:
    done = run("ledger", *call, "--json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def row_of(found: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (one,) = (row for row in found if row["kind"] == kind)
    return one


def test_a_draft_becomes_rows_and_its_quote_is_tied(run: Run, draft: Path) -> None:
    found = rows(run, str(draft))
    assert {row["kind"] for row in found} == {"name", "age", "date", "number", "quote", "allegation"}
    assert row_of(found, "age")["words"] == "43"
    assert row_of(found, "number")["words"] == "12.000 Euro"
    (passage,) = row_of(found, "quote")["rests_on"]
    assert passage.endswith("[article 1, quote 1]")
    assert {row["state"] for row in found} == {"open"}


def test_a_draft_that_is_in_the_library_is_no_evidence_for_itself(run: Run, draft: Path) -> None:
    changed = SAID.replace("erhöhen", "senken")
    draft.write_text(DRAFT.replace(SAID, changed), encoding="utf-8")
    assert run("add", str(draft)).exit_code == 0
    assert run("quotes", "senken").exit_code == 0, "the quote of the draft is in the library"
    assert row_of(rows(run, str(draft)), "quote")["rests_on"] == []


def test_a_new_draft_keeps_ticks_of_unchanged_sentences_alone(run: Run, draft: Path) -> None:
    found = rows(run, str(draft))
    number, alleged = row_of(found, "number")["number"], row_of(found, "allegation")["number"]
    judged = ("--checked", "--by", "Eva Sander", "--evidence", "call:Amt")
    rows(run, str(draft), "--row", f"{number},{alleged}", *judged)
    draft.write_text(DRAFT.replace("Die Halle", "Die neue Halle"), encoding="utf-8")
    after = rows(run, str(draft))
    assert row_of(after, "allegation")["state"] == "checked"
    assert row_of(after, "allegation")["by"].startswith("Eva Sander")
    again = row_of(after, "number")
    assert (again["state"], again["rests_on"]) == ("open", ["call: Amt"])
    assert again["before"] == "Die Halle kostet 12.000 Euro."


def test_a_sentence_that_comes_back_brings_its_tick(run: Run, draft: Path) -> None:
    number = row_of(rows(run, str(draft)), "number")["number"]
    rows(run, str(draft), "--row", str(number), "--checked")
    draft.write_text("Nichts mehr.", encoding="utf-8")
    assert rows(run, str(draft)) == []
    draft.write_text(DRAFT, encoding="utf-8")
    assert row_of(rows(run, str(draft)), "number")["state"] == "checked"


def test_an_allegation_made_of_a_name_outlives_another_draft(run: Run, draft: Path) -> None:
    name = row_of(rows(run, str(draft)), "name")["number"]
    told = ("--allegation", "--against", "Kolb", "--put", "1.12.2026", "--answer", "denies")
    assert run("ledger", str(draft), "--row", str(name), *told).exit_code == 0
    draft.write_text(DRAFT.replace("12.000", "13.000") + "\nNoch ein Satz.\n", encoding="utf-8")
    after = next(row for row in rows(run, str(draft)) if row["number"] == name)
    assert after["kind"] == "allegation"
    assert "denies" in json.dumps(after["allegation"])


def test_a_row_entered_by_hand_stays_while_its_words_do(run: Run, draft: Path) -> None:
    rows(run, str(draft))
    assert run("ledger", str(draft), "--add", "Die Halle kostet").exit_code == 0
    draft.write_text(DRAFT.replace("12.000", "13.000"), encoding="utf-8")
    (row,) = (row for row in rows(run, str(draft)) if "Die Halle kostet" in row["words"])
    assert row["state"] == "open"


def test_an_allegation_tells_what_it_lacks(run: Run, draft: Path) -> None:
    done = run("ledger", str(draft))
    assert "Not put to whom it is about" in done.stderr
    number = str(row_of(rows(run, str(draft)), "allegation")["number"])
    put = ("--against", "Anna Kolb", "--put", TODAY, "--how", "mail", "--deadline", LATER)
    rows(run, str(draft), "-r", number, *put, "--evidence", "notebook:S. 12", "--side", "for")
    found = row_of(rows(run, str(draft)), "allegation")
    assert ["put to them", TODAY] in found["allegation"]
    assert [value for name, value in found["allegation"] if name == "missing"] == ["evidence against it"]
    assert found["rests_on"] == ["for: notebook: S. 12"]


def test_a_revoked_approval_lists_the_texts_it_reaches(run: Run, draft: Path) -> None:
    rows(run, str(draft))
    rows(run, str(draft), "--published", "2026-12-04")
    assert rows(run, "--reached") == []
    (use,) = rows(run, "--uses", "1")
    assert (use["manuscript"], use["used"]) == ("text.md", "2026-12-04")
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        store.quotes.set_authorisation(1, Authorisation.WITHDRAWN)
    (reached,) = rows(run, "--reached")
    assert "withdrew it" in reached["reasons"][0]


def test_words_off_the_record_are_never_tied(run: Run, draft: Path) -> None:
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        store.quotes.set_use([1], TermsOfUse.OFF_RECORD)
    assert row_of(rows(run, str(draft)), "quote")["rests_on"] == []
    refused = run("ledger", str(draft), "--row", "1", "--quote", "1")
    assert refused.exit_code != 0
    assert "off the record" in refused.stderr


@pytest.mark.parametrize("ending", ["docx", "html", "csv"])
def test_sheets_hold_every_row_and_name_nobody_covered(
    run: Run, draft: Path, tmp_path: Path, ending: str
) -> None:
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        store.sources.add(Source(NAME, identity_protected=True))
    draft.write_text(f"{DRAFT}\n=1+1 sagt {NAME} am 5. Mai 2026 dazu <b>.\n", encoding="utf-8")
    count = len(rows(run, str(draft)))
    sheet = tmp_path / f"sheet.{ending}"
    assert run("ledger", str(draft), "-o", str(sheet)).exit_code == 0
    content = sheet.read_bytes()
    assert traces(content) == []
    if ending == "docx":
        with zipfile.ZipFile(sheet) as archive:
            assert archive.read("word/document.xml").count(b"<w:tbl>") == count
    elif ending == "html":
        assert content.count(b"<tr") == count + 1
        assert b"<b>" not in content
    else:
        table = list(csv.reader(content.decode().splitlines()))
        assert len(table) == count + 1
        assert not [cell for line in table for cell in line if cell.startswith("=")]
    assert "is there already" in run("ledger", str(draft), "-o", str(sheet)).stderr


def test_undo_and_merge_carry_a_ledger(run: Run, draft: Path, tmp_path: Path) -> None:
    rows(run, str(draft))
    rows(run, str(draft), "--row", "1", "--checked")
    with Store(tmp_path / "other.db", actor="other") as other:
        other.merge(Path(os.environ["READER_LIBRARY"]))
        (ledger,) = other.ledgers.all()
        assert other.ledgers.statements(ledger.id)[0].state == "checked"
        assert len(other.ledgers.used()) == 1
        assert [one.what for one in other.doctor() if one.serious] == []
    run("undo")
    assert rows(run, "1")[0]["state"] == "open"
    run("ledger", "1", "--remove", "--yes")
    assert rows(run) == []
    run("undo")
    assert len(rows(run, "1")) > 1


def test_what_cannot_be_is_told_in_a_sentence(run: Run, draft: Path, tmp_path: Path) -> None:
    rows(run, str(draft))
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    for call, told in (
        (("9",), "no ledger number 9"),
        (("1", "--row", "99", "--checked"), "has no row 99"),
        (("1", "--row", "1", "--checked", "--wrong"), "one of them"),
        (("1", "--checked"), "Which rows"),
        (("1", "--row", "1", "--evidence", "call"), "is no evidence"),
        (("1", "-o", "sheet.pdf"), "A sheet is"),
        ((str(empty),), "empty"),
    ):
        done = run("ledger", *call)
        assert done.exit_code != 0, call
        assert told in done.stderr


def test_a_file_of_that_name_elsewhere_is_another_manuscript(run: Run, draft: Path, tmp_path: Path) -> None:
    rows(run, str(draft))
    other = tmp_path / "b" / "text.md"
    other.parent.mkdir()
    other.write_text("Der Bau kostet 3 Euro.", encoding="utf-8")
    rows(run, str(other))
    assert len(rows(run)) == 2
    rows(run, str(other), "--of", "1")
    assert rows(run)[1]["draft"] == 2


def test_the_file_of_an_earlier_draft_begins_no_second_ledger(run: Run, draft: Path, tmp_path: Path) -> None:
    first = rows(run, str(draft), "--row", "1", "--checked")
    other = tmp_path / "new.md"
    other.write_text(DRAFT + "\nDer Rat tagt dort.", encoding="utf-8")
    rows(run, str(other), "--of", "1")
    done = run("ledger", str(draft))
    assert f"{draft.name} was draft 1 of ledger 1; these are the rows of draft 2" in done.stderr
    assert len(rows(run)) == 1
    assert len(rows(run, str(draft))) == len(first)
    draft.write_text(DRAFT.replace("43", "44"), encoding="utf-8")
    done = run("ledger", str(draft))
    assert done.exit_code == 1
    assert "has changed since" in done.stderr
    assert "`--of 1` reads it as the next draft" in done.stderr
    rows(run, str(draft), "--of", "1")
    assert [one["draft"] for one in rows(run)] == [3]
    rows(run, str(other), "--name", "Another")
    assert len(rows(run)) == 2


def test_an_answer_is_looked_up_where_it_is_said_to_stand(run: Run, draft: Path) -> None:
    draft.write_text(f"{DRAFT}\nKolb weist das zurück.\n", encoding="utf-8")
    number = str(row_of(rows(run, str(draft)), "allegation")["number"])
    put = ("--against", "Anna Kolb", "--answer", "weist alles zurück")

    def lacks(stands: str) -> list[str]:
        rows(run, str(draft), "-r", number, *put, "--stands", stands)
        told = row_of(rows(run, str(draft)), "allegation")["allegation"]
        return [value for name, value in told if name == "missing" and "answer in the draft" in value]

    assert lacks("weist das zurück") == []
    assert lacks("“Kolb   weist das” zurück") == []
    assert "“Kolb schweigt” is not in the draft" in lacks("Kolb schweigt")[0]
    assert lacks("¶3") == []
    assert "no number 9" in lacks("Absatz 9")[0]
    rows(run, str(draft), "-r", number, "--stands", "weist das zurück")
    draft.write_text(DRAFT, encoding="utf-8")
    rows(run, str(draft))
    told = row_of(rows(run, str(draft)), "allegation")["allegation"]
    assert any("“weist das zurück” is not in the draft" in value for _, value in told)
    draft.unlink()
    told = row_of(rows(run, "1"), "allegation")["allegation"]
    assert not any("is not in the draft" in value for _, value in told)


def test_a_paragraph_that_says_nothing_of_it_is_told(run: Run, draft: Path) -> None:
    draft.write_text(f"{DRAFT}\nAm Abend regnete es.\n", encoding="utf-8")
    number = str(row_of(rows(run, str(draft)), "allegation")["number"])
    rows(run, str(draft), "-r", number, "--against", "Anna Kolb", "--answer", "nein", "--stands", "¶3")
    told = row_of(rows(run, str(draft)), "allegation")["allegation"]
    assert any("names neither" in value for _, value in told)


def test_a_row_is_entered_at_its_place_in_the_draft_and_stays_there(run: Run, draft: Path) -> None:
    draft.write_text(f"{DRAFT}\nDer Rat tagt im Turm. Er zählt 12 Leute.\n", encoding="utf-8")
    rows(run, str(draft))
    found = rows(run, str(draft), "--add", "rat tagt im turm")
    (place,) = (at for at, one in enumerate(found) if one["kind"] == "other")
    assert (found[place]["sentence"], found[place]["paragraph"]) == ("Der Rat tagt im Turm.", 3)
    assert found[place + 1]["words"].startswith("12")
    draft.write_text(f"Neu am 3. Mai 2026.\n\n{draft.read_text(encoding='utf-8')}", encoding="utf-8")
    again = next(one for one in rows(run, str(draft)) if one["kind"] == "other")
    assert again["paragraph"] == 4


def test_words_that_the_draft_does_not_have_are_no_row(run: Run, draft: Path) -> None:
    count = len(rows(run, str(draft)))
    done = run("ledger", str(draft), "--add", "Die Halle kostet 13.000 Euro")
    assert done.exit_code != 0
    assert "is not in the draft" in done.stderr
    assert "“Die Halle kostet 12.000 Euro.”" in done.stderr
    assert len(rows(run, str(draft))) == count


def test_an_address_is_evidence_as_it_stands(run: Run, draft: Path) -> None:
    rows(run, str(draft))
    found = rows(
        run, str(draft), "-r", "1", "--evidence", "https://amt.example/akte:1", "--evidence", "quote 1"
    )
    assert found[0]["rests_on"][0] == "link: https://amt.example/akte:1"
    assert found[0]["rests_on"][1].endswith("[article 1, quote 1]")
    found = rows(run, str(draft), "-r", "1", "--no-evidence", "--evidence", "mail:Roth")
    assert found[0]["rests_on"] == ["mail: Roth"]


@pytest.mark.parametrize("text", ["5", "¶ 5\n\n—", "eins\n\nzwei\n\ndrei 5"])
def test_words_of_odd_drafts_become_rows(run: Run, draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8")
    rows(run, str(draft))
    words = "zwei drei" if "zwei" in text else "5"
    found = rows(run, str(draft), "--add", words)
    assert next(row for row in found if row["kind"] == "other")["paragraph"] >= 1


def test_a_draft_that_has_changed_is_not_looked_at(run: Run, draft: Path) -> None:
    rows(run, str(draft))
    draft.write_text("Etwas anderes.", encoding="utf-8")
    done = run("ledger", "1", "--add", "Die Halle brennt")
    assert done.exit_code == 0
    assert "has changed since it was read" in done.stderr


def test_a_notice_reaches_the_row_the_sheet_and_the_list_at_once(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    said = "Der Turm am Hafen bleibt stehen, solange ich hier etwas zu sagen habe."
    text = f"Uwe Raab sagte: „{said}“ Das war am Montag im Rathaus von Kiel, vor vielen Leuten aus der Stadt."
    draft.write_text(f"Uwe Raab sagte: „{said}“", encoding="utf-8")
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        place = Span(text.index(said), text.index("“"))
        store.articles.add(Article(text, title="Turm"), [Quote(QuoteType.DIRECT, (place,))], "rules-1")
    assert row_of(rows(run, str(draft)), "quote")["look_again"] == []
    assert rows(run, "--reached") == []
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        store.articles.add(Article(f"{text} Ende.", title="RÜCKZUG: Turm"), [], "rules-1")
    (use,) = rows(run, "--reached")
    assert use["reasons"] == [
        "article 3 is much like it and withdraws a report, perhaps this one "
        "(it has no number, headline or address of it): RÜCKZUG: Turm"
    ]
    (again,) = row_of(rows(run, "1"), "quote")["look_again"]
    assert again == use["reasons"][0]
    assert "look again: article 3" in run("ledger", "1").stdout
    sheet = tmp_path / "sheet.csv"
    run("ledger", "1", "-o", str(sheet))
    assert "RÜCKZUG" in sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("--put", "2024-05-03", "--deadline", "2024-05-02"), "before it was put to them (2024-05-03)"),
        (("--put", "2024-05-03", "--answered", "2024-05-01"), "before it was put to them (2024-05-03)"),
        (("--answered", LATER), "that day is still to come"),
    ],
)
def test_days_of_an_allegation_that_cannot_be_are_told(
    run: Run, draft: Path, days: tuple[str, ...], told: str
) -> None:
    number = row_of(rows(run, str(draft)), "allegation")["number"]
    done = run("ledger", str(draft), "--row", str(number), *days)
    assert done.exit_code == 2
    assert told in done.stderr
    after = row_of(rows(run, str(draft), "--row", str(number), "--put", LATER), "allegation")
    assert ["missing", f"that it was put to them: {LATER} is still to come"] in after["allegation"]


def test_a_row_off_the_record_is_tied_to_no_other_quote(run: Run, draft: Path) -> None:
    with Store(Path(os.environ["READER_LIBRARY"]), actor="tests") as store:
        other = "Ben Moll: Wir bauen im Mai."
        place = Span(10, len(other))
        store.articles.add(Article(other, title="B"), [Quote(QuoteType.DIRECT, (place,))], "rules-1")
        store.quotes.set_use([1], TermsOfUse.OFF_RECORD)
    number = row_of(rows(run, str(draft)), "quote")["number"]
    done = run("ledger", str(draft), "--row", str(number), "--quote", "2")
    assert done.exit_code == 1
    assert f"The words of row {number} are off the record" in done.stderr
    assert row_of(rows(run, str(draft)), "quote")["rests_on"] == []
