"""Nothing dangerous reaches a terminal, and offsets stay true."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.visible import is_plain, uncontrolled, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße, „Welt“\n\tein Absatz", "Grüße, „Welt“\n\tein Absatz"),
        ("\x1b[31mrot\x1b[0m", "␛[31mrot␛[0m"),
        ("\x1b]8;;http://x\x07Link", "␛]8;;http://x␇Link"),
        ("\x9b31m", "␛31m"),
        ("a\rb\x00c\x7f", "a␍b␀c␡"),
        ("abc\u202edcba\u202c", "abc⟦dcba⟧"),
        ("a\u2066b\u2069\u200f", "a⟦b⟧⟧"),
        ("a\u2028b\u0085c", "a␤b␤c"),
        ("\ud83d kaputt", "� kaputt"),
        ("[red]Text[/red]", "[red]Text[/red]"),
        ("👩‍👩‍👧 und می‌خواهم", "👩‍👩‍👧 und می‌خواهم"),
        ("", ""),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_harmless_text_comes_back_as_the_same_object() -> None:
    text = "Ein Text ohne Gefahr – „wirklich“ 👍" * 10
    assert visible(text) is text


def test_no_control_or_direction_character_is_left() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(everything)
    assert len(shown) == len(everything)
    left = {char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    assert left == {"\n", "\t"}
    assert not {
        char for char in shown if unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "RLI", "PDF")
    }


@given(st.text())
def test_length_never_changes_and_twice_is_once(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert is_plain(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mRot\x07\x9b", "␛[31mRot␇␛"),
        ("eine\r\nZeile\u2028und\x85noch", "eine\r\nZeile\u2028und\x85noch"),
        ("\u200fשלום\u200e \u2067x\u2069", "\u200fשלום\u200e \u2067x\u2069"),
        ("gpj\u202eexe", "gpj⟦exe"),
        ("gpj\u202eexe\u202c!", "gpj⟦exe⟧!"),
        ("\u202bשלום\u202c", "\u202bשלום\u202c"),
        ("ein \u202c und \u2069 allein", "ein ⟧ und ⟧ allein"),
        ("\u202boffen\nnoch\u202c", "⟦offen\nnoch⟧"),
        ("\u2067a\u202bb\u2069", "\u2067a\u202bb\u2069"),
        ("\u202ba\u2067b\u202c\u2069\u202c", "\u202ba\u2067b⟧\u2069\u202c"),
        ("\ud800", "�"),
    ],
)
def test_files_keep_line_ends_and_marks_that_languages_need(text: str, shown: str) -> None:
    assert uncontrolled(text) == shown


@pytest.mark.parametrize("code", [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_every_mark_of_direction_is_seen(code: int) -> None:
    assert visible(f"a{chr(code)}b") in ("a⟦b", "a⟧b")
