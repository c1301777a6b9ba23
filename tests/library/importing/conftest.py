"""A library with a full article, the same library without what stands on it, and files exported of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from reader.formats import Options
from reader.library.exporting import export
from reader.store import Store
from tests.formats.examples import (
    ARTICLE,
    DIRECT,
    EVIDENCE,
    PASSAGE_NOTE,
    QUOTE_NOTE,
    SOURCE,
    SPLIT,
)


class Exported(Protocol):
    """Writes the article of a library in a format."""

    def __call__(self, store: Store, name: str) -> Path:
        """The file."""


def fill(store: Store) -> None:
    """Put quotes, notes, tags, evidence and a source on the article."""
    source = store.sources.add(replace(SOURCE, id=0))
    direct = store.imported.take_quote(
        1, replace(DIRECT, source_id=source.id, origin="rules-1"), evidence=[EVIDENCE]
    )
    store.imported.take_quote(1, SPLIT)
    store.tags.attach(DIRECT.tags, quotes=[direct])
    store.tags.attach(ARTICLE.tags, articles=[1])
    store.notes.save(replace(QUOTE_NOTE, id=0, quote_id=direct))
    noted = store.notes.save(replace(PASSAGE_NOTE, id=0))
    store.tags.attach(PASSAGE_NOTE.tags, notes=[noted.id])


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    """A library with the article alone."""
    with Store(tmp_path / "bare.db", actor="tests") as store:
        store.articles.add(replace(ARTICLE, id=0, tags=()))
        yield store


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    """A library with the article and all that stands on it."""
    with Store(tmp_path / "full.db", actor="tests") as store:
        store.articles.add(replace(ARTICLE, id=0, tags=()))
        fill(store)
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A library without any article."""
    with Store(tmp_path / "empty.db", actor="tests") as store:
        yield store


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Export article 1."""

    def write(store: Store, name: str) -> Path:
        folder = tmp_path / name
        (path,) = export(store, [1], name, f"{folder}/", options=Options(actor="Anna Beispiel"))
        return path

    return write
