"""Find the speaker inside a frame: subject, agent of a passive."""

from reader.quotes.german import lexicon as w
from reader.quotes.german.clauses import MAIN, RELATIVE, SUBORDINATE, Clause, Sentence
from reader.quotes.german.frames import Frame
from reader.quotes.german.noun_phrases import noun_phrase, with_apposition
from reader.quotes.german.parse import Parsed
from reader.quotes.german.subjects import (
    can_be_subject,
    cannot_begin_subject,
    is_oblique,
    may_speak,
    speaker_endings,
    speaks,
)
from reader.quotes.german.whole_names import opening_name
from reader.quotes.text.sentences import Range

_VERB_TO_QUOTED = 4
"""Tokens behind a verb of quoting and its subject in which its object begins."""


def speaker(parsed: Parsed, sentence: Sentence, frame: Frame) -> Range | None:
    """The phrase that names who speaks, or `None`."""
    clause = sentence.clauses[frame.clause]
    start, end = frame.range[0], frame.inside[1]
    # "Es wird von Ott gefordert", "In Parteikreisen wird vermutet"; in "Ott wird zitiert" the subject speaks.
    if frame.cue.passive and frame.cue.verb.lemma not in parsed.table.lists.citations:
        agent = after_preposition(parsed, start, end, parsed.table.lists.agents)
        return agent or _anonymous_circles(parsed, start, end)
    # "Aus Bonn hieß es": "es" is nobody, so there is no subject to fall back on.
    if frame.cue.verb.lemma in parsed.table.lists.impersonal:
        named = after_preposition(parsed, start, end, parsed.table.lists.origins)
        if named or frame.cue.verb.lemma == "heißen":
            return named
    named = _subject(parsed, sentence, frame, clause)
    # "Das Blatt zitiert Ott mit den Worten": who is quoted speaks, not who quotes.
    quoted = frame.cue.verb.lemma in parsed.table.lists.citations and not frame.cue.passive
    return (_quoted(parsed, named, frame.cue.finite, end) if quoted and named else None) or named


def _quoted(parsed: Parsed, quoting: Range, verb: int, end: int) -> Range | None:
    """Whom or what a verb of quoting has as its object: "zitiert das Blatt den Minister", "zitierte Ott"."""
    behind = quoting[1] if quoting[0] > verb else verb + 1
    for at in range(behind, min(behind + _VERB_TO_QUOTED, end)):
        flag = parsed.flags[at]
        if flag & w.PUNCTUATION and at not in parsed.passages:
            return None
        # "zitiert aus dem Papier": what it is quoted from; other prepositions lead elsewhere.
        start = at + 1 if parsed.lower(at) in parsed.table.lists.attaching_prepositions else at
        phrase = noun_phrase(parsed, start, end) if not flag & w.ADVERB else None
        if phrase:
            return with_apposition(parsed, phrase, end) if may_speak(parsed, phrase) else None
        if flag & w.PREPOSITION:
            return None
    return None


def subject(parsed: Parsed, sentence: Sentence, before: int = -1) -> Range | None:
    """The subject of the first main clause, whatever its verb; `before` is where to stop."""
    for number, clause in enumerate(sentence.clauses):
        # "Ott strahlt, er lacht: „Nie!“": of the first clause, which mostly names who is meant.
        if clause.kind == MAIN and (before < 0 or clause.finite < before):
            return _subject_of(parsed, sentence, number, sentence.first, clause.last, ())
    return None


def subject_behind(parsed: Parsed, verb: int, end: int) -> Range | None:
    """The first phrase behind a verb that can be its subject."""
    return _first_subject_phrase(parsed, verb + 1, end, ())


def after_preposition(parsed: Parsed, start: int, end: int, prepositions: frozenset[str]) -> Range | None:
    """The first noun phrase behind one of the prepositions."""
    for at in range(start, end):
        # "Von Experten wird gesagt"; a preposition inside marks belongs to what is quoted.
        if parsed.lower(at) in prepositions and at not in parsed.marked and at + 1 < end:
            phrase = noun_phrase(parsed, at + 1, end)
            # "im Mai" is no source.
            if phrase and not parsed.flags[phrase[1] - 1] & w.TIME:
                return with_apposition(parsed, phrase, end)
    return None


def _anonymous_circles(parsed: Parsed, start: int, end: int) -> Range | None:
    """The circles or paper in which something is said: "In Sicherheitskreisen wird vermutet"."""
    found = after_preposition(parsed, start, end, parsed.table.lists.origins)
    if found is None:
        return None
    if parsed.lower(found[1] - 1).endswith(tuple(parsed.analysis.language.anonymous)):
        return found
    # "In einem Bericht der Stadt wird gefordert".
    noun = next((at for at in range(*found) if parsed.flags[at] & w.CAPITAL), found[0])
    return found if parsed.lower(noun).endswith(tuple(parsed.analysis.language.documents)) else None


def _subject(parsed: Parsed, sentence: Sentence, frame: Frame, clause: Clause) -> Range | None:
    """The subject of the framing clause, by its kind."""
    end = frame.inside[1]
    # "Ott, der sagte, …": the pronoun; whom it means is found out later. "…, von dem es hieß, …" has none.
    if clause.kind == RELATIVE:
        return (clause.head, clause.head + 1) if parsed.flags[clause.head] & w.RELATIVE else None
    if clause.kind == SUBORDINATE:
        return _first_subject_phrase(parsed, clause.head + 1, end, frame.cue.tokens)
    return _subject_of(parsed, sentence, frame.clause, frame.range[0], end, frame.cue.tokens)


def _subject_of(
    parsed: Parsed, sentence: Sentence, number: int, start: int, end: int, cue: tuple[int, ...]
) -> Range | None:
    """The subject of main clause `number`, whose sentence part begins at `start` and ends at `end`."""
    clause = sentence.clauses[number]
    end = _before_dependent(sentence, number, end)
    prefield = _prefield_subject(parsed, max(start, _main_clause_start(sentence, number, start)), clause)
    if prefield and not _subject_follows(parsed, prefield, clause.finite + 1, end, saying=bool(cue)):
        return prefield
    # "Ott kam und sagte, …" looks back before it looks behind the verb; "Dann sagte Ott, …" the other way.
    if clause.head != clause.first and clause.finite == clause.head:
        return _coordinated_subject(parsed, sentence, number) or _first_subject_phrase(
            parsed, clause.finite + 1, end, cue
        )
    return _first_subject_phrase(parsed, clause.finite + 1, end, cue) or _coordinated_subject(
        parsed, sentence, number
    )


def _before_dependent(sentence: Sentence, number: int, end: int) -> int:
    """`end`, or before it the comma of the first dependent clause, whose subject is not that of `number`.

    "…, frage aber, wer sie prüfe": "sie" is nobody who asks.
    """
    behind = sentence.clauses[number + 1 :]
    return next((c.first for c in behind if c.kind == SUBORDINATE and c.finite >= 0 and c.first < end), end)


def _prefield_subject(parsed: Parsed, start: int, clause: Clause) -> Range | None:
    """The subject before the verb, where the sentence begins with it."""
    at = _behind_focus_words(parsed, start, clause.finite)
    named = opening_name(parsed, at, clause.finite)
    if named:
        return named
    if at >= clause.finite or cannot_begin_subject(parsed, at):
        return None
    phrase = noun_phrase(parsed, at, clause.finite)
    if not phrase or is_oblique(parsed, phrase):
        return None
    phrase = with_apposition(parsed, phrase, clause.finite)
    rest = range(phrase[1], clause.finite)
    loose = [i for i in rest if parsed.flags[i] & w.CAPITAL and i not in parsed.marked]
    # "Ott, 58, aus Bonn sagte …". Nouns before the verb that neither comma nor preposition parts from the
    # phrase mean that it was cut short.
    return phrase if not loose or phrase[1] < clause.first or _are_divided(parsed, rest) else None


def _subject_follows(parsed: Parsed, prefield: Range, at: int, end: int, *, saying: bool) -> bool:
    """Whether a clear subject follows the verb: a pronoun, or a bare name after a thing."""
    if at >= end:
        return False
    # "Er nannte sie einen Fehler": such a pronoun is a subject and nothing else
    if parsed.lower(prefield[0]) in parsed.table.lists.only_subjects and prefield[1] == prefield[0] + 1:
        return False
    flags = parsed.flags[at]
    # "Nähere Gründe nannte er nicht."
    if flags & w.PRONOUN and parsed.lower(at) in parsed.table.lists.subject_pronouns:
        return True
    # "Die Frage stellte Ott", but "Die Chefin fragte Ott". "Die Pläne loben Experten": with a plural verb
    # both can be the subject, and the first mostly is.
    thing = bool(parsed.flags[prefield[0]] & w.DETERMINER) and prefield[1] - prefield[0] > 1
    bare = saying and not thing and _is_bare_thing(parsed, prefield)
    if (thing or bare) and any(
        parsed.lower(i).endswith(speaker_endings(parsed.analysis.language)) for i in range(*prefield)
    ):
        return False
    # "Sein Verteidiger Markus Thoma beantragte Freispruch": who is named is no thing.
    if parsed.flags[at - 1] & w.PLURAL_VERB or any(
        parsed.words[i] in parsed.given_names for i in range(*prefield)
    ):
        return False
    # "Die Anwendung stellte der Kreisvorsitzende in Frage", "Die Kosten beziffert die Stadt auf …": a role or
    # group, no dative, behind a thing, or behind a plural beside a verb in the singular.
    behind = bare or parsed.lower(at) in parsed.table.lists.nominatives or _is_plural_thing(parsed, prefield)
    if (thing or bare) and flags & w.DETERMINER and behind:
        phrase = noun_phrase(parsed, at, end)
        return phrase is not None and _head_speaks(parsed, phrase) and not is_oblique(parsed, phrase)
    # "Die Antwort gab Ott", but "Die Antwort kam Montag": a day is no subject.
    return (thing or bare) and bool(flags & w.CAPITAL) and not flags & w.TIME


def _is_bare_thing(parsed: Parsed, phrase: Range) -> bool:
    """Whether a phrase without an article is no name: "Mehr Geld", "Steuererhöhungen", "Kritik"."""
    first, end = phrase
    if parsed.lower(first) in parsed.table.lists.quantities and end > first + 1:
        return True
    word = parsed.lower(first)
    said = word in parsed.table.lists.reporting_nouns or word.endswith(parsed.table.endings.common)
    return end == first + 1 and said


def _is_plural_thing(parsed: Parsed, phrase: Range) -> bool:
    """Whether "die" begins a phrase in the plural of what does not speak: "Die Kosten", "Die Vorwürfe"."""
    if parsed.lower(phrase[0]) != "die" or may_speak(parsed, phrase):
        return False
    return parsed.lower(_head(parsed, phrase)).endswith(parsed.table.endings.plurals)


def _head_speaks(parsed: Parsed, phrase: Range) -> bool:
    """Whether the first noun of a phrase speaks: "die Stadt", but not "die Einigung der Stadt"."""
    head = _head(parsed, phrase)
    return speaks(parsed, (head, head + 1)) or parsed.lower(head) in parsed.table.lists.doers


def _head(parsed: Parsed, phrase: Range) -> int:
    return next((at for at in range(*phrase) if parsed.flags[at] & w.CAPITAL), phrase[0])


def _are_divided(parsed: Parsed, tokens: range) -> bool:
    return any(parsed.flags[i] & (w.PUNCTUATION | w.PREPOSITION) for i in tokens)


def _main_clause_start(sentence: Sentence, number: int, start: int) -> int:
    """First token of the clause `number` with what stands before it in the same main clause."""
    for i in range(number - 1, -1, -1):
        # "Es regnet, Ott sagt, …": not with the clause before.
        if sentence.clauses[i].kind == MAIN:
            return max(start, sentence.clauses[i + 1].first)
    return start


def _behind_focus_words(parsed: Parsed, at: int, end: int) -> int:
    """Behind words like "doch", "und", "auch" that stand before the subject."""
    while at < end - 1 and _stands_before_subject(parsed, at):
        at += 1
    return at


def _stands_before_subject(parsed: Parsed, at: int) -> bool:
    """Whether a word may open a sentence before its subject."""
    flag = parsed.flags[at]
    if flag & (w.PUNCTUATION | w.COORDINATOR):
        return True
    # "Auch Ott sagte …", "Selbst der Rat sagte …"; what is a preposition or article too begins a phrase.
    return bool(
        flag & w.ADVERB
        and not flag & (w.PREPOSITION | w.DETERMINER)
        and parsed.lower(at) in parsed.table.lists.focus
    )


def _first_subject_phrase(parsed: Parsed, first: int, end: int, cue: tuple[int, ...]) -> Range | None:
    """The first noun phrase in `[first, end)` that can be a subject."""
    at = first
    while at < end:
        flag = parsed.flags[at]
        # "äußerte sich der Chef", "teilte ihm Ott mit": reflexives and objects stand between.
        if at in cue or (flag & w.OBJECT_PRONOUN and not flag & w.PRONOUN):
            at += 1
        elif at in parsed.marked and at not in parsed.passages:
            return None  # Within speech nobody is named for it.
        elif flag & w.PREPOSITION and not flag & w.CAPITAL:
            skipped = noun_phrase(parsed, at + 1, end)
            at = skipped[1] if skipped else at + 1
        else:
            # "beziffert die Wehr | auf drei Millionen": what the verb needs is no part of the subject.
            phrase = noun_phrase(parsed, at, next((needed for needed in cue if needed > at), end))
            # "meldete es der Rat", "sagte dem Rat die Chefin": past what is no subject.
            if phrase and can_be_subject(parsed, phrase):
                return with_apposition(parsed, phrase, end)
            at = phrase[1] if phrase and not flag & w.ADVERB else at + 1
    return None


def _coordinated_subject(parsed: Parsed, sentence: Sentence, number: int) -> Range | None:
    """The subject of the main clause that clause `number` is coordinated with."""
    clause = sentence.clauses[number]
    # "und dann plötzlich sagte …": what stands between would be a subject of its own.
    if clause.finite > clause.head + 1:
        return None
    for i in range(number - 1, -1, -1):
        other = sentence.clauses[i]
        flags = parsed.flags[other.finite]
        # "Ott rief, es brenne, und floh": what is in the subjunctive is said; "erklärte" is a past.
        said = flags & w.SUBJUNCTIVE1 or (flags & w.SUBJUNCTIVE2 and not flags & w.PAST)
        if other.kind == MAIN and not said:
            return _subject_of(parsed, sentence, i, sentence.first if i < 2 else other.first, other.last, ())
    return None
