"""Tags whose verb stands in no book: «…», "entrega o músico", «…», "se défausse l'élu".

An idiom may be among them: «…», "getta acqua sul fuoco la sindaca".
"""

from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.tails import tail_behind
from reader.quotes.patterns import direct
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range

_IDIOM = 6
"""Tokens from such a verb to its subject at most: "rincara la dose | l'assessore"."""
_TITLE = 4
"""Tokens from an article to a given name at most: "il pentastellato | Ugo Neri"."""
_ORIGIN = 5
"""Letters of a word for where somebody is from, more than these."""
_ENDS = frozenset((",", ".", ";"))


def attribution(text: ClauseText, end: int) -> Attribution | None:
    """A comma, one word that can be a verb, and a person, behind a passage that ends at `end`."""
    if text.words[end : end + 1] != [","]:
        return None
    stop, at = text.sentence_of(end)[1], end + 1
    if at < stop and text.halves(at):  # « … », "illustre-t-elle"
        return Attribution("tag after", (at,), (at, at + 1), None, (end, at + 1))
    at += text.lower(at) in text.grammar.clitics
    if at + 2 > stop or not _can_be_verb(text, at):
        return None
    if text.has_verb(at, at + 1) and (told := _told(text, end, at, direct.clause_end(text, at + 1, stop))):
        return told
    for first in range(at + 1, min(at + _IDIOM, stop)):
        found = _named(text, first, stop)
        if found and (first == at + 1 or text.lower(first - 1) not in text.grammar.prepositions):
            return Attribution("tag after", (at,), found, None, (end, found[1]))
        if not text.words[first].isalpha() or not text.words[first].islower() or text.is_finite(first):
            return None
    return None


def _named(text: ClauseText, first: int, stop: int) -> Range | None:
    """The person from a token on behind whom the tag closes."""
    if not _is_person(text, (first, stop)):
        return None
    tail = tail_behind(text, first, stop)
    whole = tail and tail.subject and (tail.end >= stop or text.words[tail.end] in _ENDS)
    return tail.subject if tail and whole else None


def _told(text: ClauseText, end: int, verb: int, last: int) -> Attribution | None:
    """The tag of a word that is surely a verb, whatever follows: "diagnosticó ayer Ana Gil en Vigo"."""
    tail = tail_behind(text, verb + 1, last, related=True)
    if tail is None:
        return None
    if tail.subject is None and text.language.null_subject:
        return Attribution("tag after, no speaker", (verb,), None, tail.addressee, (end, last))
    if tail.subject is None or not _is_person(text, tail.subject):
        return None
    return Attribution("tag after", (verb,), tail.subject, tail.addressee, (end, last))


def _can_be_verb(text: ClauseText, at: int) -> bool:
    """Whether a word is written small and none of the small words of the language."""
    word, language, grammar = text.lower(at), text.language, text.grammar
    small = grammar.prepositions | language.prepositions | language.determiners | language.joining
    small |= (
        language.adversatives | language.relatives | grammar.that | grammar.subordinating | grammar.clitics
    )
    known = word in small or text.is_adverb(at) or is_role(word, language) or word in language.groups
    return (
        text.words[at].replace("-", "").isalpha()  # "contra-atacou"
        and text.words[at].islower()
        and (len(word) > 2 or text.is_finite(at))
        and not known
    )


def _is_person(text: ClauseText, phrase: Range) -> bool:
    """Whether a phrase is a full name, or an article with a role or it: "l'élue", "il dem Ugo Neri"."""
    first, end = phrase
    if text.words[first] in text.given and end > first + 1 and is_name(text.words[first + 1]):
        return True
    near = range(first + 1, min(first + _TITLE, end))
    name = next((at for at in near if not text.words[at].islower()), end)
    called = name < end and text.words[name] in text.given
    led, word = text.lower(first) in text.language.definite, text.lower(first + 1)
    # "despejó el lavianés"
    origin = len(word) > _ORIGIN and word.endswith(tuple(text.language.origin_endings))
    known = called or is_role(word, text.language) or word in text.language.descriptions or origin
    return led and end > first + 1 and known
