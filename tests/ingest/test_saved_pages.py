"""Saved pages: where they say that they were saved from."""

import plistlib

import pytest

from reader.errors import IngestError
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


def by_safari(html: bytes, encoding: str = "UTF-8", **main: object) -> dict[str, object]:
    page = {
        "WebResourceData": html,
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": encoding,
    }
    return {"WebMainResource": page | main, "WebSubresources": [{"WebResourceData": b"\xff\xd8" * 900}]}


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("encoding", ["UTF-8", "windows-1252"])
def test_a_page_that_safari_saved_is_read_with_its_address(kind: plistlib.PlistFormat, encoding: str) -> None:
    data = plistlib.dumps(by_safari(page().encode(encoding), encoding), fmt=kind)
    article = from_bytes(data, "/tmp/Rat.webarchive")
    assert (article.title, article.url) == ("Rat schließt das Bad", ADDRESS)
    assert article.location == "/tmp/Rat.webarchive"


def test_a_page_of_safari_without_an_address_of_the_web_has_none() -> None:
    data = plistlib.dumps(by_safari(page().encode(), WebResourceURL="file:///tmp/a.html"))
    assert from_bytes(data, "/tmp/a.webarchive").url == ""


@pytest.mark.parametrize("cut", [40, 400, -10])
def test_a_page_of_safari_that_is_damaged_is_one_sentence(cut: int) -> None:
    data = plistlib.dumps(by_safari(page().encode()), fmt=plistlib.FMT_BINARY)
    with pytest.raises(IngestError, match=r"a\.webarchive"):
        from_bytes(data[:cut], "/tmp/a.webarchive")


@pytest.mark.parametrize("main", [{"WebResourceData": "x"}, {"WebResourceData": [1]}])
def test_a_file_of_safari_that_holds_no_page_is_told(main: dict[str, object]) -> None:
    with pytest.raises(IngestError, match="holds no page"):
        from_bytes(plistlib.dumps(by_safari(b"", **main), fmt=plistlib.FMT_BINARY), "/tmp/a.webarchive")
