"""The tour: six steps, back and forth, and out."""

from reader.ui.dialogs.tour import STEPS, Tour
from tests.ui.desk.conftest import Hands, Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import translated


def hint_of(hands: Hands) -> tuple[int, str]:
    """The row and the words of the last line of the tour; rules of the desk below may stand beside it."""
    lines = shown(hands).split("\n")
    row = next(number for number, line in enumerate(lines) if translated("Esc  leave") in line)
    return row, " ".join(lines[row].replace("─", " ").split())


async def test_six_steps_there_and_back(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("f6")
        assert hint_of(hands)[1] == " ".join(
            [*translated("Enter  next").split(), *translated("Esc  leave").split()]
        )
        row = hint_of(hands)[0]
        for number, step in enumerate(STEPS, 1):
            assert f"{translated(f'{number} of {len(STEPS)}')}   {step.title}" in shown(hands)
            assert hint_of(hands)[0] == row, "the last line stays where it is"
            if number < len(STEPS):
                await hands.press("enter")
        assert hint_of(hands)[1] == " ".join(
            word for part in ("Enter  done", "←  back", "Esc  leave") for word in translated(part).split()
        )
        await hands.press("left", "right", "enter")
        assert hands.app.screen is hands.screen


async def test_a_small_terminal_shows_every_word_of_a_step(open_desk: Open) -> None:
    async with open_desk(size=(40, 10)) as hands:
        await hands.press("f6")
        for number, step in enumerate(STEPS):
            seen = shown(hands)
            assert translated("Esc  leave") in seen
            for _ in range(6):
                await hands.press("j")
                seen += "\n" + shown(hands)
            for word in f"{step.says} {' '.join(what for _, what in step.keys)}".split():
                assert word in seen, (number, word)
            await hands.press("enter")


async def test_the_tour_is_left_at_any_step(open_desk: Open) -> None:
    async with open_desk(size=(40, 12)) as hands:
        for key in ("escape", "q"):
            await hands.press("f6", "space")
            assert isinstance(hands.app.screen, Tour)
            await hands.press(key)
            assert hands.app.screen is hands.screen
