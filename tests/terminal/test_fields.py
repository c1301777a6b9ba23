"""What stands in a field, is typed or is pasted there never reaches the terminal raw."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, Authorisation, Quote, QuoteType, Source, Span
from reader.store import Store
from tests.terminal.conftest import Terminal

Start = Callable[..., Terminal]
BAD = "\x1b]52;c;QkFE\x07x\x1b]8;;http://x.org\x1b\\y\x9b31mz\u202eQ\u2066"
"""Fills the clipboard, makes a link, colours by a C1 control, turns the line round."""
F3, F5 = "\x1bOR", "\x1b[15~"
SHOWN = "␛]52;c;QkFE␇x␛]8;;http://x.org␛\\y␛31mz⟦Q⟦"
RAW = ("\x1b]52;", "\x1b]8;;http", "\x9b31m", "\u202e", "\u2066")
OPEN = ("\r", "1 to decide")
PASTE = f"\x1b[200~{BAD}\x1b[201~"


@pytest.fixture
def hostile(private_folders: Path) -> None:
    """A library in which everything that fills a field beforehand is hostile."""
    text = "„Das Haus am Hafen bleibt offen“, sagte Jana Kolb am Montag. Der Rat hörte zu."
    with Store(private_folders / "library.db") as store:
        quote = Quote(QuoteType.DIRECT, (Span(0, 32),), speaker=(Span(40, 49),))
        article = store.articles.add(Article(text, title="Hafen", outlet=f"Blatt{BAD}"), [quote])
        stored = store.quotes.of(article.id)[0]
        source = store.sources.add(Source("Jana Kolb", role=BAD, affiliation=BAD, remarks=BAD))
        store.sources.assign([stored.id], source.id)
        store.quotes.set_authorisation(stored.id, Authorisation.CHANGED, f"Das Haus{BAD}")
        store.tags.attach(["stadt"], articles=[article.id])


def raw_when_left(program: Terminal) -> list[str]:
    """End the program; what it has ever sent that a terminal would obey."""
    program.press("\x11")
    assert program.end() == 0
    sent = program.received.decode("utf-8", "replace")
    return [raw for raw in RAW if raw in sent]


@pytest.mark.usefixtures("hostile")
def test_fields_that_are_filled_beforehand(terminal: Start) -> None:
    program = terminal(size=(160, 50))
    program.wait_for("Hafen", "1 article", f"Blatt{SHOWN}")
    program.press("f")
    program.wait_for("Starred")
    program.press("jjjjj\r")  # behind the five views: the outlet
    program.wait_for("outlet:", SHOWN)
    program.press(F5)
    program.wait_for("Search the register", "Kolb")
    program.press("I")
    program.wait_for("Remarks", SHOWN)
    program.press("\x1b")
    program.press(F3)
    program.wait_for("1 article")
    program.press("f")
    program.wait_for("open  / search")
    program.press("\r")
    program.wait_for("1 to decide")
    program.press("]")
    program.wait_for("Quote 1 of 1")
    program.press("c")
    program.wait_for("wording", SHOWN)
    program.press("\x1b\x1b")
    assert raw_when_left(program) == []


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    "keys",
    [
        [("/", "Search")],
        [("a", "Add")],
        [OPEN, ("/", "Find")],
        [OPEN, ("]", "direct"), ("p", "Who spoke")],
        [OPEN, ("]", "direct"), ("t", "Tag")],
        [OPEN, ("e", "Export")],
        [("?", "Type to find a key")],
        [("\x10", "Search for commands")],
        [OPEN, ("M", "Note on the article")],
    ],
    ids=["search", "add", "find", "speaker", "tag", "export", "help", "palette", "note"],
)
def test_what_is_pasted(terminal: Start, keys: list[tuple[str, str]]) -> None:
    program = terminal(size=(160, 50))
    program.wait_for("Hafen", "1 article")
    for key, then in keys:
        program.press(key)
        program.wait_for(then)
    program.press(PASTE)
    program.wait_for("QkFE")
    program.press("\x1b\x1b")
    assert raw_when_left(program) == []
