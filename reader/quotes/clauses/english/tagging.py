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
    open_class,
)
from reader.quotes.clauses.english.verb_forms import letter_before
from reader.quotes.clauses.english.verb_tags import verb_or_noun
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
_ABBREVIATED = 3
"""Letters of an abbreviation with a stop at most, and one: "U.S."."""
_BEYOND = "." * 6


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
    return open_class(lexicon, lower)


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
            issued = (
                text.lowered[at] in lexicon.lists["issued"] and text.lower(at - 1) in lexicon.lists["polls"]
            )
            tags[at] = "n" if issued else verb_or_noun(text, lexicon, tags, at, first, last)
        elif _is_within_name(text, tags, at, first, last):
            tags[at] = "E"
        elif tag in _FUNCTION:
            tags[at] = _function(text, tags, at, first, last)
        # "Will Smith", "in May": a capital within a sentence is a name.
        capital = word[0].isupper() and not begins and not titled and tag not in "EGP#" and len(word) > 1
        if capital and tags[at] not in "DTF":
            tags[at] = "E"
        begins = tags[at] in '".:' if begins is False else tags[at] in '"?-'


def _is_within_name(text: TableText, tags: list[str], at: int, first: int, last: int) -> bool:
    """Whether a sign stands within a name: "an NBC/Post poll", "the U.S. needed"."""
    if not first < at < last - 1 or tags[at - 1] != "E":
        return False
    word = text.words[at]
    return (word == "/" and tags[at + 1] == "E") or (word == "." and len(text.words[at - 1]) < _ABBREVIATED)


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
    # "Lee provided a statement", "provided that it rains"
    if lower == "provided" and letter_before(tags, at, first) in ("N", "S", "E", "P", "X", "#"):
        return "V"
    # "will have", "to have", "did".
    if lower == "have" and (letter_before(tags, at, first) in ("M", "t")):
        return "x"
    if lower in ("will", "might", "can", "must") and before in ("D", "J", "G"):
        return "N"
    # "she no longer felt safe"
    if lower == "no" and at + 1 < last and text.lowered[at + 1] == "longer":
        return "R"
    # "Lee and Hall both said", "have both said"
    if lower == "both" and follows == "v" and before in ("A", "E", "S", "N", "P"):
        return "R"
    if lower == "do" and letter_before(tags, at, first) in ("M", "t"):
        return "b"
    if lower in ("which", "who"):
        return "H"
    if lower == "at" and at + 1 < last and text.lowered[at + 1] in ("least", "most"):
        return "R"
    # "Her uncle, a fiddle player, once told her"
    if lower == "once" and follows == "v" and before == ",":
        return "R" if load(text.language.code).bits(text.lowered[at + 1]) & PAST_FORM else tag
    # "an inside source", "the above figures".
    if tag == "I" and before == "D" and lower in ("inside", "outside", "above", "past", "near", "following"):
        return "J"
    # "critiques of her amounted": an object, no owner.
    if lower == "her" and (
        follows in "ItTWUR,.:AM)PX" or (follows == "v" and _is_verb_only(text, at + 1, last))
    ):
        return "O"
    if (
        tag == "D"
        and lower in ("this", "these", "those", "all", "some", "many", "both", "most")
        and (follows in ("A", "M"))
    ):
        return "P"
    return tag


def _is_name_elsewhere(text: TableText, at: int) -> bool:
    """Whether a word that begins a sentence stands with a capital within another one."""
    places = (
        place
        for place, lower in enumerate(text.lowered)
        if lower == text.lowered[at] and text.words[place][0].isupper() and place != at
    )
    return any(place != text.sentence_of(place)[0] and text.words[place - 1].isalpha() for place in places)


def _is_verb_only(text: TableText, at: int, last: int) -> bool:
    """Whether a form in "-ed" has no noun behind it."""
    lexicon = load(text.language.code)
    if not lexicon.bits(text.lowered[at]) & PAST_FORM or text.lowered[at] in lexicon.lists["nouns"]:
        return False
    word = text.words[at + 1] if at + 1 < last else "."
    return not word[0].isalpha() or lexicon.closed.get(word.lower(), "") != ""


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
        # "Donnelly says": a name, where it has its capital within a sentence too
        return "E" if _is_name_elsewhere(text, at) else "R"
    # "Ask her", but "Research suggests".
    objects = at + 1 < last and tags[at + 1] in "DOPTWtEG#IR"
    if bits == BASE and lower not in lexicon.lists["nouns"] and objects:
        return "b"
    known = open_class(lexicon, lower)
    # "Bivens hopes Clinton wins"
    behind = text.lower(at + 1)
    if lexicon.bits(behind) & SINGULAR_FORM and lexicon.takes(lexicon.lemmas.get(behind, ""), "qbi"):
        return "E"
    return "S" if known == "S" and word not in given_names() else "E"
