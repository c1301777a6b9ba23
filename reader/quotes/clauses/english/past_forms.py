"""What a form in "-ed" is: finite ("Lee asked"), a participle ("was asked"), or an adjective."""

from reader.quotes.clauses.english.lexicon import BASE, PARTICIPLE_FORM, PAST_FORM
from reader.quotes.clauses.english.verb_forms import AHEAD, ARTICLES, NOMINAL, Form, verb_ahead


def past(form: Form) -> str:
    """The letter of a form in "-ed"; "" where it is none of the past."""
    found = _by_what_leads(form) or _before_noun(form)
    if found:
        return found
    if not form.bits & PAST_FORM:
        return "" if form.bits & BASE else "n"
    if _shortens_relative(form):
        return "n"
    # "the plan, backed by Lee" but "and backed by Lee"
    return "n" if _opens_participle(form) and form.direct != "C" else "V"


def _by_what_leads(form: Form) -> str:
    """Behind an auxiliary, or behind a word that stands for a noun."""
    if form.before in ("A", "x", "F") or form.word_before in ("get", "got", "gets", "getting", "having"):
        return "n" if form.bits & PARTICIPLE_FORM else "V"
    # "the party's split will"
    if form.direct == "G" and form.follows in ("A", "M"):
        return "N"
    alone = form.direct == "D" and form.word_before in form.lexicon.lists["pronominal"]
    if alone and form.follows not in ("N", "S"):
        # "those surveyed say", "many said".
        return "n" if form.word_before == "those" else "V"
    return ""


def _before_noun(form: Form) -> str:
    """Where an adjective or a noun stands."""
    # "a properly calibrated price", "said closed primaries deny"
    articled = form.at - 2 >= form.first and form.text.lowered[form.at - 2] in ARTICLES
    led = form.direct == "R" and articled
    told = form.direct == "V" and form.follows == "S" and bool(form.lexicon.takes(form.lemma_before, "b"))
    owned = form.direct in ("G", "#") and form.follows in "NSvE"
    if form.direct in ("D", "J") or owned or led or told:
        return "J" if form.bits & PARTICIPLE_FORM else "N"
    if form.direct == "I" or (form.direct == "t" and not form.bits & BASE):
        return "J" if form.bits & PARTICIPLE_FORM and form.lower != "said" else "N"
    return ""


def _shortens_relative(form: Form) -> bool:
    """Whether it says of the noun before it: "the man accused of theft was", "the plan backed by Lee"."""
    if not form.bits & PARTICIPLE_FORM or form.before not in ("N", "S", "E", ")"):
        return False
    lists, lemma = form.lexicon.lists, form.lemma
    by = form.text.lower(form.at + 1) == "by" and lemma not in lists["intransitive"]
    if form.follows == "I" and (by or lemma in lists["passives"]):
        return True
    return (
        form.follows in ("I", "t", "U", "R")
        # "Hall reported at least six": a name says it
        and not (form.follows in ("R", "I") and form.direct == "E" and _counts(form))
        and (lemma in lists["reducible"] or lemma not in form.lexicon.book.sayings)
        and verb_ahead(form)
    )


def _opens_participle(form: Form) -> bool:
    """Whether a participle may begin behind a conjunction or a comma: "backed by Lee"."""
    begins = form.direct in ("C", "U", "W")
    if not begins and (form.direct != "," or _closes(form.tags, form.at - 1, form.first)):
        return False
    # "and said in Paris" is finite, "when asked in Paris" is not
    free = form.lemma not in form.lexicon.book.sayings or form.direct in ("U", "W")
    return form.follows == "I" and bool(form.bits & PARTICIPLE_FORM) and free


def _counts(form: Form) -> bool:
    """Whether an amount stands behind a verb of saying: "reported at least six had left"."""
    text, behind = form.text, form.at + 1
    amount = text.lower(behind) == "at" and text.lower(behind + 1) in ("least", "most")
    return bool(form.lexicon.takes(form.lemma, "b")) and amount


def _closes(tags: list[str], comma: int, first: int) -> bool:
    """Whether a comma closes what another opened behind a noun: "the man, in his 30s, died"."""
    for at in range(comma - 1, max(first, comma - AHEAD) - 1, -1):
        if tags[at] in "VAMF.:":
            return False
        if tags[at] == ",":
            return at > first and tags[at - 1] in NOMINAL
    return False
