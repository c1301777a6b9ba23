"""Web archives: the pages in them, each with its address; pictures and redirects are passed over."""

from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reader.models import Article
from tests.ingest.containers import report
from tests.ingest.test_containers import kept, told


def page(number: int) -> bytes:
    paragraphs = "".join(f"<p>{report(number * 10 + at)}</p>" for at in range(4))
    article = f"<article><h1>Seite {number}</h1>{paragraphs}</article>"
    return f"<html lang=de><head><title>Seite {number}</title></head><body>{article}</body></html>".encode()


def archive(*records: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    stream = BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for address, status, kind, data in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=BytesIO(data), http_headers=headers if status else None
        )
        writer.write_record(record)
    return stream.getvalue()


pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""warcio's writer leaves a passing file to the garbage collector."""
HTML = "text/html; charset=utf-8"
RECORDS = (
    ("https://x.example/1", "200 OK", HTML, page(1)),
    ("https://x.example/bild.jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff"),
    ("https://x.example/weg", "301 Moved", HTML, b"weg"),
    ("https://x.example/2", "200 OK", HTML, page(2)),
)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_with_their_addresses(tmp_path: Path, packed: bool) -> None:
    path = kept(tmp_path, "netz.warc.gz" if packed else "netz.warc", archive(*RECORDS, packed=packed))
    first, second = told(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.title) == ("Seite 1", "Seite 2")
    assert second.location == f"{path}#https://x.example/2"
    assert report(20) in second.text


def test_of_an_address_that_was_archived_twice_the_last_copy_counts(tmp_path: Path) -> None:
    newer = ("https://x.example/1", "200 OK", HTML, page(7))
    (only,) = told(kept(tmp_path, "netz.warc.gz", archive(RECORDS[0], newer)))
    assert getattr(only, "title", only) == "Seite 7"


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.5, 0.98])
def test_an_archive_that_breaks_off_gives_what_came_before_and_says_so(
    tmp_path: Path, packed: bool, share: float
) -> None:
    data = archive(*RECORDS, packed=packed)
    found = told(kept(tmp_path, "netz.warc.gz", data[: int(share * len(data))]))
    assert "Seite 1" in {getattr(one, "title", "") for one in found}
    assert any("breaks off" in str(one) for one in found)
