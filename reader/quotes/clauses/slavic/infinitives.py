"""Infinitives that hang on a verb of saying: "obiecał zapłacić", "посоветовал клиентам продавать"."""

from reader.models import QuoteType
from reader.quotes.clauses.slavic.ends import content_end
from reader.quotes.clauses.slavic.noun_phrases import BREAKS
from reader.quotes.clauses.slavic.predicates import Predicate, plain_verb, predicate_at, takes
from reader.quotes.clauses.slavic.slavic_text import SlavicText
from reader.quotes.clauses.slavic.tags import said_by
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.text.sentences import Range

_NEAR = 6
"""Tokens from a verb to its infinitive at most."""


def in_sentence(text: SlavicText, sentence: Range) -> dict[int, Predicate]:
    """The infinitives of a sentence with the verb of saying that each hangs on."""
    found: dict[int, Predicate] = {}
    for at in text.sayings_in(sentence):
        if not takes(text, at, "d") or at in text.marked:
            continue
        verb = predicate_at(text, at, *sentence)
        if verb is None or verb.negated or verb.impersonal or not verb.takes("d"):
            continue
        place = _infinitive(text, verb.last, sentence[1])
        if place:
            found[place] = verb
    return found


def _infinitive(text: SlavicText, at: int, stop: int) -> int:
    """The infinitive soon behind a verb, before a comma and any other verb; else 0."""
    for place in range(at, min(at + _NEAR, stop)):
        if text.words[place] in BREAKS or text.is_finite(place) or place in text.marked:
            return 0
        if text.is_infinitive(place):
            return place
    return 0


def hanging(text: SlavicText, at: int, verb: Predicate, before: Draft | None, sentence: Range) -> Draft:
    """What an infinitive says, of the subject of its verb or of the verb before that."""
    start = before.end if before else sentence[0]
    subject = said_by(text, verb, start, at)
    speaker = subject.speaker or (before.speaker if before else None)
    if verb.gerund and not speaker:
        speaker = main_subject(text, verb.first, sentence)
    end = content_end(text, at, sentence, closing=False)
    found = Attribution("verb + infinitive", verb.cue, speaker, subject.hearer, (start, at))
    return attributed(QuoteType.INDIRECT, ((at, end - (text.words[end - 1] == ",")),), found)


def main_subject(text: SlavicText, gerund: int, sentence: Range) -> Range | None:
    """The subject of the sentence that a gerund leans on: "Nowak odmówił, tłumacząc, że"."""
    for at in range(sentence[0], gerund):
        if text.is_verb(at) and at not in text.marked:
            return said_by(text, plain_verb(text, at), sentence[0], gerund - 1).speaker
    return None
