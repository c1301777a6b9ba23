"""Detection over an archive: what goes in, what comes out, and what is done again."""

import bz2
import gzip
import lzma
from pathlib import Path

import pytest

from reader.errors import ReaderError, UsageError
from reader.library.archives.folder import ArchiveFolder
from reader.library.archives.places import place_of
from tests.library.archives.conftest import Detect, article, rows, write_lines


def test_quotes_stand_where_the_kept_text_has_them(tmp_path: Path, detect: Detect) -> None:
    detect(write_lines(tmp_path / "in.jsonl", [article(3, author="Mia Roth", url="https://example.org/3")]))
    (kept,) = rows(tmp_path / "out", "articles")
    quotes = rows(tmp_path / "out", "quotes")
    assert (kept["article_id"], kept["byline"], kept["quotes"]) == ("a3", "Mia Roth", 2)
    assert [quote["type"] for quote in quotes] == ["Direct", "Indirect"]
    assert [quote["speaker_name"] for quote in quotes] == ["Ada Lindt", "Udo Kern"]
    for quote in quotes:
        (span,) = quote["spans"]
        assert kept["text"][span["start"] : span["end"]] == quote["text"]
        assert (quote["outlet"], quote["url"], quote["language"]) == (
            "Hafenblatt",
            "https://example.org/3",
            "de",
        )
        assert quote["detector"].startswith("rules-")


def test_texts_can_be_left_out(tmp_path: Path, detect: Detect) -> None:
    detect(write_lines(tmp_path / "in.jsonl", [article(1)]), keeps_texts=False)
    assert [row["text"] for row in rows(tmp_path / "out", "articles")] == [None]


@pytest.mark.parametrize(
    ("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_packed_lines_are_read_in_parts(tmp_path: Path, detect: Detect, ending: str, pack: object) -> None:
    plain = write_lines(tmp_path / "in.jsonl", [article(number, note="x" * 900) for number in range(20)])
    packed = tmp_path / f"packed.jsonl.{ending}"
    packed.write_bytes(pack(plain.read_bytes()))  # type: ignore[operator]
    steps = detect(packed, articles_a_part=1)
    assert steps[-1].all_parts > 3
    assert sorted(row["article_id"] for row in rows(tmp_path / "out", "articles")) == sorted(
        f"a{number}" for number in range(20)
    )


@pytest.mark.parametrize(("ending", "packing"), [("zst", "zstd"), ("lz4", "lz4")])
def test_lines_are_unpacked_by_their_ending(
    tmp_path: Path, detect: Detect, ending: str, packing: str
) -> None:
    import pyarrow as pa

    plain = write_lines(tmp_path / "in.jsonl", [article(1), article(2)])
    with pa.CompressedOutputStream(str(tmp_path / f"packed.ndjson.{ending}"), packing) as stream:
        stream.write(plain.read_bytes())
    assert detect(tmp_path / f"packed.ndjson.{ending}")[-1].articles == 2


def test_a_packed_file_that_is_cut_off_spoils_only_itself(tmp_path: Path, detect: Detect) -> None:
    plain = write_lines(tmp_path / "in" / "a.jsonl", [article(number) for number in range(9)])
    packed = tmp_path / "in" / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes())[:-40])
    steps = detect(tmp_path / "in")
    assert steps[-1].articles == 9
    assert [sentence.partition(" cannot")[0] for sentence in steps[-1].unread] == [str(packed)]


def test_tables_are_read_whatever_their_groups_of_rows(tmp_path: Path, detect: Detect) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist([article(number) for number in range(25)])
    pq.write_table(table, tmp_path / "one.parquet")
    pq.write_table(table, tmp_path / "many.parquet", row_group_size=4)
    detect(tmp_path / "one.parquet", out=tmp_path / "first", articles_a_part=7)
    detect(tmp_path / "many.parquet", out=tmp_path / "second", articles_a_part=7)
    names = [[row["article_id"] for row in rows(tmp_path / out, "articles")] for out in ("first", "second")]
    assert sorted(names[0]) == sorted(names[1]) == sorted(f"a{number}" for number in range(25))


def test_a_text_of_a_table_that_is_none_spoils_its_row_alone(tmp_path: Path, detect: Detect) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    good = article(1)["text"].encode()
    column = pa.array([good, b"\xff\xfe\x00", good], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": column, "language": ["de"] * 3}), tmp_path / "in.parquet")
    assert detect(tmp_path / "in.parquet")[-1].articles == 2
    (failed,) = rows(tmp_path / "out", "failed")
    assert failed["location"].endswith("in.parquet#2")
    assert "UTF-8" in failed["reason"]


def test_rows_that_are_no_articles_are_set_apart_with_the_reason(tmp_path: Path, detect: Detect) -> None:
    wrong = [
        "{",
        "[1]",
        article(2, text=""),
        article(3, text=None),
        '{"text": "\\ud800 Halb.", "id": "\\ud800"}',
    ]
    last = detect(write_lines(tmp_path / "in.jsonl", [article(1), *wrong, article(4)]))[-1]
    assert (last.articles, last.failed, last.unread) == (3, 4, ())
    reasons = [row["reason"] for row in rows(tmp_path / "out", "failed")]
    assert sorted(reasons) == [
        "It has no text in the column “text”.",
        "It has no text in the column “text”.",
        "The line is no JSON.",
        "The line is no object with names.",
    ]


def test_a_hostile_language_leads_to_no_other_folder(tmp_path: Path, detect: Detect) -> None:
    detect(write_lines(tmp_path / "in.jsonl", [article(1, language="../../../../x")]))
    assert sorted(path.name for path in (tmp_path / "out" / "quotes").iterdir()) == ["language=de"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out"]


def test_columns_are_named_and_markup_is_taken_out(tmp_path: Path, detect: Detect) -> None:
    row = {"meta": {"head": "Häuser", "when": 1714550400}, "body": f"<p>{article(1)['text']}</p>", "n": 7}
    mapping = (("text", "body"), ("title", "meta.head"), ("published", "meta.when"), ("id", "n"))
    detect(write_lines(tmp_path / "in.jsonl", [row]), mapping=mapping)
    (kept,) = rows(tmp_path / "out", "articles")
    assert (kept["article_id"], kept["title"], kept["published"][:10]) == ("7", "Häuser", "2024-05-01")
    assert "<p>" not in kept["text"]


def test_a_table_without_a_text_says_which_columns_it_has(tmp_path: Path, detect: Detect) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"headline": ["x"], "body": ["y"]}), tmp_path / "in.parquet")
    with pytest.raises(UsageError, match=r"headline, body: .*--map text=body"):
        detect(tmp_path / "in.parquet")


def test_folders_and_patterns_are_gone_through(tmp_path: Path, detect: Detect) -> None:
    for number in range(3):
        write_lines(tmp_path / "in" / str(number) / "day.jsonl", [article(number)])
    (tmp_path / "in" / "readme.txt").write_text("Nothing to read here.")
    assert detect(tmp_path / "in", out=tmp_path / "all")[-1].articles == 3
    assert detect(f"{tmp_path}/in/[01]/*.jsonl", out=tmp_path / "some")[-1].articles == 2
    with pytest.raises(UsageError, match="has no articles"):
        detect(tmp_path / "in" / "*.parquet")
    with pytest.raises(UsageError, match="is not there"):
        detect(tmp_path / "nowhere.jsonl")


def test_what_is_done_is_not_done_again_and_new_files_are_added(tmp_path: Path, detect: Detect) -> None:
    write_lines(tmp_path / "in" / "b.jsonl", [article(1)])
    detect(tmp_path / "in")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    write_lines(tmp_path / "in" / "a.jsonl", [article(2)])
    steps = detect(tmp_path / "in")
    assert steps[-1].articles == 1
    assert "1 article is done already." in [step.message for step in steps]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert [row["article_id"] for row in rows(tmp_path / "out", "articles")] == ["a2", "a1"]
    assert detect(tmp_path / "in")[-1].parts == 0


def test_a_file_that_has_changed_is_read_again(tmp_path: Path, detect: Detect) -> None:
    changing = write_lines(tmp_path / "in" / "a.jsonl", [article(1)])
    write_lines(tmp_path / "in" / "b.jsonl", [article(2)])
    detect(tmp_path / "in", articles_a_part=1)
    write_lines(changing, [article(3), article(4)])
    steps = detect(tmp_path / "in", articles_a_part=1)
    assert f"{changing} has changed" in steps[0].message
    assert steps[-1].articles == 2
    assert [row["article_id"] for row in rows(tmp_path / "out", "articles")] == ["a3", "a4", "a2"]
    assert len(rows(tmp_path / "out", "quotes")) == 6


def test_what_an_ended_run_left_does_not_count(tmp_path: Path, detect: Detect) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(1)])
    detect(source)
    (marker,) = (tmp_path / "out" / "done").iterdir()
    marker.unlink()
    left = tmp_path / "out" / "quotes" / "language=de" / ".half.parquet.12345678.new"
    left.write_bytes(b"PAR1")
    assert rows(tmp_path / "out", "quotes") == []
    detect(source)
    assert len(rows(tmp_path / "out", "quotes")) == 2
    assert not left.exists()


def test_a_part_whose_note_is_damaged_is_done_again(tmp_path: Path, detect: Detect) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(1), article(2)])
    detect(source)
    for damage in ("{", "[]", '{"stretches": [[1]]}'):
        (marker,) = (tmp_path / "out" / "done").iterdir()
        marker.write_text(damage)
        assert detect(source)[-1].articles == 2
        assert len(rows(tmp_path / "out", "articles")) == 2


def test_other_settings_and_other_folders_are_refused(tmp_path: Path, detect: Detect) -> None:
    source = write_lines(tmp_path / "in.jsonl", [article(1)])
    detect(source)
    with pytest.raises(UsageError, match="other settings \\(--lang\\)"):
        detect(source, language="en")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("Mine.")
    with pytest.raises(UsageError, match=r"holds something else \(notes.txt\)"):
        detect(source, out=tmp_path / "mine")


def test_two_runs_do_not_work_in_one_archive(tmp_path: Path, detect: Detect) -> None:
    import os

    source = write_lines(tmp_path / "in.jsonl", [article(1)])
    folder = ArchiveFolder(place_of(str(tmp_path / "out")))
    folder.place.below("running.json").put_json({"process": 1, "machine": os.uname().nodename})
    with pytest.raises(ReaderError, match="Another program is at work"):
        detect(source)
    folder.place.below("running.json").put_json({"process": 2**22 + 1, "machine": os.uname().nodename})
    assert detect(source)[-1].articles == 1
    assert not (tmp_path / "out" / "running.json").exists()
