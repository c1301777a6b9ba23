"""`reader agree`: two people's decisions on the same articles, and a blind copy."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import Source, Status, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run
from tests.coders import two_libraries


@pytest.fixture
def libraries(tmp_path: Path) -> tuple[Path, Path]:
    return two_libraries(tmp_path)


def test_agreement_by_question(run: Run, libraries: tuple[Path, Path]) -> None:
    ours, theirs = map(str, libraries)
    result = run("--library", ours, "agree", theirs)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[:2] == [
        ["1", "article", "with", "the", "same", "text."],
        ["question", "decided", "alike", "share", "alpha", "kappa"],
    ]
    assert lines[2][:4] == ["quote", "3", "2", "67%"]
    assert lines[3][:4] == ["border", "2", "1", "50%"]
    assert lines[4][:4] == ["type", "2", "1", "50%"]
    assert lines[5][:4] == ["speaker", "2", "1", "50%"]
    assert lines[6][:4] == ["tag", "4", "2", "50%"]
    assert lines[7][:4] == ["tag", "bau", "2", "1"]
    assert "Undecided and not counted: 1 here, 1 there." in result.stderr
    assert "[2] Bote · speaker: here Uwe Rau, there Uwe Raumann" in result.stdout
    assert "[3] Bote · quote: here no quote, there quote" in result.stdout
    assert "[1] Bote · tag stadt: here not tagged, there tagged" in result.stdout


def test_the_other_library_is_only_read(run: Run, libraries: tuple[Path, Path]) -> None:
    before = libraries[1].read_bytes()
    told = json.loads(run("--library", str(libraries[0]), "agree", str(libraries[1]), "--json").stdout)
    assert libraries[1].read_bytes() == before
    assert told["questions"]["quote"]["alpha"] == pytest.approx(0.0)
    assert {one["question"] for one in told["differences"]} == {"quote", "border", "type", "speaker", "tag"}


def test_their_confidential_names_stay_covered(run: Run, libraries: tuple[Path, Path]) -> None:
    with Store(libraries[1]) as store:
        (source,) = store.sources.all()
        store.sources.update(replace(source, use=TermsOfUse.BACKGROUND))
    told = run("--library", str(libraries[0]), "agree", str(libraries[1]), "--json").stdout
    assert "Raumann" not in told
    shown = run("--library", str(libraries[0]), "agree", str(libraries[1]), "--json", "--with-confidential")
    assert "Raumann" in shown.stdout


def test_the_table_covers_as_json_does(run: Run, libraries: tuple[Path, Path]) -> None:
    ours, theirs = map(str, libraries)
    with Store(libraries[0]) as store:
        store.sources.add(Source("Stadt", identity_protected=True))
        store.quotes.set_use([2], TermsOfUse.OFF_RECORD)
        words = store.quotes.by_ids([2])[0].stored_words
    told = run("--library", ours, "agree", theirs)
    assert "tag stadt" not in told.stdout
    assert "tag █████" in told.stdout
    assert words not in told.stdout
    assert "not for publication: left out." in told.stderr
    assert "tag stadt" in run("--library", ours, "agree", theirs, "--with-confidential").stdout


def test_a_blind_copy_has_no_decision(run: Run, libraries: tuple[Path, Path], tmp_path: Path) -> None:
    ours, copy = libraries[0], tmp_path / "blind.db"
    with Store(ours) as store:
        source = store.sources.add(Source("Anna Weber"))
        store.sources.assign([1], source.id)
    result = run("--library", str(ours), "agree", str(copy), "--blind")
    assert result.exit_code == 0, result.stderr
    with Store(copy) as store:
        assert [store.articles.get(1).title, store.articles.get(1).outlet] == ["Neubau", "Bote"]
        quotes = store.quotes.of(1)
        assert quotes
        assert {quote.status for quote in quotes} == {Status.SUGGESTED}
        assert [tag.path for tag in store.tags.all()] == ["bau"]
        assert (store.sources.all(), [quote.tags for quote in quotes if quote.tags]) == ([], [])
    told = json.loads(run("--library", str(ours), "agree", str(copy), "--json").stdout)
    assert (told["articles"], told["questions"]["quote"]["units"]) == (1, 0)


def test_a_bare_copy_has_no_suggestion(run: Run, libraries: tuple[Path, Path], tmp_path: Path) -> None:
    copy = tmp_path / "bare.db"
    run("--library", str(libraries[0]), "agree", str(copy), "--blind", "--bare")
    with Store(copy) as store:
        assert store.quotes.of(1) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("{theirs}", "--blind"), "is there already"),
        (("{folder}/none.db",), "There is no library at"),
        (("{folder}/text.txt",), "text.txt"),
        (("{theirs}", "--bare"), "--bare goes with --blind"),
        (("{empty}",), "has none of these articles"),
    ],
)
def test_what_cannot_be_compared_says_so(
    run: Run, libraries: tuple[Path, Path], tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "text.txt").write_text("Kein Archiv", encoding="utf-8")
    Store(tmp_path / "empty.db").close()
    named = {"theirs": libraries[1], "folder": tmp_path, "empty": tmp_path / "empty.db"}
    result = run("--library", str(libraries[0]), "agree", *(one.format(**named) for one in arguments))
    assert result.exit_code != 0
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_names_that_are_covered_are_asked_about_before_a_copy(
    run: Run, libraries: tuple[Path, Path], tmp_path: Path
) -> None:
    with Store(libraries[0]) as store:
        source = store.sources.add(Source("Anna Weber", use=TermsOfUse.BACKGROUND))
        store.sources.assign([1], source.id)
    copy = tmp_path / "blind.db"
    refused = run("--library", str(libraries[0]), "agree", str(copy), "--blind")
    assert refused.exit_code != 0
    assert not copy.exists()
    assert run("--library", str(libraries[0]), "agree", str(copy), "--blind", "--anyway").exit_code == 0
