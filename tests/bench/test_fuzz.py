"""The fuzzing bench tells a crash, a hang and a full memory from a refusal, and reaches what it tries out."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits of a process are those of POSIX")

from bench import fuzz, fuzz_kinds
from bench.fuzz_kinds import KINDS, Kind, RefusedError
from bench.mutations import Form
from reader.ingest import feeds
from reader.ingest.formats import from_bytes

NOT_READ = "json feed"
"""Feeds as JSON are refused; that is what is tried out there."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_good_inputs_are_read(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(feeds, "read", fuzz_kinds._no_network)
    monkeypatch.setattr(feeds, "article_in", from_bytes)
    fuzz_kinds._library.cache_clear()
    for seed in kind.seeds:
        if kind.name == NOT_READ:
            with pytest.raises(RefusedError):
                kind.read(seed)
        else:
            kind.read(seed)


def test_the_same_number_is_the_same_input() -> None:
    for kind in KINDS:
        inputs = [fuzz.input_of(kind, 1, number) for number in range(5)]
        assert inputs == [fuzz.input_of(kind, 1, number) for number in range(5)]
        assert len(set(inputs)) == 5
        assert not set(inputs) & set(kind.seeds)


def tried(read: object) -> str:
    return fuzz.try_out(Kind("x", (b"",), read, Form.PLAIN), b"")[0]  # type: ignore[arg-type]


def refuse(_: bytes) -> None:
    raise RefusedError


def hang(_: bytes) -> None:
    while True:
        pass


def fill(_: bytes) -> None:
    raise MemoryError


def test_what_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SECONDS", 0.05)
    assert tried(lambda _: None) == "read"
    assert tried(refuse) == "refused"
    assert tried(hang) == "over time"
    assert tried(fill) == "over memory"
    assert tried(lambda _: sys.exit(1)) == "crash"
    assert tried(lambda _: {}[1]) == "crash"  # type: ignore[index]
