"""Passages of other programs found again: straightened marks, folded lines, several places, changed words."""

import unicodedata

import pytest

from reader.models import Anchor, Span
from reader.texts.locating import PassageFinder, SoughtPassage

TEXT = (
    "Der Bau beginnt – sagt sie – „im Mai“.\n\n"
    "Der Rat tagt. Der Bau ist teuer, sagte Lenz.\n\n"
    "Später hieß es: Der Bau ist sicher. Das Café am Markt­platz bleibt zu."
)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("Der Bau beginnt", "Der Bau beginnt"),
        ('sagt sie - "im Mai"', "sagt sie – „im Mai“"),
        ("Der Rat tagt. Der  Bau\nist teuer", "Der Rat tagt. Der Bau ist teuer"),
        ("„im Mai“. Der Rat tagt", "„im Mai“.\n\nDer Rat tagt"),
        ("am Marktplatz bleibt", "am Markt­platz bleibt"),
        (unicodedata.normalize("NFD", "Das Café am"), "Das Café am"),
    ],
)
def test_a_passage_is_found_however_its_signs_are_written(sought: str, found: str) -> None:
    placed = PassageFinder(TEXT).place(SoughtPassage(sought))
    assert placed.anchor is Anchor.EXACT
    assert placed.span is not None
    assert TEXT[placed.span.start : placed.span.end] == found


def test_a_text_in_loose_accents_is_found_with_all_of_them() -> None:
    text = unicodedata.normalize("NFD", "Im Café sagte er nichts. Das Café")
    span = PassageFinder(text).place(SoughtPassage("Das Café")).span
    assert span is not None
    assert span.end == len(text)


def test_of_several_places_the_words_around_choose() -> None:
    placed = PassageFinder(TEXT).place(SoughtPassage("Der Bau ist", "Später hieß es: ", " sicher. Das"))
    assert (placed.span, placed.anchor) == (
        Span(TEXT.index("Der Bau ist s"), TEXT.index(" sicher")),
        Anchor.EXACT,
    )


def test_of_several_places_the_one_given_is_taken() -> None:
    start = TEXT.index("Der Bau ist s")
    placed = PassageFinder(TEXT).place(SoughtPassage("Der Bau", start=start))
    assert placed.span == Span(start, start + 7)
    assert placed.anchor is Anchor.EXACT


def test_of_several_places_with_nothing_to_choose_by_the_place_is_not_sure() -> None:
    assert PassageFinder(TEXT).place(SoughtPassage("Der Bau")).anchor is Anchor.FUZZY


def test_a_word_among_other_words_is_not_the_one_meant() -> None:
    assert (
        PassageFinder(TEXT).place(SoughtPassage("Rat", "guter ", " ist teuer wie nie")).anchor
        is Anchor.ORPHAN
    )


def test_changed_words_are_found_and_told() -> None:
    placed = PassageFinder(TEXT).place(SoughtPassage("Der Rat tagt. Der Neubau ist sehr teuer, sagte Lenz."))
    assert placed.anchor is Anchor.FUZZY
    assert placed.span is not None
    assert "sagte Lenz" in TEXT[placed.span.start : placed.span.end]


def test_what_is_not_there_is_an_orphan() -> None:
    for words in ("", "  ", "Nichts davon steht in diesem Text", "���"):
        assert PassageFinder(TEXT).place(SoughtPassage(words)).anchor is Anchor.ORPHAN


def test_parts_are_found_in_their_order() -> None:
    spans, anchor = PassageFinder(TEXT).parts(SoughtPassage("Der Rat tagt … sagte Lenz"))
    assert [TEXT[a:b] for a, b in spans] == ["Der Rat tagt", "sagte Lenz"]
    assert anchor is Anchor.EXACT
    assert PassageFinder(TEXT).parts(SoughtPassage("sagte Lenz … Der Rat tagt"))[1] is Anchor.ORPHAN


def test_a_role_is_the_one_nearest_to_its_quote() -> None:
    text = "Lenz kam. „Wir gehen“, sagte Lenz. Auch Lenz ging."
    quote = (Span(text.index("„"), text.index("“") + 1),)
    assert PassageFinder(text).beside("Lenz", quote) == (
        Span(text.index("Lenz. Auch"), text.index(". Auch")),
    )
    assert PassageFinder(text).beside("Orth", quote) == ()


def test_the_parts_of_a_verb_are_found_behind_each_other_as_whole_words() -> None:
    text = "„Wir haben zu viel dazugekauft“, gab der Minister auf Nachfrage dazu gestern zu. Er gab auf."
    quote = Span(0, text.index("“") + 1)
    found = PassageFinder(text).beside("gab … zu", (quote,))
    assert [text[a:b] for a, b in found] == ["gab", "zu"]
    assert found[0].start == text.index("gab der")
    assert found[1].start == text.index("zu. ")
    assert PassageFinder(text).beside("gab … nach", (quote,)) == ()
