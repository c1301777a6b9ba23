"""Hearsay, which nobody is said to say: never accepted among many, in no balance, asked for by lint."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import SpeakerBasis, Status
from reader.store import Store
from tests.cli.conftest import Run

TEXT = (
    "Streit um den Deich\n\n"
    "„Wir bauen den Deich weiter“, sagte Bürgermeisterin Jana Kolb am Montag. "
    "„Die Kosten sind längst gedeckt.“\n\n„Das ist mir neu“, sagte Ratsherr Peter Lang."
)
RUMOUR = 2


@pytest.fixture
def lib(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an article whose second quote nobody is said to say."""
    file = tmp_path / "deich.txt"
    file.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "library.db"
    monkeypatch.setenv("READER_LIBRARY", str(path))
    assert run("add", str(file)).exit_code == 0
    with Store(path) as store:
        (quote,) = store.quotes.by_ids([RUMOUR])
        basis = SpeakerBasis.HEARSAY
        store.quotes.update(replace(quote, speaker=(), resolved_speaker="", speaker_basis=basis))
    return path


def status(path: Path) -> Status:
    with Store(path) as store:
        return store.quotes.get(RUMOUR).status


def test_accepted_among_many_it_stays_open(run: Run, lib: Path) -> None:
    told = run("mark", "1-3", "--accept").stderr
    assert told == "2 marked, 1 of hearsay left open: accept each by itself.\n"
    assert status(lib) is Status.SUGGESTED
    assert run("mark", str(RUMOUR), "--accept").stderr == "1 marked.\n"
    assert status(lib) is Status.ACCEPTED


def test_rejected_among_many_it_goes(run: Run, lib: Path) -> None:
    assert run("mark", "1-3", "--reject").exit_code == 0
    assert status(lib) is Status.REJECTED


def test_it_is_in_no_balance_until_a_person_says_who_spoke(run: Run, lib: Path) -> None:
    def shares() -> dict[str, int]:
        return {share["name"]: share["quotes"] for share in json.loads(run("balance", "1", "--json").stdout)}

    assert shares() == {"Jana Kolb": 1, "Peter Lang": 1}
    assert run("mark", str(RUMOUR), "--source", "Jana Kolb").exit_code == 0
    assert shares() == {"Jana Kolb": 2, "Peter Lang": 1}


def test_lint_asks_who_says_it(run: Run, lib: Path) -> None:
    told = run("lint", "1").stdout
    assert "This is hearsay: who says it? [hearsay]" in told
    assert "no-speaker" not in told
    run("mark", str(RUMOUR), "--source", "Jana Kolb")
    assert "hearsay" not in run("lint", "1").stdout
