"""The JSON lines of quote corpora: text, tokens and quotes, to train and score detectors with."""

import json
import re
from collections.abc import Iterable
from typing import BinaryIO

from reader.formats.dossier import Dossier, Options, article_uid
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.remarks import of_article
from reader.i18n import _
from reader.models import Quote, Spans
from reader.visible import escaped

_TOKEN = re.compile(r"\w+|[^\w\s]")


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write one article a line; a source's name does not go out, only spans do."""
    for dossier in dossiers:
        article = dossier.article
        line = {
            "id": article_uid(article),
            "title": article.title,
            "lang": article.language,
            "text": article.text,
            **({"remarks": list(told)} if (told := of_article(article, ENGLISH)) else {}),
            "tokens": [list(found.span()) for found in _TOKEN.finditer(article.text)],
            # Offsets of a lost quote are those of another text.
            "quotes": [_quote(quote) for quote in dossier.quotes if not quote.is_lost],
        }
        stream.write(escaped(json.dumps(line, ensure_ascii=False)).encode("utf-8", "replace") + b"\n")


def _quote(quote: Quote) -> dict[str, object]:
    roles = {name: _spans(getattr(quote, name)) for name in ("spans", "speaker", "cue", "addressee", "frame")}
    return {"type": str(quote.type), "medium": str(quote.medium), "nested": quote.nested, **roles}


def _spans(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


FORMAT = Format(
    "corpus",
    ".jsonl",
    _("Annotated corpus (JSON lines with tokens), to measure what finds quotes"),
    write,
    counts_places=True,
)
