"""Words handed to commands of the configuration from the desk."""

import sys

from reader.config import Config, HandedCommand
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown

COUNT = (sys.executable, "-c", "import sys; print('got', len(sys.stdin.read().split()), 'words')")
CONFIG = Config(
    actor="anna",
    commands=(
        HandedCommand("count", COUNT, "w", "article"),
        HandedCommand("send", (sys.executable, "-c", ""), "s", "quote"),
        HandedCommand(
            "mark", (sys.executable, "-c", "import sys; print(sys.stdin.read())"), "m", "selection"
        ),
    ),
)


async def test_a_letter_hands_the_article_over_and_shows_what_comes_back(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line")
        assert "Hand over to" in shown(hands)
        await hands.press("w")
        await hands.until(lambda: "words" in shown(hands) and "got" in shown(hands))


async def test_a_quote_is_handed_over_and_one_is_asked_for(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line", "s")
        assert any("takes a quote" in one for one in hands.told())
        await hands.press("tab", "vertical_line", "2")
        await hands.until(lambda: "Handed to send." in hands.told())


async def test_a_selection_is_handed_over(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line", "m")
        assert any("takes a selection" in one for one in hands.told())
        await hands.press("v", "w", "w", "vertical_line", "m")
        await hands.until(lambda: "What mark says" in shown(hands))


async def test_without_commands_it_is_said_how_to_have_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("vertical_line")
        assert any("under [commands]" in one for one in hands.told())
