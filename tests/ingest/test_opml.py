"""Lists of feeds: folders both ways, whatever other programs write, and no harm from hostile ones."""

import pytest

from reader.errors import IngestError
from reader.feeds import Feed
from reader.formats.opml import opml
from reader.ingest.opml import outline_in

LIST = """<?xml version="1.0"?>
<!-- from elsewhere -->
<opml version="1.0"><head><title>Meine</title></head><body>
 <outline text="Ohne Ordner" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>
 <outline text="Politik &amp; Recht" title="">
  <outline title="Ausland/Nahost" text="x"><!-- leer -->
   <outline type="rss" text="Blatt" title="Das Blatt" xmlurl="feed://b.example/rss"/>
  </outline>
  <outline text="Zwei" XMLURL=" https://c.example/?a=1&b=2 "/>
 </outline>
 <outline text="Leer"><outline text="Auch leer"/></outline>
 <outline text="Kein Web" xmlUrl="gopher://d.example/"/>
 <outline xmlUrl="https://anna:geheim@e.example/rss"/>
</body></opml>"""


def feeds(markup: str) -> list[Feed]:
    return [feed for feed in outline_in(markup.encode(), "list.opml") if isinstance(feed, Feed)]


def test_feeds_keep_their_names_and_nested_folders() -> None:
    found = outline_in(LIST.encode(), "list.opml")
    told = [(one.folder.replace("∕", "|"), one.name, one.address) for one in found if isinstance(one, Feed)]
    assert told == [
        ("", "Ohne Ordner", "https://a.example/rss"),
        ("Politik & Recht/Ausland|Nahost", "Das Blatt", "https://b.example/rss"),
        ("Politik & Recht", "Zwei", "https://c.example/?a=1&b=2"),
        ("", "", "https://e.example/rss"),
    ]
    (problem,) = [one for one in found if isinstance(one, IngestError)]
    assert "gopher://d.example/" in problem.message


def test_what_is_written_reads_back_the_same() -> None:
    kept = [
        Feed(
            "https://a.example/?x=1&y=<2>", 'Ein "Blatt" & <mehr>', "Politik/Aus∕land", "https://a.example/"
        ),
        Feed(
            "https://b.example/rss",
            "Zwei",
            "Politik",
            tags=("küste/fähre", "presse"),
            keep_days=30,
            is_off=True,
        ),
        Feed("https://c.example/rss", "Drei"),
    ]
    read = feeds(opml(kept))
    assert sorted(read, key=lambda one: one.address) == kept


def test_deep_folders_and_thousands_of_feeds_are_read() -> None:
    inner = "".join(f'<outline text="F{n}" xmlUrl="https://x.example/{n}"/>' for n in range(3000))
    deep = '<outline text="o">' * 200 + inner + "</outline>" * 200
    assert len(feeds(f"<opml><body>{deep}</body></opml>")) == 3000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01",
        b"<html><body>x</body></html>",
        b"{}",
        b"<opml><body></body></opml>",
        b"<opml>",
        "ü".encode("utf-16"),
    ],
)
def test_what_is_no_list_of_feeds_is_told(data: bytes) -> None:
    with pytest.raises(IngestError, match="list"):
        outline_in(data, "x.opml")


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    markup = """<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY file SYSTEM "file:///etc/passwd">]>
    <opml><body><outline text="&b;&file;Blatt" xmlUrl="https://a.example/rss"/></body></opml>"""
    for feed in feeds(markup):
        assert "root:" not in feed.name
        assert len(feed.name) < 1000


def test_marks_of_direction_and_escapes_in_names_can_be_seen() -> None:
    (feed,) = feeds('<opml><body><outline text="A\u202eB&#x85;" xmlUrl="https://a.example/"/></body></opml>')
    assert feed.name.isprintable()
