"""Cut a text into tokens with their places: words, numbers, addresses, single marks.

A `Tokens` holds three parallel lists, `starts`, `ends` (code points) and `words`. White space is no token. A
full stop belongs to the token where it marks an abbreviation, an initial or an ordinal ("Dr.", "J.", "5."),
otherwise it is a token of its own. No cut falls inside a combining sequence or a pair of surrogates.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from reader.languages.tables import Language

_WORD = (
    r"(?:https?://|www\.)[^\s<>„“”»«]*[^\s<>„“”»«.,;:!?\"'()\[\]]"
    r"{elisions}"
    r"|[^\W\d_]\w*(?:[-‑'’&@+·]\w+|\.(?![A-ZÄÖÜ])[^\W\d_]\w+|[:*](?=in(?:nen)?\b)\w+|:(?=(?:s|n|ns|en)\b)\w+"
    r"|(?<=[^\W\d_]{2})(?:\.[^\W\d_])+\.[^\W\d_]{2,}\b)*"
    r"|\d+(?:[.,:]\d+)*\w*(?:[-‑]\w+)*"
    r"|[@#]\w+|_+|\.{2,}|<<|>>|,,(?=\s?\w)|``|''|[^\w\s]"
)
"""Addresses; names like "will.i.am"; words with inner hyphens, apostrophes, colons and stops ("Leser:innen",
"LO:s", "beispiel.de"); numbers; hashtags and handles; ASCII marks of two signs; any other sign by itself.
`{elisions}` takes in "l’", "d’"."""
_LONGEST_ORDINAL = 3
"""Digits of a number that a full stop makes an ordinal: "5." and "125.", but "2010." ends a sentence."""
_ROMAN = re.compile(r"[IVXLC]+")
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of `text` as parallel lists; token i is `text[starts[i]:ends[i]] == words[i]`."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def __len__(self) -> int:
        return len(self.words)


def extends(character: str) -> bool:
    """Whether a character belongs to the one before it: combining marks, joiners, low surrogates."""
    # Below are Latin letters alone; asked for every character of a text, so the cheap test comes first.
    return (
        character > "\u02ff"
        and (
            character in _JOINERS
            or "\udc00" <= character <= "\udfff"
            or "\U0001f3fb" <= character <= "\U0001f3ff"
        )
    ) or unicodedata.category(character) in ("Mn", "Mc", "Me")


def extenders(text: str) -> frozenset[str]:
    """The characters of `text` that belong to the character before them."""
    return frozenset() if text.isascii() else frozenset(filter(extends, set(text)))


@lru_cache(maxsize=64)
def _pattern(elisions: tuple[str, ...], extending: frozenset[str]) -> re.Pattern[str]:
    heads = "|".join(sorted(elisions, key=len, reverse=True))
    pattern = _WORD.replace("{elisions}", rf"|\b(?i:{heads})['’](?=\w)" if heads else "")
    if extending:
        # A base letter takes the marks that stand in this text along; U+200D also joins the sign behind it.
        marks = "".join(map(re.escape, sorted((extending | {"\ufe0f"}) - {"\u200d"})))
        pattern = pattern.replace(r"[^\W\d_]\w*", rf"[^\W\d_][\w{marks}]*").replace(r"\w+", rf"[\w{marks}]+")
        pattern = pattern.replace(r"\d+(", rf"\d+[{marks}]*(")
        pattern = pattern.replace(r"[^\w\s]", rf"[^\w\s{marks}]")  # no token begins within a sequence
        return re.compile(rf"(?:{pattern})[{marks}]*(?:\u200d[^\s]?[{marks}]*)*")
    return re.compile(pattern)


def with_double_commas_closed(text: str) -> str:
    """`text` of the same length, in which "’’" closes what ",," opens: ,,Wij gaan’’ is ,,Wij gaan''."""
    return text.replace("’’", "''") if ",," in text and "’’" in text else text


def tokenise(text: str, language: Language) -> Tokens:
    """The tokens of `text`; about a million a second."""
    read, extending = with_double_commas_closed(text), extenders(text)
    spans = [m.span() for m in _pattern(language.elisions, extending).finditer(read)]
    if extending:  # what belongs to the character before it and has none begins no token
        spans = [(first, end) for first, end in spans if text[first] not in extending]
    if not spans:
        return Tokens(text, [], [], [])
    starts, ends = map(list, zip(*spans, strict=True))
    tokens = Tokens(text, starts, ends, [text[a:b] for a, b in spans])
    _join_stops(tokens, language)
    return tokens


def _join_stops(tokens: Tokens, language: Language) -> None:
    """Give full stops to the abbreviations, initials and ordinals before them, in place."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    joined: list[int] = []
    at = 0
    while True:
        try:
            at = words.index(".", at + 1)
        except ValueError:
            break
        if ends[at - 1] == starts[at] and _keeps_stop(tokens, at, language):
            joined.append(at)
    if joined:
        _merge(tokens, joined)


def _merge(tokens: Tokens, stops: list[int]) -> None:
    """Join each of the tokens `stops` to the one before it, in place."""
    for at in stops:
        tokens.words[at - 1] += "."
        tokens.ends[at - 1] += 1
    keep = [True] * len(tokens.words)
    for at in stops:
        keep[at] = False
    tokens.words[:] = compress(tokens.words, keep)
    tokens.starts[:] = compress(tokens.starts, keep)
    tokens.ends[:] = compress(tokens.ends, keep)


def _keeps_stop(tokens: Tokens, at: int, language: Language) -> bool:
    word = tokens.words[at - 1]
    if word in language.abbreviations or word in language.titles:
        return True
    # "5" and "XIV"; a year is no ordinal.
    numeral = (word.isdigit() and len(word) <= _LONGEST_ORDINAL) or bool(_ROMAN.fullmatch(word))
    # "J. Ott", "am 5. Mai", "Ludwig XIV. kam"; a single letter may also end a sentence ("Vitamin C.").
    if not ((len(word) == 1 and word.isalpha()) or (numeral and language.ordinals)):
        return False
    # "en el siglo V. Ana Gil", "en su cuenta de X. Horas después": no initials
    before = tokens.words[at - 2] if at > 1 else ""
    counted = before.lower() in language.numbered and bool(_ROMAN.fullmatch(word))
    # where a stop makes ordinals of numbers ("das X. Parlament"), only behind a word that is listed
    network = word == "X" and before.islower() and not language.ordinals
    if counted or network:
        return False
    return _goes_on(tokens, at, language)


def _goes_on(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether after the full stop `at` the same sentence seems to go on."""
    if at + 1 >= len(tokens.words):
        return False
    gap = tokens.text[tokens.ends[at] : tokens.starts[at + 1]]
    follower = tokens.words[at + 1]
    # "5.-7. Mai" goes on; an empty line, a mark or a bracket behind the stop ends the sentence.
    if gap.count("\n") > 1 or (not follower[0].isalpha() and not follower[0].isdigit()):
        return not gap and follower[0] in "-,"
    return follower[0].islower() or follower.lower() not in language.starters
