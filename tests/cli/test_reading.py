"""Commands that print: list, show, quotes, search, cite, verify, journal."""

import json
from pathlib import Path

import pytest

from reader.models import Article, Caption, Quote, QuoteType, Span
from reader.store import Store
from tests.cli.conftest import TEXT, Run

pytestmark = pytest.mark.usefixtures("library")


def test_list_shows_articles_with_their_numbers(run: Run) -> None:
    lines = run("list").stdout.splitlines()
    assert lines[0].split()[:3] == ["no", "date", "outlet"]
    assert [line.split()[0] for line in lines[1:]] == ["2", "1"]
    assert "politik/bau" in lines[2]


def test_list_takes_a_query_an_order_and_a_limit(run: Run) -> None:
    assert [row["id"] for row in json.loads(run("list", "tag:politik", "--json").stdout)] == [1]
    assert [row["id"] for row in json.loads(run("list", "-s", "title", "-r", "--json").stdout)] == [1, 2]
    limited = run("list", "-n", "1")
    assert limited.stderr == "1 of 2 articles.\n"


def test_a_query_that_is_wrong_says_where(run: Run) -> None:
    result = run("list", "nonsense:x")
    assert result.exit_code in (1, 2)
    assert result.stderr.count("\n") == 1


def test_show_prints_a_credit_without_a_caption_by_itself(run: Run, library: Path) -> None:
    captions = (Caption("", "picture alliance"), Caption("Die Brücke", "dpa"))
    with Store(library) as store:
        number = store.articles.add(Article("Ein Text.", title="Titel", captions=captions)).id
    shown = run("show", str(number)).stdout
    assert "[picture alliance]\n[Die Brücke (dpa)]" in shown


def test_show_prints_the_text_with_its_quotes_and_nothing_dangerous(run: Run) -> None:
    shown = run("show", "1").stdout
    assert "\x1b" not in shown
    assert "␛[31mFarbe" in shown
    assert "[1] Erika Mustermann (direct, to decide, not checked)" in shown
    assert "Nachfragen *morgen*" in shown
    assert "Der Vorspann" not in run("show", "1", "--no-text").stdout


@pytest.mark.parametrize("name", ["1", "Neubau am Markt"])
def test_show_gives_everything_as_json(run: Run, name: str) -> None:
    output = run("show", name, "--json").stdout
    assert "\x1b" not in output
    told = json.loads(output)
    assert told["text"] == TEXT
    assert told["quotes"][0]["exact"] == ["„Wir bauen heute“"]
    assert (told["number"], [quote["number"] for quote in told["quotes"]]) == (1, [1, 2])
    assert told["quotes"][0]["notes"][0]["number"] == 1


def test_show_lists_and_prints_versions(run: Run) -> None:
    assert json.loads(run("show", "1", "--versions", "--json").stdout)[0]["current"] is True
    assert "current" in run("show", "1", "--versions").stdout
    assert "Der zweite Text" in run("show", "2", "--version", "1").stdout


def test_show_of_nothing_is_one_sentence(run: Run) -> None:
    result = run("show", "77")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_quotes_are_listed_and_filtered(run: Run) -> None:
    assert "„Wir bauen heute“" in run("quotes").stdout
    assert [q["id"] for q in json.loads(run("quotes", "type:Indirect", "--json").stdout)] == [2]
    assert json.loads(run("quotes", "--article", "2", "--json").stdout) == []


def test_search_shows_the_place_and_says_when_there_is_none(run: Run) -> None:
    assert "[teuer]" in run("search", "teuer").stdout
    assert json.loads(run("search", "teuer", "--json").stdout)[0]["article_id"] == 1
    nothing = run("search", "Känguru")
    assert (nothing.exit_code, nothing.stderr) == (1, "Nothing found.\n")


def test_search_says_what_a_misspelt_word_may_mean(run: Run) -> None:
    nothing = run("search", "teurer")
    assert nothing.exit_code == 1
    assert nothing.stderr == "Nothing found. Did you mean “teuer”? It is in 1 article.\n"
    assert run("search", "teurer", "--json").stderr == "Nothing found.\n"


def test_what_a_search_finds_says_that_it_must_wait_until_a_person_lifts_it(run: Run) -> None:
    assert "EMBARGO" not in run("search", "teuer").stdout
    run("edit", "1", "--embargo", "2030-01-01 10:00 CET")
    assert run("search", "teuer").stdout.startswith("1  EMBARGO ")
    assert json.loads(run("search", "teuer", "--json").stdout)[0]["held"].startswith("embargo until 2030")
    run("edit", "1", "--lift")
    assert "EMBARGO" not in run("search", "teuer").stdout


def test_cite_gives_the_citation_or_a_link(run: Run) -> None:
    assert run("cite", "1").stdout.startswith("„Wir bauen heute“ (Erika Mustermann). Beispielblatt, „Neubau")
    assert "2025, 1. März" in run("cite", "1", "--style", "dgps").stdout
    assert run("cite", "1", "--link").stdout.startswith("https://example.org/neubau#:~:text=Wir%20bauen")
    assert json.loads(run("cite", "1", "--json").stdout)[0]["quote"] == 1


def test_a_link_needs_an_address(run: Run, store: Store) -> None:
    quote = store.quotes.add(2, Quote(QuoteType.DIRECT, (Span(4, 10),)))
    result = run("cite", "1", str(quote.id), "--link")
    assert result.stdout.startswith("https://example.org/neubau#:~:text=")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert f"the article has no address on the web: {quote.id}." in result.stderr


def test_cite_does_not_name_a_confidential_source(run: Run) -> None:
    assert run("sources", "assign", "Otto Geheim", "1").exit_code == 0
    assert "Geheim" not in run("cite", "1").stdout
    assert "Geheim" in run("cite", "1", "--with-confidential").stdout


def test_verify_proves_every_span_and_finds_a_broken_one(run: Run, store: Store) -> None:
    result = run("verify")
    assert (result.exit_code, result.stderr) == (0, "2 articles: no problems.\n")
    import sqlite3

    with sqlite3.connect(store.path) as db:
        db.execute("update quotes set words = 'etwas anderes' where id = 1")
    db.close()
    broken = run("verify", "--json")
    assert broken.exit_code == 1
    assert json.loads(broken.stdout)[0]["quote_id"] == 1


def test_the_journal_tells_who_did_what(run: Run) -> None:
    entries = json.loads(run("journal", "--json").stdout)
    assert {entry["actor"] for entry in entries} == {"tests"}
    assert "Write a note" in run("journal").stdout
    run("mark", "1", "--accept")
    changed = json.loads(run("journal", "--quote", "1", "--json").stdout)
    assert len(changed) == 1


def test_lint_asks_and_can_be_told_to_skip(run: Run) -> None:
    result = run("lint", "1", "--json")
    assert result.exit_code == 1
    assert {finding["rule"] for finding in json.loads(result.stdout)} >= {"undecided", "no-speaker"}
    assert "Nobody has accepted this suggestion. [undecided]" in run("lint", "--all").stdout
    clean = run("lint", "2")
    assert (clean.exit_code, clean.stderr) == (0, "No findings.\n")
    assert "undecided" not in run("lint", "1", "--skip", "undecided").stdout


def test_balance_counts_by_speaker(run: Run) -> None:
    shares = json.loads(run("balance", "--all", "--json").stdout)
    assert {share["name"]: share["words"] for share in shares} == {"Erika Mustermann": 3, "not named": 4}
    assert "57%" in run("balance", "1").stdout


def test_facets_count_with_the_query_that_finds_them(run: Run) -> None:
    facets = json.loads(run("facets", "--json").stdout)
    (bau,) = [facet for facet in facets["tag"] if facet["value"] == "politik/bau"]
    assert bau["count"] == 1
    assert [row["id"] for row in json.loads(run("list", bau["query"], "--json").stdout)] == [1]
    assert "Beispielblatt" in run("facets", "is:unread").stdout


def test_balance_and_facets_are_written_as_drawing_and_table(run: Run, library: Path, tmp_path: Path) -> None:
    for command, everything in (("balance", ("--all",)), ("facets", ())):
        for ending, begins in (("svg", "<svg "), ("csv", "name," if command == "balance" else "facet,")):
            target = tmp_path / f"{command}.{ending}"
            assert run(command, *everything, "-o", str(target)).exit_code == 0
            assert target.read_text(encoding="utf-8").startswith(begins)
    refused = run("balance", "--all", "-o", str(target.with_name("balance.svg")))
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert run("facets", "-o", "x.png").exit_code == 2
    assert run("facets", "-o", "x.svg", "--json").exit_code == 2
