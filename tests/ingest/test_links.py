"""Links are kept with the words of the article that they stand on, and with no other ones."""

import pytest

from reader.ingest.entries import FeedEntry
from reader.ingest.feeds import read_summary
from reader.ingest.links import LinkedLine, placed, web_address
from reader.ingest.markdown import from_markdown
from reader.ingest.page import from_page
from reader.models import Article, Link, Span
from reader.texts.links import links_in

PAGE = """<html lang="de"><head><title>Bad wird gebaut</title></head><body>
<nav><a href="/politik">Politik</a> <a href="/bad">Bad</a></nav><article><h1>Bad wird gebaut</h1>
<p>Die Gemeinde baut ein <a href="/bad?utm_source=x">neues <b>Bad</b></a>. „Das wird schön“, sagte
<a href="https://eva:geheim@person.example/kolb">Jana&nbsp;Kolb</a> am Dienstag vor dem Rat der Gemeinde.</p>
<p>Die Kosten liegen bei drei Millionen, wie <a href="https://blatt.example/k">das Blatt</a> berichtet; die
Politik streitet über das Bad und <a href="javascript:alert(1)">seine</a> <a href="#top">Rutsche</a> und
<a href="mailto:x@y.example">mehr</a>.</p></article>
<footer><a href="/i">Impressum</a></footer></body></html>"""


def found(article: Article) -> list[tuple[str, str]]:
    return [(article.text[slice(*link.span)], link.address) for link in links_in(article)]


def test_the_links_of_a_page_stand_on_its_words() -> None:
    assert found(from_page(PAGE, "https://gemeinde.example/2026/bad.html")) == [
        ("neues Bad", "https://gemeinde.example/bad"),
        ("Jana Kolb", "https://person.example/kolb"),
        ("das Blatt", "https://blatt.example/k"),
    ]


def test_a_page_saved_without_its_address_keeps_whole_addresses_alone() -> None:
    assert [words for words, _ in found(from_page(PAGE, "bad.html"))] == ["Jana Kolb", "das Blatt"]


def test_the_links_of_markdown_stand_on_its_words() -> None:
    text = (
        '# Titel\n\nDie **Gemeinde** baut ein [neues *Bad*](https://a.example/bad "Bad"), sagte '
        "[Jana Kolb][k] am Dienstag; siehe [hier](./x.md).\n\n"
        "> Zitat mit [Quelle](https://b.example/q_(1)) darin.\n\n"
        "[k]: https://c.example/kolb\n"
    )
    assert found(from_markdown(text, "/tmp/x.md")) == [
        ("neues Bad", "https://a.example/bad"),
        ("Jana Kolb", "https://c.example/kolb"),
        ("Quelle", "https://b.example/q_(1)"),
    ]


def test_addresses_written_out_are_links_too() -> None:
    text = "Mehr auf https://a.example/x_(1), sonst (https://b.example/y)."
    assert [address for _, address in found(Article(text))] == [
        "https://a.example/x_(1)",
        "https://b.example/y",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "#top",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "http://[",
        "file:///etc/passwd",
        "https://a.example/\x1b[31m",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_what_no_browser_should_be_sent_to_is_no_link(written: str) -> None:
    assert web_address("https://gemeinde.example/", written) == ""


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ('<base href="https://b.example/x/">', "https://b.example/x/kosten"),
        ('<base href="/y/">', "https://gemeinde.example/y/kosten"),
        ('<base href="http://[">', "https://gemeinde.example/2026/kosten"),
        ("<base>", "https://gemeinde.example/2026/kosten"),
    ],
)
def test_a_page_may_say_against_what_its_links_are_meant(base: str, address: str) -> None:
    page = PAGE.replace("<head>", f"<head>{base}").replace("https://blatt.example/k", "kosten")
    links = dict(found(from_page(page, "https://gemeinde.example/2026/bad.html")))
    assert links["das Blatt"] == address


def test_the_links_of_a_teaser_stand_on_its_words_and_no_blank_comes_between() -> None:
    markup = (
        '<p>Das <a href="https://bad.example/">Freibad</a> bleibt zu, sagte <a href="/tannert"><b>Helga '
        'Tannert</b></a>.</p><script>x("<a href=/y>z</a>")</script><p>Mehr<a href="javascript:x">hier</a></p>'
    )
    entry = FeedEntry("Blatt", "https://blatt.example/rss", "https://blatt.example/bad", "", "", "", markup)
    article = read_summary(entry, "away")
    assert article.text == "Das Freibad bleibt zu, sagte Helga Tannert.\n\nMehrhier"
    assert [(article.text[link.span.start : link.span.end], link.address) for link in article.links] == [
        ("Freibad", "https://bad.example/"),
        ("Helga Tannert", "https://blatt.example/tannert"),
    ]


def test_a_link_that_is_a_whole_cell_of_a_table_is_kept() -> None:
    lines = [
        LinkedLine("Nordbad", (Link(Span(0, 7), "https://bad.example/nord"),)),
        LinkedLine("Zeit", (Link(Span(0, 4), "https://bad.example/zeit"),)),
    ]
    text = "Nordbad war voll. Es ist Zeit.\n\nBad | Uhr\n\nNordbad | 10 Uhr"
    (link,) = placed(lines, text)
    assert link == Link(Span(text.rindex("Nordbad"), text.rindex(" | 10")), "https://bad.example/nord")
