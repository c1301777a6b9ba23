"""The Python API: what docs/api.md shows works, goes through the journal, and covers what goes out."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader import api
from reader.api import Article, Library, ReaderError, Status, detect, open_library
from reader.models import Source, TermsOfUse
from reader.store import Store

TEXT = "„Wir bauen heute“, sagte Erika Mustermann. Mehr war nicht zu erfahren."
PAGE = Path(__file__).parents[1] / "docs" / "api.md"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_quotes_are_found_without_a_library() -> None:
    (quote,) = detect(TEXT, "de")
    assert (quote.words(TEXT), quote.speaker_name(TEXT)) == ("„Wir bauen heute“", "Erika Mustermann")
    assert detect("Ohne.", "de") == ()
    with pytest.raises(ReaderError):
        detect(TEXT, "de", engine="magic")


def test_a_library_is_filled_asked_marked_and_undone(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "bau.txt"
    file.write_text(f"Der Bau\n\n{TEXT}", encoding="utf-8")
    with open_library(place, actor="tests") as library:
        (step,) = library.add(file, tags=["bau"])
        assert step.outcome == "new"
        (article,) = library.articles("tag:bau")
        (quote,) = library.quotes_of(article)
        assert library.mark(quote, status=Status.ACCEPTED) == 1
        library.note(article, "Anrufen", quote=quote)
        assert library.tag("frage", quotes=[quote]) == 1
        (found,) = library.quotes("status:accepted tag:frage")
        assert found.stored_words == "„Wir bauen heute“"
        assert [note.body for note in library.notes_of(article)] == ["Anrufen"]
        assert "frage" in library.undo()
        assert list(library.quotes("tag:frage")) == []
    with Store(place) as store:
        assert {entry.actor for entry in store.journal.entries()} == {"tests"}


def test_an_article_of_ones_own_is_stored_with_its_quotes_and_not_twice(place: Path) -> None:
    with open_library(place) as library:
        made = Article(TEXT, title="Bau", language="de", tags=("eigen",), location="eigen:1")
        number = library.add_article(made)
        assert library.add_article(made) == number
        assert library.article(number).tags == ("eigen",)
        assert len(library.quotes_of(number)) == 1


def test_what_goes_out_is_covered_and_asks(place: Path, tmp_path: Path) -> None:
    with open_library(place) as library:
        number = library.add_article(Article(TEXT, title="Mustermann baut", language="de"))
        (quote,) = library.quotes_of(number)
        assert "(Erika Mustermann)" in library.cite(quote)
        with Store(place) as store:
            source = store.sources.add(Source("Erika Mustermann", identity_protected=True))
            store.sources.assign([quote.id], source.id)
        assert "Mustermann" not in library.cite(quote)
        with pytest.raises(ReaderError, match=r"title|Mustermann|covered"):
            library.export([number], "csv", tmp_path / "out.csv")
        assert not (tmp_path / "out.csv").exists()
        (path,) = library.export([number], "csv", tmp_path / "out.csv", anyway=True)
        assert "Mustermann" not in path.read_text(encoding="utf-8")
        with Store(place) as store:
            store.quotes.set_use([quote.id], TermsOfUse.OFF_RECORD)
        with pytest.raises(ReaderError, match="not for publication"):
            library.cite(quote)


def test_what_cannot_be_done_is_a_reader_error(place: Path) -> None:
    with open_library(place, create=True) as library:
        library.add_article(Article(TEXT, title="Bau", language="de"))
        with pytest.raises(ReaderError, match="no quote number 99"):
            library.mark(99, status=Status.ACCEPTED)
        with pytest.raises(ReaderError, match="no status"):
            library.mark(1, status="foo")  # type: ignore[arg-type]  # what a script may say
        with pytest.raises(ReaderError, match="needs words"):
            library.note(1, " ")


def test_a_library_that_is_not_there_is_told(place: Path) -> None:
    with pytest.raises(ReaderError), open_library(place, create=False):
        pass


def test_every_name_and_call_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    calls = [name for name in vars(Library) if not name.startswith("_")]
    assert [name for name in (*api.__all__, *calls) if f"`{name}" not in page] == []
    assert all(getattr(Library, name).__doc__ for name in calls)


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "library.db"))
    (tmp_path / "text.txt").write_text(f"Der Bau\n\n{TEXT}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    given: dict[str, Any] = {}
    for example in examples:
        exec(example, given)
    assert (tmp_path / "quotes.xlsx").read_bytes().startswith(b"PK")


def test_the_api_starts_without_screens_and_engines() -> None:
    heavy = "{'textual', 'numpy', 'trafilatura'} & set(__import__('sys').modules)"
    code = f"import reader.api; print({heavy})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_one_article_or_quote_or_its_number_does_where_several_are_taken(place: Path, tmp_path: Path) -> None:
    with open_library(place) as library:
        number = library.add_article(Article(TEXT, language="de"))
        (quote,) = library.quotes_of(number)
        for which, name in ((number, "a.csv"), (library.article(number), "b.csv"), ([number], "c.csv")):
            (file,) = library.export(which, "csv", tmp_path / name)
            assert "Mustermann" in file.read_text(encoding="utf-8")
        assert library.tag("bau", articles=number, quotes=quote) == 2
        with pytest.raises(ReaderError, match="99"):
            library.export(99, "csv", tmp_path / "d.csv")
        assert not (tmp_path / "d.csv").exists()


def test_messages_speak_of_arguments_and_not_of_options(place: Path, tmp_path: Path) -> None:
    with open_library(place) as library:
        number = library.add_article(Article(TEXT, language="de"))
        library.export(number, "csv", tmp_path / "a.csv")
        with pytest.raises(ReaderError) as told:
            library.export(number, "csv", tmp_path / "a.csv")
    assert "force=True" in told.value.message
    assert "--" not in f"{told.value.message} {told.value}"
    with pytest.raises(ReaderError) as told, open_library(tmp_path):
        pass
    assert "--" not in told.value.message


def test_an_article_without_a_text_is_refused(place: Path) -> None:
    with open_library(place) as library, pytest.raises(ReaderError, match="needs a text"):
        library.add_article(Article(" \n"))


def test_a_library_that_was_closed_says_so(place: Path) -> None:
    with open_library(place) as library:
        library.add_article(Article(TEXT, language="de"))
        later = library.articles()
    for late in (library.sources, lambda: library.article(1), lambda: next(later)):
        with pytest.raises(ReaderError, match="is closed"):
            late()
