"""Articles of an invented archive: the sample texts of `seeds/`, each with a speaker of its own."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from bench.detect import sample_words

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "we")


def corpus(count: int, words: int) -> Iterator[dict[str, str]]:
    """Articles of so many words, the same ones every time, no two alike."""
    sample, luck = sample_words(), random.Random(16)
    for number in range(count):
        start = luck.randrange(len(sample))
        text = " ".join((sample[start:] + sample)[:words]).replace(" \0 ", "\n\n").replace("\0", "")
        name = "".join(luck.choices(_SYLLABLES, k=3)).capitalize()
        said = f"„Wir haben {number} Briefe bekommen“, sagte Anna {name} am Montag.\n\n"
        month = f"20{luck.randrange(10, 25)}-{luck.randrange(1, 13):02}"
        facts = {"outlet": f"Blatt {luck.randrange(20)}", "published": f"{month}-{luck.randrange(1, 29):02}"}
        yield {"id": f"a{number}", "title": f"Briefe {number}", "text": said + text, "language": "de"} | facts


def write_corpus(folder: Path, count: int, words: int) -> Path:
    """The corpus as JSON lines."""
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for row in corpus(count, words):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
