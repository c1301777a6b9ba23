"""What passages in marks look like, and whether they look like words quoted rather than a name or title."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import Sentence
from reader.quotes.german.parse import Parsed
from reader.quotes.text.sentences import Range

LONG = 6
"""Words from which a passage outside any frame is taken for speech (chosen on the gold set)."""
SENTENCE_END = frozenset((".", "!", "?", "…", ","))
"""What speech ends with inside its marks."""
_TO_HERALD = 6
"""Tokens from a noun that heralds speech to the marks at most: "Parolen wie zum Beispiel"."""
_TO_TITLE = 8
"""Tokens before "lautet" in which the noun of a title stands: "Der Name des neuen Vereins lautet"."""
_NUMBERED = 3
"""Words of a name that a number or letter ends at most."""
_NUMERAL = re.compile(r"[0-9]+|[A-Z]|[IVX]{1,5}")
_LINKING = w.PREPOSITION | w.DETERMINER | w.COORDINATOR
"""Flags of words that link the nouns of a name or title."""


@dataclass(frozen=True, slots=True)
class PassageFeatures:
    """What a passage in marks looks like."""

    first: int
    end: int
    size: int
    """Number of words."""
    worded: bool
    """Whether it holds an adjective, adverb or verb, as names and titles seldom do."""
    clausal: bool
    """Whether it holds a finite verb beside other words, or ends as a sentence."""
    after_noun: bool
    """Whether a noun stands right before it that it may be the name of ("Film", "Organisation")."""
    capitalised: bool
    """Whether it begins with a capital letter."""
    name_like: bool
    """Whether the word before tells that a name or title comes: "Film", "Motto", an article."""
    in_phrase_position: bool
    """Whether it stands where a phrase does and a name seldom: behind a preposition or "ein"."""
    linked: bool
    """Whether small words join its nouns: "Angriff gegen die Belegschaft"."""
    heralded: bool
    """Whether a noun tells that somebody says or has written it: "die Parole „Nie wieder“"."""
    judging: bool
    """Whether it holds a noun that judges and bears no name, or an answer: "Wortbruch", "Nein"."""
    titled: bool
    """Whether it is the name or translation of a thing: "Das Motto: „Alle ans Wasser“"."""


def passage_features(parsed: Parsed, first: int, end: int) -> PassageFeatures:
    """The looks of the passage of tokens `[first, end)`."""
    inner = [at for at in range(first, end) if parsed.words[at][0].isalnum()]
    flags = [parsed.flags[at] for at in inner]
    capital = bool(inner) and not parsed.words[inner[0]][:2].islower()
    # "„Haus am Fluss“" is no more worded than "„Haus“": small words that only link do not count.
    small = [at for at in inner if parsed.words[at][0].islower() and not parsed.flags[at] & _LINKING]
    # "„Es reicht uns“", "„Nie und nimmer!“": words around a verb, or a sentence's end.
    finite = any(flag & w.FINITE and not flag & w.CAPITAL for flag in flags)
    final = end - 2 >= first and parsed.words[end - 2] in SENTENCE_END
    before = parsed.flags[first - 1] if first else 0
    linked = any(parsed.flags[at] & _LINKING and parsed.words[at][0].islower() for at in inner)
    return PassageFeatures(
        first,
        end,
        len(inner),
        bool(small),
        len(inner) > 2 and (finite or final),
        bool(before & w.CAPITAL and not before & w.TIME),
        capital,
        _is_name_like(parsed, inner, (first, end), capital and not small),
        bool(before & w.PREPOSITION) or _indefinite(parsed, first),
        linked,
        _is_heralded(parsed, first),
        len(inner) < LONG and any(parsed.lower(at) in parsed.table.lists.judgements for at in inner),
        (_is_titled(parsed, first) and not _is_judged(parsed, inner))
        or _is_called_behind(parsed, first, end)
        or (len(inner) < LONG and _in_brackets(parsed, first, end)),
    )


def _is_name_like(parsed: Parsed, inner: list[int], extent: Range, nouns: bool) -> bool:
    """Whether the word before a passage announces a name or title, or its own words are those of one."""
    word = parsed.lower(extent[0] - 1)
    lists, language = parsed.table.lists, parsed.analysis.language
    # "sogenannter „Experte“", "gegenüber „Bild“".
    if word in language.scare or word in lists.source_prepositions:
        return True
    # "der Film „Nacht“".
    if word.endswith(tuple(language.title_nouns)) and not _is_judged(parsed, inner):
        return True
    # "„beispiel.de“".
    if len(inner) == 1 and "." in parsed.words[inner[0]].strip("."):
        return True
    if len(inner) < LONG and any(parsed.lower(at) in lists.foreign for at in inner):
        return True
    # "„Agenda 2010“", "„Plan B“", "„Kolb II“".
    if 1 < len(inner) <= _NUMBERED and nouns and _NUMERAL.fullmatch(parsed.words[inner[-1]]):
        return True
    # "wie „Bild“ berichtet".
    if word == "wie" and extent[1] < len(parsed.words) and parsed.flags[extent[1]] & w.FINITE:
        return True
    # "die „Seeadler“": an article, and nothing but nouns in the marks.
    return nouns and word in lists.definite and not _is_predicate(parsed, *extent)


def _is_judged(parsed: Parsed, inner: list[int]) -> bool:
    """Whether words in marks say what a thing is: "nannte den Film „ein Wunder“"; no title begins so."""
    return bool(inner) and parsed.words[inner[0]] in parsed.table.lists.unnamed


def _is_heralded(parsed: Parsed, first: int) -> bool:
    """Whether a noun heralds speech: "die Aufschrift „…“", "Parolen wie zum Beispiel „…“"."""
    lists, at = parsed.table.lists, first - 1
    while at > max(0, first - _TO_HERALD) and parsed.lower(at) in lists.exemplifying:
        at -= 1
    return parsed.lower(at) in lists.heralds


def _is_titled(parsed: Parsed, first: int) -> bool:
    """Whether a thing gets its name in marks: "Motto: „…“", "Der Name lautet „…“", "dem Titel „…“"."""
    at = first - 1
    if at > 0 and (_bears_name(parsed, at) or (parsed.words[at] == ":" and _bears_name(parsed, at - 1))):
        return True
    while at > first - _TO_HERALD and parsed.flags[at] & w.ADVERB:  # "lautet also „…“"
        at -= 1
    if at < 0 or parsed.lower(at) not in parsed.table.lists.bearing:
        return False
    begin = max(parsed.sentence_of(at)[0], at - _TO_TITLE)
    return any(_bears_name(parsed, i) for i in range(begin, at))


def _is_called_behind(parsed: Parsed, first: int, end: int) -> bool:
    """Whether what follows calls it a name: „…“, "so lautet der Titel", "als „…“ bekannt"."""
    lists, behind = parsed.table.lists, parsed.lowered[end : end + 3]
    if behind[:1] and parsed.lower(first - 1) == "als" and behind[0] in lists.known:
        return True
    if behind[:2] != [",", "so"] or behind[2:] == [] or behind[2] not in lists.bearing:
        return False
    near = range(end + 3, min(end + 3 + _TO_HERALD, len(parsed.words)))
    return any(_bears_name(parsed, at) for at in near)


def _bears_name(parsed: Parsed, at: int) -> bool:
    return bool(parsed.flags[at] & w.CAPITAL) and parsed.lower(at).endswith(parsed.table.endings.titled)


def _in_brackets(parsed: Parsed, first: int, end: int) -> bool:
    """Whether a passage stands alone in brackets, as a translation does: "Bär (deutsch „großer Bär“)"."""
    return "(" in parsed.words[max(0, first - 2) : first] and parsed.words[end : end + 1] == [")"]


def _indefinite(parsed: Parsed, first: int) -> bool:
    """Whether "ein" or "kein" stands before a passage, an adjective between aside."""
    before = first - 2 if parsed.flags[first - 1] & (w.ADJECTIVE | w.PARTICIPLE) else first - 1
    return any(parsed.lower(at) in parsed.table.lists.unnamed for at in (first - 1, before))


def passages_in_marks(parsed: Parsed, sentence: Sentence) -> Iterator[Range]:
    """Outermost passages in marks that begin in the sentence, and one that only ends in it."""
    at = sentence.first
    # The sentence begins within speech of several sentences.
    if at in parsed.marked and at not in parsed.passages:
        at = next((i + 1 for i in range(at, sentence.end) if i in parsed.begins), sentence.end)
        if at - 1 in parsed.begins:
            yield parsed.begins[at - 1], at
    openings = parsed.openings
    for number in range(bisect_left(openings, at), len(openings)):
        first = openings[number]
        if first >= sentence.end:
            break
        if first >= at:
            at = parsed.ends[first]
            yield first, at


def word_for_word(parsed: Parsed, passage: PassageFeatures, saying: str, next_to: bool = False) -> bool:
    """Whether a passage beside a verb of saying is quoted word for word: no name, title or scare quote.

    `next_to` tells that it follows the verb itself ("witterte „Verrat am Wähler“").
    """
    if passage.name_like and not (passage.clausal and passage.size >= LONG):
        return False
    # "nannte es einen „Militärputsch“": the verb names, and "ein" or "als" leads up to a judgement.
    names = saying in parsed.table.lists.naming
    is_judgement = names and (
        parsed.lower(passage.first - 1) in parsed.table.lists.before_judgements
        or _is_predicate(parsed, passage.first, passage.end)
        or _is_fronted(parsed, passage)
    )
    # A single word must be a judgement or no noun ("sei „völlig“ klar"), not a name: "dem Sender „Radio“".
    if passage.size == 1:
        named = passage.after_noun and passage.capitalised
        return passage.judging or ((passage.worded or is_judgement) and not named)
    # "sei „nicht verteidigenswert“": names begin with capitals.
    if not passage.capitalised or passage.judging:
        return True
    # "der Operation „Cast Lead“": behind a noun only what is long and a clause.
    if passage.after_noun:
        return passage.clausal and passage.size >= LONG
    # "antwortete „Es reicht uns“" (clause), "sprach von „Großem Glück“" (worded), and nouns that small words
    # link: "sprach von „Verrat am Wähler“", "witterte „Verrat am Wähler“"; others are names.
    return (
        passage.clausal
        or passage.worded
        or is_judgement
        or (passage.linked and (passage.in_phrase_position or (names and next_to)))
    )


def _is_predicate(parsed: Parsed, first: int, end: int) -> bool:
    """Whether words in marks end a clause behind a verb and "das" or "dies": "Ott nannte das „Unsinn“"."""
    if first < 2 or parsed.lower(first - 1) not in parsed.table.lists.pointing:
        return False
    ends = end >= len(parsed.words) or bool(parsed.flags[end] & (w.PUNCTUATION | w.COORDINATOR))
    return ends and bool(parsed.flags[first - 2] & w.FINITE)


def _is_fronted(parsed: Parsed, passage: PassageFeatures) -> bool:
    """Whether a judgement in marks opens its sentence before the verb: "„Unmöglich“ nannte Ott das"."""
    if parsed.sentence_of(passage.first)[0] != passage.first or passage.end >= len(parsed.words):
        return False
    judged = parsed.lower(passage.end - 2).endswith(parsed.table.endings.judging)
    return judged and bool(parsed.flags[passage.end] & w.FINITE)
