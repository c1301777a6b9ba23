"""A form of a verb among its neighbours, as what it may be is judged by: the words before and behind it."""

from dataclasses import dataclass

from reader.quotes.clauses.english.lexicon import PAST_FORM, SINGULAR_FORM, Lexicon
from reader.quotes.text.table_text import TableText

NOMINAL = frozenset("NSEPG#)")
"""What a subject can end with."""
BEFORE_NOUNS = frozenset("DJG#")
"""What a noun stands behind."""
ARTICLES = frozenset(("a", "an", "the"))
AHEAD = 14
"""Tokens in which a finite verb makes a participle of a form in "-ed" ("the man accused of theft was")."""
_CLAUSE_ENDS = '.:TWH,"-CUPF'
"""What ends a clause, or begins another."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb at the token `at` of a clause `[first, last)`, all in small letters."""

    text: TableText
    lexicon: Lexicon
    tags: list[str]
    at: int
    first: int
    last: int
    lower: str
    bits: int
    """Which forms of a verb it can be."""
    lemma: str
    before: str
    """The letter before it, over adverbs."""
    direct: str
    """The letter right before it."""
    follows: str
    """The letter right behind it; "" at the end of the clause."""

    @property
    def word_before(self) -> str:
        """The word right before it."""
        return self.text.lowered[self.at - 1]

    @property
    def lemma_before(self) -> str:
        """The verb of the form right before it; "" where none is."""
        return self.lexicon.lemmas.get(self.word_before, "")

    @property
    def is_often_noun(self) -> bool:
        """Whether it is a noun as often as a verb: "plans"."""
        return self.lower in self.lexicon.lists["nouns"]

    @property
    def is_strong(self) -> bool:
        """Whether it is hardly ever a noun: "says"."""
        return self.lemma in self.lexicon.lists["strong"] and not self.is_often_noun

    def same_verb(self) -> str:
        """The letter of the verb before "and", which a form behind it shares: "to go and say"."""
        for place in range(self.at - 2, max(self.first, self.at - AHEAD) - 1, -1):
            if self.tags[place] in "bV":
                return self.tags[place]
            if self.tags[place] in "AMF.:":
                return ""
        return ""


def form_at(text: TableText, lexicon: Lexicon, tags: list[str], at: int, first: int, last: int) -> Form:
    """The form at a token, with its neighbours."""
    lower = text.lowered[at]
    return Form(
        text,
        lexicon,
        tags,
        at,
        first,
        last,
        lower,
        lexicon.bits(lower),
        lexicon.lemmas.get(lower, lower),
        before=letter_before(tags, at, first),
        direct=tags[at - 1] if at > first else "",
        follows=tags[at + 1] if at + 1 < last else "",
    )


def letter_before(tags: list[str], at: int, first: int) -> str:
    """The letter before a word, over adverbs."""
    at -= 1
    while at > first and tags[at] in "R,":
        if tags[at] == "R":
            at -= 1
        elif tags[at - 2 : at] == [",", "R"]:  # "had, however, said"
            at -= 3
        else:
            break
    return tags[at] if at >= first else ""


def verb_ahead(form: Form) -> bool:
    """Whether a finite verb that needs the subject before the form follows it before the clause ends."""
    begin, tags = form.at + 1, form.tags
    for place in range(begin, min(begin + AHEAD, form.last)):
        tag = tags[place]
        # "reported on Monday the plan was": another subject begins.
        if tag in _CLAUSE_ENDS or (tag == "D" and tags[place - 1] in "NSE#"):
            return False
        if tag in "AM":
            return True
        # "called for it to be brought in": no finite verb
        if tag == "v" and tags[place - 1] not in BEFORE_NOUNS and tags[place - 1] not in "Itx":
            if form.lexicon.bits(form.text.lowered[place]) & PAST_FORM and place > begin:
                return True
            if _is_strong_singular(form, place):
                return True
    return False


def finite_ahead(form: Form) -> bool:
    """Whether another finite verb follows before the clause ends, so that the form is its subject."""
    begin, tags = form.at + 1, form.tags
    for place in range(begin, min(begin + AHEAD, form.last)):
        tag = tags[place]
        if tag in _CLAUSE_ENDS:
            return False
        if tag in "AM":
            return True
        past = tag == "v" and form.lexicon.bits(form.text.lowered[place]) & PAST_FORM
        if past and tags[place - 1] not in BEFORE_NOUNS and tags[place - 1] != "I":
            return True
        if tag == "v" and _is_strong_singular(form, place):
            return True
    return False


def _is_strong_singular(form: Form, place: int) -> bool:
    """Whether a token is a third person of a verb that is hardly ever a noun: "says"."""
    word = form.text.lowered[place]
    strong = form.lexicon.lists["strong"]
    return bool(form.lexicon.bits(word) & SINGULAR_FORM) and form.lexicon.lemmas.get(word, "") in strong
