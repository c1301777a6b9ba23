"""`reader stories`: copies of one report, and their quotes side by side."""

import json

import pytest

from reader.models import Status
from reader.store import Store
from tests.cli.conftest import Run
from tests.copies import CAREFUL, ELSE, HURRY, SLOPPY, add_copy


@pytest.fixture
def copies(store: Store) -> tuple[int, int]:
    return add_copy(store, "Agentur", CAREFUL, HURRY), add_copy(
        store, "Tagblatt", SLOPPY, HURRY.replace("„", "»")
    )


def test_copies_of_a_report_are_one_story(run: Run, copies: tuple[int, int]) -> None:
    told = run("stories").stdout
    assert "2 articles:" in told
    assert "Agentur · 2025-03-01" in told
    assert "Neubau" not in told
    (story,) = json.loads(run("stories", "--json").stdout)
    assert tuple(row["id"] for row in story) == copies


def test_quotes_are_the_same_or_altered(run: Run, copies: tuple[int, int]) -> None:
    result = run("stories", str(copies[0]))
    assert result.exit_code == 0
    assert "Wir öffnen [-erst,-] {+sofort,+} wenn" in result.stdout
    assert "1 same, 1 altered, 0 only here, 0 only there" in result.stdout
    assert "= same" in result.stdout


def test_quotes_of_one_side_only(run: Run, store: Store, copies: tuple[int, int]) -> None:
    third = add_copy(store, "Kurier", CAREFUL, ELSE)
    told = json.loads(run("stories", str(third), "--json").stdout)
    assert told["article"]["outlet"] == "Kurier"
    by_outlet = {telling["article"]["outlet"]: telling["quotes"] for telling in told["tellings"]}
    assert [quote["standing"] for quote in by_outlet["Agentur"]] == ["same", "only here", "only there"]
    missing = by_outlet["Agentur"][2]
    assert (missing["here"], missing["there"]["words"]) == (None, HURRY)


def test_rejected_quotes_are_left_out(run: Run, store: Store, copies: tuple[int, int]) -> None:
    rejected = [quote.id for one in copies for quote in store.quotes.of(one)[1:]]
    store.quotes.set_status(rejected, Status.REJECTED)
    told = json.loads(run("stories", str(copies[0]), "--json").stdout)
    assert [quote["standing"] for quote in told["tellings"][0]["quotes"]] == ["altered"]


def test_an_article_nobody_else_has(run: Run, library: None) -> None:
    result = run("stories", "1")
    assert (result.exit_code, result.stderr) == (0, "No other article here tells the same.\n")
    assert run("stories").stderr == "No two articles here tell the same.\n"
    assert json.loads(run("stories", "--json").stdout) == []
