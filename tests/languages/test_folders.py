"""Each language's folder is whole or says what it lacks; the page that explains the tables names each."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import reader.languages
from reader.languages import folders, verb_files
from reader.languages.press import Press, any_of, everywhere, press
from reader.languages.tables import MADE, Language, known, load
from reader.quotes.german.lexicon import with_umlauts

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path for path in Path(str(reader.languages.__path__[0])).glob("??") if path.is_dir())
CODES = [path.name for path in FOLDERS]
EXAMPLES = [
    tomllib.loads(block)
    for block in re.findall(
        r"```toml\n(.*?)```", (ROOT / "docs/languages.md").read_text(encoding="utf-8"), re.DOTALL
    )
]
"""The tables that the page explains: of quotes.toml, of press.toml."""


def sections(table: dict[str, Any]) -> dict[str, set[str]]:
    return {name: set(part) for name, part in table.items() if isinstance(part, dict)}


def lacking(table: dict[str, Any], whole: dict[str, set[str]]) -> list[str]:
    """What a file does not hold: names of tables, and of sections that it lacks altogether."""
    held, names = sections(table), list[str]()
    for section, tables in whole.items():
        names += sorted(tables - held[section]) if section in held else [section]
    return names


def absent_files(code: str) -> list[str]:
    """The files that a folder does not hold, in the order of the page."""
    return [name for name in folders.FILES if not (FOLDERS[CODES.index(code)] / name).exists()]


@pytest.mark.parametrize("code", CODES)
def test_a_folder_tells_what_it_lacks_in_a_file_of_press_words(code: str) -> None:
    assert (FOLDERS[CODES.index(code)] / "press.toml").exists()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("name", "number"), [("quotes.toml", 0), ("press.toml", 1)])
def test_a_file_holds_every_table_or_says_that_it_lacks_it(code: str, name: str, number: int) -> None:
    table = folders.table_of(code, name)
    if not table:
        pytest.skip("has no such file, which `lacks` of its press.toml says")
    whole = sections(EXAMPLES[number])
    found = (absent_files(code) if name == "press.toml" else []) + lacking(table, whole)
    if name == "quotes.toml" and verb_files.load(code).sayings:
        found = [table for table in found if table not in MADE]
    assert set(found) == set(table.get("lacks", [])), f"{name} of {code}: lacks = {json.dumps(found)}"
    assert all(names <= whole[section] for section, names in sections(table).items())
    assert table["source"]


@pytest.mark.parametrize(("kind", "number"), [(Language, 0), (Press, 1)])
def test_the_page_explains_every_table_and_no_other(kind: type, number: int) -> None:
    told = {name for names in sections(EXAMPLES[number]).values() for name in names}
    assert told == {field.name for field in fields(kind)} - {"code", "name", "source", "leftovers"}


@pytest.mark.parametrize("code", CODES)
def test_the_tables_of_a_language_can_be_read(code: str) -> None:
    words = press(code)
    assert len(words.months) in (0, 12)
    assert len(words.marks) in (0, 4)
    assert len(words.regional_marks) in (0, 4)
    assert set(words.other_months.values()) <= set(range(1, 13))
    for pattern in (*words.leftover_patterns, *words.tail_openers, *words.article_ends):
        assert re.compile(pattern).fullmatch("") is None
    assert load(code).code == code
    assert (code in known()) == (FOLDERS[CODES.index(code)] / "quotes.toml").exists()


def test_no_name_of_a_month_means_two() -> None:
    told = {(name, number) for code in CODES for name, number in press(code).month_numbers().items()}
    assert len({name for name, _ in told}) == len(told)
    assert everywhere().other_months["märz"] == everywhere().other_months["mrz"] == 3


@pytest.mark.parametrize("particle", ["de", "von", "van", "di", "da", "al"])
def test_no_language_takes_for_an_article_what_names_of_another_begin_with(particle: str) -> None:
    assert particle not in everywhere().articles, "the parts of such a name would no longer be covered"


def test_the_grammar_reads_umlauts_as_they_are_spelled_out() -> None:
    for umlaut, plain in press("de").spelled_out.items():
        assert with_umlauts(f"h{plain}r") == (f"h{umlaut}r" if umlaut != "ß" else "hssr")


def test_an_unknown_language_has_no_words() -> None:
    assert press("tlh") == press("") == press("../de") == Press()


def test_a_longer_word_is_read_before_a_shorter_one() -> None:
    found = re.match(any_of(["de", "des", "de la"]), "des agences")
    assert found
    assert found[0] == "des"


ARTICLE = """Broen åbner

Af Mette Holm og Jens Dahl

3. maj 2021

Del artiklen

»Vi er trætte,« sagde Mette Holm om broen, der har ventet i mange år.

Det var alt for i dag, og i morgen er der mere.
"""
PRESS = """
[names]
between_names = ["og"]
nameless = ["hun"]
[dates]
other_months = {maj = 5}
[bylines]
by = ["af"]
"""
QUOTES = """
name = "Danish"
[marks]
pairs = ["»«"]
[saying]
verbs = ["sagde"]
verb_first = true
"""
PROGRAM = """
import sys
from pathlib import Path
from reader.languages import folders, verb_files
folders.home = lambda: Path(sys.argv[1])
from reader.texts.naming import is_nameless
from reader.formats.bylines import authors
from reader.ingest import from_text
from reader.quotes import detect
article = from_text(sys.argv[2], "broen.txt")
print(article.byline, article.published, article.removed, is_nameless("hun"), len(authors(article.byline)))
print([article.text[s:e] for q in detect(article.text, "da") for s, e in (*q.spans, *q.speaker)])
"""


def test_a_new_folder_is_all_that_a_language_needs(tmp_path: Path) -> None:
    home = tmp_path / "languages"
    shutil.copytree(FOLDERS[0].parent, home, ignore=shutil.ignore_patterns("weights", "__pycache__"))
    for name, text in (("press.toml", PRESS), ("leftovers.txt", "del artiklen\n"), ("quotes.toml", QUOTES)):
        (home / "da").mkdir(exist_ok=True)
        (home / "da" / name).write_text(text, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home), ARTICLE], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == [
        "Mette Holm og Jens Dahl 2021-05-03 ('Del artiklen',) True 2",
        "['»Vi er trætte,«', 'Mette Holm']",
    ]
