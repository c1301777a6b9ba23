"""Who speaks to whom inside a frame."""

import pytest

from tests.quotes.german.rules import IND, Row, found, one


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Aus Parteikreisen hieß es, man prüfe das.", (IND, "man prüfe das", "Parteikreisen", "hieß es")),
        (
            "In Parteikreisen wird vermutet, dass er geht.",
            (IND, "dass er geht", "Parteikreisen", "wird vermutet"),
        ),
    ],
)
def test_single_constructions(text: str, quote: Row) -> None:
    assert found(text) == [quote]


def test_coordinated_frames_share_their_subject() -> None:
    text = "Ott sagte, es regne, und fügte hinzu, er bleibe."
    assert [q[1:3] for q in found(text)] == [("es regne", "Ott"), ("er bleibe", "Ott")]


def test_addressee_is_found() -> None:
    text = "Ott sagte der Zeitung, es regne."
    assert [text[a:b] for a, b in one(text).addressee] == ["der Zeitung"]
