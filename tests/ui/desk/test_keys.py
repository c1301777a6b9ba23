"""Every row of the design's table of keys that concerns the desk: what it does, in how many keystrokes."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.i18n import _, behind_colon, ngettext
from reader.models import Article, Authorisation, Quote, QuoteType, Span, SpeakerBasis, Status, Verification
from reader.store import Store
from reader.ui.dialogs.decide_many import BulkDialog
from tests.ui.desk.conftest import TEXT, DeskApp, Hands, Open, span
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

ACCEPTED = ngettext("Accept a quote", "Accept {count} quotes", 1)
UNDONE = f"{_('Undone')}: {behind_colon(ACCEPTED)}"
COPIED = _("the quote with its citation")


async def test_next_quote_accepted_and_rejected_with_two_keys_each(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "enter")
        assert hands.pressed == 2
        await hands.press("right_square_bracket", "x")
        assert hands.desk.view.status.message.startswith(
            _("Quote {place} of {count}").format(place=2, count=5)
        ), "deciding has gone on to the next"
    with Store(library) as store:
        assert [quote.status for quote in store.quotes.of(1)][:3] == ["accepted", "rejected", "suggested"]


async def test_accept_all_above_a_confidence_and_undo_with_three_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("A", "enter")
        with Store(library) as store:
            accepted = [q.confidence for q in store.quotes.of(1) if q.status is Status.ACCEPTED]
        assert accepted == [0.95, 0.85, 0.9]
        await hands.press("u")
        assert hands.pressed == 3
        assert all(quote.status is Status.SUGGESTED for quote in hands.desk.page.quotes)
    with Store(library) as store:
        assert all(quote.status is Status.SUGGESTED for quote in store.quotes.of(1))


def carry_over(library: Path, *numbers: int) -> None:
    """Let speakers of quotes be only carried over from before."""
    with Store(library) as store:
        for quote in store.quotes.by_ids(numbers):
            store.quotes.update(replace(quote, speaker_basis=SpeakerBasis.CARRIED))


async def test_accepting_all_leaves_hearsay_open(open_desk: Open, library: Path) -> None:
    with Store(library) as store:
        (quote,) = store.quotes.by_ids([1])
        store.quotes.update(replace(quote, speaker_basis=SpeakerBasis.HEARSAY))
    async with open_desk() as hands:
        await hands.press("A", "enter")
        told = [notice.message for notice in hands.app._notifications]
        assert any(says(message, "of hearsay left open") for message in told)
        with Store(library) as store:
            assert store.quotes.get(1).status is Status.SUGGESTED
        await hands.press("g", "right_square_bracket", "enter")
    with Store(library) as store:
        assert store.quotes.get(1).status is Status.ACCEPTED


async def test_accepting_all_takes_words_and_leaves_a_speaker_carried_over_undecided(
    open_desk: Open, library: Path
) -> None:
    carry_over(library, 1)
    async with open_desk() as hands:
        await hands.press("A", "enter")
        told = [notice.message for notice in hands.app._notifications]
        assert any(says(message, ", the speaker of {count} carried over and undecided") for message in told)
        with Store(library) as store:
            assert store.quotes.get(1).status is Status.ACCEPTED
            assert store.quotes.get(1).is_undecided
        await hands.press("u", "right_square_bracket", "enter")
    with Store(library) as store:
        looked_at = store.quotes.get(1)
        assert (looked_at.status, looked_at.basis) == (Status.ACCEPTED, SpeakerBasis.PERSON)


async def test_why_says_what_the_speaker_rests_on(open_desk: Open, library: Path) -> None:
    carry_over(library, 1)
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "i")
        await hands.until(lambda: says(shown(hands), "carried over from before"))
        assert says(shown(hands), "carried over from before, nothing beside")


async def test_accept_all_above_another_percentage(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("A")
        await hands.type("%92")
        await hands.press("enter")
    with Store(library) as store:
        assert [q.id for q in store.quotes.of(1) if q.status is Status.ACCEPTED] == [1]


async def test_reject_everything_doubtful_by_its_number(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("A", "5")
    with Store(library) as store:
        assert [q.id for q in store.quotes.of(1) if q.status is Status.REJECTED] == [6]


async def test_what_is_typed_among_many_decisions_narrows_them(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("A")
        assert isinstance(hands.app.screen, BulkDialog)
        await hands.type(f"bund {translated('Accept all of {name}').split()[0]}")
        labels = [choice.label for choice in hands.app.screen.choices.choices]
        assert labels == [translated("Accept all of Der Bund der Steuerzahler")]
        await hands.press("enter")
    with Store(library) as store:
        states = [quote.status for quote in store.quotes.of(1)]
        assert states.count(Status.ACCEPTED) == 1
        assert states[3] is Status.ACCEPTED


async def test_what_fits_no_decision_is_told_and_decides_nothing(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("A")
        await hands.type("xyz")
        assert says(shown(hands), "Nothing that can be decided is called that")
        await hands.press("enter", "escape")
    with Store(library) as store:
        assert {quote.status for quote in store.quotes.of(1)} == {Status.SUGGESTED}


async def test_say_who_spoke_with_two_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("p", "1")
        assert hands.pressed == 2
        assert hands.desk.quote is not None
        assert hands.desk.quote.source == "Erna Ölmann"
    with Store(library) as store:
        assert store.quotes.get(1).source == "Erna Ölmann"


async def test_say_who_spoke_by_typing_a_part_of_the_name(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("5", "right_square_bracket")
        await hands.press("p")
        await hands.type("steuerz")
        await hands.press("enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.source == "Bund der Steuerzahler"


async def test_enter_alone_never_takes_somebody_who_is_only_recent(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("5", "tab", "p", "enter")
        assert hands.desk.quote is not None
        assert hands.desk.quote.source == "der Verband"


async def test_create_a_source_by_typing_its_name(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "p")
        await hands.type("Q. Zwirner")
        await hands.press("enter")
    with Store(library) as store:
        made = next(source for source in store.sources.all() if source.name == "Q. Zwirner")
        assert store.quotes.get(1).source_id == made.id


async def test_mark_a_sentence_as_a_quote_with_three_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        hands.desk.text.place_caret(TEXT.index("Der Rat"))
        await hands.settle()
        await hands.press("v", "right_parenthesis", "enter")
        assert hands.pressed == 3
    with Store(library) as store:
        made = next(quote for quote in store.quotes.of(1) if quote.origin == "person")
        assert made.spans == span("Der Rat entscheidet im September.")
        assert made.exact == ("Der Rat entscheidet im September.",)


async def test_move_the_end_by_one_word_with_three_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("5", "tab")
        hands.pressed = 0
        await hands.press("greater_than_sign", "w", "enter")
        assert hands.pressed == 3
    with Store(library) as store:
        assert store.quotes.get(5).exact[0].startswith("Die Stadt müsse sparen,")


async def test_move_the_start_back_by_one_word(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("4", "tab")
        await hands.press("less_than_sign", "b", "enter")
    with Store(library) as store:
        assert store.quotes.get(4).exact == ("das „eine Zumutung für alle“",)


async def test_esc_leaves_a_border_where_it_was(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("5", "tab", "greater_than_sign", "w", "w", "escape")
        assert hands.desk.quote is not None
        assert hands.desk.quote.spans == span("Die Stadt müsse sparen")
    with Store(library) as store:
        assert store.quotes.get(5).exact == ("Die Stadt müsse sparen",)


async def test_put_two_tags_with_four_keys_and_repeat_on_the_next_quote(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("t", "1", "3", "enter")
        assert hands.pressed == 4
        await hands.press("full_stop")
        await hands.press("right_square_bracket", "full_stop")
    with Store(library) as store:
        tags = [quote.tags for quote in store.quotes.of(1)]
    assert tags[0] == tags[1] == tags[2]
    assert len(tags[0]) == 2
    assert tags[3] == ()


async def test_write_a_note_and_keep_it_with_two_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("m")
        assert hands.desk.text.region.width > 60, "the text stays visible beside the note"
        await hands.type("Nachfragen: wann?")
        await hands.press("ctrl+s")
        assert hands.pressed == 2
        assert hands.app.focused is hands.desk.text
    with Store(library) as store:
        notes = store.notes.of(1)
        assert [(note.body, note.quote_id) for note in notes] == [("Nachfragen: wann?", 1)]


async def test_mark_checked_with_evidence_with_three_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("c")
        await hands.type("00:12:31")
        await hands.press("enter", "enter")
        assert hands.pressed == 3
    with Store(library) as store:
        assert store.quotes.get(1).verification is Verification.CHECKED
        (proof,) = store.quotes.evidence(1)
        assert (proof.kind, proof.reference, proof.who) == ("recording", "00:12:31", "anna")


async def test_copy_a_quote_with_its_citation_with_two_keys(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("y", "c")
        assert hands.pressed == 2
        assert [sentence for sentence in hands.told() if COPIED in sentence]
        copied = (library.parent / "clipboard.txt").read_text(encoding="utf-8")
    assert "Wir haben uns verrechnet" in copied
    assert "Erna Ölmann" in copied
    assert "Tagblatt" in copied


@pytest.mark.parametrize("form", ["q", "c", "m", "a"])
async def test_every_copy_says_that_a_quote_was_withdrawn(open_desk: Open, library: Path, form: str) -> None:
    with Store(library) as store:
        store.quotes.set_status([1], Status.ACCEPTED)
        store.quotes.set_authorisation(1, Authorisation.WITHDRAWN)
    async with open_desk() as hands:
        await hands.press("tab", "y", form)
    copied = (library.parent / "clipboard.txt").read_text(encoding="utf-8")
    assert "„Wir haben uns verrechnet“" in copied
    assert f"[{translated('withdrawn by the person quoted: not to be used')}]" in copied


async def test_the_words_of_an_indirect_quote_are_copied_without_marks(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab", "y", "c")
    copied = (library.parent / "clipboard.txt").read_text(encoding="utf-8")
    assert copied.startswith("Es sei mit 3 Mio. Euro mehr zu rechnen. (")


async def test_lint_then_export_the_dossier_with_five_keys(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.chdir(tmp_path)
    async with open_desk() as hands:
        await hands.press("L", "enter")
        assert hands.desk.quote is not None, "lint goes to the first finding"
        await hands.press("e", "1", "enter")
        assert hands.pressed == 5
        assert any(_("Written: {files}").format(files="") in sentence for sentence in hands.told())
    assert "verrechnet" in (tmp_path / "bruecke-wird-teurer.md").read_text(encoding="utf-8")


async def test_digits_set_the_type_while_a_quote_is_current_and_count_otherwise(
    open_desk: Open, library: Path
) -> None:
    async with open_desk() as hands:
        await hands.press("3", "right_square_bracket")
        assert hands.desk.current == 3
        await hands.press("4")
        assert hands.desk.quote is not None
        assert hands.desk.quote.type is QuoteType.FREE_INDIRECT
        await hands.press("0", "2", "right_square_bracket")
        assert hands.desk.current == 5
    with Store(library) as store:
        assert store.quotes.get(3).type is QuoteType.FREE_INDIRECT


async def test_same_speaker_as_the_quote_before(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "p", "1", "tab", "quotation_mark")
    with Store(library) as store:
        assert store.quotes.get(2).source == "Erna Ölmann"


async def test_undo_and_redo_survive_a_restart(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "enter", "tab", "x")
    async with open_desk() as hands:
        await hands.press("u", "u")
        assert all(quote.status is Status.SUGGESTED for quote in hands.desk.page.quotes)
        await hands.press("ctrl+r")
        assert hands.desk.page.quotes[0].status is Status.ACCEPTED


async def test_each_step_taken_back_is_said(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "enter", "tab", "enter", "u", "u")
        assert hands.told() == [UNDONE] * 2


async def test_keys_of_german_keyboards_go_from_quote_to_quote(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("ä", "ä")
        assert hands.desk.current == 2
        await hands.press("ö")
        assert hands.desk.current == 1


async def test_a_folder_named_with_a_slash_is_made_for_the_export(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_desk() as hands:
        await hands.press("e", "1", "tab", "ctrl+u")
        await hands.type("akten/")
        await hands.press("enter")
        await hands.until(
            lambda: any(_("Written: {files}").format(files="") in sentence for sentence in hands.told())
        )
    (written,) = (tmp_path / "akten").iterdir()
    assert written.suffix == ".md"


async def test_200_suggestions_one_by_one_with_60_rejected_take_at_most_230_keys(tmp_path: Path) -> None:
    words = [f"Satz {number} steht hier." for number in range(200)]
    text = " ".join(words)
    starts = [text.index(one) for one in words]
    quotes = [Quote(QuoteType.DIRECT, (Span(at, at + 6),), confidence=0.8) for at in starts]
    with Store(tmp_path / "library.db") as store:
        store.articles.add(Article(text, title="Viele", language="de"), quotes, detector="rules-1")
    async with DeskApp(tmp_path / "library.db").run_test(size=(100, 30)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        decisions = ["x" if place % 10 < 3 else "enter" for place in range(200)]
        await hands.press("right_square_bracket", *decisions)
        assert hands.pressed <= 230
        statuses = [quote.status for quote in hands.desk.page.quotes]
    assert statuses.count(Status.REJECTED) == 60
    assert statuses.count(Status.ACCEPTED) == 140


async def test_after_a_decision_the_key_for_the_next_quote_skips_none(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "enter")
        second = hands.desk.current
        await hands.press("right_square_bracket")
        assert hands.desk.current == second
        await hands.press("right_square_bracket")
        assert hands.desk.current != second


async def test_what_is_checked_is_accepted_and_undone_in_one_step(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "c", "down", "ctrl+s")
        assert hands.desk.page.quotes[0].status is Status.ACCEPTED
        await hands.press("u")
    with Store(library) as store:
        first = store.quotes.of(1)[0]
    assert (first.status, first.verification.value) == (Status.SUGGESTED, "unverified")
