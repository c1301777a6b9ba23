"""What is looked for before an article goes out."""

from pathlib import Path

import pytest

from reader.models import Authorisation, Evidence, Status, Verification
from reader.store import Store
from reader.ui.dialogs.check import CheckDialog
from reader.ui.dialogs.check_words import beginning, difference, kind_of
from reader.ui.dialogs.findings import FindingList
from tests.ui.desk.conftest import Hands, Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import translated

SPOKEN = "„Wir haben uns verrechnet“"


async def authorise(hands: Hands, *keys: str, wording: str = "") -> None:
    """Open the check of the current quote, step on, and type another wording."""
    await hands.press("c", "tab", "tab", *keys)
    if wording:
        await hands.press("tab", "home", "ctrl+k")
        await hands.type(wording)
    await hands.press("ctrl+s")


async def test_a_quote_is_sent_changed_and_withdrawn(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        await authorise(hands, "a")
        assert hands.desk.quote is not None
        assert hands.desk.quote.authorisation is Authorisation.SENT
        await authorise(hands, "a", "a", wording="Wir haben falsch gerechnet")
        await hands.press("c")
        told = shown(hands)
        assert "Wir haben falsch gerechnet" in told, "the wording approved is there again"
        assert "uns" in told, "and what was left out"
        await hands.press("escape")
        await authorise(hands, "a")
    with Store(library) as store:
        steps = store.quotes.authorisations(1)
        assert [(step.state, step.approved) for step in steps] == [
            ("sent", ""), ("changed", "Wir haben falsch gerechnet"), ("withdrawn", ""),
        ]  # fmt: skip
        assert {step.spoken for step in steps} == {SPOKEN}


async def test_the_wording_of_one_quote_is_not_repeated_on_another(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        await authorise(hands, "a", "a", "a", wording="anders")
        await hands.press("full_stop")
    with Store(library) as store:
        assert [step.approved for step in store.quotes.authorisations(2)] == [""]


async def test_after_the_evidence_tab_leads_to_the_authorisation(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "c", "down")
        await hands.type("aus S. 3")
        await hands.press("tab", "tab", "a", "a", "enter")
    with Store(library) as store:
        quote = store.quotes.get(1)
        assert (quote.verification, quote.authorisation) == (Verification.CHECKED, Authorisation.APPROVED)
        assert [proof.reference for proof in store.quotes.evidence(1)] == ["aus S. 3"]


@pytest.mark.parametrize(
    ("choosing", "decided"),
    [
        ((), Verification.CHECKED),
        (("down",), Verification.DISPUTED),
        (("d",), Verification.DISPUTED),
        (("u",), Verification.UNVERIFIED),
    ],
)
async def test_evidence_typed_at_once_is_evidence_and_decides_nothing(
    open_desk: Open, library: Path, choosing: tuple[str, ...], decided: Verification
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "c")
        await hands.type("dva. Anna Kern, Telefon")
        await hands.press("enter")
        assert isinstance(hands.app.screen, CheckDialog), "it asks whether the quote is right"
        await hands.press(*choosing, "enter")
        assert not isinstance(hands.app.screen, CheckDialog)
    with Store(library) as store:
        (proof,) = store.quotes.evidence(1)
        assert (proof.reference, proof.kind) == ("dva. Anna Kern, Telefon", "")
        assert (proof.verification, store.quotes.get(1).verification) == (decided, decided)
        assert store.quotes.get(1).authorisation is Authorisation.NONE


@pytest.mark.parametrize(
    ("arrow", "decided"), [("down", Verification.CHECKED), ("up", Verification.DISPUTED)]
)
async def test_a_decision_takes_an_arrow_while_the_evidence_is_typed(
    open_desk: Open, library: Path, arrow: str, decided: Verification
) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "c")
        await hands.type("S. 3")
        await hands.press(arrow, "enter")
    with Store(library) as store:
        assert store.quotes.get(1).verification is decided
        assert [(proof.kind, proof.reference) for proof in store.quotes.evidence(1)] == [("page", "S. 3")]


async def test_to_look_at_an_authorisation_checks_nothing(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        await authorise(hands, "down")
    with Store(library) as store:
        quote = store.quotes.get(1)
        assert quote.authorisation is Authorisation.SENT
        assert (quote.verification, quote.status) == (Verification.UNVERIFIED, Status.SUGGESTED)


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("https://archiv.example/a", "link"),
        ("00:12:31", "recording"),
        ("Seite 4", "page"),
        ("protokoll.pdf", "file"),
        ("Anna Kern am Telefon", ""),
    ],
)
def test_free_words_are_no_kind_of_evidence(reference: str, kind: str) -> None:
    assert kind_of(reference) == kind


PAGE = translated("page", "kind of evidence")


@pytest.mark.parametrize(
    ("kind", "reference", "told"),
    [
        ("page", "S. 3", "S. 3"),
        ("page", "3", f"{PAGE} 3"),
        ("page", "", PAGE),
        ("link", "https://example.org", "https://example.org"),
        ("file", "rede.pdf", translated("file rede.pdf")),
        ("", "Anruf", "Anruf"),
    ],
)
def test_a_kind_of_evidence_is_told_once(kind: str, reference: str, told: str) -> None:
    assert Evidence(Verification.CHECKED, 1, kind, reference).told == told


async def test_evidence_stands_on_the_card_in_full(open_desk: Open, library: Path) -> None:
    address = "https://archiv.example/2024/03/05/protokoll-der-sitzung"
    with Store(library) as store:
        proof = Evidence(Verification.CHECKED, 1, "link", address, "Seite drei unten", at="2024-03-06")
        store.quotes.set_verification([1], Verification.CHECKED, proof)
    async with open_desk(size=(120, 40)) as hands:
        await hands.press("tab")
        told = "".join(line.split("▎")[-1].strip() for line in shown(hands).split("\n"))
        assert address in told
        assert "Seite drei unten" in told


@pytest.mark.parametrize(
    ("spoken", "approved", "told"),
    [
        ("Es war ein Fehler.", "Es war ein großer Fehler.", "Es war ein {+großer+} Fehler."),
        (
            "Das war eine Lüge, sicher.",
            "Das war falsch, sicher.",
            "Das war [-eine Lüge,-] {+falsch,+} sicher.",
        ),
    ],
)
def test_a_difference_is_told_without_colours(spoken: str, approved: str, told: str) -> None:
    assert difference(spoken, approved, marked=True).plain == told


def test_a_long_quote_is_cut_between_words() -> None:
    cut = beginning("Wort " * 90)
    assert cut.endswith("Wort …")
    assert len(cut) < 205


async def test_findings_are_told_apart_by_the_words_of_their_quotes(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("L")
        shown = hands.app.screen
        assert isinstance(shown, FindingList)
        first = shown.choices.choices[0]
        assert first.label == translated("6 times: Nobody has accepted this suggestion.")
        await hands.press("space")
        labels = [choice.label.strip() for choice in shown.choices.choices]
        assert "„Wir haben uns verrechn…" in labels
        assert "„und zwar sofort“" in labels


async def test_no_finding_is_cut_in_a_narrow_terminal(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("L")
        dialog = hands.app.screen
        assert isinstance(dialog, FindingList)
        read = " ".join(shown(hands).split())
        for choice in dialog.choices.choices:
            words = choice.label.split()
            # what the finding is about stands behind its last words
            assert " ".join(words[:6]) in read, choice.label
            assert words[-1] in read, choice.label


async def test_a_finding_is_put_right_from_the_list(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("L", "space", "j", "f")
        await hands.until(lambda: translated("5 times: Nobody has accepted this suggestion.") in shown(hands))
        left = hands.app.screen
        assert isinstance(left, FindingList)
        await hands.press("escape")
    with Store(library) as store:
        assert [quote.status for quote in store.quotes.of(1)].count(Status.ACCEPTED) == 1


async def test_stricter_rules_are_asked_for_with_a_key(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("L", "plus")
        await hands.until(lambda: isinstance(hands.app.screen, FindingList))
        assert "stricter" not in shown(hands), "they look already"
