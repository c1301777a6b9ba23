"""`reader train`: what a newsroom annotated weighs the rules, where that does better on what is held back."""

import json
from pathlib import Path

import pytest

from reader.library import training
from reader.models import Status
from reader.quotes.fitted import Fitted
from reader.store import Store
from tests.cli.conftest import Run

SAID = "“The bridge number {n} will be closed to all of the traffic,” said Ann Lee."
CALLED = "The song was called “Walking number {n} over the long cold river of ice” by many."

OUTSIDE = {"type": "Direct", "spans": [[5, 1]]}


def lines(count: int) -> list[dict[str, object]]:
    """Articles in which what somebody said is right, and what a song is called is not."""
    out = []
    for n in range(count):
        text = f"{SAID.format(n=n)}\n\n{CALLED.format(n=n)}"
        end = text.index("” said") + 1
        quote = {"type": "Direct", "medium": "Speech", "spans": [[0, end]]}
        out.append({"id": f"a{n}", "lang": "en", "title": "", "text": text, "quotes": [quote]})
    return out


def folder_of(tmp_path: Path, count: int) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "\n".join(json.dumps(line) for line in lines(count))
    (folder / "mine.jsonl").write_text(text, encoding="utf-8")
    return folder


def found(run: Run, tmp_path: Path) -> list[str]:
    file = tmp_path / "new.txt"
    file.write_text(f"{SAID.format(n=99)}\n\n{CALLED.format(n=99)}", encoding="utf-8")
    told = json.loads(run("detect", str(file), "--lang", "en", "--engine", "rules", "--json").stdout)
    return [exact[:12] for quote in told["quotes"] for exact in quote["exact"]]


def test_what_is_mostly_wrong_here_is_no_longer_found(run: Run, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 40)
    assert len(found(run, tmp_path)) == 2
    told = run("train", "en", str(folder), "--engine", "rules")
    assert told.exit_code == 0
    assert "10 articles held back, F1 is 1.000 (0.667 before)" in told.stderr
    assert found(run, tmp_path) == ["“The bridge "]
    assert run("train", "en", "--forget").exit_code == 0
    assert len(found(run, tmp_path)) == 2


def test_why_tells_what_was_counted(run: Run, tmp_path: Path) -> None:
    run("train", "en", str(folder_of(tmp_path, 40)), "--engine", "rules")
    told = run("detect", "-", "--lang", "en", "--engine", "rules", "--explain", stdin=SAID.format(n=7)).stdout
    assert "In your own articles 40 of 40 such quotes were right." in told


def test_what_does_no_better_is_not_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private_folders: Path
) -> None:
    monkeypatch.setattr(training, "fit", lambda _examples, detector: Fitted(detector))
    told = run("train", "en", str(folder_of(tmp_path, 40)), "--engine", "rules")
    assert told.exit_code == 1
    assert "no better: nothing is kept" in told.stderr
    assert not list(private_folders.rglob("en.json"))
    assert len(found(run, tmp_path)) == 2


def test_the_library_teaches_by_what_was_accepted_and_rejected(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    for n, line in enumerate(lines(24)):
        file = tmp_path / f"a{n}.txt"
        file.write_text(str(line["text"]), encoding="utf-8")
        assert run("--library", str(library), "add", str(file), "--lang", "en").exit_code == 0
    with Store(library) as store:
        for article_id in store.articles.ids():
            for quote in store.quotes.of(article_id):
                right = quote.resolved_speaker == "Ann Lee" and quote.start < 40
                status = Status.ACCEPTED if right else Status.REJECTED
                store.quotes.set_status([quote.id], status, speakers=True)
    told = run("--library", str(library), "train", "en", "--from-library", "--engine", "rules")
    assert told.exit_code == 0, told.output
    assert found(run, tmp_path) == ["“The bridge "]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("few.jsonl", json.dumps(lines(1)[0]), "too few to learn from"),
        ("broken.jsonl", "{", "holds no annotated text"),
        ("other.json", "[1, 2]", "holds no annotated text"),
        ("spans.jsonl", json.dumps(lines(1)[0] | {"quotes": [OUTSIDE]}), "holds no annotated text"),
        ("bytes.jsonl", None, "cannot be read as UTF-8"),
        ("words.txt", "nothing", "has no annotated texts"),
    ],
)  # fmt: skip
def test_what_cannot_be_learned_from_is_told_in_one_sentence(
    run: Run, tmp_path: Path, name: str, content: str | None, told: str
) -> None:
    file = tmp_path / "corpus" / name
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00" if content is None else content.encode())
    done = run("train", "en", str(file.parent))
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_gold_files_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    passages = [
        {"text": line["text"], "quotes": [{"type": "Direct", "text": SAID.format(n=n).partition(" said")[0]}]}
        for n, line in enumerate(lines(40))
    ]
    (folder / "en.json").write_text(json.dumps({"language": "en", "passages": passages}), encoding="utf-8")
    assert run("train", "en", str(folder), "--engine", "rules").exit_code == 0
    assert found(run, tmp_path) == ["“The bridge "]


def test_a_broken_file_of_what_was_learned_says_how_to_be_rid_of_it(
    run: Run, tmp_path: Path, private_folders: Path
) -> None:
    run("train", "en", str(folder_of(tmp_path, 40)), "--engine", "rules")
    (kept,) = private_folders.rglob("trained/en.json")
    kept.write_text("{", encoding="utf-8")
    done = run("detect", "-", "--lang", "en", "--engine", "rules", stdin=SAID)
    assert done.exit_code == 2
    assert "reader train en --forget" in done.stderr
