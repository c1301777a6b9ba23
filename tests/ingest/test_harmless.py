"""A kept page is looked at without fetching or running anything."""

import plistlib
import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from reader.errors import IngestError
from reader.ingest.harmless import harmless

FAR = "far.example"
HOSTILE = (Path(__file__).parent / "hostile.html").read_text(encoding="utf-8")
"""A page with every way to fetch or run something."""
HARMLESS_ATTRIBUTES = {
    "style",
    "class",
    "id",
    "alt",
    "title",
    "href",
    "src",
    "charset",
    "http-equiv",
    "content",
    "name",
}


def shown(page: str | bytes, address: str = "https://blatt.example/a", kind: str = "text/html") -> str:
    return harmless(page.encode() if isinstance(page, str) else page, address, kind, "Gelesen am Montag.")


def test_a_page_that_safari_saved_is_shown_without_what_fetches() -> None:
    saved = plistlib.dumps({"WebMainResource": {"WebResourceData": HOSTILE.encode()}})
    page = shown(saved, "/tmp/a.webarchive", "")
    assert "WebResourceData" not in page
    assert not html.document_fromstring(page).xpath("//script | //iframe | //form")


def test_nothing_that_fetches_or_runs_is_left() -> None:
    page = shown(HOSTILE)
    tree = html.document_fromstring(page)
    assert not tree.xpath(
        "//script|//link|//iframe|//object|//embed|//video|//audio|//form|//svg|//base|//input"
    )
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert name in HARMLESS_ATTRIBUTES | {"lang", "dir"}, (element.tag, name)
            if name in ("href", "src"):
                assert value.startswith(("#", "data:image/png")), (element.tag, name, value)
            if name == "style":
                assert FAR not in value
    assert FAR not in "".join(tree.xpath("//style/text()"))
    assert "alert" not in page
    assert "refresh" not in page


def test_what_was_written_stays_and_links_can_be_read() -> None:
    page = shown(HOSTILE)
    assert "Der Text bleibt." in page
    assert "Zelle" in page
    assert 'alt="Hafen"' in page
    assert f'title="https://{FAR}/link"' in page
    assert 'href="#unten"' in page
    assert "data:image/png;base64,AAAA" in page
    assert "color: red" in page


def test_the_policy_stands_before_anything_it_holds_for() -> None:
    page = shown(HOSTILE)
    policy = page.index("Content-Security-Policy")
    assert policy < page.index("<title>") < page.index("<style>") < page.index("Der Text bleibt.")
    assert "default-src 'none'" in page
    assert "Gelesen am Montag." in page


@pytest.mark.parametrize(
    "address", ['https://a.example/"><script>x</script>', "https://a.example/</title><script>x</script>"]
)
def test_neither_address_nor_text_breaks_out_of_its_place(address: str) -> None:
    page = shown("Nur <b>Text</b> & mehr", address, "text/plain")
    assert "<script>" not in page
    assert "<pre" in page
    assert "&lt;b&gt;Text&lt;/b&gt; &amp; mehr" in page


def test_a_mail_is_shown_without_what_it_would_fetch() -> None:
    mail = (
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Hallo\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html; charset=utf-8\r\nDate: Mon, 06 May 2024 10:00:00 +0200\r\n\r\n"
        f"<html><body><p>Der Umbau beginnt.</p><img src='https://{FAR}/gelesen.gif'></body></html>\r\n"
    )
    page = shown(mail, "/post/a.eml", "")
    assert "Der Umbau beginnt." in page
    assert FAR not in page


def test_a_pdf_is_shown_as_pictures() -> None:
    document, saved = pypdfium2.PdfDocument.new(), BytesIO()
    document.new_page(200, 100)
    document.save(saved)
    page = shown(saved.getvalue(), "/a.pdf", "")
    (source,) = re.findall(r'src="([^"]+)"', page)
    assert source.startswith("data:image/png;base64,iVBORw0KGgo")


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"{\\rtf1 x}", b"%PDF-1.7 broken"])
def test_what_cannot_be_shown_safely_is_told_with_what_to_do(data: bytes) -> None:
    with pytest.raises(IngestError, match="write it to a file with -o"):
        shown(data, "/a.docx", "")


@pytest.mark.parametrize("page", ["", "<", "<html>", "<p>\x00\x1b[31m", "<" * 5000, "<div>" * 3000])
def test_broken_pages_end_in_a_page_or_a_sentence(page: str) -> None:
    with suppress(IngestError):
        assert "Content-Security-Policy" in shown(page)


def test_pages_of_the_samples_are_shown(tmp_path: Path) -> None:
    for file in sorted((Path(__file__).parent / "pages").glob("*.html")):
        assert "<script" not in shown(file.read_bytes(), str(file), "")
