"""Tell whether a form of a verb is one, by the words beside it: "the plans", "the mayor plans to"."""

from reader.quotes.clauses.english.lexicon import (
    BASE,
    GERUND_FORM,
    PARTICIPLE_FORM,
    PAST_FORM,
    SINGULAR_FORM,
    Lexicon,
    open_class,
)
from reader.quotes.clauses.english.past_forms import past
from reader.quotes.clauses.english.present_forms import present
from reader.quotes.clauses.english.verb_forms import BEFORE_NOUNS, Form, form_at
from reader.quotes.text.table_text import TableText


def verb_or_noun(text: TableText, lexicon: Lexicon, tags: list[str], at: int, first: int, last: int) -> str:
    """A form of a verb in small letters."""
    form = form_at(text, lexicon, tags, at, first, last)
    if form.bits & GERUND_FORM:
        return _gerund(form)
    to_verb = form.before in ("M", "t") and not (form.direct == "t" and _is_plain_to(form))
    if form.bits & BASE and to_verb:
        return "b"
    found = past(form) if form.bits & (PAST_FORM | PARTICIPLE_FORM) else ""
    if not found and form.bits & (BASE | SINGULAR_FORM):
        found = present(form)
    return found or open_class(lexicon, form.lower)


def _is_plain_to(form: Form) -> bool:
    """Whether "to" before a form is a preposition: "according to police", "from London to work"."""
    before = form.at - 2
    return before >= form.first and form.text.lowered[before] in ("according", "due", "thanks")


def _gerund(form: Form) -> str:
    """A form in "-ing": a noun behind a determiner ("the meeting"), an adjective before a noun, or a verb."""
    direct, lists = form.direct, form.lexicon.lists
    # "his work building a business"
    if direct in ("N", "S") and form.follows in ("D", "O"):
        return "g"
    if direct in BEFORE_NOUNS:
        return "J" if form.follows in ("N", "S") else "N"
    # "a report warning that", but "a flood warning in Kent"
    told = form.follows == "T" and form.lexicon.takes(form.lemma, "q") and direct in ("N", "S", "E")
    if form.lower in lists["nouns"] and direct not in ("A", "x", "F") and not told:
        return "N" if direct in ("N", "I", "E", "V", "J") else "g"
    if form.lower in lists["gerund_prepositions"] and direct not in ("A", "x"):
        return "I"
    return "g"
