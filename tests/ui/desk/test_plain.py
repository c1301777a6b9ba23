"""With --ascii no drawing character reaches the screen, whatever is open."""

import pytest
from rich.segment import Segment
from textual.color import Color

from reader.config import Config
from reader.ui.plain_lines import PlainLines
from tests.ui.desk.conftest import Open
from tests.ui.desk.test_view import shown

LETTERS = "„“”‚‘’–—»«…"
"""Signs of texts, which stay."""


def drawn(screen: str) -> set[str]:
    """Signs that a plain terminal lacks."""
    return {sign for sign in screen if ord(sign) > 0xFF and not sign.isalpha() and sign not in LETTERS}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_is_drawn(open_desk: Open, size: tuple[int, int]) -> None:
    async with open_desk(size=size, config=Config(ascii=True)) as hands:
        await hands.press("tab", "enter", "tab", "m")
        await hands.type("wer sagt das")
        await hands.press("escape")
        for keys in (["x"], ["u"], ["v", "w"], ["escape"], ["t"], ["escape"], ["f2"], ["escape"], ["c"],
                     ["escape"], ["y"], ["escape"], ["H"], ["escape"], ["A"], ["escape"], ["question_mark"],
                     ["escape"], ["f6"], ["escape"], ["B"], ["W"]):  # fmt: skip
            await hands.press(*keys)
            assert drawn(shown(hands)) == set(), keys


def test_every_sign_gives_way_to_one_as_wide() -> None:
    line = [Segment("│ ━━ ✓ müde – „so“ 日本")]
    (plain,) = PlainLines().apply(line, Color(0, 0, 0))
    assert plain.text == "| -- + müde – „so“ 日本"
    assert plain.cell_length == line[0].cell_length
