"""Articles that go on over several pages, and pages that do not hold all of their article."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lxml import html

from reader.ingest import Limits, from_bytes, read
from reader.ingest.paging import MOST_PAGES, next_address

ADDRESS = "https://blatt.example/politik/bad-schliesst"
PARAGRAPHS = [
    f"Der Rat hat in der {name} Sitzung beschlossen, das Hallenbad am Markt zu schließen. "
    f"Das sagte Bürgermeisterin Sabine Thiel am Montag vor der {name} Fraktion der Opposition."
    for name in ("ersten", "zweiten", "dritten", "vierten")
]
LEAD = "Ein Vorspann steht auf jeder Seite und soll im ganzen Artikel nur ein einziges Mal zu lesen sein."


def page(paragraphs: list[str], link: str = "", head: str = "") -> str:
    following = f'<link rel="next" href="{link}">' if link else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in [LEAD, *paragraphs])
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">{head}'
        f"{following}</head><body><article><h1>Rat schließt das Bad</h1>{body}</article></body></html>"
    )


PAGES = {
    "/bad": page(PARAGRAPHS[:2], "/bad/2"),
    "/bad/2": page(PARAGRAPHS[2:3], "/bad/3"),
    "/bad/3": page(PARAGRAPHS[3:]),
    "/torn": page(PARAGRAPHS[:2], "/torn?page=2"),
    "/circle": page(PARAGRAPHS[:2], "/circle/2"),
    "/circle/2": page(PARAGRAPHS[2:], "/circle/2"),
    "/post": page(PARAGRAPHS, "/the-next-post"),
    "/the-next-post": page(
        ["Hier steht ein ganz anderer Artikel über etwas, das mit dem Bad nichts zu tun hat."]
    ),
}


def _numbered(number: int) -> str:
    """A page of an article without an end."""
    return page(
        [f"Das ist Absatz {number} eines Artikels, der nie ein Ende hat. {PARAGRAPHS[0]}"],
        f"/endless/{number + 1}",
    )


HERE = Limits(allow_private=True)


class Handler(BaseHTTPRequestHandler):
    """Answers with the page of that path."""

    def do_GET(self) -> None:
        endless = re.fullmatch(r"/endless/(\d+)", self.path)
        body = (_numbered(int(endless[1])) if endless else PAGES.get(self.path, "")).encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_all_pages_are_one_article(server: str) -> None:
    article = read(f"{server}/bad", limits=HERE)
    assert article.text.split("\n\n") == [LEAD, *PARAGRAPHS]
    assert (article.title, article.missing) == ("Rat schließt das Bad", "")


def test_a_page_that_cannot_be_read_is_told_and_the_rest_kept(server: str) -> None:
    article = read(f"{server}/torn", limits=HERE)
    assert article.text.split("\n\n") == [LEAD, *PARAGRAPHS[:2]]
    assert article.missing.startswith("Page 2 is missing: 127.0.0.1 says there is no such page (404)")


def test_pages_in_a_circle_end(server: str) -> None:
    assert read(f"{server}/circle", limits=HERE).text.split("\n\n") == [LEAD, *PARAGRAPHS]


def test_an_article_without_an_end_is_cut_and_says_so(server: str) -> None:
    article = read(f"{server}/endless/1", limits=HERE)
    assert article.text.count("Das ist Absatz") == MOST_PAGES + 1
    assert (
        article.missing == f"This is not all of it: add {server}/endless/{MOST_PAGES + 2} for what follows."
    )


def test_all_pages_together_are_no_larger_than_one_may_be(server: str) -> None:
    article = read(f"{server}/endless/1", limits=Limits(size=3000, allow_private=True))
    assert 1 < article.text.count("Das ist Absatz") < MOST_PAGES
    assert article.missing.endswith("would be too much: add it by itself.")


def test_the_next_article_of_a_blog_is_not_the_next_page(server: str) -> None:
    article = read(f"{server}/post", limits=HERE)
    assert article.text.split("\n\n") == [LEAD, *PARAGRAPHS]
    assert article.missing == ""


def test_a_saved_page_says_that_more_follows() -> None:
    saved = page(PARAGRAPHS, "/politik/bad-schliesst/seite-2", f'<link rel="canonical" href="{ADDRESS}">')
    assert from_bytes(saved.encode(), "/home/eva/bad.html").missing == (
        f"This is not all of it: add {ADDRESS}/seite-2 for what follows."
    )


@pytest.mark.parametrize(
    ("address", "link", "is_next"),
    [
        (ADDRESS, f"{ADDRESS}/2", True),
        (ADDRESS, f"{ADDRESS}/seite-2", True),
        (ADDRESS, f"{ADDRESS}?page=2", True),
        (f"{ADDRESS}.html", f"{ADDRESS}-2.html", True),
        (f"{ADDRESS}/2", "/politik/bad-schliesst/3", True),
        (f"{ADDRESS}?id=7&seite=2", f"{ADDRESS}?id=7&seite=3", True),
        (ADDRESS, f"{ADDRESS}/3", False),
        (ADDRESS, ADDRESS, False),
        (f"{ADDRESS}/3", f"{ADDRESS}/2", False),
        (ADDRESS, "https://blatt.example/politik/anderes/2", False),
        (ADDRESS, "https://elsewhere.example/politik/bad-schliesst/2", False),
        (f"{ADDRESS}?id=7", f"{ADDRESS}?id=8", False),
        (ADDRESS, "https://[oops/2", False),
    ],
)
def test_only_a_page_number_leads_on(address: str, link: str, is_next: bool) -> None:
    tree = html.document_fromstring(f'<html><body><a rel="next" href="{link}">Weiter</a></body></html>')
    assert bool(next_address(tree, address)) is is_next


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ('"isAccessibleForFree": false', True),
        ('"isAccessibleForFree": "False"', True),
        ('"isAccessibleForFree": false, "wordCount": 400', True),
        ('"isAccessibleForFree": false, "wordCount": 90', False),
        ('"isAccessibleForFree": true', False),
        ('"articleSection": "Lokales"', False),
    ],
)
def test_the_beginning_of_an_article_for_subscribers(said: str, is_told: bool) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", {said}}}</script>'
    article = from_bytes(page(PARAGRAPHS[:3], head=head).encode(), "/home/eva/bad.html")
    assert article.missing == (
        "This is only its beginning; missing: what is behind a paywall." if is_told else ""
    )
