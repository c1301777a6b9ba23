"""`reader import`: what it says, and how it ends."""

import json
from pathlib import Path

import pytest

from reader.models import Article
from reader.store import Store
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def highlights(tmp_path: Path) -> Path:
    """Two highlights of an article that is here, one that it does not have, and one of another page."""
    path = tmp_path / "highlights.json"
    path.write_text(
        json.dumps(
            {
                "annotations": [
                    _one("a", "https://example.org/neubau", "Wir bauen heute", "Prüfen \x1b[31m"),
                    _one("b", "https://example.org/neubau", "Diesen Satz gibt es hier nicht", ""),
                    _one("c", "https://elsewhere.example/[red]", "Anderes", ""),
                ]
            }
        ),
        encoding="utf-8",
    )
    return path


def _one(number: str, address: str, words: str, body: str) -> dict[str, object]:
    selector = [{"type": "TextQuoteSelector", "exact": words}]
    known = {"id": number, "user": "acct:bo@x", "uri": address, "text": body, "tags": ["neu"]}
    return {**known, "target": [{"source": address, "selector": selector}]}


def test_it_says_what_came_in_what_is_lost_and_what_is_left_out(run: Run, highlights: Path) -> None:
    done = run("import", str(highlights))
    assert done.exit_code == 1
    assert "(Hypothesis): 2 notes, 2 tags came in; 1 lost." in done.stderr
    lost, left = done.stdout.splitlines()
    assert lost.startswith("Lost: “Diesen Satz gibt es hier nicht” is not in article 1 “Neubau am Markt”")
    assert left == "Left out: “https://elsewhere.example/[red]” (1 passage): it is not in the library."


def test_lost_passages_can_be_listed_and_placed(run: Run, store: Store, highlights: Path) -> None:
    run("import", str(highlights))
    number = next(note.id for note in store.notes.of(1) if note.anchor == "orphan")
    assert f"[n{number}]" in run("versions", "1").stdout
    assert run("versions", "1", "--place", f"n{number}", "Der Bau sei teuer").exit_code == 0
    assert store.notes.get(number).exact == "Der Bau sei teuer"


def test_who_made_a_note_is_shown(run: Run, highlights: Path) -> None:
    run("import", str(highlights))
    assert "(bo, Hypothesis)\nPrüfen ␛[31m" in run("note", "1").stdout
    assert "(bo, Hypothesis):\nPrüfen ␛[31m" in run("show", "1").stdout


def test_json_says_it_all(run: Run, highlights: Path) -> None:
    (report,) = json.loads(run("import", str(highlights), "--json").stdout)
    assert (report["tool"], report["notes"], report["tags"]) == ("Hypothesis", 2, 2)
    assert report["left_out"][0]["address"] == "https://elsewhere.example/[red]"


def test_undo_takes_a_whole_file_back(run: Run, store: Store, highlights: Path) -> None:
    run("import", str(highlights))
    assert run("undo").stderr == "Undone: Import highlights.json\n"
    assert [note.id for note in store.notes.of(1)] == [1]


def test_one_file_that_cannot_be_read_stops_no_other(run: Run, store: Store, highlights: Path) -> None:
    done = run("import", "nowhere.json", str(highlights), "--to", "2")
    assert done.exit_code == 1
    assert "nowhere.json cannot be read" in done.stderr
    assert len(store.notes.of(2)) == 3


def test_a_text_is_only_added_where_it_may(run: Run, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    line = {"id": "", "title": "Neu", "text": "Ein neuer Text, ganz kurz.", "quotes": [], "notes": []}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert run("import", str(path), "--no-texts").exit_code == 1
    assert store.articles.count() == 2
    assert run("import", str(path)).exit_code == 0
    assert store.articles.get(3).title == "Neu"


def test_what_was_left_out_comes_in_once_its_article_is_there(
    run: Run, store: Store, highlights: Path
) -> None:
    run("import", str(highlights))
    page = Article("Anderes steht hier.", title="Seite", url="https://elsewhere.example/[red]")
    number = store.articles.add(page).id
    done = run("import", str(highlights))
    assert done.exit_code == 0
    assert "1 note, 1 tag came in; 2 here already." in done.stderr
    assert [note.exact for note in store.notes.of(number)] == ["Anderes"]
