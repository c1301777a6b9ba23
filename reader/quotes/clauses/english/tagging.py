"""Give each word its part of speech: by closed classes, the forms of verbs, and the words beside it."""

from functools import lru_cache

from reader.languages.given_names import given_names
from reader.quotes.clauses.english.lexicon import (
    BASE,
    GERUND_FORM,
    PARTICIPLE_FORM,
    PAST_FORM,
    SINGULAR_FORM,
    Lexicon,
    load,
)
from reader.quotes.text.table_text import TableText

_SIGNS = {
    ",": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    ";": ".",
    "…": ".",
    "...": ".",
    ":": ":",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "—": "-",
    "–": "-",
    "--": "-",
    "-": "-",
    "&": "C",
    "%": "N",
    "$": "D",
    "£": "D",
    "€": "D",
}
_MARKS = frozenset("“”„«»\"‘’'`")
_NOMINAL = frozenset("NSEPG#)")
"""What a subject can end with."""
_BEFORE_NOUNS = frozenset("DJG#")
_AHEAD = 14
"""Tokens in which a finite verb makes a participle of a form in "-ed" ("the man accused of theft was")."""
_ADJECTIVES = ("ous", "ful", "able", "ible", "ical", "onal", "less", "ish")
_BEYOND = "." * 6
FINITE = frozenset("VAMF")


def tags_of(text: TableText) -> str:
    """A letter of `lexicon.TAGS` for each token of a text, and some stops behind the last one to look at."""
    lexicon = load(text.language.code)
    words, lowered = text.words, text.lowered
    tags = [_alone(text.language.code, word, lower) for word, lower in zip(words, lowered, strict=True)]
    owners = _owners(text)
    for first, last in text.analysis.sentences:
        _read_sentence(text, lexicon, tags, first, last, owners)
    return "".join(tags) + _BEYOND


def _owners(text: TableText) -> frozenset[int]:
    """Tokens that are the bare apostrophe of an owner: "officials' plan"."""
    starts, ends = text.analysis.tokens.starts, text.analysis.tokens.ends
    closing = {text.analysis.range_of(pair.inner_end, pair.end)[0] for pair in text.analysis.pairs}
    return frozenset(
        at
        for at, word in enumerate(text.words)
        if word in "'’"
        and at
        and ends[at - 1] == starts[at]
        and at not in closing
        and text.words[at - 1][-1] in "sxz"
    )


@lru_cache(maxsize=65536)
def _alone(code: str, word: str, lower: str) -> str:
    """The letter of a word by itself; "v" for a form of a verb that the words beside it decide."""
    lexicon = load(code)
    first = word[0]
    if not first.isalnum():
        if word in _MARKS or word in ("''", "``", ",,", "<<", ">>"):
            return '"'
        return _SIGNS.get(word, "E" if first in "@#" and len(word) > 1 else "?")
    closed = lexicon.closed.get(lower)
    if closed and (word == lower or (first.isupper() and word[1:] == lower[1:]) or len(word) == 1):
        return closed
    if first.isdigit():
        return "#"
    if lower.endswith(("'s", "’s")):
        return "G"
    if first.isupper():
        return "E"
    if lexicon.bits(lower):
        return "v"
    return _open_class(lexicon, lower)


def _open_class(lexicon: Lexicon, lower: str) -> str:
    """The letter of a word that no table knows, by its ending."""
    if lower in lexicon.lists["plurals"]:
        return "S"
    if lower in lexicon.lists["in_ly"]:
        return "N"
    if lower.endswith("ly") and len(lower) > 4:
        return "R"
    if lower.endswith(_ADJECTIVES) and len(lower) > 5:
        return "J"
    return "S" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "N"


def _read_sentence(
    text: TableText, lexicon: Lexicon, tags: list[str], first: int, last: int, owners: frozenset[int]
) -> None:
    """Decide, from left to right, what the words beside each word make of it; in place."""
    begins, titled = True, _is_title(text, first, last)
    for at in range(first, last):
        tag, word = tags[at], text.words[at]
        if titled and tag == "E":
            tag = tags[at] = _in_title(lexicon, word)
        if tag == '"' and word in "'’" and at in owners:
            tags[at] = "G"
        elif tag == "E" or (begins and word[0].isupper()):
            if begins:
                tags[at] = _opening(text, lexicon, tags, at, last)
        elif tag in "v":
            tags[at] = _verb_or_noun(text, lexicon, tags, at, first, last)
        elif tag in _FUNCTION:
            tags[at] = _function(text, tags, at, first, last)
        # "Will Smith", "in May": a capital within a sentence is a name.
        capital = word[0].isupper() and not begins and not titled and tag not in "EGP#" and len(word) > 1
        if capital and tags[at] not in "DTF":
            tags[at] = "E"
        begins = tags[at] in '".:' if begins is False else tags[at] in '"?-'


def _is_title(text: TableText, first: int, last: int) -> bool:
    """Whether a sentence is a headline in capitals: "Mayor Says Bridge Is Safe"."""
    words = [word for word in text.words[first:last] if len(word) > 3 and word.isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 9


def _in_title(lexicon: Lexicon, word: str) -> str:
    """The letter of a word with a capital that all words of its headline have."""
    lower = word.lower()
    if lower in lexicon.forms and not word.isupper() and lower not in lexicon.lists["nouns"]:
        return "v"
    return "E"


_FUNCTION = frozenset("XtAMUHWDTIR")


def _function(text: TableText, tags: list[str], at: int, first: int, last: int) -> str:
    """A word of a closed class that can be of another."""
    tag, lower, before = tags[at], text.lowered[at], tags[at - 1] if at > first else ""
    follows = tags[at + 1] if at + 1 < last else ""
    if tag == "X":
        return "X" if follows in ("A", "M", "v", "R") and before != "I" else "R"
    if lower == "since" and before in ("A", "M"):
        return "R"
    # "will have", "to have", "did".
    if lower == "have" and (_before(tags, at, first) in ("M", "t")):
        return "x"
    if lower in ("will", "might", "can", "must") and before in ("D", "J", "G"):
        return "N"
    if lower == "do" and _before(tags, at, first) in ("M", "t"):
        return "b"
    if lower in ("which", "who"):
        return "H"
    # "an inside source", "the above figures".
    if tag == "I" and before == "D" and lower in ("inside", "outside", "above", "past", "near", "following"):
        return "J"
    # "critiques of her amounted": an object, no owner.
    if lower == "her" and (
        follows in "ItTWUR,.:AM)" or (follows == "v" and _is_verb_only(text, at + 1, last))
    ):
        return "O"
    if (
        tag == "D"
        and lower in ("this", "these", "those", "all", "some", "many", "both", "most")
        and (follows in ("A", "M"))
    ):
        return "P"
    return tag


def _is_verb_only(text: TableText, at: int, last: int) -> bool:
    """Whether a form in "-ed" has no noun behind it."""
    lexicon = load(text.language.code)
    if not lexicon.bits(text.lowered[at]) & PAST_FORM or text.lowered[at] in lexicon.lists["nouns"]:
        return False
    word = text.words[at + 1] if at + 1 < last else "."
    return not word[0].isalpha() or lexicon.closed.get(word.lower(), "") != ""


def _before(tags: list[str], at: int, first: int) -> str:
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


def _opening(text: TableText, lexicon: Lexicon, tags: list[str], at: int, last: int) -> str:
    """A word with a capital where a sentence begins."""
    lower, word = text.lowered[at], text.words[at]
    follows = text.words[at + 1][0] if at + 1 < last else ""
    closed = lexicon.closed.get(lower)
    if closed and (word[1:] == lower[1:] or len(word) == 1):
        # "Will Smith said", "May Day": a name that is a modal elsewhere.
        if closed == "M" and follows.isupper() and text.lower(at + 1) not in lexicon.lists["subjects"]:
            return "E"
        tags[at] = closed
        return _function(text, tags, at, at, last) if closed in _FUNCTION else closed
    if tags[at] == "G" or word.isupper() or follows.isupper():
        bits = lexicon.forms.get(lower, 0)
        verbal = bits & GERUND_FORM and not word.isupper() and lower not in lexicon.lists["nouns"]
        return "g" if verbal else tags[at]
    bits = lexicon.forms.get(lower, 0)
    if bits & GERUND_FORM and lower not in lexicon.lists["nouns"]:
        return "g"
    if bits & (PAST_FORM | PARTICIPLE_FORM) and lower.endswith("ed"):
        return "n" if at + 1 < last and tags[at + 1] in "ItDRUOW" else "J"
    if lower.endswith("ly"):
        return "R"
    # "Ask her", but "Research suggests".
    objects = at + 1 < last and tags[at + 1] in "DOPTWtEG#IR"
    if bits == BASE and lower not in lexicon.lists["nouns"] and objects:
        return "b"
    known = _open_class(lexicon, lower)
    return "S" if known == "S" and word not in given_names() else "E"


def _verb_or_noun(text: TableText, lexicon: Lexicon, tags: list[str], at: int, first: int, last: int) -> str:
    """A form of a verb in small letters."""
    lower = text.lowered[at]
    bits = lexicon.bits(lower)
    before = _before(tags, at, first)
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
    return _open_class(lexicon, lower)


def _is_plain_to(text: TableText, tags: list[str], at: int, first: int) -> bool:
    """Whether "to" before a word is a preposition: "according to police", "from London to work"."""
    return at - 2 >= first and text.lowered[at - 2] in ("according", "due", "thanks")


def _gerund(lexicon: Lexicon, lower: str, direct: str, follows: str) -> str:
    """A form in "-ing": a noun behind a determiner ("the meeting"), an adjective before a noun, or a verb."""
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
    alone = direct == "D" and text.lowered[at - 1] in lexicon.lists["pronominal"]
    if alone and follows not in ("N", "S"):
        # "those surveyed say", "many said".
        return "n" if text.lowered[at - 1] == "those" else "V"
    if direct in ("D", "J") or (direct in ("G", "#") and follows in "NSvE"):
        return "J" if bits & PARTICIPLE_FORM else "N"
    if direct == "I" or (direct == "t" and not bits & BASE):
        return "J" if bits & PARTICIPLE_FORM and lower != "said" else "N"
    if not bits & PAST_FORM:
        return "" if bits & BASE else "n"
    lemma = lexicon.lemmas.get(lower, lower)
    # "the man accused of theft was", "the plan backed by Lee".
    if bits & PARTICIPLE_FORM and before in ("N", "S", "E", ")"):
        if follows == "I" and (text.lowered[at + 1] == "by" or lemma in lexicon.lists["passives"]):
            return "n"
        if (
            follows in ("I", "t", "U", "R")
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
    bits, lemma = lexicon.bits(lower), lexicon.lemmas.get(lower, lower)
    noun = "S" if bits & SINGULAR_FORM else "N"
    often = lower in lexicon.lists["nouns"]
    strong = lemma in lexicon.lists["strong"] and not often
    # "another says", "in London say": such forms are no nouns.
    if (
        strong
        and at > first
        and direct not in ("O", "V", "b")
        and not (direct == "C" and _same_verb(tags, at, first))
    ):
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
    # "the council plans new homes": an object without a determiner.
    return (
        noun
        if often and before != "E"
        else "V"
        if not _finite_ahead(text, lexicon, tags, at + 1, last)
        else noun
    )


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
