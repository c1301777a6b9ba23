"""Commands that change: mark, note, tag, sources, trash, undo, redo, redetect."""

import json
import sys
from pathlib import Path

import pytest

from reader.models import Authorisation, QuoteType, Source, Status, Verification
from reader.store import Store
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("library")


def test_mark_accepts_rejects_and_reopens(run: Run, store: Store) -> None:
    for option, status in (
        ("--accept", Status.ACCEPTED),
        ("--reject", Status.REJECTED),
        ("--reopen", Status.SUGGESTED),
    ):
        assert run("mark", "1-2", option).exit_code == 0
        assert {quote.status for quote in store.quotes.of(1)} == {status}


def test_mark_changes_everything_in_one_step(run: Run, store: Store) -> None:
    decided = ["--accept", "--type", "Reported", "--source", "Erika Mustermann"]
    checked = ["--verification", "checked", "--evidence", "file:interview.mp3", "--remark", "klar"]
    run("mark", "1", *decided, *checked, "--authorisation", "approved", "--wording", "Wir bauen.")
    quote = store.quotes.get(1)
    assert (quote.status, quote.type, quote.source) == (
        Status.ACCEPTED,
        QuoteType.REPORTED,
        "Erika Mustermann",
    )
    assert (quote.verification, quote.authorisation) == (Verification.CHECKED, Authorisation.APPROVED)
    (evidence,) = store.quotes.evidence(1)
    assert (evidence.kind, evidence.reference, evidence.remark) == ("file", "interview.mp3", "klar")
    assert run("undo").stderr == "Undone: Mark a quote\n"
    assert store.quotes.get(1).status == Status.SUGGESTED
    assert store.sources.all()[0].name == "Otto Geheim"


def test_mark_takes_a_source_off(run: Run, store: Store) -> None:
    run("mark", "1", "--source", "1")
    assert store.quotes.get(1).source == "Otto Geheim"
    run("mark", "1", "--no-source")
    assert store.quotes.get(1).source_id == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("mark", "1"), 2),
        (("mark", "x", "--accept"), 1),
        (("mark", "titel:x", "--accept"), 2),
        (("mark", "1,,2", "--accept"), 2),
        (("mark", "99", "--accept"), 1),
        (("mark", "1", "--source", "99"), 1),
        (("mark", "1", "--accept", "--evidence", "file:x"), 2),
        (("note",), 2),
        (("note", "99", "Text"), 1),
        (("note", "1", "Text", "--on", "steht nicht da"), 1),
        (("note", "--edit", "99", "Text"), 1),
        (("tag", "politik"), 2),
        (("tag", "politik", "--article", "99"), 1),
        (("tag", "politik/bau", "--colour", "rot"), 2),
        (("tag", "a", "b", "--rename", "c"), 2),
        (("tag", "gibt-es-nicht", "--remove"), 1),
        (("sources", "edit", "Niemand"), 1),
        (("sources", "assign", "77", "1"), 1),
        (("trash", "99"), 1),
        (("trash",), 2),
        (("redetect",), 2),
        (("redetect", "99"), 1),
        (("cite", "99"), 1),
        (("export", "99"), 1),
        (("export",), 2),
        (("export", "1", "--format", "xyz"), 2),
        (("refetch", "2"), 1),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, arguments: tuple[str, ...], code: int) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert len(result.stderr.rstrip("\n").splitlines()) <= (
        2 if arguments[0] in ("refetch", "redetect") else 1
    )
    assert result.stderr


def test_a_note_is_written_changed_listed_and_removed(run: Run, store: Store) -> None:
    assert json.loads(run("note", "2", "Neu", "--tag", "idee", "--json").stdout)["tags"] == ["idee"]
    run("note", "--edit", "2", "Anders")
    assert store.notes.get(2).body == "Anders"
    run("note", "--quote", "2", "-", stdin="Aus der Eingabe\n")
    assert store.notes.get(3).body == "Aus der Eingabe"
    run("note", "1", "Zur Stelle", "--on", "hieß es im Amt")
    assert store.notes.get(4).exact == "hieß es im Amt"
    assert "Anders" in run("note", "2").stdout
    assert [n["id"] for n in json.loads(run("note", "--quote", "2", "--json").stdout)] == [3]
    run("note", "--remove", "2")
    assert store.notes.of(2) == []


def test_memos_are_written_listed_changed_exported_and_removed(
    run: Run, store: Store, tmp_path: Path
) -> None:
    run("note", "--memo", "Akten anfordern", "--tag", "offen")
    run("note", "--story", "Die Brücke", "-", stdin="Wer wusste was?\n")
    assert [(one.story, one.body, one.tags) for one in store.memos.all()] == [
        ("", "Akten anfordern", ("offen",)),
        ("Die Brücke", "Wer wusste was?", ()),
    ]
    assert "Memo 1 on the library #offen\nAkten anfordern" in run("note", "--memo").stdout
    assert "Wer wusste was?" in run("note", "--story", "Die Brücke").stdout
    run("note", "--memo", "--edit", "1", "Akten sind da")
    assert "Memo 1 on the library #offen" in run("note", "--all", "#offen").stdout
    assert "Memo 2" not in run("note", "--all", "akten").stdout
    target = tmp_path / "notes.md"
    run("note", "--all", "-o", str(target))
    assert "## The library\n\nAkten sind da\n#offen" in target.read_text(encoding="utf-8")
    assert "## Story: Die Brücke" in target.read_text(encoding="utf-8")
    assert run("note", "--all", "-o", str(target)).exit_code == 2
    assert run("note", "--all", "-o", str(tmp_path / "notes.odt")).exit_code == 2
    run("tag", "akte", "--memo", "1,2")
    assert store.memos.get(2).tags == ("akte",)
    run("tag", "akte", "--memo", "1", "--off")
    assert store.memos.get(1).tags == ("offen",)
    run("note", "--story", "x", "--remove", "2")
    assert [one.id for one in store.memos.all()] == [1]
    for wrong in (("--memo", "--story", "a"), ("--story", " "), ("--memo", "--quote", "1", "x")):
        assert run("note", *wrong).exit_code == 2


def test_no_covered_name_leaves_with_notes_and_memos(run: Run, store: Store, tmp_path: Path) -> None:
    store.sources.add(Source("Gesa Geheim", identity_protected=True))
    run("note", "--story", "Gesa Geheim", "Gesa Geheim anrufen")
    run("note", "1", "Von Gesa Geheim")
    for name in ("notes.md", "notes.csv", "notes.json"):
        run("note", "--all", "-o", str(tmp_path / name))
        assert "Geheim" not in (tmp_path / name).read_text(encoding="utf-8")
    assert "Geheim" not in run("note", "--all", "--json").stdout
    assert "Geheim" not in run("note", "--story", "Gesa Geheim", "--json").stdout


def test_tags_are_put_taken_renamed_coloured_and_listed(run: Run, store: Store) -> None:
    run("tag", "wichtig", "politik/haushalt", "--article", "1,2", "--quote", "1", "--note", "1")
    assert store.quotes.get(1).tags == ("politik/haushalt", "wichtig")
    assert store.notes.get(1).tags == ("politik/haushalt", "wichtig")
    run("tag", "wichtig", "--article", "title:Zweiter", "--off")
    assert store.articles.get(2).tags == ("politik/haushalt",)
    run("tag", "politik", "--rename", "land")
    run("tag", "land/haushalt", "--colour", "#C03020")
    listed = {tag["path"]: tag for tag in json.loads(run("tag", "--json").stdout)}
    assert listed["land/haushalt"]["colour"] == "#c03020"
    assert "land/bau" in run("tag").stdout
    run("tag", "wichtig", "--remove")
    assert store.quotes.get(1).tags == ("land/haushalt",)


def test_the_codebook_is_described_coloured_moved_ordered_and_listed(run: Run, store: Store) -> None:
    run("tag", "politik/haushalt", "politik/bau", "--article", "1")
    run("tag", "politik", "--describe", "Was der Rat beschließt", "--colour", "blue")
    run("tag", "politik/haushalt", "--before", "politik/bau")
    listed = json.loads(run("tag", "--json").stdout)
    places = [tag["path"] for tag in listed]
    assert places.index("politik/haushalt") < places.index("politik/bau")
    politics = next(tag for tag in listed if tag["path"] == "politik")
    assert (politics["description"], politics["colour"]) == ("Was der Rat beschließt", "#3f7fbf")
    assert politics["articles"] == 1
    run("tag", "politik/bau", "--under", "")
    run("tag", "politik/haushalt", "--merge", "bau")
    assert store.articles.get(1).tags == ("bau",)
    assert "Was der Rat beschließt" in run("tag").stdout
    refused = run("tag", "bau", "politik", "--rename", "x")
    assert (refused.exit_code, "--rename takes one TAG" in refused.stderr) == (2, True)
    assert "cannot go under itself" in run("tag", "bau", "--under", "bau/neu").stderr


def test_sources_are_added_edited_assigned_merged_and_removed(run: Run, store: Store) -> None:
    run("sources", "add", "Erika Mustermann", "--kind", "person", "--role", "Ministerin", "--alias", "E. M.")
    run("sources", "edit", "e. m.", "--affiliation", "Land", "--record", "background", "--alias", "Erika M.")
    source = store.sources.get(2)
    assert (source.affiliation, source.aliases, source.use) == (
        "Land",
        ("E. M.", "Erika M."),
        "background",
    )
    run("sources", "assign", "Erika M.", "1,2")
    run("sources", "assign", "Ganz Neu", "2")
    told = json.loads(run("sources", "--json", "--with-confidential").stdout)
    listed = {s["name"]: s["quotes"] for s in told}
    assert listed == {"Erika Mustermann": 1, "Ganz Neu": 1, "Otto Geheim": 0}
    run("sources", "merge", "Erika Mustermann", "Ganz Neu")
    assert store.quotes.get(2).source == "Erika Mustermann"
    assert run("sources", "similar", "--json").exit_code == 0
    assert run("sources", "remove", "Otto Geheim").exit_code == 2, "a covered name goes only when said twice"
    run("sources", "remove", "Otto Geheim", "--yes")
    assert [s.name for s in store.sources.all()] == ["Erika Mustermann"]
    assert "Ministerin" in run("sources").stdout


def test_articles_go_to_the_trash_and_come_back(run: Run, store: Store) -> None:
    run("trash", "2")
    assert store.articles.ids() == [1]
    assert "Zweiter" in run("list", "--trash").stdout
    run("trash", "2", "--restore")
    assert sorted(store.articles.ids()) == [1, 2]
    run("trash", "Zweiter")
    assert run("trash", "--empty").exit_code == 2
    assert run("trash", "--empty", "--yes").stderr == "1 deleted for good.\n"
    assert store.articles.trashed() == []


def test_edit_changes_what_is_known(run: Run, store: Store) -> None:
    run("edit", "2", "--title", "Dritter", "--star", "--state", "done", "--published", "2024-02-03")
    article = store.articles.get(2)
    assert (article.title, article.starred, article.state) == ("Dritter", True, "done")
    run("edit", "2", "--no-star")
    assert store.articles.get(2).starred is False
    assert run("edit", "2").exit_code == 2
    assert run("edit", "2", "--published", "gestern").exit_code == 2
    for day in ("2024-02", "2024", "2024-02-03T10:00:00+01:00"):
        assert run("edit", "2", "--published", day).exit_code == 0
        assert json.loads(run("show", "2", "--json").stdout)["published"] == day
    for day in ("2024-13", "2024-2", "20240203"):
        assert run("edit", "2", "--published", day).exit_code == 2


def test_undo_and_redo_walk_through_the_journal(run: Run, store: Store) -> None:
    run("mark", "1", "--accept")
    run("mark", "2", "--accept")
    assert run("undo", "--steps", "2").exit_code == 0
    assert store.quotes.get(1).status == Status.SUGGESTED
    run("redo")
    assert store.quotes.get(1).status == Status.ACCEPTED
    run("redo")
    result = run("redo")
    assert (result.exit_code, result.stderr) == (1, "Nothing is left.\n")


def test_redetect_leaves_alone_what_a_person_decided(run: Run, store: Store) -> None:
    run("mark", "1", "--accept")
    assert run("redetect", "1", "--engine", "rules").exit_code == 0
    assert store.quotes.get(1).status == Status.ACCEPTED
    told = json.loads(run("redetect", "--all", "--engine", "rules", "--json").stdout)
    assert [step["outcome"] for step in told] == ["same", "same"]


def test_open_prints_the_address_at_the_quote_and_lists_links(run: Run, store: Store) -> None:
    address = run("open", "1", "--print").stdout.strip()
    assert address == store.articles.get(1).url
    assert run("open", "1", "--quote", "1", "--print").stdout.startswith(f"{address}#:~:text=")
    assert run("open", "1", "--links", "--json").stdout.split() == ["[", "]"]
    assert run("open", "1", "--link", "3", "--print").exit_code == 1
    assert "--links lists them" in run("open", "1", "--link", "3", "--print").stderr


def test_an_embargo_is_set_lifted_and_told_by_show_and_cite(run: Run, store: Store) -> None:
    assert run("edit", "1", "--embargo", "2026-11-11 10:00 CET").exit_code == 0
    assert store.articles.get(1).embargo_until == "2026-11-11T10:00+01:00"
    assert "[embargo: 2026-11-11 10:00 CET]" in run("show", "1").stdout
    assert "embargo: 2026-11-11 10:00 CET" in run("cite", "1").stdout
    assert "EMBARGO" in run("list").stdout
    assert run("edit", "1", "--lift").exit_code == 0
    assert "embargo" not in run("show", "1").stdout + run("cite", "1").stdout
    run("edit", "1", "--hold")
    assert "embargo" in run("cite", "1").stdout


def test_pipe_hands_a_quote_to_a_command_of_the_configuration(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    code = "import sys; print('read:', sys.stdin.read())"
    config.write_text(f"[commands]\nprobe = {json.dumps([sys.executable, '-c', code])}\n", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    assert "read: " in run("pipe", "probe", "1").stdout
    assert "Mustermann" in run("pipe", "probe", "1").stdout
    assert run("pipe", "probe", "Titel").exit_code == 2
    wrong = run("pipe", "nothing", "1")
    assert (wrong.exit_code, "only probe" in wrong.stderr) == (1, True)
