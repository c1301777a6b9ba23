"""Plugins add formats and ways in, and a broken one harms nobody."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from reader import plugins
from reader.errors import IngestError
from reader.exporting import available_formats, get_format
from reader.formats import Dossier, Format, Options
from reader.library import Preparation, add_locations
from reader.models import Article, Confidentiality, Source
from reader.plugins import hookimpl
from reader.store import Store


def write_titles(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    for dossier in dossiers:
        stream.write(dossier.article.title.encode())


class Titles:
    @hookimpl
    def reader_formats(self) -> list[Format]:
        return [
            Format("titles", ".titles", "Titles", write_titles),
            Format("csv", ".csv", "Mine", write_titles),
        ]

    @hookimpl
    def reader_read(self, location: str) -> Article | None:
        if location == "memo:broken":
            raise ValueError("no memo")
        return Article("Ein Memo.", title="Memo", location=location) if location.startswith("memo:") else None


class Broken:
    @hookimpl
    def reader_formats(self) -> list[Format]:
        raise RuntimeError("broken on purpose")


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    ours = (Titles(), Broken())
    for plugin in ours:
        plugins.manager().register(plugin)
    yield
    for plugin in ours:
        plugins.manager().unregister(plugin)


def test_a_plugins_format_is_offered_and_redacted_but_replaces_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    known = available_formats()
    assert known["csv"].label != "Mine"
    hidden = Source("Otto Geheim", confidentiality=Confidentiality.CONFIDENTIAL, id=1)
    stream = io.BytesIO()
    dossier = Dossier(Article("x", title="Otto Geheim spricht"), protected=(hidden,))
    get_format("titles").write([dossier], stream, options=Options())
    assert stream.getvalue().decode() == "███████████ spricht"
    assert "broken on purpose" in capsys.readouterr().err


def test_a_plugin_reads_its_own_locations(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        steps = list(add_locations(store, ["memo:1", "memo:broken"], preparation=Preparation(engine="none")))
        assert [step.outcome for step in steps] == ["new", "failed"]
        assert "ValueError: no memo" in steps[1].message
        assert store.articles.get(steps[0].article_id).title == "Memo"


def test_other_locations_are_left_to_reader() -> None:
    assert plugins.plugin_article("elsewhere.txt") is None
    with pytest.raises(IngestError):
        plugins.plugin_article("memo:broken")
