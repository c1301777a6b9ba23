"""Tags whose verb of saying hangs on another: «…», se limitó a decir la jueza."""

from dataclasses import replace

from reader.languages.verb_files import INFINITIVE
from reader.quotes.clauses.romance import noun_tags, unlisted_tags
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.houses import house_behind
from reader.quotes.clauses.romance.offices import office_behind
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.subject_phrases import over_adverbs
from reader.quotes.clauses.romance.tails import Tail, tail_behind
from reader.quotes.clauses.romance.voices import is_reported
from reader.quotes.patterns import attributions, direct, noun_phrases
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.patterns.sayings import saying_at
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_READ = 3
"""Tokens from a passage to the verb of reading at most: "si può leggere"."""
_LEAD = 6
"""Tokens from a passage to the infinitive of its tag at most: "ha querido dejar bien claro"."""


def attribution(text: TableText, tokens: Range) -> Attribution | None:
    """What beside a passage in marks says who speaks, such a tag among it."""
    assert isinstance(text, ClauseText)
    known = together(text, tokens) or _read_in(text, tokens)
    if known:
        return known
    found = direct.beside_marks(text, tokens)
    # "a tenu à préciser": the tables read the first verb alone
    sure = found and found.cue and text.says(found.cue[-1])
    # "me répond-elle": no subject
    object_ = found and found.speaker and text.lower(found.speaker[0]) in text.grammar.clitics
    sure = sure and not (object_ and found and found.speaker and found.speaker[1] == found.speaker[0] + 1)
    if sure:
        return _with_far_subject(text, found, tokens[1]) if found else None
    return (
        tag_behind(text, tokens)
        or noun_tags.attribution(text, tokens[1])
        or found
        or unlisted_tags.attribution(text, tokens[1])
    )


def _with_far_subject(text: ClauseText, found: Attribution, end: int) -> Attribution:
    """The attribution with a subject behind where it was told: "a dit devant la presse Luc Roy"."""
    if found.speaker or not found.cue or found.cue[0] < end:
        return found
    stop = direct.clause_end(text, found.cue[-1] + 1, text.sentence_of(end - 1)[1])
    tail = tail_behind(text, found.cue[-1] + 1, stop)
    if tail is None or tail.subject is None or not is_somebody(text, tail.subject):
        return found
    return replace(found, rule="tag after", speaker=tail.subject, addressee=tail.addressee or found.addressee)


def tag_behind(text: ClauseText, tokens: Range) -> Attribution | None:
    """The tag behind a passage that begins a sentence; None where there is none."""
    first, end = tokens
    at, stop = _behind(text, end)
    if (
        first > text.behind_place(text.begin_of(first))
        or at == end
        or not text.has_verb(at, min(at + 2, stop))
    ):
        return None
    # «Basta», le dijo el padre: a pronoun before the verb
    if text.lower(at) in text.grammar.clitics and saying_at(text, at + 1, stop):
        told = attributions.attribution_from(text, at + 1, stop, loose=True)
        if told:
            return attributions.framed(text, told, end, direct.clause_end(text, end, stop))
    for infinitive in text.sayings_in((at + 1, min(at + _LEAD, stop))):
        if any(text.words[i] in ",;:" for i in range(at, infinitive)):
            return None
        verb = predicate_at(text, infinitive, at)
        if verb and verb.features & INFINITIVE and verb.takes("qt") and is_reported(text, verb, None, at):
            last = direct.clause_end(text, verb.last, stop)
            # "finit-elle par lâcher"
            tail = Tail(last, (at, at + 1)) if text.halves(at) else tail_behind(text, verb.last, last)
            if tail and (tail.subject or text.language.null_subject):
                rule = "tag after" if tail.subject else "tag after, no speaker"
                frame = end, direct.clause_end(text, end, stop)
                return Attribution(rule, verb.cue, tail.subject, tail.addressee, frame)
    return None


def _behind(text: ClauseText, end: int) -> Range:
    """What a tag may take behind a passage: from behind its comma or dash to the end of the sentence."""
    stop = max(text.sentence_of(end - 1)[1], end)
    return attributions.leading(text, end, stop), stop


def together(text: ClauseText, tokens: Range) -> Attribution | None:
    """The tag of a verb that says something with another only: «…», "fait-il savoir", "fa sapere Sala"."""
    end = tokens[1]
    at, stop = _behind(text, end)
    # "ha | messo in chiaro"
    said = next(iter(text.sayings_in((at, min(at + _READ, stop)))), at)
    verb = predicate_at(text, said, at) if end < at < stop else None
    verb = verb if verb and verb.first == at else None
    # "ha messo | in | chiaro"
    near = (verb.last, verb.last + text.is_governed(verb.last)) if verb and verb.last < stop else ()
    needed = next((i for i in near if verb and i < stop and text.lower(i) in verb.needs), 0)
    if verb is None or not verb.finite or not verb.takes("t") or not needed:
        return None
    last = direct.clause_end(text, verb.last, stop)
    # "fait-il": the pronoun hangs on the verb
    _, hyphen, pronoun = text.lower(at).rpartition("-")
    glued = (at, at + 1) if hyphen and pronoun in text.language.pronouns else verb.subject
    house = house_behind(text, glued, needed + 1, last) if glued else None
    several = house or glued or office_behind(text, verb, needed + 1, last)
    tail = Tail(last, several) if several else tail_behind(text, needed + 1, last)
    if tail is None or tail.subject is None:
        return None
    return Attribution("tag after", verb.cue, tail.subject, tail.addressee, (end, last))


def read_before(text: ClauseText, verb: Predicate, first: int, stop: int) -> Range | None:
    """The document that words were read in before a colon: "Nel verbale si legge: «…»"."""
    begins = text.behind_place(first)
    if not (verb.takes("l") and (verb.impersonal or verb.passive)) or verb.first >= stop:
        return None
    if text.lower(begins) not in text.grammar.origins:
        return None
    begins += 1 + (text.lower(begins + 1) in text.articles)
    end = over_adverbs(text, begins, verb.first)
    return noun_phrases.phrase_from(text, begins, end) or ((begins, end) if begins < end else None)


def _read_in(text: ClauseText, tokens: Range) -> Attribution | None:
    """The tag that tells where words were read: «…», "si legge in una nota", "peut-on lire dans un tract"."""
    end = tokens[1]
    at, stop = _behind(text, end)
    for said in text.sayings_in((at, min(at + _READ, stop))) if at > end else ():
        verb = predicate_at(text, said, at)
        last = direct.clause_end(text, said, stop)
        if verb is None or not verb.takes("l") or verb.last >= last:
            continue
        begins = verb.last
        while begins < last and text.lower(begins) in text.grammar.origins:
            begins += 1
        if verb.last < begins < last:
            ends = last - (text.words[last - 1] == ".")
            source = noun_phrases.phrase_from(text, begins, ends) or (begins, ends)
            return Attribution("tag after", verb.cue, source, None, (end, last))
    return None
