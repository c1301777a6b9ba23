"""The help tells every key of a screen, in columns, also keys that are not there at the moment."""

from reader.config import Config
from reader.ui.dialogs.help import HelpScreen
from reader.ui.keys import every_key
from tests.ui.desk.conftest import Hands, Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated


async def help_on(hands: Hands, words: str) -> list[str]:
    """The lines of the help that has been searched for some words."""
    await hands.press("question_mark")
    assert isinstance(hands.app.screen, HelpScreen)
    await hands.type(words)
    return shown(hands).split("\n")


async def test_what_needs_a_quote_is_told_before_there_is_one(open_desk: Open) -> None:
    async with open_desk() as hands:
        there = {key.binding.id: key.enabled for key in every_key(hands.screen)}
        assert there["desk.next_quote"]
        assert not there["desk.accept"], "no quote is current"
        lines = await help_on(hands, translated("Accept the quote"))
        assert any(translated("Accept the quote") in line for line in lines)
        await hands.press("escape", "tab")
        assert {key.binding.id: key.enabled for key in every_key(hands.screen)}["desk.accept"]


async def test_the_search_line_stays_while_one_scrolls(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        before = await help_on(hands, "")
        await hands.press("down", "down")
        after = shown(hands).split("\n")
        assert before != after
        assert any(says(line, "Type to find a key") for line in after)


async def test_long_explanations_stay_in_their_column(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        begin = translated("Begin a selection; again: word, sentence, paragraph")
        lines = await help_on(hands, begin.split(";")[0])
        first = next(number for number, line in enumerate(lines) if begin[:20] in line)
        column = lines[first].index(begin[:20])
        assert lines[first + 1][:column].strip() == ""
        assert lines[first + 1][column : column + 4].strip()


async def test_a_narrow_terminal_has_two_columns(open_desk: Open) -> None:
    async with open_desk(size=(40, 14)) as hands:
        lines = await help_on(hands, translated("Zen"))
        assert any(f"{translated('Zen')}: {translated('Only the text')}" in line for line in lines)


async def test_keys_are_named_in_letters_where_signs_are_missing(open_desk: Open) -> None:
    async with open_desk(config=Config(ascii=True)) as hands:
        await hands.press("tab")
        assert f"Enter {translated('Accept')}".casefold() in shown(hands).casefold()
        assert translated("Shift+Tab") in "\n".join(await help_on(hands, translated("Quote before")))


async def test_the_key_that_opens_the_help_closes_it_and_what_is_there_comes_first(open_desk: Open) -> None:
    async with open_desk(size=(80, 24)) as hands:
        await hands.press("question_mark")
        lines = shown(hands)
        assert lines.index(translated("To the next quote")) < lines.index(
            translated("Keep the border where it is now")[:20]
        ), "grey keys stand behind those that are there"
        await hands.press("question_mark")
        assert hands.app.screen is hands.screen
        await hands.press("question_mark", "n", "question_mark")
        assert hands.app.screen is not hands.screen, "within a search it is a letter"
