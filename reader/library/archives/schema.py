"""What an archive holds: the columns of quotes, articles and failed rows (docs/archive.md describes each).

The language is a folder's name (`language=de`) and no column of the files in it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reader.ingest.own_shape import as_text
from reader.library.detecting import Detected
from reader.models import Article, Quote, Spans, words_of

_FACTS = ("title", "byline", "outlet", "section", "agency", "url", "published")
_MOST_TOLD = 500
"""Characters of what is known of a row that failed."""
_ROLES = ("speaker", "cue", "addressee", "frame")


@cache
def schemas() -> dict[str, Any]:
    """The schema of each table, by its name."""
    import pyarrow as pa  # an extra, for archives alone

    text, whole, sure, yes = pa.string(), pa.int32(), pa.float32(), pa.bool_()
    spans = pa.list_(pa.struct([("start", whole), ("end", whole)]))
    facts = [(name, text) for name in _FACTS]
    quote = [("article_id", text), ("location", text), ("number", whole)]
    quote += [("type", text), ("medium", text), ("text", text), ("spans", spans)]
    for role in _ROLES:
        quote += [(role, text), (f"{role}_spans", spans)]
    quote += [
        (name, text) for name in ("speaker_name", "speaker_kind", "speaker_role", "speaker_affiliation")
    ]
    quote += [("speaker_basis", text), ("speaker_confidence", sure), ("confidence", sure)]
    quote += [("nested", yes), ("rule", text), ("detector", text)]
    article = [("article_id", text), ("location", text), *facts]
    article += [
        ("text", text),
        ("tags", pa.list_(text)),
        ("words", whole),
        ("quotes", whole),
        ("detector", text),
    ]
    failed = [("location", text), ("article_id", text), ("title", text), ("reason", text)]
    return {
        "quotes": pa.schema([*quote, *facts]),
        "articles": pa.schema(article),
        "failed": pa.schema(failed),
    }


def quote_rows(article_id: str, article: Article, found: Detected) -> list[dict[str, Any]]:
    """The quotes of an article, as the table has them."""
    facts = {name: getattr(article, name) for name in _FACTS}
    about = {"article_id": article_id, "location": article.location, "detector": found.detector}
    return [
        {**about, "number": number, **_said(article.text, quote), **facts}
        for number, quote in enumerate(found.quotes)
    ]


def _said(text: str, quote: Quote) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": str(quote.type),
        "medium": str(quote.medium),
        "text": words_of(text, quote.spans),
        "spans": _places(quote.spans),
        "speaker_name": quote.resolved_speaker,
        "speaker_kind": str(quote.speaker_kind),
        "speaker_role": quote.speaker_role,
        "speaker_affiliation": quote.speaker_affiliation,
        "speaker_basis": str(quote.speaker_basis),
        "speaker_confidence": quote.speaker_confidence,
        "confidence": quote.confidence,
        "nested": quote.nested,
        "rule": quote.rule,
    }
    for role in _ROLES:
        spans = getattr(quote, role)
        row |= {role: words_of(text, spans), f"{role}_spans": _places(spans)}
    return row


def _places(spans: Spans) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]


def article_row(article_id: str, article: Article, found: Detected, keeps_text: bool) -> dict[str, Any]:
    """An article, as the table has it; without its text where that is not kept."""
    return {
        "article_id": article_id,
        "location": article.location,
        **{name: getattr(article, name) for name in _FACTS},
        "text": article.text if keeps_text else None,
        "tags": list(article.tags),
        "words": len(article.text.split()),
        "quotes": len(found.quotes),
        "detector": found.detector,
    }


def failed_row(location: str, values: dict[str, Any], reason: str) -> dict[str, Any]:
    """A row that gave no article, and why."""
    named = (("article_id", "id"), ("title", "title"))
    known = {name: as_text(values.get(column))[:_MOST_TOLD] for name, column in named}
    return {"location": location, **known, "reason": as_text(reason)}


def table_of(name: str, rows: Sequence[dict[str, Any]]) -> Any:
    """Rows as a table that can be written."""
    import pyarrow as pa  # an extra, for archives alone

    return pa.Table.from_pylist(list(rows), schemas()[name])
