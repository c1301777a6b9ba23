"""A quote in another language, written on the desk and shown on its card."""

from pathlib import Path

from textual.widgets import Input

from reader.store import Store
from reader.ui.dialogs.translation_form import TranslationForm
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated


async def test_a_translation_is_written_shown_and_taken_back(open_desk: Open, library: Path) -> None:
    async with open_desk(size=(120, 36)) as hands:
        await hands.press("right_square_bracket", "X")
        assert isinstance(hands.app.screen, TranslationForm)
        assert hands.app.screen.query_one("#translation-of-language", Input).value == translated("English")
        await hands.press("enter")
        assert says(shown(hands), "Write the words in the other language")
        await hands.type("The bridge costs twice as much")
        await hands.press("enter")
        await hands.until(lambda: f"{translated('English')}: The bridge costs" in shown(hands))
        with Store(library) as store:
            (made,) = store.quotes.translations_into("en")
        assert made.text == "The bridge costs twice as much"
        await hands.press("u")
        await hands.until(lambda: f"{translated('English')}: The bridge costs" not in shown(hands))


async def test_the_language_of_the_article_is_refused(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "X")
        await hands.type("Brücke")
        await hands.press("tab", "ctrl+u")
        await hands.type("german")
        await hands.press("ctrl+s")
        assert says(shown(hands), "in that language already")


async def test_a_translation_of_ones_own_is_shown_to_be_mended_or_taken_away(
    open_desk: Open, library: Path
) -> None:
    async with open_desk(size=(120, 36)) as hands:
        await hands.press("right_square_bracket", "X")
        await hands.type("“The bridge costs twice as much”")
        await hands.press("enter")
        await hands.until(lambda: f"{translated('English')}: The bridge costs" in shown(hands))
        await hands.press("X")
        await hands.until(lambda: says(shown(hands), "without words takes it away"))
        await hands.type("!")
        await hands.press("enter")
        await hands.until(lambda: "much!" in shown(hands))
        with Store(library) as store:
            assert [one.text for one in store.quotes.translations_into("en")] == [
                "The bridge costs twice as much!"
            ]
        await hands.press("X")
        await hands.until(lambda: says(shown(hands), "without words takes it away"))
        await hands.press("ctrl+u", "enter")
        await hands.until(lambda: f"{translated('English')}: The bridge" not in shown(hands))
        await hands.press("u")
        await hands.until(lambda: "much!" in shown(hands))
