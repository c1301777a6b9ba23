"""The start is light: nothing heavy is imported before the first rows are on the screen."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

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
    "reader.feeds",
    "reader.store.feeds",
    "reader.store.journal",
    "reader.store.search",
    "reader.ui.commands",
    "reader.ui.desk",
    "reader.ui.dialogs",
    "reader.ui.keymap",
)
OF_PYTHON = ("_sqlite3", "gc", "pwd", "sqlite3", "sqlite3.dbapi2")
"""What the library on the screen needs of Python's own besides what Textual brings."""

TEXTUAL = """
import json, sys
from rich.cells import cell_len
cell_len("\\u23ce")  # how wide signs are that keys have, for which Rich loads a table
from textual.app import App
from textual.widgets import Static
class Trivial(App):
    def compose(self):
        yield Static("hello")
    def on_mount(self):
        self.call_after_refresh(self.exit)
Trivial().run(headless=True, size=(120, 36))
print(json.dumps(sorted(sys.modules)))
"""

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
print(json.dumps({"heavy": heavy, "painted": painted, "imported": sorted(sys.modules)}))
"""


def told_by(program: str, *arguments: str) -> Any:
    """What a program of its own prints last, as JSON."""
    command = [sys.executable, "-c", program, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout.strip().splitlines()[-1])


def test_the_first_paint_imports_nothing_heavy_and_has_the_rows(library: Path) -> None:
    found = told_by(PROGRAM, str(library), json.dumps(HEAVY))
    assert found["heavy"] == []
    others = {name for name in found["imported"] if name.partition(".")[0] != "reader"}
    assert others - set(told_by(TEXTUAL)) <= set(OF_PYTHON)
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


def test_what_is_only_derived_from_has_no_tables_and_is_never_made() -> None:
    derived_from = [cls for cls in _own_classes() if "_merged_bindings" not in cls.__dict__]
    assert len(derived_from) > 10
    assert [cls.__name__ for cls in derived_from if "DEFAULT_CSS" in cls.__dict__] == []
    names = {cls.__name__ for cls in derived_from}
    written = (ast.parse(path.read_text(encoding="utf-8")) for path in Path("reader/ui").rglob("*.py"))
    calls = (node.func for tree in written for node in ast.walk(tree) if isinstance(node, ast.Call))
    assert [name.id for name in calls if isinstance(name, ast.Name) and name.id in names] == []


def _own_widgets() -> list[type]:
    return [cls for cls in _own_classes() if "DEFAULT_CSS" in cls.__dict__]


def _own_classes() -> list[type]:
    """Our screens, apps and widgets."""
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
            if cls.__module__.startswith("reader."):
                found.append(cls)
    return list(dict.fromkeys(found))
