"""Fields of the search language on what is said, and on what hangs on it: tags, notes, sources, evidence."""

from reader.i18n import _
from reader.store.conditions import Bind, like, within_words
from reader.store.folding import folded
from reader.store.fts import term_expression
from reader.store.query_nodes import QueryError, Term


def _tag_ids(term: Term, bind: Bind) -> str:
    wanted = folded(term.value.strip("/").lstrip("#"))
    if term.prefix:
        return f"SELECT id FROM tags WHERE substr(fold(name), 1, {len(wanted)}) = {bind(wanted)}"
    below = f"substr(fold(name), 1, {len(wanted) + 1}) = {bind(wanted + '/')}"
    return f"SELECT id FROM tags WHERE fold(name) = {bind(wanted)} OR {below}"


def article_tag(term: Term, bind: Bind) -> str:
    """An article with a tag, or with one below it."""
    return f"""articles.id IN (SELECT tagged.article_id FROM tagged_articles AS tagged
        WHERE tagged.tag_id IN ({_tag_ids(term, bind)}))"""


def quote_tag(term: Term, bind: Bind) -> str:
    """A quote with a tag, or with one below it."""
    return f"""quotes.id IN (SELECT quote_id FROM taggings
        WHERE quote_id IS NOT NULL AND tag_id IN ({_tag_ids(term, bind)}))"""


def _notes(term: Term, bind: Bind) -> str:
    return f"SELECT rowid FROM notes_fts WHERE notes_fts MATCH {bind(term_expression(term))}"


def article_note(term: Term, bind: Bind) -> str:
    """An article with a note that has these words."""
    return f"articles.id IN (SELECT article_id FROM notes WHERE notes.id IN ({_notes(term, bind)}))"


def quote_note(term: Term, bind: Bind) -> str:
    """A quote with a note that has these words."""
    return f"quotes.id IN (SELECT quote_id FROM notes WHERE notes.id IN ({_notes(term, bind)}))"


class FirstQuote(int):
    """The parameter of a filter that says with which quote to begin; 0 for all of them.

    Where only the newest articles are looked at it is their first: a word may stand in 100,000 quotes.
    """


def _quotes_match(columns: str, term: Term, bind: Bind) -> str:
    words, first = bind(f"{{{columns}}} : {term_expression(term)}"), bind(FirstQuote())
    return f"quotes.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH {words} AND rowid >= {first})"


def quote(term: Term, bind: Bind) -> str:
    """The words of a quote."""
    return _quotes_match("words", term, bind)


def source(term: Term, bind: Bind) -> str:
    """A quote of a source of the register, by name or alias."""
    return f"""quotes.source_id IN (SELECT id FROM sources WHERE {like(term, "name", bind)}
        UNION SELECT source_id FROM aliases WHERE {like(term, "name", bind)})"""


def speaker(term: Term, bind: Bind) -> str:
    """Who is quoted, as written, by the full name or as a source."""
    return f"({_quotes_match('spoken_by resolved_speaker', term, bind)} OR {source(term, bind)})"  # not shown


def anything(term: Term, bind: Bind) -> str:
    """Words alone: in the quote, its speaker or its notes."""
    in_quote = _quotes_match("words spoken_by resolved_speaker", term, bind)  # not shown
    return f"({in_quote} OR {source(term, bind)} OR {quote_note(term, bind)})"


def cue(term: Term, bind: Bind) -> str:
    """The words of the cue stand in the text alone: articles with the word first, then their cues."""
    if not term.words:
        raise QueryError(_("cue: needs a word such as sagte."), term.position)
    first, end = "json_extract(value, '$[0]')", "json_extract(value, '$[1]')"
    cue = f"substr(versions.text, {first} + 1, {end} - {first})"
    match = bind(f"text : {term_expression(term)}")  # not shown
    return f"""quotes.id IN (SELECT said.id FROM article_texts_fts
        JOIN articles ON articles.id = article_texts_fts.rowid
        JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version
        JOIN quotes AS said ON said.article_id = articles.id AND said.cue <> '' AND said.anchor <> 'orphan',
        json_each(said.cue)
        WHERE article_texts_fts MATCH {match} AND {like(term, cue, bind)})"""


def evidence(term: Term, bind: Bind) -> str:
    """What a quote was checked against, or who did."""
    told = "kind || ' ' || reference || ' ' || remark || ' ' || who"
    return f"quotes.id IN (SELECT quote_id FROM evidence WHERE {within_words(term, told, bind)})"


def article_pattern(term: Term, bind: Bind) -> str:
    """A regular expression that title or text fits."""
    pattern, place = bind(_checked(term)), bind(term.position)
    return f"""articles.id IN (SELECT rowid FROM article_texts
        WHERE fits({pattern}, title, {place}) OR fits({pattern}, text, {place}))"""


def quote_pattern(term: Term, bind: Bind) -> str:
    """A regular expression that the words of a quote fit."""
    return f"fits({bind(_checked(term))}, quotes.words, {bind(term.position)})"


def _checked(term: Term) -> str:
    """A pattern that can be used; the search that it is for begins."""
    from reader.store.patterns import begin, fault_of  # regex, which other searches do without

    if fault := fault_of(term.value):
        place = term.position + fault.place + term.exact
        raise QueryError(
            _("re: this is no regular expression that can be searched for: {reason}.").format(
                reason=fault.reason
            ),
            place,
        )
    begin()
    return term.value
