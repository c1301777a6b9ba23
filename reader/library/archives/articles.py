"""A row of a newsroom's table as an article: its text as it is, since the spans of quotes count in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.blocks import StatedMetadata
from reader.ingest.parts import FIELDS, Mapping
from reader.ingest.rows import day_of, from_markup, has_markup, mapping_of, one_line, value_in
from reader.languages.identify import code_of, identify
from reader.library.archives.lines import LONGEST
from reader.models import Article

OWN_FIELDS = ("id", *FIELDS)
"""What a column may be."""
_ALSO_CALLED = {"byline": ("author", "authors"), "language": ("lang",), "id": ("uid",)}
"""Columns that are taken for a field where none has its name."""
_FACTS = ("title", "byline", "outlet", "section", "agency")


def archive_mapping(written: Sequence[str]) -> Mapping:
    """What `--map FIELD=COLUMN` options say; "author" is another word for byline, "lang" for language."""
    words = {other: name for name, others in _ALSO_CALLED.items() for other in others}
    plain = [_renamed(one, words) for one in written]
    return mapping_of(plain, OWN_FIELDS)


def _renamed(option: str, words: dict[str, str]) -> str:
    name, sign, column = option.partition("=")
    return f"{words.get(name.strip(), name)}{sign}{column}"


def columns_of(mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """For every field the columns that it may be in, the first that says something counts."""
    mapped = dict(mapping)
    return {
        name: (mapped[name],) if name in mapped else (name, *_ALSO_CALLED.get(name, ()))
        for name in OWN_FIELDS
    }


def article_in(
    values: dict[str, Any], location: str, columns: dict[str, tuple[str, ...]], language: str
) -> tuple[str, Article]:
    """The article in a row, and what the newsroom calls it. Raises IngestError where there is none.

    Line ends become line feeds; of a text that is a piece of a web page, the text is taken out of it, as
    `reader add` does.
    """
    said = {name: _said(values, places) for name, places in columns.items()}
    text = said["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise IngestError(_("It has no text in the column “{column}”.").format(column=columns["text"][0]))
    if len(text) > LONGEST:
        told = _("Its text is longer than {millions} million characters.")
        raise IngestError(told.format(millions=LONGEST // 1_000_000))
    article = _with_text(text, said, location)
    given = language or code_of(said["language"]) or identify(article.text)
    return said["id"].strip() or location, replace(article, language=given)


def _with_text(text: str, said: dict[str, str], location: str) -> Article:
    facts: dict[str, Any] = {name: one_line(said[name]) for name in _FACTS}
    url, published = said["url"].strip(), day_of(said["published"])
    tags = tuple(tag.strip() for tag in said["tags"].replace(";", ",").replace("\n", ",").split(","))
    if has_markup(text):
        text = from_markup(text, StatedMetadata(title=facts["title"]), location).text
    named = tuple(tag for tag in tags if tag.strip(" #/"))
    return Article(text, **facts, url=url, published=published, location=location, tags=named)


def _said(values: dict[str, Any], columns: tuple[str, ...]) -> str:
    for column in columns:
        value = values.get(column)
        if isinstance(value, date):
            return _time(value)
        if told := value_in(values, column):
            return told
    return ""


def _time(value: date) -> str:
    """A time of Parquet; midnight without a zone is how tables write a day."""
    if isinstance(value, datetime) and (value.tzinfo or value.time().isoformat() != "00:00:00"):
        return value.isoformat(timespec="seconds")
    return value.isoformat()[:10]
