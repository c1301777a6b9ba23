"""Words handed to commands of the configuration from the desk."""

import sys

import pytest
from textual import events

from reader.config import Config, HandedCommand
from reader.library import handing
from reader.library.running_programs import running
from tests.ui import waiting
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

COUNT = (sys.executable, "-c", "import sys; print('got', len(sys.stdin.read().split()), 'words')")
COLOURED = r"print('\x1b[31mrot\x1b]0;x\x07 [red]')"
BROKEN = r"print('\x1b[2J'); raise SystemExit(3)"
CONFIG = Config(
    actor="anna",
    commands=(
        HandedCommand("count", COUNT, "w", "article"),
        HandedCommand("listen", (sys.executable, "-c", "import time; time.sleep(60)"), "l", "article"),
        HandedCommand("colours", (sys.executable, "-c", COLOURED), "c", "article"),
        HandedCommand(
            "broken", (sys.executable, "-c", r"print('\x1b[2J'); raise SystemExit(3)"), "b", "article"
        ),
        HandedCommand("missing", ("/no/such/program",), "n", "article"),
        HandedCommand("send", (sys.executable, "-c", ""), "s", "quote"),
        HandedCommand(
            "mark", (sys.executable, "-c", "import sys; print(sys.stdin.read())"), "m", "selection"
        ),
    ),
)


async def test_a_letter_hands_the_article_over_and_shows_what_comes_back(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line")
        assert translated("Hand over to") in shown(hands)
        await hands.press("w")
        await hands.until(lambda: "words" in shown(hands) and "got" in shown(hands))


async def test_a_quote_is_handed_over_and_one_is_asked_for(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line", "s")
        assert any(says(one, "takes a quote") for one in hands.told())
        await hands.press("tab", "vertical_line", "s")
        await hands.until(lambda: translated("Handed to send.") in hands.told())


async def test_a_selection_is_handed_over(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line", "m")
        assert any(says(one, "takes a selection") for one in hands.told())
        await hands.press("v", "w", "w", "vertical_line", "m")
        await hands.until(lambda: translated("What mark says") in shown(hands))


async def test_without_commands_it_is_said_how_to_have_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("vertical_line")
        assert any(says(one, "under [commands]") for one in hands.told())


async def test_what_reads_aloud_is_told_and_stopped_with_two_keys(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing, "MOMENT", 0.05)
    async with open_desk(size=(80, 24), config=CONFIG) as hands:
        hands.app.post_message(events.Key("vertical_line", "|"))
        await waiting.settled_dialog(hands.pilot)
        hands.app.post_message(events.Key("l", "l"))
        await waiting.until(hands.pilot, lambda: any(says(one, "is at it") for one in hands.told()))
        hands.app.post_message(events.Key("vertical_line", "|"))
        await waiting.settled_dialog(hands.pilot)
        assert translated("Stop listen") in shown(hands)
        hands.app.post_message(events.Key("enter", None))
        await hands.until(lambda: translated("listen was stopped.") in hands.told())
    assert running() == ()


async def test_what_a_command_says_cannot_touch_the_terminal(open_desk: Open) -> None:
    async with open_desk(config=CONFIG) as hands:
        await hands.press("vertical_line", "c")
        await hands.until(lambda: translated("What colours says") in shown(hands))
        assert "␛[31mrot␛]0;x␇ [red]" in shown(hands)
        assert "\x1b" not in shown(hands)
        await hands.press("escape", "vertical_line", "b")
        await hands.until(lambda: any(says(one, "{name} failed ({code})") for one in hands.told()))
        await hands.until(lambda: "␛[2J" in shown(hands))
        await hands.press("vertical_line", "n")
        await hands.until(
            lambda: any(says(one, "cannot be started ({program}: {reason}): look at") for one in hands.told())
        )
