"""The start is light: nothing heavy is imported before the first rows are on the screen."""

import json
import subprocess
import sys
from pathlib import Path

from reader.i18n import _

TO_DECIDE = _(" of {count} to decide")
HEAVY = (
    "gettext",
    "sqlite_utils",
    "reader.quotes",
    "reader.ingest",
    "reader.formats",
    "reader.models",
    "reader.library",
    "langdetect",
    "lxml",
    "httpx",
    "numpy",
    "trafilatura",
    "rapidfuzz",
    "tomlkit",
    "pyperclip",
    "pyarrow",
    "duckdb",
    "fsspec",
    "distributed",
)

PROGRAM = """
import json, sys
from pathlib import Path
from reader.config import Config
from reader.ui.app import ReaderApp
from reader.ui.screens.library import LibraryScreen
from reader.ui.widgets.lists.articles import ArticleList

shown = LibraryScreen.shown
def shown_and_left(self, list_state):
    shown(self, list_state)
    self.call_after_refresh(self.app.exit)
LibraryScreen.shown = shown_and_left
painted = []
render_line = ArticleList.render_line
def render_and_note(self, y):
    line = render_line(self, y)
    painted.append((y, line.text.strip()))
    return line
ArticleList.render_line = render_and_note
app = ReaderApp(Path(sys.argv[1]), config=Config())
app.run(headless=True, size=(120, 36))
heavy = [name for name in json.loads(sys.argv[2]) if name in sys.modules]
print(json.dumps({"heavy": heavy, "painted": painted}))
"""


def test_the_first_paint_imports_nothing_heavy_and_has_the_rows(library: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(library), json.dumps(HEAVY)],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout.strip().splitlines()[-1])
    assert found["heavy"] == []
    painted = dict(reversed(found["painted"]))
    assert f"2{TO_DECIDE.format(count=2)}" in painted[0], "an empty list was painted before the rows"


def test_our_style_sheets_stay_small() -> None:
    from textual.css.stylesheet import Stylesheet

    from reader.ui.app import ReaderApp
    from reader.ui.themes import DARK

    sheet = Stylesheet(variables={**ReaderApp(Path("unused.db")).get_css_variables(), **DARK.variables})
    for path in Path("reader/ui").rglob("*.tcss"):
        sheet.read(path)
    own = [cls.DEFAULT_CSS for cls in _own_widgets()]
    for css in own:
        sheet.add_source(css)
    assert len(sheet.rules) < 150


def _own_widgets() -> list[type]:
    import importlib
    import pkgutil

    from textual.dom import DOMNode

    import reader.ui

    for module in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        importlib.import_module(module.name)
    found: list[type] = []
    pending: list[type] = [DOMNode]
    while pending:
        for cls in pending.pop().__subclasses__():
            pending.append(cls)
            if cls.__module__.startswith("reader.") and "DEFAULT_CSS" in cls.__dict__:
                found.append(cls)
    return list(dict.fromkeys(found))
