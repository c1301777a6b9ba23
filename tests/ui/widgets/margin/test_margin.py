"""Cards in the margin: where they stand, and what they say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.i18n import percent
from reader.models import Note, Quote, QuoteType, Span, SpeakerBasis, Status, Verification
from reader.texts.offices import besides
from reader.ui.desk.view import MARGIN_WIDTH
from reader.ui.widgets.glyphs import ASCII
from reader.ui.widgets.margin.card_lines import opened, short
from reader.ui.widgets.margin.cards import NOBODY, Card
from reader.ui.widgets.margin.column import MOST_IN_RUN, _run_at
from reader.ui.widgets.margin.layout import stack, with_open
from reader.ui.widgets.margin.note_markdown import rendered
from tests.ui.translated import translated

BESIDE = 7
"""Columns of the margin beside the words of a card, its number of two digits among them."""
QUOTE = Quote(
    QuoteType.DIRECT,
    (Span(0, 5),),
    id=1,
    status=Status.ACCEPTED,
    verification=Verification.CHECKED,
    tags=("politik/haushalt",),
    resolved_speaker="Erna Ölmann",
)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3)), max_size=30), st.integers(0, 29))
def test_cards_never_push_an_open_one_nor_are_pushed_by_it(
    cards: list[tuple[int, int]], current: int
) -> None:
    cards.sort()
    anchors, wanted = [anchor for anchor, _ in cards], [height for _, height in cards]
    placed = stack(anchors, wanted)
    free = 0
    for (anchor, _), top, height in zip(cards, placed.tops, placed.heights, strict=True):
        assert top >= max(anchor, free)
        assert height >= 1
        free = top + height
    if current < len(cards):
        with_one = with_open(placed, current, 8)
        top = placed.tops[current]
        assert [with_one.at(line) for line in range(top, top + 8)] == [(current, row) for row in range(8)]
        for index, other in enumerate(placed.tops):
            if not top <= other < top + 8 and index != current:
                assert with_one.at(other) == (index, 0), "what is not under it stays in its line"


def test_a_lonely_card_stands_beside_its_line_and_a_crowded_one_shrinks() -> None:
    placed = stack([3, 10, 11], [3, 3, 3])
    assert placed.tops == [3, 10, 11]
    assert placed.heights == [3, 1, 3]
    assert placed.at(5) == (0, 2)
    assert placed.at(7) is None


@pytest.mark.parametrize(("width", "is_told"), [(62, True), (34, False)])
def test_a_short_card_begins_the_quote_where_it_has_room(width: int, is_told: bool) -> None:
    said = "„Ich \x1b[31mwar [red]nie dort, und das sage ich jedem.“"
    card = Card(0, replace(QUOTE, spans=(Span(0, len(said)),)), text=said)
    first = words(short(card, width)).splitlines()[0]  # type: ignore[arg-type]  # lines of pieces
    assert ("„Ich ␛[31mwar" in first) == is_told
    assert cell_len(first) == width
    assert first.endswith("✓✓"), "what was decided stays at the right"
    assert "„Ich" not in words(opened(card, width)), "an open card has room for more than that"  # type: ignore[arg-type]


def words(lines: list[list[object]]) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in lines)  # type: ignore[attr-defined]  # pieces


def test_a_short_card_names_the_speaker_and_what_was_decided() -> None:
    told = words(short(Card(0, QUOTE), 34))  # type: ignore[arg-type]  # lines of pieces
    assert "Erna Ölmann" in told
    assert QuoteType.DIRECT.label in told.splitlines()[0]
    assert told.splitlines()[0].endswith(" ✓✓"), "checked is told from accepted at reading distance"
    assert "#politik/haushalt" in told


def test_an_open_card_tells_everything_and_keeps_to_its_width() -> None:
    note = Note("Eine lange Notiz über viele Wörter, " * 9, 1, quote_id=1, id=3)
    text = "Bürgermeisterin Erna Ölmann sagte dem Rat"
    quote = replace(QUOTE, speaker=(Span(0, 27),), addressee=(Span(34, 41),))
    card = Card(0, quote, notes=(note,), text=text)
    lines = opened(card, 30)
    assert all(cell_len("".join(piece.text for piece in line)) <= 30 for line in lines)
    told = words(lines)  # type: ignore[arg-type]  # lines of pieces
    assert "dem Rat" in told
    assert "…" in told


def test_ascii_cards_have_no_drawing_characters() -> None:
    suggestion = Card(0, Quote(QuoteType.DIRECT, (Span(0, 5),), id=1, confidence=0.5))
    for lines in (opened(suggestion, 30, ASCII), short(suggestion, 30, ASCII)):
        assert all(sign not in words(lines) for sign in "━─✓✔▎")  # type: ignore[arg-type]  # lines of pieces


@pytest.mark.parametrize(
    ("name", "parts", "kept"),
    [
        ("Ole Petersen", ("Vorstand", "Reederei"), ("Vorstand", "Reederei")),
        ("Sprecher der Werft", ("Sprecher der Werft", "Werft"), ()),
        ("Ole Petersen", ("Leiter der Werft", "Werft"), ("Leiter der Werft",)),
        ("Sprecherin", ("Sprecherin", ""), ()),
    ],
)
def test_role_and_affiliation_do_not_repeat_the_name(
    name: str, parts: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert besides(name, *parts) == kept


@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.ACCEPTED])
def test_a_card_shows_that_its_speaker_is_only_carried_over(status: Status) -> None:
    quote = replace(
        QUOTE, resolved_speaker="Erna Ölmann", speaker_basis=SpeakerBasis.CARRIED,
        speaker_confidence=0.61, status=status, source_id=0, source="",
    )  # fmt: skip
    card = Card(0, quote, text="Erna Ölmann kam.")
    state = "undecided" if status is Status.ACCEPTED else "61% sure"
    assert f"Erna Ölmann {translated('(carried over)')}" in words(opened(card, 44))  # type: ignore[arg-type]  # lines of pieces
    assert translated(f"speaker carried over, {state}") in words(opened(card, 44))  # type: ignore[arg-type]  # lines of pieces
    told = words(short(card, 30))  # type: ignore[arg-type]  # lines of pieces
    assert translated("speaker undecided" if status is Status.ACCEPTED else "carried over") in told
    assigned = replace(quote, source_id=3, source="Erna Ölmann")
    assert "carried" not in words(opened(Card(0, assigned), 44))  # type: ignore[arg-type]  # lines of pieces


@pytest.mark.parametrize("kind", QuoteType)
def test_a_short_card_names_its_type_and_that_nobody_is_named_in_full(kind: QuoteType) -> None:
    quote = replace(
        QUOTE,
        type=kind,
        resolved_speaker="",
        tags=(),
        status=Status.SUGGESTED,
        confidence=0.85,
        verification=Verification.UNVERIFIED,
    )
    told = words(short(Card(0, quote), MARGIN_WIDTH - BESIDE))  # type: ignore[arg-type]  # lines of pieces
    assert f"{NOBODY} · {kind.label}" in told
    assert percent(0.85) in told


def test_cards_say_who_made_what_was_imported() -> None:
    quote = replace(QUOTE, origin="Bo Hall, Hypothesis")
    assert f"{translated('accepted')} · Bo Hall, Hypothesis" in words(opened(Card(0, quote), 44))  # type: ignore[arg-type]  # lines of pieces
    suggestion = words(opened(Card(0, replace(quote, status=Status.SUGGESTED)), 44))  # type: ignore[arg-type]  # lines of pieces
    assert "Bo Hall, Hypothesis" in suggestion
    assert translated("% sure") not in suggestion
    note = Note("Stimmt das?", 1, span=Span(0, 5), id=3, origin="Bo \x1b[31m, Hypothesis")
    assert "Bo ␛[31m, Hypothesis" in words(opened(Card(0, notes=(note,)), 44))  # type: ignore[arg-type]  # lines of pieces


def test_quotes_of_one_speaker_near_each_other_are_one_run() -> None:
    near = [Card(at, replace(QUOTE, id=at + 1, spans=(Span(at, at + 3),))) for at in (0, 4, 8, 40)]
    assert [_run_at(place, near, [0, 1, 4, 30]) for place in range(4)] == [3, 0, 0, 1]
    first, second = words(short(near[0], 34, run=3)), words(short(near[1], 34, run=0))  # type: ignore[arg-type]  # lines of pieces
    assert first.startswith(f"Erna Ölmann · 3 · {QuoteType.DIRECT.label}")
    assert second.startswith(QuoteType.DIRECT.label)
    endless = [Card(at, replace(QUOTE, id=at + 1)) for at in range(MOST_IN_RUN + 5)]
    assert _run_at(0, endless, range(len(endless))) == MOST_IN_RUN
    nobody = [Card(at, replace(QUOTE, id=at + 1, resolved_speaker="")) for at in (0, 4)]
    assert [_run_at(place, nobody, [0, 1]) for place in range(2)] == [1, 1]


def test_a_note_is_shown_as_markdown_and_interprets_nothing_else() -> None:
    body = (
        "**Offen**, siehe [hier](https://boese.example/x)\n\n- eins\n- zwei <b>x</b> [red]rot[/red] \x1b[31m"
    )
    note = Note(body, 1, span=Span(0, 5), id=3)
    lines = opened(Card(0, notes=(note,)), 40)
    told = words(lines)  # type: ignore[arg-type]  # lines of pieces
    assert "Offen, siehe" in told
    assert "hier (https://boese.example/x)" in " ".join(told.split())
    assert "- zwei <b>x</b> [red]rot[/red] ␛[31m" in " ".join(told.split())
    assert "**" not in told
    assert any(piece.ink == "note-strong" and piece.text == "Offen" for line in lines for piece in line)
    assert words(short(Card(0, notes=(note,)), 40)).startswith("✎ Offen, siehe")  # type: ignore[arg-type]  # lines of pieces


@given(st.text(max_size=200), st.integers(1, 40))
def test_no_line_of_a_note_is_wider_than_its_card(body: str, width: int) -> None:
    for line in rendered(body, width):
        assert cell_len("".join(text for text, _ink in line)) <= width
