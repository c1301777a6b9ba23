"""Verbs whose subject is left out: "Ayer, en Soria, dijo que", "En una nota, rechaza el plan"."""

from dataclasses import replace

from reader.quotes.clauses.romance import before_colon
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.gaps import is_somebody
from reader.quotes.clauses.romance.openings import over_opening
from reader.quotes.clauses.romance.predicates import predicate_at
from reader.quotes.clauses.romance.speakers import main_subject
from reader.quotes.clauses.romance.subject_phrases import over_adverbs
from reader.quotes.drafts import Draft
from reader.quotes.patterns.carrying import leaves_out
from reader.quotes.text.nouns import is_name, is_nominal


def without_subject(text: ClauseText, draft: Draft) -> bool:
    """Whether nothing beside the verb of a draft can be a subject that was not understood.

    "Ayer, en Soria, dijo que"; not "Los del partido (PN), que ganaron, han dicho que".
    """
    # "À l'en croire, le miel est pur"
    if draft.rule == "viewpoint":
        return True
    if not draft.cue:
        return _is_own(text, draft)
    first = draft.cue[0]
    # "se limitó a decir": the verb that the infinitive hangs on
    linked = text.lower(first - 1) in text.grammar.infinitive_links
    # "começa por dizer"
    hangs = linked or (text.is_governed(first - 1) and draft.start < first)
    # "se ha limitado a decir"
    lead = first - 2 - (text.is_participle(first - 2) and text.is_finite(first - 3))
    if hangs and text.bare[first].endswith(text.grammar.infinitives) and text.has_verb(lead, lead + 1):
        draft = replace(draft, cue=(lead, *draft.cue))
        first = lead
    begin = text.sentence_of(first)[0]
    if _is_read(text, draft, begin):
        return False
    if linked and first - 2 == begin and text.lower(begin) in text.language.joining:
        return True  # "Et de rappeler que"
    if draft.start < first or not text.language.null_subject:
        draft = _with_pronouns(text, draft)
        return leaves_out(text, draft) or _tells_only_whom(text, draft)
    return _without_subject_before(text, draft, first)


def _is_read(text: ClauseText, draft: Draft, begin: int) -> bool:
    """Whether a tag tells where words stand or that they leaked, and nobody who says them.

    «Forza», "si legge su un muro"; «È grave», "filtra dallo staff".
    """
    verb = predicate_at(text, draft.cue[-1], begin) if draft.start < draft.cue[0] else None
    leaks = verb and any(saying.lemma in text.grammar.unvoiced for saying in verb.says)
    return bool(verb and text.language.null_subject and (leaks or (verb.impersonal and verb.takes("l"))))


def _without_subject_before(text: ClauseText, draft: Draft, first: int) -> bool:
    """Whether nothing before a verb that speech stands before can be its subject."""
    # «No», dijo a la prensa, añadiendo que …
    if text.words[first - 1] == "," and text.bare[first].endswith(text.grammar.gerunds):
        return True
    start = text.behind_place(text.sentence_of(first)[0])
    if _goes_on(text, start, first):
        return True
    # "ha querido dejar claro": what the infinitive hangs on at once
    while text.bare[draft.cue[0]].endswith(text.grammar.infinitives) and first > start:
        if not (text.is_finite(first - 1) or text.is_participle(first - 1)):
            break
        first -= 1
    end = over_adverbs(text, start, first)
    # "Lo hizo ante el gremio, | donde aseguró": the main clause has none either
    if end - 1 > start and text.lower(end - 1) in text.grammar.subordinating:
        end = next((at for at in range(start, end) if text.is_finite(at)), end)
    return text.lower(end - 1) in text.language.joining or is_left_out(text, start, end)


def _goes_on(text: ClauseText, start: int, first: int) -> bool:
    """Whether a verb goes on behind a comma with who said the clause before: "dice che no, ricorda che"."""
    before = text.sayings_in((start, first - 1)) if text.words[first - 1] == "," else []
    said = (at for at in before if any(text.lower(i) in text.grammar.that for i in (at + 1, at + 2)))
    return next(said, None) is not None and not text.is_governed(start)


def _with_pronouns(text: ClauseText, draft: Draft) -> Draft:
    """The draft, its cue with the pronouns before a verb behind what is said: «…», "le dijo"."""
    first = draft.cue[0]
    # "«…», nos lo contó": they are neither subject nor article there
    small = text.grammar.clitics | text.grammar.negations
    while text.language.null_subject and text.lower(first - 1) in small and draft.end < first:
        first -= 1
    return replace(draft, cue=(*range(first, draft.cue[0]), *draft.cue))


def _tells_only_whom(text: ClauseText, draft: Draft) -> bool:
    """Whether a tag has nothing but who is told: «…», "disse a jornalistas"."""
    at, before = draft.cue[-1] + 1, text.lower(draft.cue[0] - 1)
    told = text.lower(at) in text.grammar.prepositions and not text.is_article(at, named=True)
    return told and text.language.null_subject and not before[:1].isalnum()


def _is_own(text: ClauseText, draft: Draft) -> bool:
    """Whether what leads up to speech without a verb of saying goes on with the one before.

    'Luego fue tajante: "No"', 'A su juicio, "las cuentas no salen"'.
    """
    at = draft.start
    if any(text.stands_before(at, phrase) for phrase in text.grammar.own_views):
        return True
    if draft.rule != before_colon.RULE or not text.language.null_subject:
        return False
    start = text.behind_place(text.sentence_of(at - 1)[0])
    verb = next((i for i in range(start, at - 1) if text.is_finite(i)), at)
    lemmas = {reading.lemma for reading in text.readings(verb)} if verb < at else set()
    if verb == at:  # "E sul futuro frena: «…»": no book has the verb
        found = main_subject(text, start, at - 1)
        joined = text.lower(start) in text.language.joining | text.language.adversatives
        nobody = joined or text.is_adverb(start) or not _names_somebody(text, start, at - 1)
        return nobody and not (found and is_somebody(text, found))
    # "Hay una cosa clara: «…»", but "ha scosso il capo: «…»"
    done = text.is_participle(verb + 1)
    # "Poi il pensiero va a chi non c'è: «…»"
    found = main_subject(text, start, verb)
    thing = found is not None and not is_somebody(text, found) and text.is_adverb(start)
    if thing and not draft.speaker:
        return True
    return verb < at and (done or not lemmas & text.grammar.perfect) and is_left_out(text, start, verb)


def _names_somebody(text: ClauseText, start: int, end: int) -> bool:
    """Whether a name or role stands in words without a verb, behind no preposition: "Dura la Cgil".

    "Nessuna polemica per il rigore negato a Neri: «…»" tells what it is about.
    """
    governing = text.grammar.prepositions | text.articles
    for at in range(start, end):
        named = is_nominal(text, at) and (at > start or text.lower(at) in text.speaking)
        led = at - 1
        while led > start and (text.lower(led) in text.language.definite or is_name(text.words[led])):
            led -= 1
        if named and text.lower(led) not in governing - text.language.definite:
            return True
    return False


def is_left_out(text: ClauseText, start: int, end: int) -> bool:
    """Whether only adverbs and adverbials stand from the start of a clause to its verb."""
    end = over_adverbs(text, start, end)
    return over_opening(text, start, end) >= end
