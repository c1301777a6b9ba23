"""Saved pages: where they say that they were saved from."""

import pytest

from reader.ingest import from_bytes
from reader.ingest.saved_pages import saved_from
from tests.ingest.test_page import page

ADDRESS = "https://blatt.example/lokales/bad-4711.html"


@pytest.mark.parametrize(
    "written",
    [
        f"<!DOCTYPE html>\n<!-- saved from url=(0043){ADDRESS} -->\n<html>",
        f"<!-- Saved from {ADDRESS} at 2026-11-03T08:00:00Z using monolith v2.8.1 -->",
        f"<html lang=de><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue Nov 3\n-->",
        f'<html lang="de" data-scrapbook-source="{ADDRESS}" data-scrapbook-create="20261103080000000">',
        f'<html><head><meta charset="utf-8"><meta name="savepage-url" content="{ADDRESS}">',
        f"<!-- saved from url=(0053)https://ada:geheim@{ADDRESS.removeprefix('https://')} -->",
    ],
    ids=["Chrome", "monolith", "SingleFile", "WebScrapBook", "Save Page WE", "login"],
)
def test_every_program_that_saves_says_from_where(written: str) -> None:
    assert saved_from(written) == ADDRESS


@pytest.mark.parametrize(
    "written",
    [
        "<html>",
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(0020)file:///home/ada/a.html -->",
        "<!-- saved from url=(0020)javascript:alert(1) -->",
        f"<p>Er schrieb: saved from url=(0043){ADDRESS}</p>",
        "<!-- x -->" * 3_000 + f"<!-- saved from url=(0043){ADDRESS} -->",
    ],
)
def test_what_is_no_address_of_the_web_is_none(written: str) -> None:
    assert saved_from(written) == ""


def test_hyphens_in_a_comment_are_those_of_the_address() -> None:
    assert saved_from("<!-- saved from url=(0031)https://blatt.example/a%2D%2Db -->").endswith("/a--b")


def test_a_saved_page_has_its_address_and_its_links() -> None:
    saved = f"<!-- saved from url=(0043){ADDRESS}?utm_source=brief#x -->\n" + page().replace(
        "Stadt", '<a href="/stadt">Stadt</a>'
    )
    article = from_bytes(saved.encode(), "/tmp/Rat schließt das Bad.html")
    assert (article.url, article.location) == (ADDRESS, "/tmp/Rat schließt das Bad.html")
    assert [link.address for link in article.links] == ["https://blatt.example/stadt"]


def test_the_address_that_the_page_itself_calls_lasting_counts_more() -> None:
    head = '<link rel="canonical" href="https://blatt.example/bad">'
    saved = f"<!-- saved from url=(0043){ADDRESS} -->\n{page(head=head)}"
    assert from_bytes(saved.encode(), "/tmp/a.html").url == "https://blatt.example/bad"
