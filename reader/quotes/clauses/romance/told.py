"""Speech acts that are told, not rendered: "La ministra rechazó las acusaciones", "Criticaram o plano"."""

from collections.abc import Iterator, Sequence

from reader.languages.verb_files import PAST, PRESENT
from reader.models import QuoteType
from reader.quotes.clauses.romance.act_rooms import Room, neuter_at, rooms_of
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.left_out import is_left_out
from reader.quotes.clauses.romance.occupied import whole
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.speakers import antecedent, main_subject, subject_before
from reader.quotes.clauses.romance.voices import is_reported
from reader.quotes.drafts import Draft
from reader.quotes.patterns.indirect import hides
from reader.quotes.patterns.noun_phrases import phrase_from
from reader.quotes.text.sentences import Range

_SUBORDINATE = 25
"""Tokens before a verb among which a conjunction would make its clause a subordinate one."""
_FIXED = 4
"""Tokens from a verb to the noun that it tells an act with at most: "pidió ayer mismo perdón"."""


def find(text: ClauseText, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The clauses, free of other quotes, whose main verb tells an act of speech."""
    acts = text.grammar.acts
    places = [at for at in text.said_at if text.bare[at] in acts and at not in text.marked]
    last: Draft | None = None
    for room in rooms_of(text, places, drafts):
        speaker = last.speaker if last and last.cue[0] >= room.part[0] else room.speaker
        draft = None if last and last.reaches(room.verb) else _act(text, room, speaker)
        if draft:
            last = draft
            yield draft


def _act(text: ClauseText, room: Room, before: Range | None) -> Draft | None:
    """The act that the verb of a room tells; `before` speaks in the clause before it."""
    verb = predicate_at(text, room.verb, room.part[0])
    # "rechazará el plan", "rechazaría": nothing is said yet
    if not verb or not verb.features & (PRESENT | PAST) or verb.impersonal or not _takes_act(text, verb):
        return None
    if _is_unsaid(text, verb) or _is_about_itself(text, verb) or _is_of_games(text, verb, room.clause[1]):
        return None
    clause, speaker = _subject(text, verb, room, before)
    goes_on = room.follows and _drops_subject(text, verb, clause)
    # "Preguntado por si mantiene el plan": a question
    if speaker is None and not (goes_on and not _is_subordinate(text, clause[0], verb.first)):
        return None
    # only who is known to speak: "La crisis amenaza el empleo" is none
    known = speaker is not None and (speaker == room.speaker or is_somebody(text, speaker))
    if speaker and not (known and _speaks(text, speaker)):
        return None
    if not (verb.passive or _has_object(text, verb, *clause)):
        return None
    # "calificó el plan de «improvisado»": the words in marks alone
    # "pidió no ser identificado": nothing is told
    if any(hides(text, at) for at in range(verb.last, min(verb.last + _FIXED, clause[1]))):
        return None
    called = verb.takes("c") and any(at in text.marked for at in range(*clause))
    if called or not is_reported(text, verb, speaker, room.part[0]):
        return None
    return Draft(QuoteType.REPORTED, (whole(text, clause),), "told", cue=verb.cue, speaker=speaker)


def _takes_act(text: ClauseText, verb: Predicate) -> bool:
    """Whether a verb tells an act, for some beside its noun only: "ha dado las gracias"."""
    near = text.lowered[verb.last : verb.last + _FIXED]
    told = [saying for saying in verb.says if "r" in saying.takes]
    return any(not saying.needs or not set(saying.needs).isdisjoint(near) for saying in told)


def _is_of_games(text: ClauseText, verb: Predicate, last: int) -> bool:
    """Whether a player does with a ball or title what others do by speaking: "rechazó el disparo"."""
    if not any(saying.lemma in text.grammar.game_acts for saying in verb.says):
        return False
    for at in range(verb.last, min(verb.last + _FIXED, last)):
        word = text.lower(at)
        if word in text.grammar.games:
            return True
        # "rechazó las críticas al gol": that is about the game
        if word in text.grammar.prepositions or not word[0].isalpha():
            return False
    return False


def _drops_subject(text: ClauseText, verb: Predicate, clause: Range) -> bool:
    """Whether whoever spoke before goes on: "En una nota, recomienda prudencia"."""
    if not text.language.null_subject or verb.passive or not verb.takes("qt"):
        return False
    # "Lo ripetono i ministri": its subject stands behind
    return verb.first == verb.cue[0] and is_left_out(text, clause[0], verb.first)


def _is_about_itself(text: ClauseText, verb: Predicate) -> bool:
    """Whether a verb has its subject for its object: "se révèle obstinée"; "se opone" is an act."""
    own = any(text.lower(at) in text.grammar.reflexives for at in range(verb.first, verb.cue[0]))
    return (own or text.hangs(verb.cue[-1])) and not verb.takes("s")


def _subject(
    text: ClauseText, verb: Predicate, room: Room, before: Range | None
) -> tuple[Range, Range | None]:
    """The clause that tells an act, and whoever does: before the verb, or in the clause it is joined to."""
    first, last = room.clause
    if verb.passive:
        return room.clause, None if _is_subordinate(text, first, verb.first) else _agent(text, verb, last)
    at = verb.first - 1
    # "dijo que sí y rechazó el plan": the subject of the first verb
    if room.joined:
        return room.clause, before or main_subject(text, room.part[0], verb.first)
    # ", qui requiert six mois"; not "los que critican el plan"
    if text.lower(at) in text.language.relatives:
        opened = at > first and text.words[at - 1] == ","
        close = next((i for i in range(verb.last, last) if text.words[i] == ","), last)
        return (verb.first, close), antecedent(text, at, room.part[0]) if opened else None
    # ", lo que la empresa niega"
    what = neuter_at(text, first)
    if what and text.words[first - 1] == ",":
        return room.clause, subject_before(text, first + what, verb.first)
    speaker = verb.subject or subject_before(text, first, verb.first)
    if speaker is None:
        return room.clause, None
    aside = text.words[_over_small(text, verb.first) - 1] == ","
    # "La defensa, que ve lagunas, solicitó la absolución": the relative is an aside
    end = min(speaker) if aside else verb.first
    return room.clause, None if _is_subordinate(text, first, end) else speaker


def _over_small(text: ClauseText, at: int) -> int:
    """Behind the last token before a verb that is no adverb."""
    while text.is_adverb(at - 1):
        at -= 1
    return at


def _agent(text: ClauseText, verb: Predicate, last: int) -> Range | None:
    """Who did what is told in the passive: "foi confirmada ontem pela família"."""
    if not verb.takes("qt"):  # "foi atacado por um urso"
        return None
    for at in range(verb.last, min(verb.last + _FIXED, last - 1)):
        if text.lower(at) in text.grammar.agents:
            return phrase_from(text, at + 1, last)
    return None


def _speaks(text: ClauseText, speaker: Range) -> bool:
    """Whether a subject tells a view by its verb: not "le juge a condamné le voleur", "nadie pidió ayuda"."""
    nobody = text.lower(speaker[0]) in text.grammar.nobody
    return not nobody and text.grammar.judges.isdisjoint(text.lowered[slice(*speaker)])


def _is_unsaid(text: ClauseText, verb: Predicate) -> bool:
    """Whether a negation before the verb says that nobody said it; "no descarta compras" says something."""
    if any(saying.lemma in text.grammar.denying for saying in verb.says):
        return False
    small = text.grammar.negations
    return any(text.lower(at) in small and not text.is_adverb(at) for at in range(verb.first, verb.cue[0]))


def _is_subordinate(text: ClauseText, first: int, end: int) -> bool:
    """Whether a conjunction or relative stands before a verb: "si rechaza el plan", "que criticó"."""
    small = text.grammar.that | text.grammar.whether | text.grammar.subordinating | text.language.relatives
    small -= text.grammar.clitics
    return any(text.lower(at) in small for at in range(max(first, end - _SUBORDINATE), end))


def _is_adverb_aside(text: ClauseText, comma: int) -> bool:
    """Whether a comma opens or closes one adverb in commas."""
    words = text.words
    opens = words[comma + 2 : comma + 3] == [","] and text.is_adverb(comma + 1)
    return opens or (words[comma - 2] == "," and text.is_adverb(comma - 1))


def _has_object(text: ClauseText, verb: Predicate, first: int, last: int) -> bool:
    """Whether what is criticised, promised or rejected stands behind the verb, or before it as a pronoun."""
    before = any(text.lower(at) in text.grammar.clitics for at in range(verb.first, verb.cue[0]))
    at = verb.last
    # "teme, porém, uma noite fria"
    while at < last and (text.is_adverb(at) or (text.words[at] == "," and _is_adverb_aside(text, at))):
        at += 1
    # "Os clientes discordam.": nothing else is meant
    if at >= last or (at == last - 1 and text.words[at] in ".!"):
        return verb.takes("qs") or neuter_at(text, first) > 0
    word = text.lower(at)
    # "a salué « un seigneur »": the words alone
    noun = word[0].isalnum() and not text.is_finite(at)
    return before or (noun and word not in text.language.joining)
