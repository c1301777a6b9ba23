"""What is looked for before an article goes out."""

from reader.ui.screens.desk_report import FindingList
from tests.ui.desk.conftest import Open


async def test_findings_are_told_apart_by_the_words_of_their_quotes(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("L")
        shown = hands.app.screen
        assert isinstance(shown, FindingList)
        details = [choice.detail for choice in shown.choices.choices]
        assert "„Wir haben uns verrechn…" in details
        assert "„und zwar sofort“" in details
