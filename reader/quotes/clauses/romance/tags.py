"""Tags beside what is said: "…, informó ayer el alcalde", "El plan, dijo Gil, es caro", "…, recordó"."""

from dataclasses import replace

from reader.languages.verb_files import CONDITIONAL
from reader.models import QuoteType
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, ClauseText
from reader.quotes.clauses.romance.gaps import content_behind, is_somebody
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.speakers import subject_before
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.text.sentences import Range

_OPENING = DASHES | {","}
_NEAR = 4
"""Tokens from a comma to the verb of a tag: "…, le ha dicho"."""
_BEGUN = 2
"""Tokens behind a comma that a tag interrupts at most."""
_RULE = "tag after, a clause"


def tag(text: ClauseText, sentence: Range) -> Draft | None:
    """What the first tag of a sentence stands beside."""
    first, said = sentence[0], False
    for at in text.sayings_in(sentence):
        verb = predicate_at(text, at, first) if at not in text.marked else None
        if verb is None:
            continue
        if verb.first - 1 > first and text.words[verb.first - 1] in _OPENING:
            found = _beside(text, verb, sentence)
            # "indique que l'homme, âgé de 34 ans, avait reconnu les faits": no tag, said like the rest;
            # "dijo que el plan, explica Gil, es caro": said by whoever stands before
            alone = not said or (len(found.content) < 2 and found.speaker) if found else False
            if found and alone and (not said or is_somebody(text, found.speaker or sentence)):
                return found
        said = said or (verb.finite and content_behind(text, verb, sentence[1]) is not None)
    return None


def _beside(text: ClauseText, verb: Predicate, sentence: Range) -> Draft | None:
    """What stands before, or around, the tag of a verb."""
    first, last = sentence
    if verb.finite and (verb.takes("l") or _is_nobodys(text, verb, last)):
        return _learned(text, verb, sentence)
    if not verb.finite or verb.passive or not (verb.takes("t") and verb.takes("q")):
        return None
    if _closes_speech(text, verb.first - 2) or content_behind(text, verb, last):
        return None
    # "…, fa sapere Trenitalia"
    needed = bool(verb.needs)
    if needed and text.lower(verb.last) not in verb.needs:
        return None
    tail = Tail(verb.last, verb.subject) if verb.subject else tail_behind(text, verb.last + needed, last)
    opened = verb.first - 1
    if tail is None or not _closes(text, tail.end, last, opened) or not _may_speak(text, tail, verb):
        return None
    # "El alcalde, Juan Gil, defendió el cierre": what stands before is said only where it has a verb.
    named = tail.subject is not None and is_somebody(text, tail.subject) and not text.is_governed(first)
    # "Pour les voyageurs, cela prendra du temps, a-t-il reconnu"
    sure = named or verb.subject is not None
    within = text.is_clause(first, opened) or (tail.end < last and text.is_clause(tail.end + 1, last))
    closed = tail.end < last and text.words[tail.end] == ","
    if not sure and (not within or _has_subject(text, verb, first, bare=closed)):
        return None
    content, frame = _pieces(text, sentence, opened, tail)
    found = Attribution(_RULE, verb.cue, tail.subject, tail.addressee, frame)
    return attributed(QuoteType.INDIRECT, content, found)


def _has_subject(text: ClauseText, verb: Predicate, first: int, *, bare: bool) -> bool:
    """Whether somebody stands before a verb over an aside: "Le préfet, Luc Roy, a confirmé sa venue"."""
    found = subject_before(text, first, verb.first)
    # "I genitori, racconta, arrivano": the verb alone is in commas
    if bare and text.words[verb.last] == "," and ("," not in text.words[first : verb.first - 1]):
        return False
    # "El plan es caro, dijo": a clause stands between
    return found is not None and is_somebody(text, found) and not text.has_verb(found[1], verb.first - 1)


def _learned(text: ClauseText, verb: Predicate, sentence: Range) -> Draft | None:
    """What nobody or a text says: "…, a-t-on appris de source policière", "Le dighe, si precisa, sono"."""
    first, last = sentence
    opened, stop = verb.first - 1, next((i for i in range(verb.last, last) if text.words[i] == ","), last)
    anybody = verb.impersonal or (verb.subject and text.words_of(verb.subject) in text.grammar.anybody)
    told = text.is_clause(first, opened) or (stop < last and text.is_clause(stop + 1, last))
    if not anybody or text.words[opened] != "," or not told:
        return None
    # "Respinge le accuse: «È falso», si legge in una nota": speech of its own
    if _closes_speech(text, opened - 1):
        return None
    near = range(verb.last, min(verb.last + _NEAR, stop))
    begins = next((i for i in near if text.lower(i) in text.grammar.origins), None)
    while begins is not None and begins < stop and text.lower(begins) in text.grammar.origins:
        begins += 1
    speaker = (begins, stop) if begins is not None and begins < stop else None
    found = Attribution(_RULE, verb.cue, speaker, None, (opened, stop))
    pieces = ((first, opened),) if stop >= last else ((first, opened), (stop + 1, last))
    return replace(attributed(QuoteType.INDIRECT, pieces, found), hearsay=speaker is None)


def _is_nobodys(text: ClauseText, verb: Predicate, last: int) -> bool:
    """Whether a verb alone in commas tells what is said by nobody: "Le dighe, si precisa, sono piene"."""
    alone = verb.last + 1 < last and text.words[verb.last] == "," and text.words[verb.first - 1] == ","
    return alone and verb.impersonal and verb.takes("t") and verb.takes("q")


def _closes_speech(text: ClauseText, mark: int) -> bool:
    """Whether a mark closes speech of its own: not 'El dinero "no falta aquí", dijo'."""
    if text.words[mark] not in MARKS:
        return False
    opened = text.begins.get(mark)
    if opened is None or opened + 1 >= mark:
        return True
    # the words in marks go on with those before them
    goes_on = text.words[opened - 1][-1].isalnum() and text.words[opened + 1][0].islower()
    return not (opened and goes_on) or text.bare[opened - 1] in text.grammar.said


def _closes(text: ClauseText, end: int, last: int, opened: int) -> bool:
    """Whether the tag ends where it should: at the sentence's end or at a sign like the one before it."""
    if end >= last:
        return text.words[opened] == ","
    word = text.words[end]
    return word == "," if text.words[opened] == "," else word in _OPENING


def _may_speak(text: ClauseText, tail: Tail, verb: Predicate) -> bool:
    """Whether who stands behind the verb may be its speaker; "…, dijo" only where a subject is left out."""
    if tail.subject is None:
        # "…, pensaría" is not said
        return text.language.null_subject and not verb.impersonal and not verb.features & CONDITIONAL
    # "…, pidió un día más": an object; "…, explica una apicultora" is a speaker.
    indefinite = text.lower(tail.subject[0]) in text.grammar.articles and verb.takes("r")
    return is_somebody(text, tail.subject) or not indefinite


def _pieces(text: ClauseText, sentence: Range, opened: int, tail: Tail) -> tuple[tuple[Range, ...], Range]:
    """What is said before and behind a tag, and the frame between."""
    first, last = sentence
    behind = tail.end + 1
    while behind < last and text.words[behind] in DASHES:  # "- - dijo - -"
        behind += 1
    while text.words[opened - 1] in DASHES:
        opened -= 1
    # "grandi quantità, aziende, dice Piol, in grado di": words just begun go on
    begun = "," in text.words[max(first, opened - _BEGUN) : opened]
    adverbial = text.is_adverbial(behind, last) and not (begun or text.is_linked_infinitive(behind))
    if behind >= last or _tells_more(text, behind) or adverbial:
        return ((first, opened),), (opened, last)
    return ((first, opened), (behind, last)), (opened, behind)


def _tells_more(text: ClauseText, at: int) -> bool:
    """Whether what follows a tag tells more of it: ", quien vive …", ", y añadió que", ", al presentar …"."""
    language = text.language
    if text.lower(at) in language.relatives | language.joining:
        return True
    # ", tras la reunión", ", durante un acto"
    return text.lower(at) in language.prepositions and text.lower(at) in text.grammar.framing
