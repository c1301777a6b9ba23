"""The language of the program: how it is chosen, and that it reaches what a person sees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.config.interface import interface_of


@pytest.fixture(autouse=True)
def english_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from a machine that says nothing of its language."""
    for name in ("_READER_INTERFACE", "READER_INTERFACE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def configure(home: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    path = home / "config.toml"
    path.write_text(line + "\n", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(path))


def test_german_without_being_asked_on_a_german_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert interface_of([]) == "de"


@pytest.mark.parametrize("locale", ["", "C", "C.UTF-8", "POSIX", "en_GB.UTF-8", "xx_YY", "../../etc"])
def test_english_elsewhere(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    monkeypatch.setenv("LANG", locale)
    assert interface_of([]) == "en"


def test_the_stronger_variable_of_the_locale_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert interface_of([]) == "en"


@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "de_AT.UTF-8", "de_CH", "de", "de_LI"])
def test_german_wherever_it_is_spoken(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    monkeypatch.setenv("LANG", locale)
    assert interface_of([]) == "de"


@pytest.mark.parametrize(
    ("locale", "wishes", "spoken"),
    [
        ("de_DE.UTF-8", "en", "en"),
        ("en_GB.UTF-8", "fr:de_AT:en", "de"),
        ("de_DE.UTF-8", "xx:fr", "de"),
        ("C", "de", "en"),
        ("", "de", "en"),
    ],
)
def test_languages_in_the_order_that_a_person_wants(
    monkeypatch: pytest.MonkeyPatch, locale: str, wishes: str, spoken: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("LANGUAGE", wishes)
    assert interface_of([]) == spoken


def test_the_configuration_wins_over_the_locale(
    private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    configure(private_folders, monkeypatch, 'interface = "en"')
    assert interface_of([]) == "en"


def test_the_configuration_wins_over_the_variable(
    private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(private_folders, monkeypatch, 'interface = "en"')
    monkeypatch.setenv("READER_INTERFACE", "de")
    assert interface_of([]) == "en"


def test_the_variable_wins_over_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("READER_INTERFACE", "de")
    assert interface_of([]) == "de"


def test_what_a_program_starts_speaks_as_it_does(
    private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(private_folders, monkeypatch, 'interface = "en"')
    monkeypatch.setenv("_READER_INTERFACE", "de")
    assert interface_of([]) == "de"


@pytest.mark.parametrize("call", [["lint", "1", "--json"], ["detect", "--jsonl"]])
def test_what_a_program_reads_is_english(monkeypatch: pytest.MonkeyPatch, call: list[str]) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert interface_of(call) == "en"
    assert interface_of(["--interface", "de", *call]) == "de"


@pytest.mark.parametrize(
    "call",
    [
        ["--interface", "de", "list"],
        ["--interface=de"],
        ["--ascii", "--interface", "de"],
        ["--library", "my.db", "--interface", "de"],
    ],
)
def test_the_option_wins_over_all(monkeypatch: pytest.MonkeyPatch, call: list[str]) -> None:
    monkeypatch.setenv("READER_INTERFACE", "en")
    assert interface_of(call) == "de"


def test_an_option_of_a_command_is_none_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert interface_of(["search", "--interface", "de"]) == "en"


def test_a_broken_configuration_is_left_to_who_reads_it_next(
    private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(private_folders, monkeypatch, 'interface = "de')
    assert interface_of([]) == "en"


@pytest.mark.parametrize("line", ['interface = "fr"', "interface = 3"])
def test_a_language_that_is_not_there_is_named_with_those_that_are(
    private_folders: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    configure(private_folders, monkeypatch, line)
    told = run("detect", "-")
    assert told.returncode == 2
    assert "interface" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_the_option_refuses_what_has_no_catalogue() -> None:
    told = run("--interface", "fr", "list")
    assert told.returncode == 2
    assert '"fr"' in told.stderr
    assert "de" in told.stderr


def test_help_speaks_german_where_it_is_asked_to() -> None:
    told = run("--interface", "de", "--help").stdout
    assert "Artikel" in told
    assert "Optionen" in told
    assert "Show this message" not in told


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"READER_INTERFACE": ""},
    )
