"""Quotes made, cut, joined and given roles by hand."""

from pathlib import Path

import pytest

from reader.models import QuoteType, Status
from reader.store import Store
from tests.ui.desk.conftest import TEXT, Open, span
from tests.ui.translated import says, translated


async def test_a_selection_that_begins_with_a_mark_becomes_a_direct_quote(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        start, end = span("„Brücke der Freundschaft“")[0]
        hands.desk.text.place_caret(start)
        await hands.press("v")
        hands.desk.text.place_caret(end)
        await hands.press("enter")
    with Store(library) as store:
        made = next(quote for quote in store.quotes.of(1) if quote.origin == "person")
        assert (made.type, made.status) == (QuoteType.DIRECT, Status.ACCEPTED)
        assert made.exact == ("„Brücke der Freundschaft“",)


async def test_v_again_widens_to_word_sentence_and_paragraph(open_desk: Open) -> None:
    async with open_desk() as hands:
        hands.desk.text.place_caret(TEXT.index("entscheidet") + 3)
        selected = []
        await hands.press("v")
        for _ in range(3):
            await hands.press("v")
            held = hands.desk.text.selection
            assert held is not None
            selected.append(TEXT[held[0] : held[1]])
    assert selected == [
        "entscheidet",
        "Der Rat entscheidet im September.",
        "Der Rat entscheidet im September. Bis dahin ruht der Verkehr.",
    ]


@pytest.mark.parametrize("key", ["enter", "x", "p", "c", "plus", "s", "greater_than_sign"])
async def test_a_key_on_a_quote_says_that_there_is_none(open_desk: Open, key: str) -> None:
    async with open_desk() as hands:
        await hands.press(key)
        assert hands.told() == [
            translated("Go to a quote first: ] or Tab, or click it. v selects words for a new one.")
        ]
        await hands.press(key)
        assert len(hands.told()) == 1, "nothing is said twice while it can be read"


async def test_enter_without_a_selection_says_what_to_do(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("v", "enter")
        assert any(says(sentence, "Nothing is selected") for sentence in hands.told())
        assert len(hands.desk.page.quotes) == 6


async def test_a_quote_interrupted_by_said_he_is_joined_and_undone(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("5", "tab", "plus")
        with Store(library) as store:
            joined = store.quotes.get(5)
            assert joined.exact == ("Die Stadt müsse sparen", "„und zwar sofort“")
            assert store.quotes.get(6).status is Status.REJECTED
        await hands.press("u")
        assert hands.desk.page.quotes[4].spans == span("Die Stadt müsse sparen")
        assert len(hands.desk.page.shown) == 6


async def test_a_quote_is_split_at_the_caret(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("2", "tab", "w", "w", "equals_sign")
    with Store(library) as store:
        words = [quote.exact for quote in store.quotes.of(1)]
    assert ("Es sei",) in words
    assert ("mit 3 Mio. Euro mehr zu rechnen.",) in words


async def test_the_selection_is_cut_out_of_the_quote(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("2", "tab", "w", "w", "v", "w", "w", "w", "w", "w", "equals_sign")
    with Store(library) as store:
        assert store.quotes.get(2).exact == ("Es sei", "mehr zu rechnen.")


async def test_a_role_is_set_by_pointing(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("2", "tab", "s", "s")
        assert hands.desk.view.status.mode == translated("POINT AT THE SPEAKER")
        hands.desk.text.place_caret(TEXT.index("Ölmann"))
        await hands.press("enter")
        await hands.press("s", "c")
        hands.desk.text.place_caret(TEXT.index("sagte"))
        await hands.press("enter")
    with Store(library) as store:
        quote = store.quotes.get(2)
        assert (quote.speaker, quote.cue) == (span("Ölmann"), span("sagte"))
        assert quote.resolved_speaker == "Ölmann"


async def test_a_selection_becomes_the_addressee(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("1", "tab", "v")
        hands.desk.text.select(*span("Der Rat")[0])
        await hands.press("s", "a")
    with Store(library) as store:
        assert store.quotes.get(1).addressee == span("Der Rat")


async def test_what_was_made_by_hand_is_removed_and_brought_back(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        hands.desk.text.place_caret(TEXT.index("Der Rat"))
        await hands.press("v", "right_parenthesis", "enter", "D")
        assert len(hands.desk.page.quotes) == 6
        await hands.press("u")
        assert len(hands.desk.page.quotes) == 7


async def test_looking_again_leaves_what_a_person_did(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "x", "tab", "enter", "R")
        assert any(says(sentence, "Looked again") for sentence in hands.told())
    with Store(library) as store:
        assert store.quotes.get(1).status is Status.REJECTED
        assert store.quotes.get(2).status is Status.ACCEPTED


async def test_selecting_a_quote_that_is_there_takes_it(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        start, end = span("Wir haben uns verrechnet")[0]
        for sentence in (
            translated("This was found already: accepted."),
            translated("This is a quote already."),
        ):
            hands.desk.text.place_caret(start)
            await hands.press("v")
            hands.desk.text.place_caret(end)
            await hands.press("enter")
            assert sentence in hands.told()
        assert hands.desk.current == 1
    with Store(library) as store:
        quotes = store.quotes.of(1)
        assert len(quotes) == 6, "no second one lies over it"
        assert quotes[0].status is Status.ACCEPTED
