"""Archives at addresses and on clusters."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.archives.running import Means, detect_archive
from reader.library.archives.taking import question_of
from reader.library.archives.work import Job
from tests.library.archives.conftest import RULES, Detect, article, rows, write_lines


@pytest.fixture
def memory() -> Iterator[None]:
    """The file system that fsspec keeps in memory, empty."""
    from fsspec.implementations.memory import MemoryFileSystem

    MemoryFileSystem.store.clear()
    yield
    MemoryFileSystem.store.clear()


def test_files_and_archive_may_lie_at_any_address(memory: None, tmp_path: Path, detect: Detect) -> None:
    import fsspec

    from reader.library.archives.asking import open_archive
    from reader.store.archive_sql import articles_of

    plain = write_lines(tmp_path / "in.jsonl", [article(number) for number in range(3)]).read_bytes()
    with fsspec.open("memory://news/2024/in.jsonl", "wb") as stream:
        stream.write(plain)
    steps = detect("memory://news/*/*.jsonl", out="memory://archive/one")  # type: ignore[arg-type]
    assert steps[-1].articles == 3
    assert detect("memory://news/2024", out="memory://archive/one")[-1].parts == 0  # type: ignore[arg-type]
    with open_archive("memory://archive/one") as archive:
        found = list(archive.run(articles_of(question_of(["speaker:Lindt"]))).rows)
    assert sorted(row[1][:30] for row in found) == ["memory:///news/2024/in.jsonl#@"] * 3


def test_a_cluster_gives_what_one_process_gives(tmp_path: Path, detect: Detect) -> None:
    distributed = pytest.importorskip("distributed")
    source = write_lines(tmp_path / "in.jsonl", [article(number, note="x" * 3000) for number in range(12)])
    detect(source, out=tmp_path / "one", articles_a_part=2)
    with distributed.LocalCluster(1, processes=False, dashboard_address=None) as cluster:
        job = Job(str(tmp_path / "two"), RULES, articles_a_part=2)
        *_, last = detect_archive([str(source)], job, Means(scheduler=cluster.scheduler_address))
    assert (last.articles, last.unread) == (12, ())
    assert rows(tmp_path / "two", "quotes") == rows(tmp_path / "one", "quotes")


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    source = write_lines(tmp_path / "in.jsonl", [article(1)])
    with pytest.raises(ReaderError, match="No scheduler answers"):
        list(
            detect_archive(
                [str(source)], Job(str(tmp_path / "out"), RULES), Means(scheduler="tcp://127.0.0.1:9")
            )
        )
    assert not (tmp_path / "out" / "running.json").exists()
