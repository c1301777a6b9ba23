"""Keys of two strokes are in help and palette like any other."""

import pytest

from reader.models import Span
from reader.ui.dialogs.help import HelpScreen
from reader.ui.dialogs.menus import KeyMenu
from reader.ui.keys import keys_on
from tests.ui.desk.conftest import TEXT, Open
from tests.ui.translated import translated
from tests.ui.waiting import shown


async def test_help_tells_what_to_copy_and_which_roles(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab")
        there = {key.binding.id: key.keys for key in keys_on(hands.screen)}
        assert there["copy.citation"] == ("y c",)
        assert there["role.addressee"] == ("s a",)
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, HelpScreen)
        await hands.type(translated("with citation"))
        assert "y c" in shown(hands.app)


async def test_roles_need_a_quote_and_copying_does_not(open_desk: Open) -> None:
    async with open_desk() as hands:
        there = {key.binding.id for key in keys_on(hands.screen)}
        assert "copy.sentence" in there
        assert "role.cue" not in there


@pytest.mark.parametrize("lead", ["y", "s"])
@pytest.mark.parametrize("other", ["z", "space", "tab", "escape"])
async def test_any_other_key_leaves_the_menu(open_desk: Open, lead: str, other: str) -> None:
    async with open_desk() as hands:
        await hands.press("tab", lead)
        assert isinstance(hands.app.screen, KeyMenu)
        await hands.press(other)
        assert hands.app.screen is hands.screen
        assert hands.desk.current == 1
        assert not hands.desk.view.is_zen


async def test_the_palette_sets_a_role(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "ctrl+p")
        await hands.type(f"{translated('Point at')}: {translated('verb of saying')}")
        await hands.rest()
        await hands.press("enter")
        await hands.settle()
        assert translated("POINT AT THE VERB OF SAYING") in hands.desk.view.status.mode
        await hands.press("l", "enter")
        assert hands.desk.page.quotes[0].cue == (Span(TEXT.index("Wir"), TEXT.index("Wir") + 3),)
