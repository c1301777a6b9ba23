"""What an archive holds: the columns of quotes, articles and failed rows (docs/archive.md describes each).

The language is a folder's name (`language=de`) and no column of the files in it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reader.ingest.own_shape import as_text
from reader.library.detecting import Detected
from reader.models import Article, Quote, Spans, words_of

Row = tuple[Any, ...]
FACTS = ("title", "byline", "outlet", "section", "agency", "url", "published")
"""Of an article, beside every quote of it too."""
_MOST_TOLD = 500
"""Characters of what is known of a row that failed."""
ROLES = ("speaker", "cue", "addressee", "frame")
"""Of a quote, each with its words and its spans."""


@cache
def schemas() -> dict[str, Any]:
    """The schema of each table, by its name."""
    import pyarrow as pa  # an extra, for archives alone

    text, whole, sure, yes = pa.string(), pa.int32(), pa.float32(), pa.bool_()
    spans = pa.list_(pa.struct([("start", whole), ("end", whole)]))
    facts = [(name, text) for name in FACTS]
    quote = [("article_id", text), ("location", text), ("number", whole)]
    quote += [("type", text), ("medium", text), ("text", text), ("spans", spans)]
    for role in ROLES:
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


def quote_rows(article_id: str, article: Article, found: Detected) -> list[Row]:
    """The quotes of an article, each with its columns in the order of the schema."""
    facts, text = _facts_of(article), article.text
    return [
        (article_id, article.location, number, *_said(text, quote), found.detector, *facts)
        for number, quote in enumerate(found.quotes)
    ]


def _facts_of(article: Article) -> tuple[str, ...]:
    return tuple(getattr(article, name) for name in FACTS)


def _said(text: str, quote: Quote) -> Row:
    return (
        *(str(quote.type), str(quote.medium), _words(text, quote.spans), quote.spans),
        *(_words(text, quote.speaker), quote.speaker, _words(text, quote.cue), quote.cue),
        *(_words(text, quote.addressee), quote.addressee, _words(text, quote.frame), quote.frame),
        *(quote.resolved_speaker, str(quote.speaker_kind), quote.speaker_role, quote.speaker_affiliation),
        *(str(quote.speaker_basis), quote.speaker_confidence, quote.confidence, quote.nested, quote.rule),
    )


def _words(text: str, spans: Spans) -> str:
    """The words of a role, of which most quotes lack some."""
    return words_of(text, spans) if spans else ""


def article_row(article_id: str, article: Article, found: Detected, keeps_text: bool) -> Row:
    """An article, with its columns in the order of the schema; without its text where that is not kept."""
    text, words = article.text if keeps_text else None, len(article.text.split())
    about = (article_id, article.location, *_facts_of(article))
    return (*about, text, article.tags, words, len(found.quotes), found.detector)


def failed_row(location: str, values: dict[str, Any], reason: str) -> Row:
    """A row that gave no article, and why."""
    article_id, title = (as_text(values.get(column))[:_MOST_TOLD] for column in ("id", "title"))
    return (location, article_id, title, as_text(reason))


def table_of(name: str, rows: Sequence[Row]) -> Any:
    """Rows as a table that can be written."""
    import pyarrow as pa  # an extra, for archives alone

    schema = schemas()[name]
    columns = [
        pa.array(column, field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)
