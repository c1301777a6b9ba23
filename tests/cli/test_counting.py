"""Balance by anything, tables, timelines and stance on the command line: text, JSON, CSV, SVG, refusals."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store
from tests.cli.conftest import Run

TEXT = (
    "„Wir bauen heute“, behauptete Anna Weber. „Nein“, sagte der Sprecher. Der Bau sei teuer, räumte sie ein."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


QUOTES = (
    Quote(
        QuoteType.DIRECT,
        (span("„Wir bauen heute“"),),
        cue=(span("behauptete"),),
        resolved_speaker="Anna Weber",
    ),
    Quote(QuoteType.DIRECT, (span("„Nein“"),), cue=(span("sagte"),), resolved_speaker="Sprecher"),
    Quote(
        QuoteType.INDIRECT,
        (span("Der Bau sei teuer"),),
        cue=(span("räumte"), span("ein.")),
        resolved_speaker="Anna Weber",
    ),
)


@pytest.fixture
def lib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with three articles of three quotes each."""
    path = tmp_path / "library.db"
    monkeypatch.setenv("READER_LIBRARY", str(path))
    with Store(path, actor="tests") as store:
        for number, (outlet, day) in enumerate((("dpa", "2024-05-31"), ("dpa", "2024-07-01"), ("Bote", ""))):
            article = Article(f"{TEXT} {number}", title="Bau", outlet=outlet, published=day, language="de")
            store.articles.add(article, QUOTES, "rules-1")
        store.tags.attach(["bau", "geld"], quotes=[1, 2])
        store.tags.attach(["bau"], quotes=[3])
    return path


def told(run: Run, *words: str) -> list[dict[str, object]]:
    """What a command prints as JSON."""
    return json.loads(run(*words, "--json").stdout)  # type: ignore[no-any-return]  # a list


def test_balance_counts_by_stance_with_a_sentence_for_people_alone(run: Run, lib: Path) -> None:
    counts = {row["name"]: row["quotes"] for row in told(run, "balance", "--all", "--by", "stance")}
    assert counts == {"neutral": 3, "doubting": 3, "conceding": 3}
    assert run("balance", "--all", "--by", "stance").stderr == ""
    shown = run("balance", "--all")
    assert "Sprecher (several, in 3 articles)" in shown.stdout
    assert shown.stderr == ""
    assert "doubting" in run("balance", "outlet:dpa", "--by", "stance").stdout


def test_only_quotes_that_a_search_finds_are_counted(run: Run, lib: Path) -> None:
    (row,) = told(run, "balance", "-q", "stance:conceding outlet:dpa")
    assert (row["name"], row["quotes"], row["words"]) == ("Anna Weber", 2, 8)
    refused = run("balance", "-q", "stance:nice")
    assert refused.exit_code == 2
    assert "stance: takes neutral, stressing" in refused.stderr


def test_what_cannot_be_counted_is_refused_in_a_sentence(run: Run, lib: Path) -> None:
    for words, sentence in (
        (("balance", "--all", "--by", "colour"), "Quotes cannot be counted by colour: take one of source"),
        (("balance",), "Which articles?"),
        (("table", "type", "type"), "A table needs two different things"),
        (("table", "month", "week"), "A table has one stretch of time"),
        (("balance", "--all", "--csv", "--json"), "take one of them"),
        (("timeline", "-q", "article:x"), "takes numbers"),
        (("timeline", "-q", 'among:"colour:red"'), "There is no field “colour”"),
        (("timeline", "-q", 'among:"among:x"'), "without another among:"),
    ):
        done = run(*words)
        assert done.exit_code == 2, words
        assert sentence in " ".join(done.stderr.split()), words


def test_a_table_is_printed_as_text_json_csv_and_svg(run: Run, lib: Path) -> None:
    text = run("table", "outlet", "stance").stdout.splitlines()
    assert text[0].split() == ["outlet", "neutral", "doubting", "conceding"]
    assert [line.split() for line in text[1:]] == [["dpa", "2", "2", "2"], ["Bote", "1", "1", "1"]]
    table = json.loads(run("table", "outlet", "stance", "in:2024", "--count", "words", "--json").stdout)
    assert (table["rows"], table["cells"]) == (["dpa"], [[2, 6, 8]])
    rows = list(csv.reader(io.StringIO(run("table", "tag", "tag", "--csv").stdout.lstrip("\ufeff"))))
    assert rows[0] == ["tag", "other tag", "quotes"]
    assert ["bau", "geld", "2"] in rows
    assert run("table", "outlet", "stance", "--svg").stdout.startswith("<svg ")


def test_a_timeline_tells_months_without_anything(run: Run, lib: Path) -> None:
    rows = [(row["period"], row["articles"], row["quotes"]) for row in told(run, "timeline")]
    assert rows == [("2024-05", 1, 3), ("2024-06", 0, 0), ("2024-07", 1, 3), ("no date", 1, 3)]
    assert "█" in run("timeline", "--by", "week").stdout
    assert [row["period"] for row in told(run, "timeline", "outlet:dpa", "--by", "year")] == ["2024"]


def test_every_quote_says_its_stance(run: Run, lib: Path) -> None:
    stances = [row["stance"] for row in told(run, "quotes", "-a", "1")]
    assert stances == ["doubting", "neutral", "conceding"]
    line = json.loads(run("export", "1", "-f", "jsonl").stdout)
    assert [quote["stance"] for quote in line["quotes"]] == ["doubting", "neutral", "conceding"]
    ids = {row["article_id"] for row in told(run, "quotes", "stance:doubting in:2024-W22")}
    assert ids == {1}


def test_who_is_covered_counts_without_a_name_and_off_the_record_for_nobody(run: Run, lib: Path) -> None:
    with Store(lib) as store:
        source = store.sources.add(Source("Anna Weber", role="Kämmerin", identity_protected=True))
        store.sources.assign([1], source.id)
        store.quotes.set_use([2], TermsOfUse.OFF_RECORD)
    by_role = run("balance", "--all", "--by", "role")
    assert "Kämmerin" not in by_role.stdout
    assert "1 quote is not for publication" in by_role.stderr
    shown = run("balance", "--all").stdout
    assert "Weber" not in shown
    assert "Kämmerin" not in shown
    assert sum(int(str(row["quotes"])) for row in told(run, "balance", "--all")) == 8
    whole = told(run, "balance", "--all", "--with-confidential")
    assert {row["name"]: row["quotes"] for row in whole} == {"Anna Weber": 6, "Sprecher": 2}
    assert whole[0]["role"] == "Kämmerin"


def test_a_name_with_marks_and_signs_of_any_kind_stays_one_cell(run: Run, lib: Path) -> None:
    odd = '=cmd|"x"\x1b[31m [red]\u202e'
    with Store(lib) as store:
        store.quotes.update(replace(store.quotes.get(1), resolved_speaker=odd))
    shown = run("balance", "--all")
    assert "\x1b[31m" not in shown.stdout
    assert "[red]" in shown.stdout
    rows = list(csv.reader(io.StringIO(run("balance", "--all", "--csv").stdout.lstrip("\ufeff"))))
    assert {len(row) for row in rows} == {9}
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert "\x1b" not in run("balance", "--all", "--svg").stdout
