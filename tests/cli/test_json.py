"""What `--json` prints holds the keys that the documentation names, for every command."""

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader.checks.lint import RULE_NAMES
from reader.feeds import Feed
from reader.store import Store
from tests.cli.conftest import TEXT, Run
from tests.feed_site import FeedSite, entry, feed, feeds_serving

UNTIL = f"{date.today() + timedelta(days=9)}"
PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
ROWS = {
    name: re.findall(r"`(\w+)`", keys)
    for names, keys in re.findall(r"^\| (`.+?`) \| (`.+`.*) \|$", PAGE.partition("## JSON")[2], re.MULTILINE)
    for name in re.findall(r"`([^`]+)`", names)
}
CALLS = {
    "add": ("add", "{file}"),
    "refetch": ("refetch", "2"),
    "redetect": ("redetect", "1"),
    "list": ("list",),
    "edit": ("edit", "1", "--star"),
    "show": ("show", "1"),
    "show --version N": ("show", "1", "--version", "1"),
    "open": ("open", "1", "--print"),
    "pipe": ("pipe", "words", "1"),
    "search": ("search", "Mustermann"),
    "stories ARTICLE": ("stories", "1"),
    "trail": ("trail", "1"),
    "agree": ("agree", "{library}"),
    "versions": ("versions", "1"),
    "transcript": ("transcript", "3"),
    "facets": ("facets",),
    "feeds": ("feeds",),
    "feeds list": ("feeds", "list"),
    "feeds edit": ("feeds", "edit", "1", "--off"),
    "feeds add --later": ("feeds", "add", "{feed}", "--later", "--allow-private"),
    "feeds refresh": ("feeds", "refresh"),
    "feeds add": ("feeds", "add", "{feed}", "--allow-private"),
    "feeds remove": ("feeds", "remove", "1"),
    "feeds import": ("feeds", "import", "{outline}"),
    "trash": ("trash", "1"),
    "detect": ("detect", "{file}"),
    "quotes": ("quotes",),
    "mark": ("mark", "1", "--accept"),
    "quote": ("quote", "1", "Erika Mustermann"),
    "cite": ("cite", "1"),
    "translate": ("translate", "1", "They build today", "--into", "en"),
    "authorise": ("authorise", "Anna"),
    "authorise --from": ("authorise", "Anna", "--from", "3", "--until", UNTIL, "--mail"),
    "authorise --reply": ("authorise", "Anna", "--reply", "{reply}"),
    "authorise --decide": ("authorise", "Anna", "--decide", "3", "--print", "spoken", "--by", "Eva"),
    "ledger": ("ledger",),
    "ledger DRAFT": ("ledger", "{draft}"),
    "ledger --uses": ("ledger", "--uses", "3"),
    "ledger --reached": (
        "ledger",
        "--reached",
    ),
    "note": ("note", "1", "Nachfragen"),
    "note --memo": ("note", "--memo", "Nachfragen"),
    "note --all": ("note", "--all"),
    "tag": ("tag",),
    "sources suggest": ("sources", "suggest"),
    "sources take": ("sources", "take", "Erika Mustermann"),
    "sources take --never": ("sources", "take", "Erika Mustermann", "--never"),
    "sources sums": ("sources", "sums", "gender"),
    "sources": ("sources",),
    "train": ("train", "en", "{corpus}"),
    "check": ("check", "{file}"),
    "lint": ("lint", "1"),
    "balance": ("balance", "1"),
    "balance --by": ("balance", "1", "--by", "place"),
    "table": ("table", "source", "type"),
    "timeline": ("timeline",),
    "export --formats": ("export", "--formats"),
    "journal": ("journal",),
    "doctor": ("doctor",),
    "backup": ("backup", "{folder}/copy.db"),
    "import": ("import", "{marked}"),
    "merge": ("merge", "{library}"),
}


@pytest.fixture(scope="module")
def site() -> Iterator[FeedSite]:
    with feeds_serving() as served:
        served.show("/f.rss", feed("Anzeiger", entry("Fähre")))
        yield served


ELSEWHERE = {"archive query", "sync"}
"""Rows that `test_archive.py` and `test_sync.py` look at, where the extra is installed."""


def test_the_table_and_this_test_name_the_same_commands() -> None:
    assert set(ROWS) == set(CALLS) | ELSEWHERE


@pytest.mark.parametrize("name", CALLS)
def test_json_holds_the_keys_that_are_documented(
    run: Run, library: Path, tmp_path: Path, name: str, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    words = json.dumps([sys.executable, "-c", ""])
    config.write_text(f"[commands]\nwords = {words}\n[source_fields]\ngender = []\n", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    file, outline = tmp_path / "neu.txt", tmp_path / "feeds.opml"
    outline.write_text('<opml><body><outline xmlUrl="https://c.example/"/></body></opml>', encoding="utf-8")
    if name.startswith("feeds"):
        with Store(library) as store:
            store.feeds.add(Feed("http://127.0.0.1:1/rss", "Blatt"))
    file.write_text(f"Neuer Titel\n\n{TEXT}", encoding="utf-8")
    if name == "transcript":
        spoken = tmp_path / "talk.vtt"
        spoken.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>No.\n", encoding="utf-8")
        run("add", str(spoken))
    reply, manuscript = tmp_path / "reply.txt", tmp_path / "draft.txt"
    if name.startswith(("authorise", "ledger")):
        _talk(run, tmp_path, reply, manuscript, name)
    marked = tmp_path / "marked.csv"
    marked.write_text("id,document,tag,content\n1,Neubau am Markt,bau,Wir bauen heute\n", encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    shutil.copy(Path(__file__).parents[1] / "gold" / "en.json", corpus)
    named = {
        "corpus": str(corpus),
        "marked": str(marked),
        "file": str(file),
        "folder": str(tmp_path),
        "library": str(library),
    }
    named |= {"reply": str(reply), "draft": str(manuscript)}
    named |= {"outline": str(outline), "feed": f"{site.address}/f.rss"}
    told = json.loads(run(*(word.format(**named) for word in CALLS[name]), "--json").stdout)
    first = told[0] if isinstance(told, list) else told
    if name == "trash":
        assert first == {"trashed": 1}
    else:
        assert list(first) == ROWS[name]


def _talk(run: Run, folder: Path, reply: Path, manuscript: Path, name: str) -> None:
    """An interview with a quote, its sheet answered, and a manuscript that has its words."""
    spoken = folder / "interview.vtt"
    spoken.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>It was all a mistake.\n", encoding="utf-8")
    run("add", str(spoken))
    run("mark", "3", "--accept", "--source", "Anna")
    manuscript.write_text("Anna Kolb said: “It was all a mistake.”", encoding="utf-8")
    if name == "authorise --reply":
        sheet = run("authorise", "Anna", "--from", "3", "--until", UNTIL, "--mail").stdout
        reply.write_text(sheet.replace("Answer:", "Answer: approved"), encoding="utf-8")
    if name.startswith("ledger"):
        run("ledger", str(manuscript))
        run("mark", "3", "--authorisation", "withdrawn")


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        ([("edit", "1", "--title", "Anders"), ("undo",)], ["Set title"]),
        ([("edit", "1", "--title", "Anders"), ("undo",), ("redo",)], ["Set title"]),
        ([("trash", "1"), ("trash", "--restore", "1")], {"restored": 1}),
        ([("trash", "1"), ("trash", "--empty", "--yes")], {"deleted": 1}),
        ([("note", "--remove", "1")], {"removed": 1}),
        ([("quote", "--remove", "1")], {"removed": 1}),
        ([("tag", "x", "--article", "1")], {"changed": 1}),
        ([("sources", "assign", "Eva", "1", "2")], {"source": 2, "assigned": 2}),
        ([("sources", "remove", "1", "--yes")], {"removed": 1}),
    ],
)
def test_what_was_done_as_json(run: Run, library: Path, calls: Sequence[Sequence[str]], told: object) -> None:
    *before, last = calls
    for call in before:
        assert run(*call).exit_code == 0
    result = run(*last, "--json")
    assert (json.loads(result.stdout), result.stderr) == (told, "")


def test_merged_sources_and_changed_tags_are_shown_as_they_are_now(run: Run, library: Path) -> None:
    run("sources", "add", "Eva")
    merged = json.loads(run("sources", "merge", "1", "Eva", "--json", "--with-confidential").stdout)
    assert (merged["name"], merged["aliases"]) == ("Otto Geheim", ["Eva"])
    renamed = json.loads(run("tag", "politik/bau", "--rename", "stadt/bau", "--json").stdout)
    assert [tag["path"] for tag in renamed if tag["uses"]] == ["stadt/bau"]


def test_an_older_text_as_json(run: Run, library: Path) -> None:
    told = json.loads(run("show", "1", "--version", "1", "--json").stdout)
    assert told == {"version": 1, "text": TEXT}
    (only,) = json.loads(run("show", "1", "--versions", "--json").stdout)
    assert (only["version"], only["current"]) == (1, True)


def test_files_that_an_export_wrote(run: Run, library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert json.loads(run("export", "1", "-o", str(target), "--json").stdout) == [str(target)]
    refused = run("export", "1", "--json")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_every_rule_that_can_be_skipped_is_documented(run: Run, library: Path) -> None:
    assert f"repeatable: {', '.join(RULE_NAMES)} |" in PAGE
    assert run("lint", "1", *(word for rule in RULE_NAMES for word in ("--skip", rule))).exit_code == 0
    refused = run("lint", "1", "--skip", "nonsense")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert 'There is no rule "nonsense"; rules are orphan, ' in refused.stderr
