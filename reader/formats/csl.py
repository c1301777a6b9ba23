"""CSL-JSON for Zotero, Pandoc and citeproc: one `article-newspaper` per article, its quotes under `custom`.

The schema refuses unknown keys, so what is ours stands under `custom`.
"""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from reader.formats import dates
from reader.formats.addresses import address_of, called
from reader.formats.bylines import agencies_beside, authors
from reader.formats.dossier import Dossier, Options, article_uid, quote_uid, speaker_name
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.pages import page_of
from reader.formats.remarks import approved_wording, of_article, remarks_of
from reader.formats.said_at import time_written
from reader.formats.tag_names import keyword
from reader.formats.wording import bare_words
from reader.i18n import _
from reader.visible import escaped


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a JSON array."""
    items = [item(dossier) for dossier in dossiers]
    stream.write(escaped(json.dumps(items, ensure_ascii=False, indent=1)).encode("utf-8", "replace") + b"\n")


def item(dossier: Dossier) -> dict[str, Any]:
    """One article as a CSL item, without empty fields."""
    article = dossier.article
    known: dict[str, Any] = {
        "title": called(article),
        "author": [_name(author.family, author.given) for author in authors(article.byline, article.outlet)],
        "container-title": article.outlet,
        "section": article.section,
        "issued": _date(article.published),
        "accessed": _date(article.added) if address_of(article) else None,
        "URL": address_of(article),
        "language": article.language,
        "keyword": ", ".join(keyword(tag) for tag in article.tags),
        "source": ", ".join(agencies_beside(article.byline)),
        "note": "; ".join(of_article(article)),
        "custom": {"quotes": [_quote(dossier, index) for index in range(len(dossier.quotes))]},
    }
    filled = {name: value for name, value in known.items() if value}
    return {"id": article_uid(article), "type": "article-newspaper", **filled}


def _name(family: str, given: str) -> dict[str, str]:
    # "dpa" has no given name: as a literal no style turns it round or shortens it.
    return {"family": family, "given": given} if given else {"literal": family}


def _date(moment: str) -> dict[str, Any] | None:
    known = dates.parts(moment)
    return {"date-parts": [list(known)]} if known else None


def _quote(dossier: Dossier, index: int) -> dict[str, Any]:
    quote = dossier.quotes[index]
    words, speaker = bare_words(dossier.article, quote), speaker_name(dossier, quote)
    known = {"id": quote_uid(dossier, quote), "type": str(quote.type), "speaker": speaker, "words": words}
    told: dict[str, Any] = {"page": page_of(dossier.article, quote), "time": time_written(quote)}
    told |= {
        "approved": approved_wording(dossier, quote),
        "remarks": list(remarks_of(dossier, quote, ENGLISH)),
    }
    return known | {name: value for name, value in told.items() if value}


FORMAT = Format("csl", ".json", _("CSL-JSON for Zotero and Pandoc"), write)
