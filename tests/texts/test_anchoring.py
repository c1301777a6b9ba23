"""Passages are found again in changed texts, and given up rather than put in a wrong place."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.models import Anchor, Span
from reader.texts.anchoring import anchor, anchor_all, context_of, find

TEXT = (
    "Die Kämmerin hat den Rat vor einer Sperre gewarnt. „Wenn wir jetzt nicht handeln, entscheidet im Januar "
    "die Aufsicht für uns“, sagte sie am Montag.\n\n"
    "Der Oppositionsführer widersprach. Die Zahlen lägen seit dem Sommer auf dem Tisch, erklärte er.\n\n"
    "Ein Sprecher wollte das Papier nicht kommentieren: „Zu internen Unterlagen äußern wir uns nicht.“"
)
QUOTE = "„Wenn wir jetzt nicht handeln, entscheidet im Januar die Aufsicht für uns“"


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def placed(words: str, new_text: str, old_text: str = TEXT) -> tuple[str, Anchor]:
    found = anchor(old_text, span_of(words, old_text), new_text)
    return (new_text[slice(*found.span)] if found.span else "", found.anchor)


@pytest.mark.parametrize(
    ("words", "new_text", "there", "kind"),
    [
        (QUOTE, TEXT, QUOTE, Anchor.EXACT),
        (QUOTE, "Ein neuer Vorspann steht jetzt davor.\n\n" + TEXT, QUOTE, Anchor.EXACT),
        (QUOTE, TEXT.replace(" ", "\n"), QUOTE.replace(" ", "\n"), Anchor.EXACT),
        (QUOTE, TEXT.replace("„", "»").replace("“", "«"), "»" + QUOTE[1:-1] + "«", Anchor.EXACT),
        (QUOTE, TEXT.replace("im Januar", "im Februar"), QUOTE.replace("Januar", "Februar"), Anchor.FUZZY),
        (
            QUOTE,
            TEXT.replace("jetzt nicht handeln", "nicht handeln"),
            QUOTE.replace("jetzt ", ""),
            Anchor.FUZZY,
        ),
        (QUOTE, TEXT.replace(QUOTE, "„Es eilt“"), "", Anchor.ORPHAN),
        (QUOTE, "", "", Anchor.ORPHAN),
        ("erklärte er", TEXT.replace("erklärte er", "sagte Raab"), "", Anchor.ORPHAN),
    ],
)
def test_places(words: str, new_text: str, there: str, kind: Anchor) -> None:
    assert placed(words, new_text) == (there, kind)


def test_moved_paragraph_is_followed() -> None:
    first, second, third = TEXT.split("\n\n")
    statement = "Die Zahlen lägen seit dem Sommer auf dem Tisch"
    assert placed(statement, f"{second}\n\n{first}\n\n{third}") == (statement, Anchor.MOVED)
    assert placed(QUOTE, f"{second}\n\n{first}\n\n{third}") == (QUOTE, Anchor.EXACT)


def test_a_deleted_passage_does_not_jump_to_its_double() -> None:
    old = (
        "Am Montag sprach er von „Terror“ und ging.\n\nViel später, ganz woanders, war von „Terror“ die Rede."
    )
    new = "Viel später, ganz woanders, war von „Terror“ die Rede."
    assert anchor(old, span_of("„Terror“", old), new).anchor is Anchor.ORPHAN
    later = old.rindex("„Terror“")
    found = anchor(old, Span(later, later + 8), new)
    assert found.span == span_of("„Terror“", new)


def test_likeness_tells_how_much_changed() -> None:
    new_text = TEXT.replace("im Januar", "im Februar")
    found = anchor(TEXT, span_of(QUOTE), new_text)
    assert 0.9 < found.likeness < 1


def test_find_without_the_old_text() -> None:
    prefix, suffix = context_of(TEXT, span_of(QUOTE))
    assert find(QUOTE, prefix, suffix, "Neu davor. " + TEXT).anchor is Anchor.EXACT
    changed = TEXT.replace("im Januar", "im Februar")
    assert find(QUOTE, prefix, suffix, changed).span == span_of(QUOTE.replace("Januar", "Februar"), changed)
    assert find(QUOTE, prefix, suffix, "Ein ganz anderer Text.").anchor is Anchor.ORPHAN
    assert find("", "", "", TEXT).anchor is Anchor.ORPHAN


def test_find_prefers_the_place_with_the_same_neighbours() -> None:
    text = "Erst sagte Meier „nein“ zu allem. Dann sagte Huber „nein“ zum Haushalt."
    found = find("„nein“", "Dann sagte Huber ", " zum Haushalt.", text)
    assert found.span is not None
    assert found.span.start == text.rindex("„nein“")


def test_thousands_of_passages_in_a_large_text_at_once() -> None:
    chance = random.Random(3)
    words = [f"wort{number}" for number in range(3000)]
    sentences = [" ".join(chance.choices(words, k=12)) + "." for _ in range(2000)]
    text = " ".join(sentences)
    new_text = " ".join(sentence for at, sentence in enumerate(sentences) if at % 10)
    starts = [sum(len(sentence) + 1 for sentence in sentences[:at]) for at in range(0, 2000, 7)]
    spans = [
        Span(start, start + len(sentences[at])) for start, at in zip(starts, range(0, 2000, 7), strict=True)
    ]
    for at, found in zip(range(0, 2000, 7), anchor_all(text, spans, new_text), strict=True):
        assert (found.span is None) == (at % 10 == 0)
        if found.span:
            assert new_text[slice(*found.span)] == sentences[at]


@settings(max_examples=150, deadline=None)
@given(st.text("ab .„“\n", max_size=80), st.text("ab .„“\n", max_size=80), st.data())
def test_spans_always_lie_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = anchor(old, Span(start, end), new)
    assert (found.span is None) == (found.anchor is Anchor.ORPHAN)
    if found.span:
        assert 0 <= found.span.start <= found.span.end <= len(new)
    prefix, suffix = context_of(old, Span(start, end))
    find(old[start:end], prefix, suffix, new)
