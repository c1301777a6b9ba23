"""`reader reread`: kept originals read as reader reads today, without asking anybody."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.library.detecting import AS_USUAL, detect_article
from reader.models import Article, QuoteType, Status
from reader.originals import FILE, original
from reader.store import Store
from tests.cli.conftest import Run

PARAGRAPHS = [
    "Die Fähre fährt seit Montag wieder nach dem Fahrplan über den Fluss, wie die Stadt mitteilte.",
    "„Wir sind sehr erleichtert“, sagte Kapitän Ole Brandt am Morgen im Hafen.",
    "Viele Menschen hatten am Ufer auf das erste Schiff gewartet und freuten sich über die Nachricht.",
    "Der Betrieb ruhte drei Wochen, weil ein Motor ausgefallen war und Teile fehlten.",
]
PAGE = (
    '<html lang="de"><head><title>Die Fähre fährt wieder</title>'
    '<meta name="author" content="Jana Petersen"></head>'
    "<body><article><h1>Die Fähre fährt wieder</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    + "</article></body></html>"
)


def read_before(library: Path, paragraphs: list[str], **facts: str) -> int:
    """An article as an older reader read it from the page: other paragraphs, other facts."""
    known = {"title": "Die Fähre fährt wieder", "byline": "Jana Petersen", "language": "de"}
    article = Article("\n\n".join(paragraphs), location="/a.html", **known | facts)
    found = detect_article(article, AS_USUAL)
    with Store(library) as store:
        number = store.articles.add(article, found.quotes, found.detector).id
        store.originals.keep(number, (original(PAGE.encode(), "/a.html", kind=FILE),))
    return number


def shown(run: Run, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").stdout)
    return found


def test_a_text_that_is_read_better_is_a_new_version_with_its_quotes(run: Run, library: Path) -> None:
    page = read_before(library, PARAGRAPHS[:3])
    with Store(library) as store:
        (quote,) = [one for one in store.quotes.of(page) if one.type is QuoteType.DIRECT]
        store.quotes.set_status([quote.id], Status.ACCEPTED)
        before = store.articles.get(page).uid
    result = run("reread", str(page))
    assert result.exit_code == 0, result.output
    assert "changed: Die Fähre fährt wieder (article 3" in result.stderr
    article = shown(run, page)
    assert PARAGRAPHS[3] in article["text"]
    assert article["id"] == before
    assert [one["status"] for one in article["quotes"] if one["type"] == "Direct"] == ["accepted"]
    assert run("verify").exit_code == 0
    assert [one["version"] for one in json.loads(run("original", "3", "--json").stdout)] == [1, 2]
    assert "1 same" in run("reread", str(page)).stderr
    assert "undone" in run("undo").stderr.lower() or run("show", "3").exit_code == 0
    assert PARAGRAPHS[3] not in shown(run, page)["text"]


def test_facts_that_were_not_found_before_are_filled_in_and_others_stay(run: Run, library: Path) -> None:
    page = read_before(library, PARAGRAPHS, byline="", title="Kicker: Die Fähre")
    run("edit", str(page), "--outlet", "Hafenblatt")
    result = run("reread", str(page))
    assert "changed facts: byline, title" in result.stderr
    article = shown(run, page)
    assert (article["title"], article["outlet"]) == ("Die Fähre fährt wieder", "Hafenblatt")
    assert "Jana Petersen" in article["byline"]


def test_a_title_that_a_person_wrote_stays(run: Run, library: Path) -> None:
    page = read_before(library, PARAGRAPHS[:3])
    run("edit", str(page), "--title", "Fähre, endlich")
    run("reread", str(page))
    article = shown(run, page)
    assert article["title"] == "Fähre, endlich"
    assert PARAGRAPHS[3] in article["text"]


def test_a_fact_that_a_person_took_out_stays_out(run: Run, library: Path) -> None:
    page = read_before(library, PARAGRAPHS, byline="Redaktion")
    run("edit", str(page), "--byline", "")
    assert "1 same" in run("reread", str(page)).stderr
    assert shown(run, page)["byline"] == ""


def test_a_dry_run_says_what_would_change_and_changes_nothing(run: Run, library: Path) -> None:
    page = read_before(library, PARAGRAPHS[:3])
    result = run("reread", "--all", "--dry-run")
    assert "would change: Die Fähre fährt wieder" in result.stderr
    assert "words after" in result.stderr
    assert "Of 2 articles the newest text has no original here." in result.stderr
    assert PARAGRAPHS[3] not in shown(run, page)["text"]


def test_a_text_that_has_less_is_refused_unless_it_is_wanted(run: Run, library: Path) -> None:
    more = [f"Absatz {number}: {PARAGRAPHS[2]} {PARAGRAPHS[3]}" for number in range(20)]
    page = read_before(library, PARAGRAPHS + more)
    result = run("reread", str(page))
    assert (result.exit_code, "has less of the text" in result.stderr) == (1, True)
    assert "Absatz 19" in shown(run, page)["text"]
    result = run("reread", str(page), "--replace")
    assert result.exit_code == 0, result.output
    assert "Absatz 19" not in shown(run, page)["text"]


def test_nobody_is_asked(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ingest.fetch.fetch", lambda *_: pytest.fail("something was fetched"))
    first, second = (
        PAGE.replace("<title>", '<link rel="next" href="/a/2"><title>'),
        PAGE.replace("Montag", "Dienstag").replace("Fähre", "Brücke").replace("Hafen", "Amt"),
    )
    address = "https://blatt.example/a"
    with Store(library) as store:
        number = store.articles.add(Article("Alt.", title="Alt", url=address, location=address)).id
        pages = (
            original(first.encode(), address, content_type="text/html", status=200),
            original(second.encode(), address + "/2", content_type="text/html", status=200, part=2),
        )
        store.originals.keep(number, pages)
    assert run("reread", str(number), "--replace").exit_code == 0
    text = shown(run, number)["text"]
    assert "über den Fluss" in text
    assert "im Amt" in text, "the second page is read too"


def test_an_original_that_is_damaged_spoils_only_its_article(run: Run, library: Path) -> None:
    read_before(library, PARAGRAPHS)
    with Store(library) as store:
        other = store.articles.add(Article("Alt.", location="/b.html")).id
        store.originals.keep(other, (replace(original(b"<p>x", "/b.html"), packed=b"broken"),))
    result = run("reread", "--all")
    assert result.exit_code == 1
    assert "is damaged" in result.stderr
    assert "1 same" in result.stderr


def test_an_entry_of_a_feed_is_read_again_as_one(run: Run, library: Path, tmp_path: Path) -> None:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS * 2)
    entry = f"<title>Die Fähre</title><guid>7</guid><description><![CDATA[{body}]]></description>"
    (tmp_path / "a.rss").write_text(f"<rss><channel><title>Blatt</title><item>{entry}</item></channel></rss>")
    run("add", str(tmp_path / "a.rss"))
    assert "1 same" in run("reread", "3").stderr
    assert shown(run, 3)["title"] == "Die Fähre"
