"""What each field of the search language means in SQL, for articles and for quotes."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.feeds import tidy_folder
from reader.store.dimensions import COUNTED, DIMENSIONS, Dimension, counted_rows, value_of
from reader.store.folding import folded
from reader.store.fts import term_expression
from reader.store.periods import compared, is_week, period, written_short
from reader.store.query_nodes import QueryError, Term

Bind = Callable[[object], str]
"""Makes a named parameter of a value."""
ToSql = Callable[[Term, Bind], str]
"""Makes the SQL of a term."""

_QUOTE_TYPES = {
    "direct": ("Direct",),
    "indirect": ("Indirect",),
    "free": ("FreeIndirect",),
    "freeindirect": ("FreeIndirect",),
    "free indirect": ("FreeIndirect",),
    "reported": ("Reported",),
    "mixed": ("IndirectFreeIndirect",),
    "indirectfreeindirect": ("IndirectFreeIndirect",),
}
_STATUSES = {
    "suggested": ("suggested",),
    "open": ("suggested",),
    "accepted": ("accepted",),
    "rejected": ("rejected",),
}
_VERIFIED = {
    "unverified": ("unverified",),
    "no": ("unverified",),
    "checked": ("checked",),
    "yes": ("checked",),
    "disputed": ("disputed",),
}
_ASKED = "quotes.authorisation = 'sent'"
_DEADLINE = """(SELECT until FROM authorisations WHERE quote_id = quotes.id AND until <> ''
    ORDER BY authorisations.id DESC LIMIT 1)"""
_OVERDUE = f"""{_ASKED} AND CASE WHEN length({_DEADLINE}) = 10 THEN {_DEADLINE} < date('now', 'localtime')
    ELSE julianday({_DEADLINE}) <= julianday('now') END IS TRUE"""
_AUTHORISATION = {
    "asked": _ASKED,
    "sent": _ASKED,
    "approved": "quotes.authorisation = 'approved'",
    "changed": "quotes.authorisation = 'changed'",
    "withdrawn": "quotes.authorisation = 'withdrawn'",
    "none": "quotes.authorisation = ''",
    "overdue": _OVERDUE,
}
_TRASHED = "articles.trashed <> ''"
_ARTICLE_IS = {
    "unread": "articles.state = 'unread'",
    "reading": "articles.state = 'reading'",
    "done": "articles.state = 'done'",
    "starred": "articles.starred = 1",
    "open": "articles.open > 0",
    "embargoed": "articles.lifted = '' AND (articles.embargo <> '' OR articles.undelivered <> '')",
    "trashed": _TRASHED,
    "trash": _TRASHED,
    "orphan": """articles.id IN (SELECT article_id FROM quotes WHERE anchor = 'orphan'
        UNION ALL SELECT article_id FROM notes WHERE anchor = 'orphan')""",
    "counted": f"articles.id IN (SELECT article_id FROM quotes WHERE {COUNTED})",
}
_ARTICLE_HAS = {
    "note": "articles.id IN (SELECT article_id FROM notes)",
    "quote": "articles.quotes > 0",
    "tag": "articles.id IN (SELECT article_id FROM taggings WHERE article_id IS NOT NULL)",
    "source": "articles.id IN (SELECT article_id FROM quotes WHERE source_id IS NOT NULL)",
    "evidence": """articles.id IN
        (SELECT article_id FROM quotes WHERE quotes.id IN (SELECT quote_id FROM evidence))""",
    "versions": "articles.id IN (SELECT article_id FROM versions WHERE number > 1)",
}
_QUOTE_IS = {
    "orphan": "quotes.anchor = 'orphan'",
    "open": "quotes.status = 'suggested'",
    "counted": COUNTED,
}
_QUOTE_HAS = {
    "note": "quotes.id IN (SELECT quote_id FROM notes)",
    "tag": "quotes.id IN (SELECT quote_id FROM taggings WHERE quote_id IS NOT NULL)",
    "source": "quotes.source_id IS NOT NULL",
    "evidence": "quotes.id IN (SELECT quote_id FROM evidence)",
    "quote": "1",
}


def _choice(term: Term, choices: Mapping[str, object]) -> object:
    chosen = choices.get(term.value.lower())
    if chosen is None:
        raise QueryError(f"{term.field}: takes {', '.join(choices)}.", term.position)
    return chosen


def _one_of(column: str, choices: Mapping[str, tuple[str, ...]]) -> ToSql:
    def condition(term: Term, bind: Bind) -> str:
        chosen = _choice(term, choices)
        assert isinstance(chosen, tuple)
        return f"{column} IN ({', '.join(bind(value) for value in chosen)})"

    return condition


def _named(choices: Mapping[str, str]) -> ToSql:
    return lambda term, bind: str(_choice(term, choices))


def _quote_is(term: Term, _bind: Bind) -> str:
    """Of a quote itself, whether it is undecided or lost; the rest is said of its article."""
    if own := _QUOTE_IS.get(term.value.lower()):
        return own
    return f"quotes.article_id IN (SELECT articles.id FROM articles WHERE {_choice(term, _ARTICLE_IS)})"


def is_of_quote(term: Term) -> bool:
    """Whether a field says something of a quote, and not of its article."""
    is_counted = term.field == "is" and term.value.lower() == "counted"
    return is_counted or (term.field in QUOTE_FIELDS and term.field not in ARTICLE_FIELDS)


def _like(term: Term, column: str, bind: Bind) -> str:
    """A name: all of it in quotation marks, else the beginning of any word in it."""
    wanted = folded(term.value)
    if term.exact and not term.prefix:
        return f"fold({column}) = {bind(wanted)}"
    escaped = re.sub(r"([%_\\])", r"\\\1", wanted)
    return f"(' ' || fold({column})) LIKE {bind(f'% {escaped}%')} ESCAPE '\\'"


_OUTLETS = """WITH RECURSIVE outlets(value) AS MATERIALIZED (
      SELECT min(outlet) FROM articles WHERE trashed = ''
      UNION ALL SELECT (SELECT min(outlet) FROM articles WHERE trashed = '' AND outlet > value)
        FROM outlets WHERE value IS NOT NULL)
    SELECT value FROM outlets WHERE value IS NOT NULL
    UNION SELECT outlet FROM articles WHERE trashed > ''"""
"""Every outlet once, from one to the next in the index: the names are compared, not the articles."""


def _outlet(term: Term, bind: Bind) -> str:
    return f"articles.outlet IN (SELECT value FROM ({_OUTLETS}) WHERE {_like(term, 'value', bind)})"


def _feed(term: Term, bind: Bind) -> str:
    return f"""articles.feed IN (SELECT value FROM
        (SELECT DISTINCT feed AS value FROM articles WHERE feed <> '') WHERE {_like(term, "value", bind)})"""


def _folder(term: Term, bind: Bind) -> str:
    wanted = folded(tidy_folder(term.value))
    below = f"substr(fold(folder), 1, {len(wanted) + 1}) = {bind(wanted + '/')}"
    return f"""articles.feed IN (SELECT name FROM feeds
        WHERE fold(folder) = {bind(wanted)} OR {below}) AND articles.feed <> ''"""


def _language(term: Term, bind: Bind) -> str:
    return f"articles.language = {bind(term.value.lower())}"


def _tag_ids(term: Term, bind: Bind) -> str:
    wanted = folded(term.value.strip("/").lstrip("#"))
    if term.prefix:
        return f"SELECT id FROM tags WHERE substr(fold(name), 1, {len(wanted)}) = {bind(wanted)}"
    below = f"substr(fold(name), 1, {len(wanted) + 1}) = {bind(wanted + '/')}"
    return f"SELECT id FROM tags WHERE fold(name) = {bind(wanted)} OR {below}"


def _article_tag(term: Term, bind: Bind) -> str:
    return f"""articles.id IN (SELECT tagged.article_id FROM tagged_articles AS tagged
        WHERE tagged.tag_id IN ({_tag_ids(term, bind)}))"""


def _quote_tag(term: Term, bind: Bind) -> str:
    return f"""quotes.id IN (SELECT quote_id FROM taggings
        WHERE quote_id IS NOT NULL AND tag_id IN ({_tag_ids(term, bind)}))"""


def _notes(term: Term, bind: Bind) -> str:
    return f"SELECT rowid FROM notes_fts WHERE notes_fts MATCH {bind(term_expression(term))}"


def _article_note(term: Term, bind: Bind) -> str:
    return f"articles.id IN (SELECT article_id FROM notes WHERE notes.id IN ({_notes(term, bind)}))"


def _quote_note(term: Term, bind: Bind) -> str:
    return f"quotes.id IN (SELECT quote_id FROM notes WHERE notes.id IN ({_notes(term, bind)}))"


class FirstQuote(int):
    """The parameter of a filter that says with which quote to begin; 0 for all of them.

    Where only the newest articles are looked at it is their first: a word may stand in 100,000 quotes.
    """


def _quotes_match(columns: str, term: Term, bind: Bind) -> str:
    words, first = bind(f"{{{columns}}} : {term_expression(term)}"), bind(FirstQuote())
    return f"quotes.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH {words} AND rowid >= {first})"


def _quote(term: Term, bind: Bind) -> str:
    return _quotes_match("words", term, bind)


def _source(term: Term, bind: Bind) -> str:
    return f"""quotes.source_id IN (SELECT id FROM sources WHERE {_like(term, "name", bind)}
        UNION SELECT source_id FROM aliases WHERE {_like(term, "name", bind)})"""


def _speaker(term: Term, bind: Bind) -> str:
    return f"({_quotes_match('spoken_by resolved_speaker', term, bind)} OR {_source(term, bind)})"


def _anything(term: Term, bind: Bind) -> str:
    in_quote = _quotes_match("words spoken_by resolved_speaker", term, bind)
    return f"({in_quote} OR {_source(term, bind)} OR {_quote_note(term, bind)})"


def _before(term: Term, bind: Bind) -> str:
    first = period(term)[0]
    # of a month or a year that is all that is known, the whole has to lie before
    wholly = f"articles.published < substr({bind(first)}, 1, length(articles.published))"
    return f"articles.published <> '' AND articles.published < {bind(first)} AND {wholly}"


def _after_period(term: Term, bind: Bind) -> str:
    return f"articles.published >= {bind(_shortest(period(term)[1]))}"


def _shortest(day: str) -> str:
    """What is known at least of a date from `day` on: "2024" from the first of January on."""
    return day.removesuffix("-01").removesuffix("-01") if day.endswith("-01-01") else day.removesuffix("-01")


def _within(term: Term, bind: Bind) -> str:
    if term.value.lower() == "none":
        return "articles.published = ''"
    first, end = period(term)
    # before the shortest way to write what follows: a whole "2024-06" is not in the last day of May
    until = bind(_shortest(end))
    day = " AND length(articles.published) >= 10" if is_week(term) else ""
    return f"articles.published >= {bind(written_short(term, first))} AND articles.published < {until}{day}"


def _added(term: Term, bind: Bind) -> str:
    """In a day, month or year; -7d: since then."""
    first, end = period(term)
    if term.value.startswith("-"):
        return f"articles.added >= {bind(first)}"
    return f"articles.added >= {bind(first)} AND articles.added < {bind(end)}"


def _byline(term: Term, bind: Bind) -> str:
    return _within_words(term, "articles.byline", bind)


def _section(term: Term, bind: Bind) -> str:
    return _within_words(term, "articles.section", bind)


def _words(term: Term, bind: Bind) -> str:
    return compared("articles.words", term, bind)


def _confidence(term: Term, bind: Bind) -> str:
    return compared("quotes.confidence", term, bind, whole=100.0)


def _cue(term: Term, bind: Bind) -> str:
    """The words of the cue stand in the text alone: articles with the word first, then their cues."""
    if not term.words:
        raise QueryError("cue: needs a word such as sagte.", term.position)
    first, end = "json_extract(value, '$[0]')", "json_extract(value, '$[1]')"
    cue = f"substr(versions.text, {first} + 1, {end} - {first})"
    match = bind(f"text : {term_expression(term)}")
    return f"""quotes.id IN (SELECT said.id FROM article_texts_fts
        JOIN articles ON articles.id = article_texts_fts.rowid
        JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version
        JOIN quotes AS said ON said.article_id = articles.id AND said.cue <> '' AND said.anchor <> 'orphan',
        json_each(said.cue)
        WHERE article_texts_fts MATCH {match} AND {_like(term, cue, bind)})"""


def _of(dimension: Dimension) -> ToSql:
    """Quotes of which a dimension has a value, as balance and tables count them; "none": those without."""

    def condition(term: Term, bind: Bind) -> str:
        is_none = not term.exact and term.value.lower() == "none"
        if dimension.order and not is_none and term.value.lower() not in dimension.order:
            raise QueryError(f"{term.field}: takes {', '.join(dimension.order)} or none.", term.position)
        if "texts" in dimension.joins:
            # asked of those quotes alone that all else has found: it reads their texts
            return f"({value_of(dimension)}) = {bind('' if is_none else term.value.lower())}"
        fitting = "value = ''" if is_none else _like(term, "value", bind)
        return f"quotes.id IN (SELECT id FROM ({counted_rows(dimension)}) WHERE {fitting})"

    return condition


def _numbered(term: Term, bind: Bind) -> str:
    numbers = term.value.split(",")
    if not all(one.isdecimal() for one in numbers):
        raise QueryError("article: takes numbers as the library shows them, such as 3 or 3,7.", term.position)
    return f"articles.id IN ({', '.join(bind(int(one)) for one in numbers)})"


def _evidence(term: Term, bind: Bind) -> str:
    told = "kind || ' ' || reference || ' ' || remark || ' ' || who"
    return f"quotes.id IN (SELECT quote_id FROM evidence WHERE {_within_words(term, told, bind)})"


def _within_words(term: Term, column: str, bind: Bind) -> str:
    """What holds these letters anywhere: a path or a byline has words behind other signs than blanks."""
    escaped = re.sub(r"([%_\\])", r"\\\1", folded(term.value))
    return f"fold({column}) LIKE {bind(f'%{escaped}%')} ESCAPE '\\'"


_EMBARGO = {
    "held": _ARTICLE_IS["embargoed"],
    "lifted": "articles.lifted <> ''",
    "none": "articles.embargo = '' AND articles.undelivered = ''",
}


def _article_pattern(term: Term, bind: Bind) -> str:
    pattern, place = bind(_checked(term)), bind(term.position)
    return f"""articles.id IN (SELECT rowid FROM article_texts
        WHERE fits({pattern}, title, {place}) OR fits({pattern}, text, {place}))"""


def _quote_pattern(term: Term, bind: Bind) -> str:
    return f"fits({bind(_checked(term))}, quotes.words, {bind(term.position)})"


def _checked(term: Term) -> str:
    """A pattern that can be used; the search that it is for begins."""
    from reader.store.patterns import begin, fault_of  # regex, which other searches do without

    if fault := fault_of(term.value):
        place = term.position + fault.place + term.exact
        raise QueryError(
            f"re: this is no regular expression that can be searched for: {fault.reason}.", place
        )
    begin()
    return term.value


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
    SearchField("title", "words of the title", holds_words=True),
    SearchField("text", "words of the text", holds_words=True),
    SearchField("quote", "words of a quote", quotes=_quote, holds_words=True),
    SearchField("note", "words of a note", _article_note, _quote_note, holds_words=True),
    SearchField("speaker", "who is quoted, as written or as a source", quotes=_speaker, holds_words=True),
    SearchField("source", "name or alias of a source", quotes=_source),
    SearchField("tag", "a tag, or one above it", _article_tag, _quote_tag),
    SearchField("outlet", "who published it", _outlet),
    SearchField("feed", "the feed it came from", _feed),
    SearchField("folder", "a folder of feeds, or one above it", _folder),
    SearchField("lang", "language, such as de", _language),
    SearchField(
        "type", "direct, indirect, free, reported or mixed", quotes=_one_of("quotes.type", _QUOTE_TYPES)
    ),
    SearchField("status", "suggested, accepted or rejected", quotes=_one_of("quotes.status", _STATUSES)),
    SearchField(
        "verified", "unverified, checked or disputed", quotes=_one_of("quotes.verification", _VERIFIED)
    ),
    SearchField(
        "authorisation",
        "asked, approved, changed, withdrawn, none or overdue",
        quotes=_named(_AUTHORISATION),
    ),
    SearchField(
        "has", "note, quote, tag, source, evidence or versions", _named(_ARTICLE_HAS), _named(_QUOTE_HAS)
    ),
    SearchField(
        "is",
        "unread, reading, done, starred, open, orphan, embargoed, trashed or counted",
        _named(_ARTICLE_IS),
        _quote_is,
    ),
    SearchField("byline", "who wrote it", _byline),
    SearchField("section", "section of the outlet", _section),
    SearchField("words", "length of the text, such as >300 or 300-500", _words),
    SearchField("confidence", "how sure the detector was, such as >90 or <0.5", quotes=_confidence),
    SearchField("cue", "the word that marks speech, such as sagte", quotes=_cue),
    *(
        SearchField(DIMENSIONS[name].searched_by, value, quotes=_of(DIMENSIONS[name]))
        for name, value in (
            ("source", "who is quoted, by the name that a balance counts"),
            ("kind", "person, organisation, document or anonymous"),
            ("role", "what whoever is quoted does"),
            ("affiliation", "whom whoever is quoted belongs to"),
            ("named", "name, office or none: how the article calls whoever is quoted"),
            ("place", "top, middle or end: the third of the text that a quote stands in"),
            ("stance", "doubting, attacking …: what the verb makes of it"),
            ("tag", "a tag of a quote, without those below it"),
            ("topic", "a tag of its article, without those below it"),
        )
    ),
    SearchField("article", "numbers of articles", _numbered),
    SearchField(ALL_OF, "the articles that this search of the library finds"),
    SearchField("evidence", "words of the evidence, or who gave it", quotes=_evidence),
    SearchField("embargo", "held, lifted or none", _named(_EMBARGO)),
    SearchField("added", "came in on a day, in a month or year, or since: -7d", _added),
    SearchField("re", "a regular expression", _article_pattern, _quote_pattern),
    SearchField("before", "published before a day, month or year; also today, gestern, -7d", _before),
    SearchField("after", "published after a day, month or year", _after_period),
    SearchField("in", "published in a day, month or year", _within),
)

FIELDS = {field.name: field.value for field in _FIELDS}
"""Every field, with what its value is."""
TEXT_FIELDS = frozenset(field.name for field in _FIELDS if field.holds_words)
"""Fields that hold words; without a field, words are looked for in title, text and notes."""
ARTICLE_FIELDS = {field.name: field.articles for field in _FIELDS if field.articles}
"""Conditions on an article."""
QUOTE_FIELDS = {"": _anything} | {field.name: field.quotes for field in _FIELDS if field.quotes}
"""Conditions on a quote; words without a field are looked for in it, its speaker and its notes."""
