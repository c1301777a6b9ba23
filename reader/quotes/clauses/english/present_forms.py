"""What a form that may be a noun is: "plans", "report"."""

from dataclasses import replace

from reader.quotes.clauses.english.lexicon import BASE, GERUND_FORM, SINGULAR_FORM
from reader.quotes.clauses.english.verb_forms import (
    BEFORE_NOUNS,
    NOMINAL,
    Form,
    finite_ahead,
)

_OBJECTS = frozenset('DPOTtWE#XFHQ:"G')
"""What a verb in the present has behind it, where a noun would not."""


def present(form: Form) -> str:
    """The letter of a form that is a noun or a verb in the present."""
    form = replace(form, follows=_follower(form))
    noun = "S" if form.bits & SINGULAR_FORM else "N"
    if form.is_often_noun and form.follows == "T" and _has_relative(form):
        return noun
    return _whatever_leads(form) or _by_what_leads(form, noun) or _by_subject(form, noun)


def _has_relative(form: Form) -> bool:
    """Whether "that" begins a relative: "states that will vote", "on social issues that they"."""
    behind = form.tags[form.at + 2] if form.at + 2 < form.last else ""
    if form.before in ("P", "H", "T"):
        return False
    # "in Ohio and Vermont, states that vote in March"
    if behind in ("A", "M") or (behind == "v" and form.direct in (",", "-")):
        return True
    # "said in a telephone interview that", "argued during the debate that": what cannot be told is a noun
    if form.bits & BASE and not form.lexicon.takes(form.lemma, "q"):
        return form.direct in ("N", "E", "G")
    # "on social issues that they", not "the head of the union claims that"
    at = form.at - 1
    while at > form.first and form.tags[at] in "NJ":
        at -= 1
    return form.direct == "N" and form.tags[at] == "I"


def _follower(form: Form) -> str:
    """The letter behind it; "." at the end of a clause or before a mark that closes a passage."""
    behind = form.at + 1
    follows = form.follows if behind < form.last else "."
    if follows == '"' and behind not in form.text.passages:
        return "."
    # "the backers hope this is over"
    pointing = follows == "D" and form.text.lower(behind) in ("this", "these", "those", "that")
    return "P" if pointing and behind + 1 < form.last and form.tags[behind + 1] in "AM" else follows


def _whatever_leads(form: Form) -> str:
    """The letter of one that is a verb wherever it stands, or nearly so; "" where it must be looked at."""
    if form.is_strong and _has_place_of_verb(form):
        return "V"
    # "many fear he will": no noun in the singular
    many = form.direct == "D" and form.bits & BASE and form.word_before in form.lexicon.lists["several"]
    if many and form.follows in ("E", "P", "F", "D", "T", "X", "t", "G"):
        return "V"
    # "people close to her"
    if form.lower == "close" and form.follows == "t":
        return "J"
    # "which the campaign says includes", "that Lee decries makes"
    sure = not form.is_often_noun or form.follows in ("D", "O", "G")
    return "V" if form.bits & SINGULAR_FORM and sure and _in_relative(form) else ""


def _has_place_of_verb(form: Form) -> bool:
    """Whether a form that is hardly ever a noun may be a verb here: "another says", "in London say"."""
    owned = form.direct == "D" and form.word_before in form.lexicon.lists["owning"] and form.bits & BASE
    return (
        form.at > form.first
        and form.direct not in ("O", "V", "b")
        and not owned
        # "to go and say": an infinitive
        and not (form.direct == "C" and form.same_verb())
    )


def _in_relative(form: Form) -> bool:
    """Whether a form stands behind the subject of a relative, or behind what is said of its head."""
    tags, at = form.tags, form.at
    if tags[at - 1] == "V" and form.lexicon.takes(form.lemma_before, "b"):
        return "H" in tags[max(form.first, at - 6) : at]
    subject = at - 1 - (tags[at - 1] == "V")
    return subject - 1 >= form.first and tags[subject] in "EP" and tags[subject - 1] in "TH"


def _by_what_leads(form: Form, noun: str) -> str:
    """The letter that the word right before it asks for; "" where a subject may stand there."""
    direct = form.direct
    if direct in BEFORE_NOUNS or direct in ("I", "J", "V", "v", "O") or form.at == form.first:
        return "b" if direct == "O" and form.bits & BASE else noun
    # "calls it sad but notes that", not "plans and claims of"
    often = form.is_often_noun and form.follows != "T"
    may_share = direct == "C" and not often and form.follows not in ("A", "M")
    shared = form.same_verb() if may_share else ""
    # "should do more and wants": a third person shares no infinitive.
    return "V" if shared and form.bits & SINGULAR_FORM else shared


def _by_subject(form: Form, noun: str) -> str:
    """The letter of one that a subject may stand before."""
    agrees = _agrees(form)
    if _is_verb_by_place(form) or _is_verb_of(form, agrees=agrees):
        return "V"
    if not (agrees or (form.is_strong and form.before in ("E", ","))):
        return noun
    if form.follows in ("A", "M", "n") or (form.follows == "v" and not _may_be_object(form)):
        return noun
    return "V" if form.is_strong else _by_what_follows(form, noun)


def _agrees(form: Form) -> bool:
    """Whether what stands before it, over adverbs, is a subject of its number."""
    plural = form.before == "S" or _is_behind_plural_pronoun(form)
    singular = form.before in ("N", "E", ")", '"') or (form.before == "P" and not plural)
    return plural if form.bits & BASE and not form.bits & SINGULAR_FORM else singular


def _is_verb_by_place(form: Form) -> bool:
    """Whether its place alone makes it a verb: "Arsenal need to", "…, book claims."."""
    near = form.tags[max(form.first, form.at - 3) : form.at]
    claims = form.follows == "." and form.lemma in form.lexicon.book.sayings and "," in near
    ends = claims and form.before in ("N", "E") and form.bits & SINGULAR_FORM
    if ends or (form.before == "E" and form.follows == "t"):
        return True
    # "Democrats, Frank notes, applaud": a verb behind what stands in commas.
    often = form.is_often_noun and not _closes_apposition(form)
    takes = form.follows in "tT" or (form.follows in "DPX" and not often)
    # "Ann Lee, who covers trains, estimates Acme is late"
    takes = takes or (form.follows == "E" and _closes_apposition(form))
    return form.direct == "," and takes


def _closes_apposition(form: Form) -> bool:
    """Whether the comma before a form closes what tells of a name: "Ann Lee, a vet in Kent, calls the"."""
    commas = [at for at in range(form.first + 1, form.at) if form.tags[at] == ","]
    named = len(commas) > 1 and form.tags[commas[0] - 1] == "E" and form.tags[commas[0] + 1] in "DH"
    return bool(named and form.bits & SINGULAR_FORM)


def _is_verb_of(form: Form, *, agrees: bool) -> bool:
    """Whether it is the verb of a pronoun, of a relative, or of a subject that what follows shows."""
    base = form.follows in "PFT" and form.bits & BASE and form.before in ("E", "S", "N", "-", ")")
    if base or (form.before == "P" and agrees):
        return True
    antecedent = form.at - 2 >= form.first and form.tags[form.at - 2] in NOMINAL
    if form.before == "H" or (form.before == "T" and antecedent):
        return True
    # "the law unfairly targets families"
    adverb = form.direct == "R" and form.word_before.endswith("ly")
    if adverb and agrees and form.follows not in "AM":
        return True
    # "proposals address people's fears", "proposals addresses" of a singular: no two plurals side by side
    return form.direct == "S" and bool(form.bits & SINGULAR_FORM) and form.follows in "DGPOX"


def _by_what_follows(form: Form, noun: str) -> str:
    """The letter of one behind a subject that fits: what follows is an object, or another verb."""
    often, lists = form.is_often_noun, form.lexicon.lists
    # "polls show": two nouns of which the first is a plural are rare ("sports show").
    if form.direct == "S" and not form.bits & SINGULAR_FORM:
        return noun if form.word_before in lists["attributive_plurals"] else "V"
    if form.follows in _OBJECTS or (form.follows == "R" and not often):
        return "V"
    if form.follows in ("I", ",", ".", "C", ")"):
        led = _has_ended(form) or _is_in_opening(form)
        return noun if often or led or finite_ahead(form) else "V"
    # "the poll finds schooling is": what is found has its own verb
    surveyed = not often or form.word_before in lists["polls"]
    if form.bits & SINGULAR_FORM and surveyed and form.lexicon.takes(form.lemma, "b"):
        return "V"
    # "the council plans new homes": an object without a determiner.
    return noun if (often and form.before != "E") or finite_ahead(form) else "V"


def _is_in_opening(form: Form) -> bool:
    """Whether it ends the phrase of a preposition that opens the clause: "According to court documents,"."""
    at = form.at - 1
    while at > form.first and form.tags[at] in "NSEJD#":
        at -= 1
    return form.tags[at] in "It" and at <= form.first + 1


def _has_ended(form: Form) -> bool:
    """Whether the clause has its verb already: "promised extra patrols."."""
    return form.direct == "N" and any(
        tag in "VAMF" for tag in form.tags[max(form.first, form.at - 8) : form.at]
    )


def _may_be_object(form: Form) -> bool:
    """Whether a form of a verb behind it may be a noun or participle: "plans talks"."""
    word = form.text.lowered[form.at + 1]
    return word in form.lexicon.lists["nouns"] or bool(form.lexicon.bits(word) & GERUND_FORM)


def _is_behind_plural_pronoun(form: Form) -> bool:
    """Whether "they", "we", "I" or "you" stands before it, over adverbs."""
    at = form.at - 1
    while at > form.first and form.tags[at] == "R":
        at -= 1
    return form.tags[at] == "P" and form.text.lowered[at] in form.lexicon.lists["plural_pronouns"]
