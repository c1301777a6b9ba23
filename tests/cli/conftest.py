"""A library with two articles, and a way to run commands on it."""

import os
import shutil
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import CliRunner, Result

from reader.cli.group import cli
from reader.models import Article, Note, Quote, QuoteType, Source, Span
from reader.store import Store

TEXT = (
    "Der Vorspann 😀 mit \x1b[31mFarbe\x1b[0m.\n\n"
    "„Wir bauen heute“, sagte Erika Mustermann am Montag.\n\n"
    "Der Bau sei teuer, hieß es im Amt."
)


def span(passage: str) -> Span:
    start = TEXT.index(passage)
    return Span(start, start + len(passage))


class Run(Protocol):
    """Runs `reader` with arguments."""

    def __call__(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """The result, with its exit code and what was printed."""


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(cli, list(arguments), input=stdin, prog_name="reader")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that every test gets a copy of."""
    path = tmp_path_factory.mktemp("template") / "library.db"
    with Store(path, actor="tests") as store:
        _fill(store)
    return path


def _fill(store: Store) -> None:
    direct = Quote(
        QuoteType.DIRECT,
        (span("„Wir bauen heute“"),),
        speaker=(span("Erika Mustermann"),),
        cue=(span("sagte"),),
        resolved_speaker="Erika Mustermann",
        confidence=0.9,
    )
    indirect = Quote(QuoteType.INDIRECT, (span("Der Bau sei teuer"),), confidence=0.6)
    article = Article(
        TEXT,
        title="Neubau am Markt",
        outlet="Beispielblatt",
        url="https://example.org/neubau",
        location="https://example.org/neubau",
        published="2025-03-01",
        language="de",
    )
    store.articles.add(article, (direct, indirect), "rules-1")
    other = Article("Der zweite Text ist kurz.", title="Zweiter", location="zwei.txt", language="de")
    store.articles.add(other)
    store.notes.save(Note("Nachfragen *morgen*", 1, quote_id=1))
    store.tags.attach(["politik/bau"], articles=[1])
    source = store.sources.add(Source("Otto Geheim", identity_protected=True))
    assert source.id == 1


@pytest.fixture
def library(template: Path, private_folders: Path) -> Path:
    """A library of this test's own, the one commands use."""
    path = Path(os.environ["READER_LIBRARY"])
    shutil.copy(template, path)
    return path


@pytest.fixture
def store(library: Path) -> Any:
    """The library, open."""
    with Store(library) as opened:
        yield opened
