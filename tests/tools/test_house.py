"""The figures of the house, on small trees made up for each."""

from pathlib import Path
from shutil import copytree

import pytest

from tools.house import columns, desk, whys, words
from tools.house.__main__ import report
from tools.house.tree import Module, modules


def tree(folder: Path, **files: str) -> list[Module]:
    """Modules below `reader/`; two underscores in a name stand for a folder."""
    for name, text in files.items():
        path = folder / "reader" / Path(*name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return modules(folder)


SCREEN = """
class View:
    mode: str
    def paint(self):
        self.mode = "read"
    def close(self):
        pass

class Marking(View):
    def mark(self):
        self.mode = "mark"
    def close(self):
        super().close()

class DeskScreen(Marking, Widget[None]):
    def show(self):
        self.page, self.mode = 1, ""
"""


def test_a_class_is_counted_with_its_bases_from_the_project(tmp_path: Path) -> None:
    found = desk.joined(tree(tmp_path, ui__screen=SCREEN))
    assert found is not None
    assert found.classes == ("DeskScreen", "Marking", "View")
    assert (found.methods, found.names) == (5, 4)
    assert found.attributes == 2
    assert found.writers == {"mode": ("DeskScreen", "Marking", "View")}
    assert found.chains == {"close": 1}


PARTS = """
class DeskScreen:
    page: int

def undo(desk):
    desk.page = 1

class Saving:
    def a(self):
        self.desk.page = 2
"""


def test_a_helper_that_writes_through_the_desk_is_a_writer_too(tmp_path: Path) -> None:
    found = desk.joined(tree(tmp_path, ui__desk=PARTS))
    assert found is not None
    assert found.writers == {"page": ("DeskScreen", "Saving", "reader.ui.desk")}


def test_a_tree_without_a_desk_says_so(tmp_path: Path) -> None:
    tree(tmp_path, models="")
    assert any("no class is called DeskScreen" in line for line in report(tmp_path))


def test_files_that_name_a_column_are_counted_beside_the_feature(tmp_path: Path) -> None:
    every = tree(
        tmp_path,
        models="class Article:\n    feed: str = ''\n",
        store__adding="SQL = 'INSERT INTO articles (title, feed)'\n",
        ui__preview='"""Shows the feed."""\n',
        ingest__feeds="feed = article.feed\n",
    )
    assert columns.files_that_name(every) == ["reader.models", "reader.store.adding"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a, b, c, d, e, f = row", ["reader.m:1 unpacks 6"]),
        ("a, b, c, d, e = row", []),
        ("for a, b, c, d, e, f in rows: pass", ["reader.m:1 unpacks 6"]),
        ("Quote(q.a, q.b, q.c, q.d, q.e, q.f)", ["reader.m:1 copies 6"]),
        ("values = (q.a, q.b, q.c, q.d, q.e, q.f)", ["reader.m:1 copies 6"]),
        ("Quote(a=q.a, b=q.b, c=q.c, d=q.d, e=q.e, f=q.f)", []),
        ("flags = (w.A | 1, 2, 3, 4, 5, 6)", []),
    ],
)
def test_what_is_unpacked_or_copied_by_position(tmp_path: Path, code: str, expected: list[str]) -> None:
    assert columns.positional(tree(tmp_path, m=code)) == expected


def test_one_name_in_several_modules(tmp_path: Path) -> None:
    every = tree(
        tmp_path,
        models="class Tag: pass\n",
        quotes__tags="class Tag: pass\ndef _told(): pass\ndef told_by(): pass\ndef untold(): pass\n",
        store__tags="class Place: pass\ndef _kept(): pass\n",
    )
    assert words.classes_of_one_name(every) == {"Tag": ["reader.models", "reader.quotes.tags"]}
    assert words.modules_of_one_name(every) == {"tags": ["reader.quotes.tags", "reader.store.tags"]}
    assert words.called_told(every) == (["reader.quotes.tags._told"], ["reader.quotes.tags.told_by"])
    assert words.names_that_hide(every) == ["reader.store.tags._kept", "reader.store.tags.Place"]


@pytest.mark.parametrize("folder", ["languages", "quotes/lang"])
def test_german_words_in_code_of_quotes(tmp_path: Path, folder: str) -> None:
    for code, table in (("de", 'verbs = ["sagen", "was"]'), ("en", 'verbs = ["was", "say"]')):
        path = tmp_path / "reader" / folder / code / "quotes.toml"
        path.parent.mkdir(parents=True)
        path.write_text(table, encoding="utf-8")
    every = tree(
        tmp_path,
        quotes__people='"""sagen"""\nif word in ("sagen", "was", "gegenüber", "verbs"): pass\n',
        quotes__german__roles='SAY = "sagen"\n',
        ingest__mail='SAY = "sagen"\n',
    )
    assert words.german_in_code(every, tmp_path) == [
        "reader.quotes.people:2 sagen",
        "reader.quotes.people:2 gegenüber",
    ]


def test_conditions_of_three_parts_want_a_comment_or_an_example(tmp_path: Path) -> None:
    code = '''
def silent(a, b, c):
    return a and b and not c

def commented(a, b, c):
    # "sie sei" is one, "sie ist" none
    if a and (b or c):
        return 1

def explained(a, b, c):
    """Whether it is one: „sie sei“."""
    return a and b and c

def short(a, b):
    return a and b
'''
    number, silent, mute = whys.conditions(tree(tmp_path, m=code))
    assert number == 3
    assert silent == ["reader.m:3", "reader.m:12"]
    assert mute == ["reader.m:3"]


def test_thresholds_want_a_docstring(tmp_path: Path) -> None:
    code = (
        '_NEAR = 120\n_FAR = 400\n"""Chosen on the gold set."""\n'
        '_HALF = 1 / 2  # of a line\nSHORT = -3\nNAME = "x"\n'
        "found = score <= 0.7 or number > 1\n"
    )
    constants, compared = whys.bare_thresholds(tree(tmp_path, m=code))
    assert constants == ["reader.m:1 _NEAR", "reader.m:5 SHORT"]
    assert compared == ["reader.m:7 score <= 0.7"]


def test_late_imports_want_half_a_line_of_why(tmp_path: Path) -> None:
    code = """
def told():
    from reader.models import Article  # heavy
    from reader.models import Quote
def above():
    # not for the first paint
    import reader.models
def silent():
    import numpy
    from reader.models import Article
def ignored():
    from reader.models import Article  # type: ignore
"""
    with_why, without = whys.late_imports(tree(tmp_path, m=code))
    assert with_why == ["reader.m:3", "reader.m:4", "reader.m:7"]
    assert without == ["reader.m:10", "reader.m:12"]


def test_sizes_and_docstrings(tmp_path: Path) -> None:
    long = "def long():\n    '''Long.'''\n" + "    pass\n" * 29
    bare = "class Bare:\n    def open(self): pass\n    def _own(self): pass\n"
    every = tree(tmp_path, m=f"'''Docs.'''\n{bare}{long}")
    assert whys.long_functions(every) == ["reader.m.long 31"]
    assert whys.without_docstring(every) == ["reader.m.Bare", "reader.m.Bare.open"]
    assert whys.long_modules(tree(tmp_path, big="a = 1\n" * 301)) == ["reader.big 301"]


def test_comments_are_counted_by_package_and_those_for_programs_are_not(tmp_path: Path) -> None:
    people = "# why\na = 1  # noqa\nb = 1  # type: ignore  # theirs\n\n"
    every = tree(tmp_path, m="a = 1\n", quotes__people=people)
    assert whys.comments_by_room(every) == {"": (1, 0), "quotes": (3, 2)}


def test_the_report_of_these_rooms_has_every_table_and_its_places(tmp_path: Path) -> None:
    for room in ("checks", "languages", "ui/desk"):
        copytree(Path(__file__).parents[2] / "reader" / room, tmp_path / "reader" / room)
    lines = list(report(tmp_path, places=True))
    for title in ("The desk", "Columns of an article", "Words", "Whys and sizes", "Comments in a hundred"):
        assert any(line.strip().startswith(title) for line in lines)
    assert any("DeskScreen" in line for line in lines)
