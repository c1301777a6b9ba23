"""Who speaks behind a colon that no verb of saying leads up to: "La réaction de Paul Roy : « … »"."""

from dataclasses import replace

from reader.languages.verb_files import INFINITIVE
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.houses import house_before
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.speakers import main_subject
from reader.quotes.clauses.romance.tails import is_named, tail_behind
from reader.quotes.clauses.romance.verbless import named_before
from reader.quotes.drafts import Draft
from reader.quotes.patterns import noun_phrases
from reader.quotes.patterns.attributions import Attribution
from reader.quotes.text.sentences import Range

RULE = "colon before, no verb"
_APPOSED = 8
"""Tokens of a name in commas behind who is told at most."""
_WHOSE = 4
"""Tokens from a noun of an answer to whose it is at most: "la respuesta, ayer, de Gil"."""


def with_speaker(text: ClauseText, draft: Draft) -> Draft:
    """The draft with whoever the words before its colon name, else with nobody."""
    colon = draft.start - 1
    start = text.sentence_of(colon)[0]
    if _goes_on(text, start, colon):
        return replace(draft, rule="last speaker", speaker=None)
    told = _told_on(text, start, colon)
    if told:
        return replace(draft, speaker=told, cue=(colon - 1,))
    opening = opened_by_verb(text, start, colon)
    if opening:
        return replace(draft, rule="colon before", cue=opening.cue, speaker=opening.speaker)
    whose = _whose_answer(text, start, colon)
    if whose:
        return _with_whole_name(text, replace(draft, speaker=whose), start, colon)
    # "Quanto alla fusione, il manager ha glissato": no name
    asked = draft.speaker is not None and _asks(text, draft.speaker[0])
    if draft.speaker and not asked and _is_name_or_noun(text, draft.speaker):
        return _with_whole_name(text, draft, start, colon)
    # "Preguntado por el plazo, el alcalde evitó dar fechas": its subject, no participle or adjective
    asked = text.is_participle(start)
    if _asks(text, start) or asked:
        start = _behind_asked(text, start, colon)
    found = main_subject(text, start, colon)
    found = (house_before(text, start, found) or found) if found else None  # "À Bercy, on minimise : « … »"
    # "Questionado se o projeto estava morto, desconversou: «…»": who was asked has spoken before
    if found is None and asked and text.words[colon - 2 : colon - 1] == [","]:
        return replace(draft, rule="last speaker", speaker=None)
    found = found if found and is_somebody(text, found) else named_before(text, start, colon)
    return replace(draft, speaker=found)


def _is_name_or_noun(text: ClauseText, phrase: Range) -> bool:
    """Whether what the tables read before a colon may be who speaks."""
    first, end = phrase
    # "Antes de irse deja una frase: «…»", "Di altro avviso Gil: «…»"
    small = text.is_participle(first) or text.is_adverb(first)
    small = small or (end == first + 1 and text.lower(first) in text.grammar.prepositions)
    small = small or (end == first + 1 and text.words[first][-1] in "'’")  # "C'era scritto: «…»"
    return is_somebody(text, phrase) and not small


def _with_whole_name(text: ClauseText, draft: Draft, start: int, colon: int) -> Draft:
    """The draft with the name whose apposition the tables read: "Commosso don Luigi, | parroco: «…»"."""
    first, end = draft.speaker or (start, start)
    # "Dura | la Cgil: «…»": the article begins who is meant
    led = first == text.behind_place(start) and end > first + 2
    if led and text.lower(first + 1) in text.language.definite:
        first += 1
        draft = replace(draft, speaker=(first, end))
    # "Il suo allenatore, l'australiano Ugo Neri, predica calma: «…»"
    near = min(end + _APPOSED, colon)
    # "il ricordo del presidente di Confindustria, Ugo Neri: «…»"
    last = colon if near == colon else 0
    close = next((at for at in range(end + 1, near) if text.words[at] == ","), last)
    if draft.speaker and close and text.words[end] == "," and is_named(text, end + 1, close):
        return replace(draft, speaker=(first, close))
    # "Commossa | anche Ada Neri"
    if end == first + 1 == text.behind_place(start) + 1 and end < colon and text.is_adverb(end):
        named = named_before(text, start, colon)
        return replace(draft, speaker=named) if named and named[0] >= end else draft
    apposed = first > start + 1 and text.words[first - 1] == "," and text.words[first][0].islower()
    named = named_before(text, start, colon) if apposed and text.lower(first) not in text.articles else None
    return replace(draft, speaker=named) if named and named[1] <= first else draft


def _asks(text: ClauseText, at: int) -> bool:
    """Whether what somebody was asked begins: "Quanto", "O que"; not "O ministro"."""
    word, behind = text.lower(at), text.lower(at + 1)
    article = word in text.language.determiners and behind not in text.grammar.that
    return word in text.grammar.questions | text.grammar.relayed and not article


def _behind_asked(text: ClauseText, start: int, colon: int) -> int:
    """Where the main clause begins behind what was asked: "Questionado sobre Rui, que saiu, | o técnico"."""
    begins = [at + 1 for at in range(start, colon) if text.words[at] == ","]
    led = (at for at in begins if text.lower(at) not in text.language.relatives)
    return next(led, start)


def _goes_on(text: ClauseText, start: int, colon: int) -> bool:
    """Whether who spoke before goes on: «…», dice Sala. "E ancora: «…»", "Et de conclure : « … »"."""
    begin = text.behind_place(start)
    if tuple(text.lowered[begin:colon]) in text.grammar.gone_on:
        return True
    # "Avant d'ajouter, bravache : « … »"
    lead = text.language.joining | text.grammar.before_that
    joined = text.lower(begin) in lead and text.lower(begin + 1) in text.grammar.infinitive_links
    readings = text.readings(begin + 2) if joined and begin + 2 < colon else ()
    return any(r.features & INFINITIVE and r.lemma in text.grammar.book.sayings for r in readings)


def _told_on(text: ClauseText, start: int, colon: int) -> Range | None:
    """Who goes on in the infinitive of a narrator: "Et le maire de conclure : « … »"."""
    readings = text.readings(colon - 1)
    said = any(r.features & INFINITIVE and r.lemma in text.grammar.book.sayings for r in readings)
    if said and text.lower(colon - 2) not in text.grammar.infinitive_links:
        heard = noun_phrases.phrase_before(text, start, colon - 1)
        # "Se oye a Gil decir: «…»"
        return heard if heard and text.lower(heard[0] - 1) in text.grammar.datives else None
    if not said:
        return None
    start += text.lower(start) in text.language.joining
    named = noun_phrases.phrase_before(text, start, colon - 2)
    return named if named and named[0] == start else None


def opened_by_verb(text: ClauseText, start: int, colon: int) -> Attribution | None:
    """The verb that a sentence begins with, far from its colon: "Commenta Ugo Neri, Lega, sindaco: «…»"."""
    verb = predicate_at(text, start, start)
    if verb is None or not verb.finite or not verb.takes("qt"):
        return None
    tail = tail_behind(text, verb.last, colon)
    subject = tail.subject if tail and tail.end >= colon else None
    return Attribution("colon before", verb.cue, subject) if subject and is_somebody(text, subject) else None


def _whose_answer(text: ClauseText, start: int, colon: int) -> Range | None:
    """Whose answer is told: "Dura la replica di Conti", "A resposta de Ana Sá foi curta"."""
    for noun in range(start, colon):
        if text.lower(noun) not in text.grammar.answers:
            continue
        for at in range(noun + 1, min(noun + _WHOSE, colon - 1)):
            if text.lower(at) in text.grammar.complements:
                return noun_phrases.phrase_from(text, at + 1, colon)
    return None
