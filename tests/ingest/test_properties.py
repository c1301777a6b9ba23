"""Whatever comes in: an article whose parts fit together, or one sentence."""

import contextlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import IngestError
from reader.ingest import from_bytes, from_text
from reader.models import Article

PAGE = (Path(__file__).parent / "pages" / "haushalt.html").read_text(encoding="utf-8")
SEED = next((Path(__file__).parents[2] / "seeds").glob("000*.txt")).read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "„",
        "“",
        "(dpa)",
        "Foto: dpa",
        "Von ",
        "Mehr zum Thema",
        "12.3.2024",
        "<p>",
        "</div>",
        "> ",
        "&amp;",
        "\x1b[31m",
        "\u202e",
        "\f",
        "-\n",
        "# ",
        "---\n",
        "* ",
        "Anzeige",
        "Betreff: ",
        "Berlin (dpa) - ",
    ]
)
LOCATIONS = st.sampled_from(["a.txt", "a.md", "a.html", "clipboard", "https://x.example/a"])


def check(article: Article) -> None:
    article.text.encode("utf-8")
    assert article.text.strip()
    assert article.title.strip()
    assert not set(article.text) & set("\r\x00\f")
    assert "\n\n\n" not in article.text
    for start, end in article.headings:
        assert 0 <= start < end <= len(article.text)
        assert "\n" not in article.text[start:end]
    assert all(isinstance(line, str) and line for line in article.removed)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=40), LOCATIONS)
def test_any_text(pieces: list[str], location: str) -> None:
    with contextlib.suppress(IngestError):
        check(from_text("".join(pieces), location))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_pages_and_texts(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([PAGE, SEED]))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 400)))
    damaged = whole[:start] + data.draw(st.one_of(PIECES, st.text(max_size=20))) + whole[end:]
    with contextlib.suppress(IngestError):
        check(from_bytes(damaged.encode("utf-8", "replace"), "datei"))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"<html>", b"From: x\nMIME-Version: 1.0\n"]),
)
def test_any_bytes(data: bytes, start: bytes) -> None:
    with contextlib.suppress(IngestError):
        check(from_bytes(start + data, "datei"))


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=20))
def test_reading_what_was_read_changes_nothing_visible(pieces: list[str]) -> None:
    """The text of an article, saved and added again, gives the same text."""
    first = from_text("\n\n".join([SEED, *pieces]), "a.txt")
    again = from_text(f"{first.title}\n\n{first.text}", "a.txt")
    assert again.text == first.text
