"""Speech acts that are told, not rendered: "La ministra rechazó las acusaciones", "Criticaram o plano"."""

from collections.abc import Iterator, Sequence

from reader.languages.verb_files import PAST, PRESENT
from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.occupied import free_parts, whole
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.speakers import subject_before
from reader.quotes.clauses.romance.voices import is_reported
from reader.quotes.drafts import Draft
from reader.quotes.text.sentences import Range

_SUBORDINATE = 25
"""Tokens before a verb among which a conjunction would make its clause a subordinate one."""


def find(text: ClauseText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The sentences, free of other quotes, whose main verb tells an act of speech."""
    acts = text.grammar.acts
    places = [at for at in text.said_at if text.bare[at] in acts]
    for part, found in free_parts(text, places, drafts):
        draft = next((draft for at in found if (draft := _act(text, at, part))), None)
        if draft:
            yield draft


def _act(text: ClauseText, at: int, part: Range) -> Draft | None:
    """The act that the verb at a token tells, in the part of a sentence around it."""
    verb = predicate_at(text, at, part[0])
    # "rechazará el plan", "rechazaría": nothing is said yet
    told = verb and verb.features & (PRESENT | PAST) and not (verb.passive or verb.impersonal)
    if not verb or not told or not verb.takes("r"):
        return None
    if _is_unsaid(text, verb) or _is_subordinate(text, verb, part[0]):
        return None
    speaker = verb.subject or subject_before(text, part[0], verb.first)
    # only who is known to speak: "La crisis amenaza el empleo" is none
    if speaker is None or not is_somebody(text, speaker) or not _has_object(text, verb, part[1]):
        return None
    if not is_reported(text, verb, speaker, part[0]) or not _speaks(text, speaker):
        return None
    return Draft(QuoteType.REPORTED, (whole(text, part),), "told", cue=verb.cue, speaker=speaker)


def _speaks(text: ClauseText, speaker: Range) -> bool:
    """Whether a subject tells a view by its verb: not "le juge a condamné le voleur"."""
    return text.grammar.judges.isdisjoint(text.lowered[slice(*speaker)])


def _is_unsaid(text: ClauseText, verb: Predicate) -> bool:
    """Whether a negation before the verb says that nobody said it."""
    return any(text.lower(at) in text.grammar.negations for at in range(verb.first, verb.cue[0]))


def _is_subordinate(text: ClauseText, verb: Predicate, first: int) -> bool:
    """Whether a conjunction or relative stands before the verb: "si rechaza el plan", "que criticó"."""
    small = text.grammar.that | text.grammar.whether | text.grammar.subordinating | text.language.relatives
    small -= text.grammar.clitics
    near = range(max(first, verb.first - _SUBORDINATE), verb.first)
    return any(text.lower(at) in small for at in near)


def _has_object(text: ClauseText, verb: Predicate, last: int) -> bool:
    """Whether what is criticised, promised or rejected stands behind the verb, or before it as a pronoun."""
    before = any(text.lower(at) in text.grammar.clitics for at in range(verb.first, verb.cue[0]))
    at = verb.last
    while at < last and text.is_adverb(at):
        at += 1
    word = text.lower(at) if at < last else ""
    noun = bool(word) and word[0].isalpha() and not text.is_finite(at)
    return before or (noun and word not in text.language.joining)
