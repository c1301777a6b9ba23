"""Which format a text is in, told by its beginning, its name or the server."""

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes, from_text

FIRST = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    "Das sagte Bürgermeisterin Sabine Thiel nach der Sitzung."
)
SECOND = "Die Opposition kündigte an, dagegen vorzugehen. Er sei rechtswidrig, erklärte Henning Raab."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


@pytest.mark.parametrize(
    "text",
    [
        f"<html><body>{BODY}</body></html>",
        f"<!-- gespeichert -->\n<!DOCTYPE html>\n<html><body>{BODY}</body></html>",
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x"><html><body>{BODY}</body></html>',
        f'<?xml version="1.0"?><nitf><body><body.content>{BODY}</body.content></body></nitf>',
        f"<meta charset=utf-8><title>x</title>{BODY}",
        f"<section>{BODY}</section>",
    ],
)
def test_markup_is_told_by_its_beginning(text: str) -> None:
    assert from_bytes(text.encode(), "stdin").text == f"{FIRST}\n\n{SECOND}"


def test_markup_by_name_and_by_server() -> None:
    text = f"Vorweg steht Text. {BODY}"
    assert "<p>" not in from_text(text, "seite.html").text
    assert "<p>" not in from_bytes(text.encode(), "https://x.example/a", "text/html").text


def test_markdown_by_name_and_by_server() -> None:
    text = f"# Rat schließt das Bad\n\n**Eilmeldung:** {FIRST}"
    for article in (
        from_text(text, "https://x.example/a.md?raw=1"),
        from_bytes(text.encode(), "x", "text/markdown"),
    ):
        assert (article.title, "**" in article.text) == ("Rat schließt das Bad", False)


def test_plain_text_with_angle_brackets_stays_plain() -> None:
    text = f"{FIRST} Es gelte a < b und <em>nichts</em> sonst.\n\n{SECOND}"
    assert from_text(text, "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel><title>x</title></channel></rss>', "is a feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "is a feed"),
        ('{"title": "x", "text": "y"}', "is data (JSON)"),
        ('[{"id": 1}]', "is data (JSON)"),
    ],
)
def test_feeds_and_data(text: str, words: str) -> None:
    with pytest.raises(IngestError) as caught:
        from_bytes(text.encode(), "datei.txt")
    assert words in caught.value.message


def test_brackets_at_the_beginning_are_no_data() -> None:
    text = f"[Anmerkung der Redaktion] {FIRST}\n\n{{sic}} {SECOND}"
    assert from_text(text, "a.txt").text == text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "piece", ["<!---->", "<!--", "<div ", "<div>", "__a ", "**", "[x](", "&amp;", "(Foto: ", "] ]"]
)
def test_repeated_pieces_cost_no_more_than_their_length(name: str, piece: str) -> None:
    """Each of these would take minutes with a careless expression; the run as a whole would show it."""
    text = piece * (200_000 // len(piece)) + f"\n\n{FIRST}\n\n{SECOND}"
    is_page = name == "a.html" or (name == "a.txt" and piece.startswith("<div"))
    words = f"{FIRST} {SECOND}".split()
    if is_page and piece in ("<!--", "<div "):  # neither is ever closed: all that follows is part of it
        with pytest.raises(IngestError, match="There is no article in a"):
            from_text(text, name)
    else:
        assert from_text(text, name).text.split()[-len(words) :] == words
