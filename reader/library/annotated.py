"""Articles with the quotes that are right in them, to learn from: corpus lines, gold files, or a library."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import UsageError
from reader.i18n import _
from reader.models import QuoteType, Span, Spans, Status

if TYPE_CHECKING:
    from reader.store import Store

Right = tuple[str, Spans]
"""Type and spans of a quote that is right."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with what was decided about its quotes."""

    name: str
    """Tells it from other texts, the same at every reading."""
    title: str
    text: str
    right: tuple[Right, ...]
    wrong: tuple[Spans, ...] | None = None
    """What was rejected, where not everything was decided; None where all that is not right is wrong."""


def in_folder(folder: Path, language: str) -> Iterator[AnnotatedText]:
    """The annotated texts of a language in the files of a folder, by name: `*.jsonl` and `*.json`.

    Raises `UsageError` for a file that holds neither, with the line that is wrong.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".jsonl", ".json"))
    if not files:
        raise UsageError(
            _("{folder} has no annotated texts: no *.jsonl and no *.json file is in it.").format(
                folder=folder
            )
        )
    for path in files:
        yield from _in_file(path, language)


def _in_file(path: Path, language: str) -> Iterator[AnnotatedText]:
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_("{path} cannot be read as UTF-8 text.").format(path=path)) from error
    lines = content.splitlines() if path.suffix == ".jsonl" else [content]
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = _("{path}, line {number}").format(path=path, number=number) if len(lines) > 1 else str(path)
        try:
            entry = json.loads(line)
            read = _passages if "passages" in entry else _line
            yield from (one for one in read(entry, where, language))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UsageError(
                _("{where} holds no annotated text: export one with `reader export -f corpus`.").format(
                    where=where
                )
            ) from error


def _line(entry: Mapping[str, Any], where: str, language: str) -> Iterator[AnnotatedText]:
    """A line of a corpus, as `reader export -f corpus` writes it."""
    if str(entry.get("lang") or language).partition("-")[0].lower() != language:
        return
    text = str(entry["text"])
    right = tuple((QuoteType(quote["type"]), _spans(quote["spans"], text)) for quote in entry["quotes"])
    yield AnnotatedText(str(entry.get("id") or where), str(entry.get("title") or ""), text, right)


def _spans(pairs: Any, text: str) -> Spans:
    spans = tuple(Span(int(start), int(end)) for start, end in pairs)
    if not spans or any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError(pairs)
    return spans


def _passages(entry: Mapping[str, Any], where: str, language: str) -> Iterator[AnnotatedText]:
    """The passages of a gold file; a string stands for the first place of its words behind the one before."""
    if str(entry["language"]) != language:
        return
    for number, passage in enumerate(entry["passages"], 1):
        text, since, right = str(passage["text"]), 0, []
        for quote in passage["quotes"]:
            spans = tuple(_places(quote["text"], text, since))
            since = spans[0][0]
            right.append((QuoteType(quote["type"]), spans))
        yield AnnotatedText(f"{where} {number}", "", text, tuple(right))


def _places(written: Any, text: str, since: int) -> Iterator[Span]:
    """Where pieces stand: a string, ["string", which occurrence], or a list of these."""
    if isinstance(written, list) and not (len(written) == 2 and isinstance(written[1], int)):
        for piece in written:
            for place in _places(piece, text, since):
                yield place
                since = place.end
        return
    words, which = (written, 0) if isinstance(written, str) else written
    before, behind = r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else ""
    pattern = before + r"\s+".join(map(re.escape, words.split())) + behind
    places = [Span(*found.span()) for found in re.finditer(pattern, text)]
    later = [place for place in places if which or place.start >= since]
    if len(later) < max(which, 1):
        raise ValueError(words)
    yield later[max(which, 1) - 1]


def in_library(store: "Store", language: str) -> Iterator[AnnotatedText]:
    """The articles of a library in which somebody accepted, rejected or marked quotes."""
    for article_id in store.articles.ids(f"lang:{language}"):
        quotes = [quote for quote in store.quotes.of(article_id) if not quote.is_lost]
        right = tuple((quote.type, quote.spans) for quote in quotes if quote.status is Status.ACCEPTED)
        wrong = tuple(quote.spans for quote in quotes if quote.status is Status.REJECTED)
        if not (right or wrong):
            continue
        article = store.articles.get(article_id)
        decided = all(quote.status is not Status.SUGGESTED for quote in quotes)
        uid = store.articles.uid(article_id)
        yield AnnotatedText(uid, article.title, article.text, right, None if decided else wrong)
