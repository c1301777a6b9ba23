"""Several processes: the same result as of one, whatever becomes of them."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from reader.library.archives.running import ArchiveProgress, Means, detect_archive
from reader.library.archives.work import Job
from tests.library.archives.conftest import RULES, Detect, article, rows, write_lines

DEADLY = """
import os
from reader.library.archives import working
look = working.article_in
def deadly(values, *others):
    if "tödlich" in values["text"]:
        os._exit(9)
    return look(values, *others)
working.article_in = deadly
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    articles = [article(number, note="x" * 1500) for number in range(60)]
    return write_lines(tmp_path / "in.jsonl", [*articles[:30], "{", *articles[30:]])


def run(source: Path, out: Path) -> Iterator[ArchiveProgress]:
    return detect_archive([str(source)], Job(str(out), RULES, articles_a_part=5), Means(2))


def test_a_process_that_is_killed_costs_nothing(tmp_path: Path, source: Path, detect: Detect) -> None:
    detect(source, out=tmp_path / "one", articles_a_part=5)
    told = list[ArchiveProgress]()
    killed = 0
    for step in run(source, tmp_path / "two"):
        told.append(step)
        if killed < 2 and (children := active_children()):
            os.kill(children[0].pid or 0, signal.SIGKILL)
            killed += 1
    assert killed == 2
    assert sum("A process ended" in step.message for step in told) == 2
    for table in ("articles", "quotes", "failed"):
        assert rows(tmp_path / "two", table) == rows(tmp_path / "one", table)
    assert len(rows(tmp_path / "two", "articles")) == 60
    assert len(rows(tmp_path / "two", "failed")) == 1


def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path: Path, source: Path, detect: Detect) -> None:
    detect(source, out=tmp_path / "one", articles_a_part=5)
    with closing(run(source, tmp_path / "two")) as steps:  # type: ignore[type-var]
        next(step for step in steps if step.parts >= 2)
    assert active_children() == []
    kept = len(rows(tmp_path / "two", "articles"))
    assert 0 < kept < 60
    *_, last = run(source, tmp_path / "two")
    assert last.articles == 60 - kept
    assert rows(tmp_path / "two", "quotes") == rows(tmp_path / "one", "quotes")


def test_a_row_that_ends_processes_is_set_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site" / "sitecustomize.py").parent.mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(DEADLY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "site"), os.getcwd()]))  # noqa: PTH109
    lines = [article(1), article(2, text="Das ist tödlich."), article(3)]
    *_, last = run(write_lines(tmp_path / "in.jsonl", lines), tmp_path / "out")
    assert (last.articles, last.failed, last.unread) == (2, 1, ())
    assert [row["reason"][:29] for row in rows(tmp_path / "out", "failed")] == [
        "The process ended over it twi"
    ]
