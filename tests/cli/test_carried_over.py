"""A speaker who is only carried over from before: shown as such, undecided when accepted among many."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = (
    "Streit um den Deich\n\n"
    "„Wir bauen den Deich weiter“, sagte Bürgermeisterin Jana Kolb (SPD) am Montag. "
    "„Die Kosten sind längst gedeckt.“"
    "\n\n„Das ist mir neu“, sagte Ratsherr Peter Lang."
)
NAMED, CARRIED, OTHER = "1", "2", "3"


@pytest.fixture
def lib(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an article whose second quote has no attribution of its own."""
    file = tmp_path / "deich.txt"
    file.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "library.db"
    monkeypatch.setenv("READER_LIBRARY", str(path))
    assert run("add", str(file)).exit_code == 0
    return path


def basis(run: Run, number: str) -> tuple[str, float, bool]:
    quotes = json.loads(run("show", "1", "--json").stdout)["quotes"]
    quote = next(one for one in quotes if str(one["number"]) == number)
    return quote["speaker_basis"], quote["speaker_confidence"], quote["speaker_undecided"]


def exported(run: Run, form: str) -> str:
    return run("export", "1", "--format", form, "-o", "-").stdout


def test_it_is_shown_wherever_a_person_reads_it(run: Run, lib: Path) -> None:
    assert basis(run, CARRIED)[0] == "carried"
    assert basis(run, CARRIED)[1] < basis(run, NAMED)[1]
    for told in (run("show", "1"), run("quotes"), run("cite", CARRIED), run("detect", stdin=TEXT)):
        assert told.stdout.count("Jana Kolb (carried over)") == 1
    assert "Jana Kolb (carried over)" in exported(run, "markdown")
    assert "carried over from before" in run("lint", "1").stdout


def test_accepted_among_many_its_words_count_and_its_speaker_does_not(run: Run, lib: Path) -> None:
    told = run("mark", "1-3", "--accept")
    assert told.stderr == "3 marked, the speaker of 1 carried over and undecided.\n"
    assert basis(run, CARRIED) == ("carried", basis(run, CARRIED)[1], True)
    shares = {share["name"]: share for share in json.loads(run("balance", "1", "--json").stdout)}
    assert {name: share["quotes"] for name, share in shares.items()} == {
        "Jana Kolb": 1, "Peter Lang": 1, "undecided": 1,
    }  # fmt: skip
    assert shares["undecided"]["affiliation"] == ""
    row = list(csv.DictReader(exported(run, "csv").splitlines()))[1]
    assert [row[name] for name in ("speaker", "role", "affiliation", "kind")] == ["undecided", "", "", ""]
    assert (row["speaker as written"], row["frame"]) == ("", "")
    line = json.loads(exported(run, "jsonl"))["quotes"][1]
    assert (line["resolved_speaker"], line["speaker_role"], line["speaker_undecided"]) == ("", "", True)
    (listed,) = json.loads(run("quotes", "gedeckt", "--json").stdout)
    assert (listed["speaker"], listed["speaker_undecided"]) == ("undecided", True)
    undecided = exported(run, "webannotation").split('"Annotation"')[2]
    assert "undecided" in undecided
    assert "Kolb" not in undecided.partition('"target"')[0]
    assert "(speaker undecided)" in run("cite", CARRIED).stdout
    for form in ("markdown", "readwise", "taguette"):
        assert "undecided" in exported(run, form)
    assert "speaker undecided" in exported(run, "html")
    assert "The speaker is undecided" in run("lint", "1").stdout
    assert "undecided (Jana Kolb carried over)" in run("show", "1").stdout


@pytest.mark.parametrize(
    "decision",
    [
        ("mark", CARRIED, "--accept"),
        ("mark", CARRIED, "--source", "Jana Kolb"),
        ("quote", "--change", CARRIED, "--speaker", "Jana Kolb"),
    ],
)
def test_looking_at_it_alone_or_saying_who_speaks_decides(
    run: Run, lib: Path, decision: tuple[str, ...]
) -> None:
    run("mark", "1-3", "--accept")
    assert run(*decision).exit_code == 0
    assert basis(run, CARRIED)[0::2] == ("person", False)
    shares = {share["name"]: share["quotes"] for share in json.loads(run("balance", "1", "--json").stdout)}
    assert shares == {"Jana Kolb": 2, "Peter Lang": 1}
    run("undo")
    assert basis(run, CARRIED)[0::2] == ("carried", True)


def test_rejecting_among_many_leaves_no_speaker_open(run: Run, lib: Path) -> None:
    assert run("mark", "1-3", "--reject").stderr == "3 marked.\n"
    assert "undecided:" not in run("lint", "1").stdout
