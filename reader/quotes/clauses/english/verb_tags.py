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
from reader.quotes.text.table_text import TableText

_NOMINAL = frozenset("NSEPG#)")
"""What a subject can end with."""
_BEFORE_NOUNS = frozenset("DJG#")
_ARTICLES = frozenset(("a", "an", "the"))
_OWNING = _ARTICLES | {"his", "its", "their", "our", "my", "your", "no"}
"""Determiners that only a noun follows."""
_AHEAD = 14
"""Tokens in which a finite verb makes a participle of a form in "-ed" ("the man accused of theft was")."""


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


def verb_or_noun(text: TableText, lexicon: Lexicon, tags: list[str], at: int, first: int, last: int) -> str:
    """A form of a verb in small letters."""
    lower = text.lowered[at]
    bits = lexicon.bits(lower)
    before = letter_before(tags, at, first)
    direct = tags[at - 1] if at > first else ""
    if bits & GERUND_FORM:
        return _gerund(lexicon, lower, direct, tags[at + 1] if at + 1 < last else "")
    if bits & BASE and before in ("M", "t") and not (direct == "t" and _is_plain_to(text, tags, at, first)):
        return "b"
    if bits & (PAST_FORM | PARTICIPLE_FORM):
        found = _past(text, lexicon, tags, at, first, last, before, direct)
        if found:
            return found
    if bits & (BASE | SINGULAR_FORM):
        return _present(text, lexicon, tags, at, first, last, before, direct)
    return open_class(lexicon, lower)


def _is_plain_to(text: TableText, tags: list[str], at: int, first: int) -> bool:
    """Whether "to" before a word is a preposition: "according to police", "from London to work"."""
    return at - 2 >= first and text.lowered[at - 2] in ("according", "due", "thanks")


def _gerund(lexicon: Lexicon, lower: str, direct: str, follows: str) -> str:
    """A form in "-ing": a noun behind a determiner ("the meeting"), an adjective before a noun, or a verb."""
    # "his work building a business"
    if direct in ("N", "S") and follows in ("D", "O"):
        return "g"
    if direct in _BEFORE_NOUNS:
        return "J" if follows in ("N", "S") else "N"
    if lower in lexicon.lists["nouns"] and direct not in ("A", "x", "F"):
        return "N" if direct in ("N", "I", "E", "V", "J") else "g"
    if lower in lexicon.lists["gerund_prepositions"] and direct not in ("A", "x"):
        return "I"
    return "g"


def _past(
    text: TableText,
    lexicon: Lexicon,
    tags: list[str],
    at: int,
    first: int,
    last: int,
    before: str,
    direct: str,
) -> str:
    """A form in "-ed": finite ("Lee asked"), a participle ("was asked"), an adjective ("the proposed")."""
    lower, follows = text.lowered[at], tags[at + 1] if at + 1 < last else ""
    bits = lexicon.bits(lower)
    if before in ("A", "x", "F") or text.lowered[at - 1] in ("get", "got", "gets", "getting", "having"):
        return "n" if bits & PARTICIPLE_FORM else "V"
    # "the party's split will"
    if direct == "G" and follows in ("A", "M"):
        return "N"
    alone = direct == "D" and text.lowered[at - 1] in lexicon.lists["pronominal"]
    if alone and follows not in ("N", "S"):
        # "those surveyed say", "many said".
        return "n" if text.lowered[at - 1] == "those" else "V"
    # "a properly calibrated price", "said closed primaries deny"
    articled = at - 2 >= first and text.lowered[at - 2] in _ARTICLES
    led = direct == "R" and articled
    told = direct == "V" and follows == "S" and bool(lexicon.takes(_lemma_before(text, lexicon, at), "b"))
    if direct in ("D", "J") or (direct in ("G", "#") and follows in "NSvE") or led or told:
        return "J" if bits & PARTICIPLE_FORM else "N"
    if direct == "I" or (direct == "t" and not bits & BASE):
        return "J" if bits & PARTICIPLE_FORM and lower != "said" else "N"
    if not bits & PAST_FORM:
        return "" if bits & BASE else "n"
    lemma = lexicon.lemmas.get(lower, lower)
    # "the man accused of theft was", "the plan backed by Lee".
    if bits & PARTICIPLE_FORM and before in ("N", "S", "E", ")"):
        by = text.lowered[at + 1] == "by" and lemma not in lexicon.lists["intransitive"]
        if follows == "I" and (by or lemma in lexicon.lists["passives"]):
            return "n"
        if (
            follows in ("I", "t", "U", "R")
            # "Hall reported at least six": a name says it
            and not (follows in ("R", "I") and direct == "E" and _counts(text, at + 1, lexicon, lemma))
            and (lemma in lexicon.lists["reducible"] or lemma not in lexicon.book.sayings)
            and _verb_ahead(text, lexicon, tags, at + 1, last)
        ):
            return "n"
    if (
        (direct in ("C", "U", "W") or (direct == "," and not _closes(tags, at - 1, first)))
        and follows in ("I",)
        and bits & PARTICIPLE_FORM
        and (lemma not in lexicon.book.sayings or direct in ("U", "W"))
    ):
        return "n" if direct != "C" else "V"
    return "V"


def _counts(text: TableText, at: int, lexicon: Lexicon, lemma: str) -> bool:
    """Whether an amount stands behind a verb of saying: "reported at least six had left"."""
    return lexicon.takes(lemma, "b") and text.lower(at) == "at" and text.lower(at + 1) in ("least", "most")


def _lemma_before(text: TableText, lexicon: Lexicon, at: int) -> str:
    return lexicon.lemmas.get(text.lowered[at - 1], "")


def _closes(tags: list[str], comma: int, first: int) -> bool:
    """Whether a comma closes what another opened behind a noun: "the man, in his 30s, died"."""
    for at in range(comma - 1, max(first, comma - _AHEAD) - 1, -1):
        if tags[at] in "VAMF.:":
            return False
        if tags[at] == ",":
            return at > first and tags[at - 1] in _NOMINAL
    return False


def _verb_ahead(text: TableText, lexicon: Lexicon, tags: list[str], at: int, last: int) -> bool:
    """Whether a finite verb that needs this subject follows before the clause ends."""
    for place in range(at, min(at + _AHEAD, last)):
        tag = tags[place]
        # "reported on Monday the plan was": another subject begins.
        if tag in '.:TWH,"-CUPF' or (tag == "D" and tags[place - 1] in "NSE#"):
            return False
        if tag in "AM":
            return True
        if tag == "v" and tags[place - 1] not in _BEFORE_NOUNS and tags[place - 1] not in "It":
            bits = lexicon.bits(text.lowered[place])
            if bits & PAST_FORM and place > at:
                return True
            if (
                bits & SINGULAR_FORM
                and lexicon.lemmas.get(text.lowered[place], "") in lexicon.lists["strong"]
            ):
                return True
    return False


_OBJECTS = frozenset('DPOTtWE#XFHQ:"G')
"""What a verb in the present has behind it, where a noun would not."""


def _present(
    text: TableText,
    lexicon: Lexicon,
    tags: list[str],
    at: int,
    first: int,
    last: int,
    before: str,
    direct: str,
) -> str:
    """A form that may be a noun: "plans", "report"."""
    lower, follows = text.lowered[at], tags[at + 1] if at + 1 < last else "."
    follows = "." if follows == '"' and at + 1 not in text.passages else follows
    # "the backers hope this is over"
    if follows == "D" and text.lower(at + 1) in ("this", "these", "those", "that"):
        follows = "P" if at + 2 < last and tags[at + 2] in "AM" else follows
    bits, lemma = lexicon.bits(lower), lexicon.lemmas.get(lower, lower)
    noun = "S" if bits & SINGULAR_FORM else "N"
    often = lower in lexicon.lists["nouns"]
    strong = lemma in lexicon.lists["strong"] and not often
    # "another says", "in London say": such forms are no nouns.
    if (
        strong
        and at > first
        and direct not in ("O", "V", "b")
        and not (direct == "D" and text.lowered[at - 1] in _OWNING and bits & BASE)
        and not (direct == "C" and _same_verb(tags, at, first))
    ):
        return "V"
    # "many fear he will": no noun in the singular
    many = direct == "D" and bits & BASE and text.lowered[at - 1] in lexicon.lists["several"]
    if many and follows in ("E", "P", "F", "D", "T", "X", "t", "G"):
        return "V"
    # "people close to her"
    if lower == "close" and follows == "t":
        return "J"
    # "which the campaign says includes", "that Lee decries makes"
    sure = not often or follows in ("D", "O", "G")
    if bits & SINGULAR_FORM and sure and _in_relative(text, lexicon, tags, at, first):
        return "V"
    if direct in _BEFORE_NOUNS or direct in ("I", "J", "V", "v", "O") or at == first:
        return "b" if direct == "O" and bits & BASE else noun
    shared = _same_verb(tags, at, first) if direct == "C" and not often and follows not in ("A", "M") else ""
    if shared:
        # "should do more and wants": a third person shares no infinitive.
        return "V" if bits & SINGULAR_FORM else shared
    plural = before in ("S",) or _plural_pronoun(text, tags, at, first)
    singular = before in ("N", "E", ")", '"') or (before == "P" and not plural)
    agrees = plural if bits & BASE and not bits & SINGULAR_FORM else singular
    # "Arsenal need to", "…, book claims."
    claims = follows == "." and lemma in lexicon.book.sayings and "," in tags[max(first, at - 3) : at]
    if (before == "E" and follows == "t") or (claims and before in ("N", "E") and bits & SINGULAR_FORM):
        return "V"
    # "Democrats, Frank notes, applaud": a verb behind what stands in commas.
    if direct == "," and (follows in "tT" or (follows in "DPX" and not often)):
        return "V"
    relative = before == "H" or (before == "T" and at - 2 >= first and tags[at - 2] in _NOMINAL)
    if (before == "P" and agrees) or (
        follows in "PFT" and bits & BASE and before in ("E", "S", "N", "-", ")")
    ):
        return "V"
    if relative:
        return "V"
    # "the law unfairly targets families"
    if direct == "R" and agrees and text.lowered[at - 1].endswith("ly") and follows not in "AM":
        return "V"
    # "proposals address people's fears", "proposals addresses" of a singular: no two plurals side by side
    if direct == "S" and bits & SINGULAR_FORM and follows in "DGPOX":
        return "V"
    if not (agrees or (before == "E" and strong) or (before == "," and strong)):
        return noun
    if follows in ("A", "M", "n") or (follows == "v" and not _may_be_object(text, lexicon, at + 1)):
        return noun
    if strong:
        return "V"
    # "polls show": two nouns of which the first is a plural are rare ("sports show").
    if direct == "S" and not bits & SINGULAR_FORM:
        return noun if text.lowered[at - 1] in lexicon.lists["attributive_plurals"] else "V"
    if follows in _OBJECTS or (follows == "R" and not often):
        return "V"
    if follows in ("I", ",", ".", "C", ")"):
        # "promised extra patrols.": the clause has its verb already.
        ended = direct == "N" and any(tag in "VAMF" for tag in tags[max(first, at - 8) : at])
        return noun if often or ended or _finite_ahead(text, lexicon, tags, at + 1, last) else "V"
    # "the poll finds schooling is": what is found has its own verb
    surveyed = text.lowered[at - 1] in lexicon.lists["polls"]
    if bits & SINGULAR_FORM and (not often or surveyed) and lexicon.takes(lemma, "b"):
        return "V"
    # "the council plans new homes": an object without a determiner.
    return (
        noun
        if often and before != "E"
        else "V"
        if not _finite_ahead(text, lexicon, tags, at + 1, last)
        else noun
    )


def _in_relative(text: TableText, lexicon: Lexicon, tags: list[str], at: int, first: int) -> bool:
    """Whether a form stands behind the subject of a relative, or behind what is said of its head."""
    if tags[at - 1] == "V" and lexicon.takes(_lemma_before(text, lexicon, at), "b"):
        return "H" in tags[max(first, at - 6) : at]
    subject = at - 1 - (tags[at - 1] == "V")
    return subject - 1 >= first and tags[subject] in "EP" and tags[subject - 1] in "TH"


def _may_be_object(text: TableText, lexicon: Lexicon, at: int) -> bool:
    """Whether a form of a verb behind another may be a noun or participle: "plans talks"."""
    bits = lexicon.bits(text.lowered[at])
    return text.lowered[at] in lexicon.lists["nouns"] or bool(bits & GERUND_FORM)


def _same_verb(tags: list[str], at: int, first: int) -> str:
    """The letter of the verb before "and", which a form behind it shares: "to go and say"."""
    for place in range(at - 2, max(first, at - 14) - 1, -1):
        if tags[place] in "bV":
            return tags[place]
        if tags[place] in "AMF.:":
            return ""
    return ""


def _plural_pronoun(text: TableText, tags: list[str], at: int, first: int) -> bool:
    """Whether "they", "we", "I" or "you" stands before a word, over adverbs."""
    at -= 1
    while at > first and tags[at] == "R":
        at -= 1
    return tags[at] == "P" and text.lowered[at] in (
        "they",
        "we",
        "i",
        "you",
        "others",
        "many",
        "some",
        "most",
    )


def _finite_ahead(text: TableText, lexicon: Lexicon, tags: list[str], at: int, last: int) -> bool:
    """Whether another finite verb follows before the clause ends, so that this word is its subject."""
    for place in range(at, min(at + _AHEAD, last)):
        tag = tags[place]
        if tag in '.:TWH,"-CUPF':
            return False
        if tag in "AM":
            return True
        bits = lexicon.bits(text.lowered[place]) if tag == "v" else 0
        if bits & PAST_FORM and tags[place - 1] not in _BEFORE_NOUNS and tags[place - 1] != "I":
            return True
        if bits & SINGULAR_FORM and lexicon.lemmas.get(text.lowered[place], "") in lexicon.lists["strong"]:
            return True
    return False
