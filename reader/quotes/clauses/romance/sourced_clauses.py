"""Phrases with a verb that name a source: "según dijo", "como dijo Gil", "come annunciato da Neri"."""

from dataclasses import replace

from reader.languages.verb_files import PARTICIPLE
from reader.quotes.clauses.romance.clause_text import DASHES, ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody, with_complement
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.source_phrase import LONGEST, SUBJECT, Phrase, opens
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.patterns.noun_phrases import phrase_from
from reader.quotes.text.sentences import Range

_NEAR = 5
"""Tokens from a word that attributes to its verb: "según ha informado ya"."""


def verbal(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """A word that attributes with a verb: "según informó ayer la policía", "como dijo Gil"."""
    near = text.sayings_in((behind, min(behind + _NEAR, sentence[1])))
    verb = predicate_at(text, near[0], sentence[0]) if near else None
    # "según dijo": the verb stands at once, over pronouns and the auxiliary alone.
    if not verb or verb.first != behind or verb.needs or not verb.takes("qt") or not verb.finite:
        return None
    tail = Tail(verb.last, verb.subject) if verb.subject else tail_behind(text, verb.last, sentence[1])
    if tail is None or (verb.impersonal and tail.subject is None) or verb.passive:
        return None
    tail = tail if tail.subject or text.language.null_subject else None
    cue = (*range(at, behind), *verb.cue)
    return Phrase(at, tail.end, "according to", cue, tail.subject, tail.addressee) if tail else None


def compared(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A clause of comparison at the sentence's start or behind a comma: ", como dijo ayer Gil"."""
    # "Y como dijo Gil"
    begins = opens(text, sentence[0], at) or text.words[at - 1] in (",", "(") or text.words[at - 1] in DASHES
    if not begins or text.lower(at) not in text.language.comparisons:
        return None
    found = (
        verbal(text, at, at + 1, sentence)
        or _announced(text, at, sentence)
        or _spoken_before(text, at, sentence)
    )
    # "como dice": without a subject it may be anybody's saying; "comme je l'ai dit" is the text's own
    own = found and found.speaker and text.lower(found.speaker[0]) in text.grammar.own_persons
    return replace(found, rule="as said") if found and found.speaker and not own else None


def _announced(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A participle with whoever said it: "come annunciato ieri dal sindaco"."""
    first, behind = at, at + 1  # "come è stato detto dal ministro"
    while behind < sentence[1] and _is_passive(text, behind):
        behind += 1
    at = behind - 1 if text.is_participle(behind) else at
    by = at + 2
    while by < sentence[1] and text.is_adverb(by):
        by += 1
    if by + 1 >= sentence[1] or text.lower(by) not in text.grammar.agents:
        return None
    says = [
        r for r in text.readings(at + 1) if r.features & PARTICIPLE and r.lemma in text.grammar.book.sayings
    ]
    told = any("q" in saying.takes for r in says for saying in text.grammar.book.sayings[r.lemma])
    agent = phrase_from(text, by + 1, sentence[1]) if told else None
    # "dai vigili | del fuoco"
    agent = agent and (agent[0], with_complement(text, agent[1], sentence[1]))
    return Phrase(first, agent[1], "as said", (first, at + 1), agent) if agent else None


def _is_passive(text: ClauseText, at: int) -> bool:
    """Whether a token is an auxiliary of a passive: "è", "sido"; no verb of saying."""
    lemmas = {reading.lemma for reading in text.readings(at)}
    return bool(lemmas & (text.grammar.passive | text.grammar.perfect)) or text.is_adverb(at)


def _spoken_before(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A clause of comparison whose subject comes first: "como esta casa revelou ayer"."""
    near = text.sayings_in((at + 1, min(at + SUBJECT, sentence[1])))
    verb = predicate_at(text, near[0], sentence[0]) if near else None
    if not verb or not verb.finite or not verb.takes("q") or verb.first == at + 1:
        return None
    if any(text.words[i][0] in ",;:" or text.is_finite(i) for i in range(at + 1, verb.first)):
        return None
    end = next((i for i in range(verb.last, sentence[1]) if text.words[i] == ","), sentence[1])
    return Phrase(at, end, "as said", (at, *verb.cue), (at + 1, verb.first))


def passed_on(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """With a pronoun or participle between: "secondo quanto riferito da Neri", "selon ce qu'a dit Roy"."""
    begin = behind
    while begin < sentence[1] and text.lower(begin) in text.grammar.relayed:
        begin += 1
    found = _announced(text, begin - 1, sentence)
    if not found and begin > behind:
        found = verbal(text, begin - 1, begin, sentence)
    # "segundo o ministro": an article is nothing that was told
    told = begin > behind and text.lower(begin - 1) not in text.language.determiners
    # "selon ce qu'en dit le maire" has its subject
    if not found and told and text.language.null_subject:
        found = _gathered(text, begin, sentence)
    return found and replace(found, first=at, rule="according to", cue=(*range(at, behind), *found.cue[1:]))


def _gathered(text: ClauseText, begin: int, sentence: Range) -> Phrase | None:
    """What came out in whatever way, up to a comma: "secondo quanto | emerso dalle indagini, …"."""
    end = next((at for at in range(begin, min(begin + LONGEST, sentence[1])) if text.words[at] == ","), 0)
    small = text.articles | text.grammar.prepositions
    told = end and text.words[begin].islower() and text.lower(begin) not in small
    # "secondo quanto previsto dalla legge"
    if not told or any(text.lower(at) in text.grammar.rules for at in range(begin + 1, end)):
        return None
    by = next((at + 1 for at in range(begin, end) if text.lower(at) in text.grammar.agents), 0)
    agent = phrase_from(text, by, end) if by else None
    known = agent and is_somebody(text, agent)
    agent = (agent[0], with_complement(text, agent[1], end)) if agent and known else None
    return Phrase(begin, end, "according to", (begin, begin), agent)
