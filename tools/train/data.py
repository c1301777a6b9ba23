"""All that is learned from, read once."""

import json
from dataclasses import dataclass
from pathlib import Path

from reader.quotes.learned.word_features import WordRows
from tools.train.gold import Example, numbered_rows, read

CLASSES = Path(__file__).parents[2] / "reader/languages/de/classes.txt"
SPEECHES = "bundestag.jsonl"
_ARTICLES, _DEV = "de-train.jsonl", "de-dev.jsonl"


@dataclass(frozen=True, slots=True)
class Data:
    """Articles with quotes, and the rows of all words."""

    articles: list[Example]
    rows: WordRows


def load(folder: Path) -> Data:
    """The training data in `folder`."""
    rows = numbered_rows([text for name in (_ARTICLES, SPEECHES) for text in _texts(folder / name)], CLASSES)
    return Data(read(folder / _ARTICLES, rows), rows)


def load_dev(folder: Path, rows: WordRows) -> list[Example]:
    """The dev articles, only to measure with."""
    return read(folder / _DEV, rows)


def _texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
