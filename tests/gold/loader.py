"""Read the gold set: annotated articles in `seeds/` and short passages here, strings resolved to spans.

An article `seeds/<stem>.<suffix>` has its expectations beside it in `<stem>.gold.json`; `README.md` tells
the format.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reader.models import Article

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"

Place = tuple[int, int]
_TOKEN = re.compile(r"\w+|[^\w\s]")


class GoldError(ValueError):
    """A gold file says something that its text does not bear out."""


@dataclass(frozen=True)
class Case:
    """A text with the quotes expected in it, as the scorer takes them."""

    name: str
    language: str
    text: str
    quotes: tuple[dict[str, Any], ...]
    title: str = ""
    construction: str = ""

    def line(self) -> dict[str, Any]:
        """The text, its tokens and its quotes."""
        tokens = [match.span() for match in _TOKEN.finditer(self.text)]
        return {"text": self.text, "tokens": tokens, "quotes": self.quotes}


def occurrences(text: str, words: str) -> list[Place]:
    """Places of `words` in `text`, as whole words, whatever white space divides them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]


def resolve(text: str, entry: dict[str, Any], since: int = 0, where: str = "") -> dict[str, Any]:
    """One quote with strings resolved to spans; `since` is the start of the quote before it."""
    where = f"{where}: {entry['type']} quote {_first(entry['text'])[:60]!r}"
    spans = _in_order(text, _pieces(entry["text"]), since, where)
    frame = _nearest(text, entry.get("frame"), spans, where, "frame")
    roles = {
        role: _nearest(text, entry.get(role), frame or spans, where, role)
        for role in ("speaker", "cue", "addressee")
    }
    return {"type": entry["type"], "medium": entry["medium"], "spans": spans, "frame": frame, **roles}


def _pieces(value: Any) -> list[tuple[str, int]]:
    """A string, ["string", number] or a list of these, as strings with their occurrence (0 if not said)."""
    if not value:
        return []
    if isinstance(value, str):
        return [(value, 0)]
    if len(value) == 2 and isinstance(value[1], int):
        return [(value[0], value[1])]
    return [piece for item in value for piece in _pieces(item)]


def _first(value: Any) -> str:
    return _pieces(value)[0][0]


def _places(text: str, words: str, number: int, where: str, role: str) -> list[Place]:
    places = occurrences(text, words)
    if number:
        places = places[number - 1 : number]
    if not places:
        which = f" (occurrence {number})" if number else ""
        raise GoldError(f"{where}: the {role} {words!r}{which} is not in the text")
    return places


def _in_order(text: str, pieces: Sequence[tuple[str, int]], since: int, where: str) -> list[Place]:
    spans: list[Place] = []
    for words, number in pieces:
        places = _places(text, words, number, where, "text")
        later = [place for place in places if number or place[0] >= since]
        if not later:
            raise GoldError(f"{where}: the text {words!r} stands only before the quote listed before it")
        spans.append(later[0])
        since = later[0][1]
    return spans


def _nearest(text: str, value: Any, near: Sequence[Place], where: str, role: str) -> list[Place]:
    low, high = near[0][0], near[-1][1]
    spans = []
    for words, number in _pieces(value):
        places = _places(text, words, number, where, role)
        spans.append(min(places, key=lambda place: (max(low - place[1], place[0] - high, 0), place[0])))
    return spans


def resolve_all(text: str, entries: Sequence[dict[str, Any]], where: str) -> tuple[dict[str, Any], ...]:
    """All quotes of one text; they are listed in the order of their starts."""
    quotes: list[dict[str, Any]] = []
    for entry in entries:
        since = quotes[-1]["spans"][0][0] if quotes else 0
        quotes.append(resolve(text, entry, since, where))
    return tuple(quotes)


def gold_files() -> list[Path]:
    """The gold files of the articles, in order."""
    return sorted(SEEDS.glob("*.gold.json"))


def article_of(gold: Path) -> Path:
    """The article that a gold file belongs to."""
    stem = gold.name.removesuffix(".gold.json")
    return next(path for path in sorted(SEEDS.glob(f"{stem}.*")) if path != gold)


@cache
def read_article(gold: Path) -> Article:
    """The article of a gold file as ingest gives it."""
    from reader.ingest import read

    return read(str(article_of(gold)))


@cache
def articles() -> tuple[Case, ...]:
    """The articles of `seeds/` with their expected quotes."""
    return tuple(_article(gold) for gold in gold_files())


def _article(gold: Path) -> Case:
    expected = json.loads(gold.read_text(encoding="utf-8"))
    article = read_article(gold)
    quotes = resolve_all(article.text, expected["quotes"], gold.name)
    return Case(
        gold.name.removesuffix(".gold.json"), expected["language"], article.text, quotes, article.title
    )


@cache
def passages() -> tuple[Case, ...]:
    """The short passages, each with the construction it shows."""
    return tuple(case for path in sorted(HERE.glob("??.json")) for case in _passages(path))


@cache
def open_half() -> tuple[Case, ...]:
    """Longer passages that whoever writes rules may look at."""
    return tuple(case for path in sorted(HERE.glob("??-open.json")) for case in _passages(path))


@cache
def sealed_half() -> tuple[Case, ...]:
    """The other half of them: written before the rules, and not read by whoever writes these."""
    return tuple(case for path in sorted(HERE.glob("??-sealed.json")) for case in _passages(path))


def _passages(path: Path) -> Iterator[Case]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for number, entry in enumerate(data["passages"], start=1):
        name = f"{path.stem}-{number:03}"
        quotes = resolve_all(entry["text"], entry["quotes"], f"{path.name} passage {number}")
        yield Case(name, data["language"], entry["text"], quotes, construction=entry["construction"])


def cases() -> tuple[Case, ...]:
    """The whole gold set."""
    return (*articles(), *passages())
