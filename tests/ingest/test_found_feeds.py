"""The feeds that a page names."""

import pytest

from reader.ingest.found_feeds import feeds_of_page


def found(markup: str) -> list[tuple[str, str]]:
    return [(one.address, one.title) for one in feeds_of_page(markup.encode(), "https://blatt.example/a/b")]


def test_feeds_in_the_head_are_told_and_those_of_comments_last() -> None:
    head = """<head><base href="/x/">
    <link rel="alternate" type="application/rss+xml" title="Kommentare" href="/comments/feed/">
    <link rel="Alternate home" type="application/atom+xml" title="Alles &amp; <b>mehr</b>" href="alles.xml">
    <link rel="alternate" type="application/rss+xml" href="//www.blatt.example/rss#oben">
    <link rel="alternate" type="application/rss+xml" href="http://[kaputt/rss">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    <link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" type="text/css" href="a.css">
    </head><body><a href="/rss">RSS</a></body>"""
    assert found(head) == [
        ("https://blatt.example/x/alles.xml", "Alles & mehr"),
        ("https://www.blatt.example/rss", ""),
        ("https://blatt.example/comments/feed/", "Kommentare"),
    ]


def test_links_that_look_like_feeds_count_where_the_head_names_none() -> None:
    body = """<a href="/politik/rss">Politik</a><a href="wirtschaft.rss"> Wirtschaft </a>
    <a href="/artikel/feeding">x</a>
    <a href="/feed/">Alle</a><a href="/feed/">Noch einmal</a>"""
    assert found(body) == [
        ("https://blatt.example/politik/rss", "Politik"),
        ("https://blatt.example/a/wirtschaft.rss", "Wirtschaft"),
        ("https://blatt.example/feed/", "Alle"),
    ]


@pytest.mark.parametrize("data", [b"", b"   ", b"\x00\xff", b"<", b"{}", b"<!-- -->"])
def test_what_is_no_page_names_none(data: bytes) -> None:
    assert feeds_of_page(data, "https://blatt.example/") == []
