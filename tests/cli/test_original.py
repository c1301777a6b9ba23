"""`reader original`: what an article was read from, as it came in."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.models import Article, Source
from reader.originals import original
from reader.store import Store
from tests.cli.conftest import Run
from tests.serving import Site, serving

PARAGRAPH = (
    "<p>Die Fähre fährt wieder nach dem Fahrplan, sagte der Sprecher am Montag im Hafen. "
    "Viele Menschen hatten am Morgen auf das erste Schiff gewartet und freuten sich.</p>"
)
PAGE = (
    f"<html><head><title>Die Fähre fährt</title></head><body><article>{PARAGRAPH * 5}</article></body></html>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("READER_CONFIG", str(path))
    return path


def info(run: Run, article: str = "3") -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("original", article, "--json").stdout)
    return found


def test_a_page_comes_back_with_where_and_when_it_came_from(run: Run, library: Path, site: Site) -> None:
    site.show("/a", PAGE, Set_Cookie="visitor=7", Last_Modified="Mon, 06 May 2024 10:00:00 GMT")
    site.show("/kurz", "", 302, Location="/a")
    run("add", "--allow-private", site.address + "/kurz")
    assert run("original", "3").stdout_bytes == PAGE.encode()
    (one,) = info(run)
    assert (one["address"], one["asked"]) == (site.address + "/a", site.address + "/kurz")
    assert (one["status"], one["kind"], one["version"]) == (200, "page", 1)
    names = dict(one["headers"])  # type: ignore[call-overload]  # pairs
    assert names["last-modified"].startswith("Mon, 06 May")
    assert "visitor=7" not in json.dumps(one)


def test_all_pages_of_an_article_are_kept(run: Run, library: Path, site: Site) -> None:
    second = PAGE.replace("Fahrplan", "Winterfahrplan").replace("Hafen", "Seehafen")
    site.show("/a", PAGE.replace("<title>", '<link rel="next" href="/a/2"><title>'))
    site.show("/a/2", second)
    run("add", "--allow-private", site.address + "/a")
    assert [one["page"] for one in info(run)] == [1, 2]
    result = run("original", "3")
    assert "This is page 1 of 2; --number gives the others: 2." in result.stderr
    assert run("original", "3", "--number", "2").stdout_bytes == second.encode()


@pytest.mark.parametrize("way", ["file", "stdin", "entry", "html"])
def test_every_way_in_keeps_what_it_read(run: Run, library: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    body = PARAGRAPH * 5
    entry = f"<title>Die Fähre</title><guid>7</guid><description><![CDATA[{body}]]></description>"
    feed = f"<rss><channel><title>x</title><item>{entry}</item></channel></rss>"
    (tmp_path / "a.rss").write_text(feed, encoding="utf-8")
    arguments = {
        "file": (str(tmp_path / "a.html"),),
        "stdin": ("-",),
        "entry": (str(tmp_path / "a.rss"),),
        "html": ("--html", str(tmp_path / "a.html"), "https://blatt.example/a"),
    }
    run("add", *arguments[way], stdin=PAGE if way == "stdin" else None)
    assert run("original", "3").stdout_bytes.decode() == (body if way == "entry" else PAGE)
    assert info(run)[0]["kind"] == {"entry": "entry", "html": "page"}.get(way, "file")


@pytest.mark.parametrize("setting", ["keep_originals = false", "largest_original = 1"])
def test_the_settings_switch_it_off_or_limit_it(
    run: Run, library: Path, tmp_path: Path, settings: Path, setting: str
) -> None:
    settings.write_text(setting)
    (tmp_path / "a.html").write_text(PAGE + "<!--" + "x" * 1_100_000 + "-->", encoding="utf-8")
    run("add", str(tmp_path / "a.html"))
    result = run("original", "3")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No original of article 3 is kept" in result.stderr


def test_an_article_of_before_gets_its_original_when_it_is_added_again(
    run: Run, library: Path, tmp_path: Path, settings: Path
) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    settings.write_text("keep_originals = false")
    run("add", str(tmp_path / "a.html"))
    settings.write_text("")
    assert "1 same" in run("add", str(tmp_path / "a.html")).stderr
    assert run("original", "3").stdout_bytes == PAGE.encode()


def test_it_is_written_to_a_file_that_is_not_there(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    run("add", str(tmp_path / "a.html"))
    target = tmp_path / "out.html"
    assert run("original", "3", "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == PAGE
    assert run("original", "3", "-o", str(target)).exit_code == 2
    assert run("original", "3", "-o", str(target), "--force").exit_code == 0


def test_a_copy_is_opened_that_fetches_nothing(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(opened.append(address)) or True)
    tracker = '<img src="https://zaehler.example/1.gif"><script src="https://zaehler.example/a.js"></script>'
    (tmp_path / "a.html").write_text(PAGE.replace("<article>", f"<article>{tracker}"), encoding="utf-8")
    run("add", str(tmp_path / "a.html"))
    result = run("original", "3", "--open")
    assert result.exit_code == 0
    (file,) = [Path(one.removeprefix("file://")) for one in opened]
    shown = file.read_text(encoding="utf-8")
    assert "Die Fähre fährt wieder" in shown
    assert "zaehler.example" not in shown
    assert file.stat().st_mode & 0o077 == 0
    run("trash", "3")
    run("trash", "--empty", "--yes")
    assert not file.exists(), "a copy goes with its article"


def test_originals_are_removed_for_good_after_asking(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    run("add", str(tmp_path / "a.html"))
    assert run("original", "3", "--remove").exit_code == 2
    assert run("original", "3").exit_code == 0
    assert "1 original removed" in run("original", "3", "--remove", "--yes").stderr
    assert run("original", "3").exit_code == 1
    assert run("show", "3").exit_code == 0


@pytest.mark.parametrize(
    ("page", "is_asked"),
    [
        (b"<p>Text</p><!-- von Karla Zwirn -->", True),
        (b"<p>Karla <b>Zwirn</b></p>", True),
        (b"%PDF-1.7 \x00\x01", True),
        (b"<p>Text</p>", False),
    ],
)
def test_bytes_that_may_show_who_is_covered_leave_only_after_asking(
    run: Run, library: Path, tmp_path: Path, page: bytes, is_asked: bool
) -> None:
    with Store(library) as store:
        number = store.articles.add(Article("Ein sauberer Text ohne Namen.", location="/s.txt")).id
        store.originals.keep(number, (original(page, "https://blatt.example/a"),))
        store.sources.add(Source("Karla Zwirn", identity_protected=True))
    target = tmp_path / "out"
    for call in (("original", str(number)), ("original", str(number), "-o", str(target))):
        result = run(*call)
        assert (result.exit_code == 1) is is_asked
        assert ("may show who is covered" in result.stderr) is is_asked
    assert target.exists() is not is_asked
    assert run("original", str(number), "--anyway").stdout_bytes == page
    result = run("export", str(number), "-f", "warc", "-o", str(tmp_path / "a.warc.gz"))
    assert ("left out" in result.stderr) is is_asked


def test_versions_have_originals_of_their_own(run: Run, library: Path, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    run("add", str(page))
    page.write_text(PAGE.replace("im Hafen", "am Hafen"), encoding="utf-8")
    run("add", str(page))
    assert "am Hafen" in run("original", "3").stdout
    assert "im Hafen" in run("original", "3", "--version", "1").stdout
    wrong = run("original", "3", "--version", "9")
    assert (wrong.exit_code, "has no original of version 9" in wrong.stderr) == (1, True)


def test_sql_shows_the_table_without_choking_on_bytes(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    run("add", str(tmp_path / "a.html"))
    for options in ((), ("--json",)):
        assert run("sql", "select sha256, packed from original_bytes", *options).exit_code == 0


def test_what_lies_in_an_archive_is_kept_file_by_file_and_read_again(
    run: Run, library: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("eins.html", PAGE)
        archive.writestr("zwei.html", PAGE.replace("Fähre", "Brücke"))
    run("add", str(tmp_path / "a.zip"))
    assert {run("original", number).stdout_bytes for number in ("3", "4")} == {
        PAGE.encode(),
        PAGE.replace("Fähre", "Brücke").encode(),
    }
    assert "2 same" in run("reread", "3", "4").stderr


def test_a_web_archive_of_ours_is_read_by_another_library(
    run: Run, library: Path, tmp_path: Path, site: Site
) -> None:
    (tmp_path / "b.html").write_text(PAGE.replace("Fähre", "Brücke"), encoding="utf-8")
    run("add", "--allow-private", site.show("/a", PAGE), str(tmp_path / "b.html"))
    archive = str(tmp_path / "out.warc.gz")
    assert run("export", "--all", "-f", "warc", "-o", archive).exit_code == 0
    other = str(tmp_path / "other.db")
    added = run("--library", other, "add", archive)
    assert "4 new" in added.stderr, added.stderr
    titles = {one["title"] for one in json.loads(run("--library", other, "list", "--json").stdout)}
    assert {"Die Fähre fährt", "Die Brücke fährt"} <= titles
