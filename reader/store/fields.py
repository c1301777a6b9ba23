"""What each field of the search language means in SQL, for articles and for quotes."""

from typing import NamedTuple

from reader.i18n import _
from reader.store import chosen_fields, content_fields, dated_fields, origin_fields
from reader.store.conditions import Bind, ToSql, like
from reader.store.dimensions import DIMENSIONS, Dimension, counted_rows, value_of
from reader.store.periods import compared
from reader.store.query_nodes import QueryError, Term


def is_of_quote(term: Term) -> bool:
    """Whether a field says something of a quote, and not of its article."""
    is_counted = term.field == "is" and term.value.lower() == "counted"
    return is_counted or (term.field in QUOTE_FIELDS and term.field not in ARTICLE_FIELDS)


def _words(term: Term, bind: Bind) -> str:
    return compared("articles.words", term, bind)


def _confidence(term: Term, bind: Bind) -> str:
    return compared("quotes.confidence", term, bind, whole=100.0)


def _of(dimension: Dimension) -> ToSql:
    """Quotes of which a dimension has a value, as balance and tables count them; "none": those without."""

    def condition(term: Term, bind: Bind) -> str:
        is_none = not term.exact and term.value.lower() == "none"
        if dimension.order and not is_none and term.value.lower() not in dimension.order:
            values = ", ".join(dimension.order)
            told = _("{field}: takes {values} or none.").format(field=term.field, values=values)
            raise QueryError(told, term.position)
        if "texts" in dimension.joins:
            # asked of those quotes alone that all else has found: it reads their texts
            return f"({value_of(dimension)}) = {bind('' if is_none else term.value.lower())}"
        fitting = "value = ''" if is_none else like(term, "value", bind)
        return f"quotes.id IN (SELECT id FROM ({counted_rows(dimension)}) WHERE {fitting})"

    return condition


class SearchField(NamedTuple):
    """A field of the search language."""

    name: str
    value: str
    """What its value is, for a person."""
    articles: ToSql | None = None
    """Where it says something of an article."""
    quotes: ToSql | None = None
    """Where it says something of a quote; what holds of an article holds of the quotes in it."""
    holds_words: bool = False


ALL_OF = "among"
"""The field that holds a search of the library; what it means stands in `filters`, which reads searches."""

_FIELDS = (
    SearchField("title", _("words of the title"), holds_words=True),
    SearchField("text", _("words of the text"), holds_words=True),
    SearchField("quote", _("words of a quote"), quotes=content_fields.quote, holds_words=True),
    SearchField(
        "note", _("words of a note"), content_fields.article_note, content_fields.quote_note, holds_words=True
    ),
    SearchField(
        "speaker",
        _("who is quoted, as written or as a source"),
        quotes=content_fields.speaker,
        holds_words=True,
    ),
    SearchField("source", _("name or alias of a source"), quotes=content_fields.source),
    SearchField("tag", _("a tag, or one above it"), content_fields.article_tag, content_fields.quote_tag),
    SearchField("outlet", _("who published it"), origin_fields.outlet),
    SearchField("feed", _("the feed it came from"), origin_fields.feed),
    SearchField("folder", _("a folder of feeds, or one above it"), origin_fields.folder),
    SearchField("lang", _("language, such as de"), origin_fields.language),
    SearchField(
        "type",
        _("direct, indirect, free, reported or mixed"),
        quotes=chosen_fields.one_of("quotes.type", chosen_fields.QUOTE_TYPES),
    ),
    SearchField(
        "status",
        _("suggested, accepted or rejected"),
        quotes=chosen_fields.one_of("quotes.status", chosen_fields.STATUSES),
    ),
    SearchField(
        "verified",
        _("unverified, checked or disputed"),
        quotes=chosen_fields.one_of("quotes.verification", chosen_fields.VERIFIED),
    ),
    SearchField(
        "authorisation",
        _("asked, approved, changed, withdrawn, none or overdue"),
        quotes=chosen_fields.named(chosen_fields.AUTHORISATION),
    ),
    SearchField(
        "has",
        _("note, quote, tag, source, evidence or versions"),
        chosen_fields.named(chosen_fields.ARTICLE_HAS),
        chosen_fields.named(chosen_fields.QUOTE_HAS),
    ),
    SearchField(
        "is",
        _("unread, reading, done, starred, open, orphan, embargoed, trashed or counted"),
        chosen_fields.named(chosen_fields.ARTICLE_IS),
        chosen_fields.quote_is,
    ),
    SearchField("byline", _("who wrote it"), origin_fields.byline),
    SearchField("section", _("section of the outlet"), origin_fields.section),
    SearchField("words", _("length of the text, such as >300 or 300-500"), _words),
    SearchField("confidence", _("how sure the detector was, such as >90 or <0.5"), quotes=_confidence),
    SearchField("cue", _("the word that marks speech, such as sagte"), quotes=content_fields.cue),
    *(
        SearchField(DIMENSIONS[name].searched_by, value, quotes=_of(DIMENSIONS[name]))
        for name, value in (
            ("source", _("who is quoted, by the name that a balance counts")),
            ("kind", _("person, organisation, document or anonymous")),
            ("role", _("what whoever is quoted does")),
            ("affiliation", _("whom whoever is quoted belongs to")),
            ("named", _("name, office or none: how the article calls whoever is quoted")),
            ("place", _("top, middle or end: the third of the text that a quote stands in")),
            ("stance", _("doubting, attacking …: what the verb makes of it")),
            ("tag", _("a tag of a quote, without those below it")),
            ("topic", _("a tag of its article, without those below it")),
        )
    ),
    SearchField("article", _("numbers of articles"), origin_fields.numbered),
    SearchField(ALL_OF, _("the articles that this search of the library finds")),
    SearchField("evidence", _("words of the evidence, or who gave it"), quotes=content_fields.evidence),
    SearchField("embargo", _("held, lifted or none"), chosen_fields.named(chosen_fields.EMBARGO)),
    SearchField("added", _("came in on a day, in a month or year, or since: -7d"), dated_fields.added),
    SearchField(
        "re", _("a regular expression"), content_fields.article_pattern, content_fields.quote_pattern
    ),
    SearchField(
        "before", _("published before a day, month or year; also today, gestern, -7d"), dated_fields.before
    ),
    SearchField("after", _("published after a day, month or year"), dated_fields.after_period),
    SearchField("in", _("published in a day, month or year"), dated_fields.within),
)

FIELDS = {field.name: field.value for field in _FIELDS}
"""Every field, with what its value is."""
TEXT_FIELDS = frozenset(field.name for field in _FIELDS if field.holds_words)
"""Fields that hold words; without a field, words are looked for in title, text and notes."""
ARTICLE_FIELDS = {field.name: field.articles for field in _FIELDS if field.articles}
"""Conditions on an article."""
QUOTE_FIELDS = {"": content_fields.anything} | {field.name: field.quotes for field in _FIELDS if field.quotes}
"""Conditions on a quote; words without a field are looked for in it, its speaker and its notes."""
