"""Balance by fields of one's own: sums over several people, and never what is written of one."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run

NAMES = ("Anna Alt", "Bea Bald", "Cora Carl", "Dora Dorn", "Emil Ernst")


@pytest.fixture
def described(private_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library in which three women and one man are quoted, and a fifth of whom nothing is written."""
    config = private_folders / "config.toml"
    config.write_text('[source_fields]\ngender = ["f", "m", "x"]\n', encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    file = private_folders / "library.db"
    text = "\n\n".join(f"„Wir sagen Satz {number}“, sagte {name}." for number, name in enumerate(NAMES))
    quotes = []
    for name in NAMES:
        start = text.rindex("„", 0, text.index(name))
        quotes.append(Quote(QuoteType.DIRECT, (Span(start, text.index("“", start) + 1),)))
    with Store(file) as store:
        store.articles.add(Article(text, title="Sätze"), quotes, "rules-1")
        for number, name in enumerate(NAMES, 1):
            source = store.sources.add(Source(name))
            store.sources.assign([number], source.id)
            if number < 5:
                store.sources.details.set_fields(source.id, {"gender": "m" if number == 4 else "f"})
    return file


def sums(run: Run) -> dict[str, int]:
    return {
        one["name"]: one["quotes"]
        for one in json.loads(run("balance", "--all", "--by", "field:gender", "--json").stdout)
    }


def test_a_value_that_too_few_people_have_is_told_of_nobody(described: Path, run: Run) -> None:
    assert sums(run) == {"f": 3, "unknown": 2}


def test_an_article_counts_once_where_several_values_are_told_as_unknown(described: Path, run: Run) -> None:
    told = json.loads(run("balance", "--all", "--by", "field:gender", "--json").stdout)
    assert [one["articles"] for one in told] == [1, 1]


def test_whoever_is_covered_counts_as_unknown(described: Path, run: Run) -> None:
    with Store(described) as store:
        store.sources.update(replace(store.sources.get(1), use=TermsOfUse.BACKGROUND, description="jemand"))
    assert sums(run) == {"unknown": 5}


def test_no_table_tells_whose_value_it_is(described: Path, run: Run) -> None:
    told = run("table", "source", "field:gender")
    assert told.exit_code == 2
    assert "told as sums alone" in told.stderr


def test_a_field_that_is_none_is_said(described: Path, run: Run) -> None:
    told = run("balance", "--by", "field:age")
    assert told.exit_code == 2
    assert "There is no field “age” under [source_fields] (gender)" in told.stderr
