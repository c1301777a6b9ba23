"""What other programs read is the same in every language: JSON, heads of CSV, values."""

from pathlib import Path

import pytest

from reader.ledgers import Ledger
from reader.models import Memo, Note, Source, SourceKind, Status
from reader.store import Store
from tests.interface.test_screens import in_german
from tests.ui.desk.conftest import ARTICLE, QUOTES

CALLS = """
list --json
show 1 --json
quotes --json
search Rat --json
sources --json
sources suggest --json
sources card 1 --json
tag --json
note --all --json
journal --json
facets --json
balance 1 --json
balance 1 --csv
balance 1 --by month --csv
table source outlet --json
table source outlet --csv
timeline --json
timeline --csv
versions 1 --json
trail 1 --json
stories --json
feeds list --json
ledger --json
verify --json
export 1 -f csv -o -
export 1 -f jsonl -o -
sql --json "SELECT * FROM quotes_view"
"""
"""Commands that print for other programs, each on one line."""
RUN = """
import shlex, sys
from reader.i18n import use
use(sys.argv[1])
from click.testing import CliRunner
from reader.cli.group import cli

for call in sys.argv[3].strip().splitlines():
    result = CliRunner().invoke(cli, ["--library", sys.argv[2], *shlex.split(call)])
    print("=====", call, result.exit_code)
    print(result.stdout)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one thing of each kind that is told."""
    path = tmp_path / "library.db"
    with Store(path, actor="anna") as store:
        store.articles.add(ARTICLE, QUOTES, detector="rules-1")
        source = store.sources.add(Source("Erna Ölmann", SourceKind.PERSON, role="Bürgermeisterin"))
        store.sources.assign([1], source.id)
        store.quotes.set_status([1], Status.ACCEPTED)
        store.tags.attach(["brücke"], articles=[1], quotes=[2])
        store.notes.save(Note("Nachfragen.", 1, quote_id=2))
        store.memos.save(Memo("Serie.", "Brücke"))
        store.ledgers.add(Ledger("Umbau"))
    return path


def answers(library: Path, language: str) -> dict[str, str]:
    """What each call prints, by the call and its exit code."""
    told = in_german("-c", RUN, language, str(library), CALLS, language=language)
    assert told.returncode == 0, told.stderr
    parts = (part.partition("\n") for part in told.stdout.split("===== ")[1:])
    return {call: printed for call, _newline, printed in parts}


def test_what_is_for_programs_does_not_follow_the_language_of_the_person(library: Path) -> None:
    english, german = answers(library, "en"), answers(library, "de")
    assert [call for call in english if not call.endswith((" 0", " 1"))] == [], english
    assert [call for call in english if not english[call].strip()] == []
    assert {call: german.get(call) for call in english if german.get(call) != english[call]} == {}


@pytest.mark.parametrize("call", ["lint 1 --json", "doctor --json", "lint 99 --json"])
def test_sentences_for_programs_are_english_unless_german_is_asked_for(library: Path, call: str) -> None:
    english, german, asked = (
        in_german("-m", "reader", "--library", str(library), *options, *call.split(), language=language)
        for language, options in (("en", []), ("de", []), ("de", ["--interface", "de"]))
    )
    assert (german.stdout, german.stderr) == (english.stdout, english.stderr)
    assert (asked.stdout, asked.stderr) != (english.stdout, english.stderr)
