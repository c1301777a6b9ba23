"""What a newcomer reads in dialogs: plain words, and nothing twice."""

from reader.ui.desk.detecting import _finder
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated


async def test_marks_are_the_same_whoever_asks_who_spoke(open_desk: Open) -> None:
    async with open_desk() as hands:
        for key in ("p", "P"):
            await hands.press("tab", key)
            await hands.rest()
            dialog = shown(hands)
            assert "„Erna Ölmann“" in dialog, key
            assert "“Erna" not in dialog, key
            await hands.press("escape", "escape", "g")


async def test_a_first_ledger_explains_itself(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("J")
        dialog = shown(hands)
        assert says(dialog, "Begin a ledger")
        assert (
            translated("Enter reads the draft · next time J opens its ledger · Esc leaves").split(" · ")[0]
            in dialog
        )
        await hands.press("escape")
        assert hands.app.screen is hands.screen


async def test_levels_stand_in_order_and_enter_takes_the_usual_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("A")
        dialog = shown(hands)
        told = [translated(f"Accept all that are at least {level}% sure") for level in (90, 80, 60)]
        levels = [dialog.index(sentence) for sentence in told]
        assert levels == sorted(levels)
        assert "75 %" not in dialog.splitlines()[-1]
        await hands.press("enter")
        accepted = [quote for quote in hands.desk.page.quotes if quote.status == "accepted"]
        assert sorted(quote.confidence for quote in accepted)[0] == 0.85


async def test_roles_are_called_what_they_are(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "s")
        assert f"c {translated('verb of saying')}" in shown(hands)
        assert f"a {translated('to whom')}" in shown(hands)


async def test_the_hint_of_checking_stays_on_its_line(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("tab", "c")
        assert translated("Enter keeps · ↑ ↓ decide · Tab goes on · Esc leaves") in shown(hands)


def test_what_found_a_quote_is_told_in_words() -> None:
    assert _finder("learned-1") == translated("what reader has learned from annotated articles")
    assert _finder("somebody's plugin") == "somebody's plugin"
