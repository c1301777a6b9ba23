"""What commas tell of a source: "según el ministro, Juan Gil,", "según Gil, antiguo cónsul en Lima,"."""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.text.nouns import is_name

_LONGEST = 40
"""Tokens of a phrase at most."""
_ASIDE = 16
"""Tokens of an apposition in commas at most."""
_AGE = 4
"""Tokens of an age at most: "de 45 años"."""
_NEAR = 5
"""Tokens from a word that attributes to its verb: "según ha informado ya"."""


def with_appositions(text: ClauseText, first: int, end: int, last: int) -> int:
    """The end of a phrase with what tells more of it in commas: "según el ministro, Juan Gil,"."""
    while end < last and text.words[end] == ",":
        close = _closing(text, end + 1, min(end + _ASIDE, last))
        within = range(end + 1, close or min(end + _ASIDE, last))
        if not close and last - end < _ASIDE and first > last - _LONGEST:
            close = last
        if not close or not _tells_more(text, within, first):
            break
        end = close
    return end


def _closing(text: ClauseText, at: int, last: int) -> int:
    """The next comma or stop from a token on, brackets apart; 0 where none stands near."""
    while at < last and text.words[at] not in (",", ";", ":", "."):
        if text.words[at] == "(":
            far = range(at, min(at + _LONGEST, len(text.words)))
            behind = next((i + 1 for i in far if text.words[i] == ")"), last)
            last, at = last + behind - at, behind
        else:
            at += 1
    return at if at < min(last, len(text.words)) else 0


def _tells_more(text: ClauseText, within: range, first: int) -> bool:
    """Whether words in commas belong to the noun before them: a name, a role, an age, a relative clause."""
    at, language = within.start, text.language
    if not within:
        return False
    # ", que vive en Soria", ", al que tuvo acceso este diario"
    if text.lower(at) in language.relatives or (
        text.is_governed(at) and any(text.lower(i) in text.grammar.that for i in within[1:3])
    ):
        return True
    if any(text.is_finite(i) for i in within):
        return False
    # "o presidente da Câmara, Rui Sá (PL-PB),"
    bracket = next((i for i in within if text.words[i] == "("), within.stop)
    name = range(at, bracket if text.words[within.stop - 1] == ")" else within.stop)
    named = all(is_name(text.words[i]) or text.lower(i) in language.particles for i in name)
    # "su portavoz, el médico jubilado Juan Gil,"
    called = next((i for i in within if text.words[i] in text.given), within.stop)
    led = text.lower(at) in language.determiners and at < called < within.stop - 1
    named = named or (led and all(is_name(text.words[i]) for i in range(called, within.stop)))
    # "de 45 anos"
    aged = text.is_governed(at) and len(within) <= _AGE and text.words[at + 1][0].isdigit()
    role = text.lower(at) in language.roles or text.words[at][0].isdigit() or aged
    # "deux sources, citées par le journal,"
    role = role or (text.words[at][0].islower() and text.is_participle(at))
    hangs = text.lower(at) in text.grammar.complements and is_name(text.words[at + 1])
    # "Juan Gil, el antiguo alcalde,"
    led = text.lower(at) in language.determiners and is_name(text.words[at - 2])
    role = role or (led and any(text.lower(i) in language.roles for i in within[1:3]))
    closed = within.stop < len(text.words) and text.words[within.stop] == ","
    # "deverá, segundo a Lusa, custar o dobro" goes on with its verb
    inside = first - text.sentence_of(first)[0] > _NEAR
    verbal = inside and text.lower(at).endswith(text.grammar.infinitives)
    if role or hangs or (closed and not verbal and text.is_bare_noun(at, within.stop)):
        return True
    # "según el ministro de Sanidad, Juan Gil,": a capital before the comma, but a common noun at the head
    head = first + (text.lower(first) in language.determiners)
    titled = text.lower(head) in language.roles and len(within) > 1
    common = titled or not is_name(text.words[within.start - 2])
    return named and common and within.start - 1 > first
