"""The licence under which quotes are found: told by doctor, chosen in the configuration."""

import json
from pathlib import Path

import pytest

from reader.languages import networks
from reader.library.detecting import AS_USUAL, DetectionSettings, find_quotes
from reader.models import Article
from tests.cli.conftest import Run

TEXT = "„Wir bauen den Deich weiter“, sagte Bürgermeisterin Jana Kolb am Montag."


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("READER_CONFIG", str(path))
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "library.db"))
    return path


def test_doctor_tells_what_is_not_for_businesses(run: Run, configure: Path) -> None:
    run("add", "-", stdin=TEXT)
    told = run("doctor").stdout
    assert "German quotes are found with weights under CC BY-NC-SA 4.0, for non-commercial use only" in told
    assert json.loads(run("doctor", "--json").stdout)["licences"]


def test_whoever_reads_by_rules_is_told_of_no_weights(run: Run, configure: Path) -> None:
    configure.write_text('engine = "rules"', encoding="utf-8")
    run("add", "-", stdin=TEXT)
    assert "weights" not in run("doctor").stdout
    assert json.loads(run("doctor", "--json").stdout)["licences"] == []


def test_whoever_asks_for_open_weights_is_told_what_reads_instead(run: Run, configure: Path) -> None:
    configure.write_text('weights = "open"', encoding="utf-8")
    run("add", "-", stdin=TEXT)
    told = run("doctor").stdout
    assert "non-commercial" not in told
    assert "found with weights under CC BY-SA 4.0, learned from openly licensed texts." in told


def test_where_there_are_no_such_weights_the_rules_are_told(
    run: Run, configure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure.write_text('weights = "open"', encoding="utf-8")
    run("add", "-", stdin=TEXT)
    monkeypatch.setattr(networks, "named", lambda code, name="": None)
    assert "German quotes are found by the rules alone" in run("doctor").stdout


def test_other_names_of_weights_are_refused(run: Run, configure: Path) -> None:
    run("add", "-", stdin=TEXT)
    configure.write_text('weights = "free"', encoding="utf-8")
    told = run("redetect", "1")
    assert told.exit_code == 2
    assert "default, licensed, open" in told.stderr


def test_open_weights_are_told_by_name() -> None:
    article = Article(text=TEXT, language="de")
    usual = {quote.origin for quote in find_quotes(article, AS_USUAL)}
    free = {quote.origin for quote in find_quotes(article, DetectionSettings(weights="open"))}
    assert usual == {"learned-1"}
    assert free == {"learned-open-1"}
