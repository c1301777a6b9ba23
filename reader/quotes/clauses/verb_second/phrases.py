"""Phrases that name a source: "volgens de politie", "aldus Jansen", "naar eigen zeggen"."""

from dataclasses import dataclass

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import DASHES, STOPS, ClauseText
from reader.quotes.clauses.verb_second.noun_phrases import is_closed, phrase_from
from reader.quotes.clauses.verb_second.predicates import predicate_at
from reader.quotes.clauses.verb_second.subjects import subject_of
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.names_in_commas import with_name
from reader.quotes.patterns.subjects import with_others
from reader.quotes.text.sentences import Range

_RELATIVE = 20
"""Tokens of a relative clause or apposition about a source at most."""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase that names a source."""

    first: int
    end: int
    cue: tuple[int, ...]
    speaker: Range | None


def source_at(text: ClauseText, at: int, sentence: Range) -> SourcePhrase | None:
    """The phrase that begins at a token: "volgens de politie"."""
    last = sentence[1]
    for phrase in text.language.attributions:
        end = at + len(phrase)
        if phrase[0] != text.lowered[at] or tuple(text.lowered[at:end]) != phrase or end >= last:
            continue
        cue = tuple(range(at, end))
        # "naar eigen zeggen", "i sina egna ord": whoever the sentence is about.
        owned = text.grammar.own_words & set(phrase) and phrase[-1] not in text.grammar.of
        if owned and text.lower(end) not in text.language.determiners:
            return SourcePhrase(at, end, cue, _subject_near(text, (at, end), sentence))
        speaker = _source(text, end, last)
        if speaker:
            opens = at == text.clause_start(at, sentence[0])
            speaker = _to_verb(text, speaker, last) if opens else speaker
            return SourcePhrase(at, speaker[1], cue, speaker)
    return None


def _source(text: ClauseText, at: int, last: int) -> Range | None:
    """Who stands behind such a preposition; no rule and no plan: "volgens de wet"."""
    if text.lower(at) in text.language.oblique and (
        at + 1 >= last
        or is_closed(text, at + 1)
        or text.lower(at + 1) in text.language.determiners  # "volgens haar een fout"
        or not text.words[at + 1][0].isalpha()
        or text.lower(at) not in text.language.determiners
    ):
        return at, at + 1
    if text.lower(at) in text.grammar.that | text.grammar.objects - text.language.determiners:
        return None
    found = phrase_from(text, at, last)
    if not found or text.is_time(at):
        return None
    head = next((i for i in range(*found) if text.lower(i) in text.grammar.prepositions), found[1]) - 1
    if text.lower(head) in text.grammar.rules and text.words[head][0].islower():
        return None
    return with_others(text, with_name(text, found, last), last)


def _to_verb(text: ClauseText, speaker: Range, last: int) -> Range:
    """A source that opens its clause, up to its verb: "Volgens een recent (2006) rapport is"."""
    first, end = speaker
    # "Volgens de bakker | overleed hij": a verb of no file before its subject
    noun = first + (text.lower(first) in text.language.determiners) + 1
    subject = end < last and text.language.pronouns.get(text.lower(end)) and text.words[end].islower()
    if subject and end - 1 >= noun and text.words[end - 1].islower():
        return first, end - 1
    for at in range(end, min(end + _RELATIVE, last)):
        if text.is_finite(at):
            brackets = text.words[end:at].count("(") == text.words[end:at].count(")")
            return (speaker[0], at) if brackets and at > end and text.words[at - 1] != ")" else speaker
        if text.words[at] in (",", ":") or text.words[at] in DASHES:
            return speaker
    return speaker


def _subject_near(text: ClauseText, phrase: Range, sentence: Range) -> Range | None:
    """The subject of the clause around a phrase, whose own words are none of it ("naar eigen zeggen")."""
    opens = phrase[0] == sentence[0]
    for verb in range(*sentence):
        if text.is_finite(verb) and not phrase[0] <= verb < phrase[1]:
            first = verb if opens and verb == phrase[1] else text.clause_start(verb, sentence[0])
            return subject_of(text, verb, first, sentence[1])
    return None


def _compared(text: ClauseText, at: int, sentence: Range) -> Draft | None:
    """The sentence beside a clause of comparison: "Zoals de minister zei, gaan de belastingen omlaag"."""
    first, last = sentence
    if text.lower(at) not in text.language.comparisons or (at > first and text.words[at - 1] != ","):
        return None
    end = next((place for place in range(at + 1, last) if text.words[place] == ","), last)
    for said in text.sayings_in((at + 1, min(end, at + _RELATIVE))):
        verb = predicate_at(text, said, (at, end))
        # "zoals de trein": a noun; "zoals hij zei toen": the verb ends the clause, or its subject does.
        speaker = subject_of(text, verb.finite, at, end) if verb and verb.takes("t") else None
        if not verb or not speaker:
            continue
        content = ((end + 1, last),) if at == first else ((first, at - 1),)
        if content[0][0] < content[0][1]:
            cue = (at, *verb.cue)
            return attributed(
                QuoteType.INDIRECT, content, Attribution("as said", cue, speaker, None, (at, end))
            )
    return None


def attributed_by_phrase(text: ClauseText, sentence: Range) -> Draft | None:
    """What a phrase covers: the sentence or the clause around it."""
    for at in range(*sentence):
        if at not in text.phrase_places or at in text.marked:
            continue
        compared = _compared(text, at, sentence)
        if compared:
            return compared
        found = source_at(text, at, sentence)
        if found and found.speaker:
            draft = _around(text, found, sentence)
            if draft:
                return draft
    return None


def _around(text: ClauseText, found: SourcePhrase, sentence: Range) -> Draft | None:
    first, last = _clause_around(text, found, sentence)
    at, end = found.first, _behind_apposition(text, _behind_bracket(text, found.end, last), last)
    if end < last and text.words[end] in (",", *DASHES):
        end += 1
    if at > first and (text.words[at - 1] == "," or text.words[at - 1] in DASHES):
        at -= 1
    content = tuple(part for part in ((first, at), (end, last)) if part[0] < part[1])
    if not content:
        return None
    frame = Attribution("according to", found.cue, found.speaker, None, (at, end))
    return attributed(QuoteType.INDIRECT, content, frame)


def _clause_around(text: ClauseText, found: SourcePhrase, sentence: Range) -> Range:
    """The clause that a phrase attributes: "…, die volgens hem …, …" is that of the pronoun alone."""
    first, last = sentence
    grammar, subordinate = text.grammar, False
    # "een koop aan die volgens de tests": without a comma, too
    if found.first - 1 > first and text.lower(found.first - 1) in grammar.relatives - grammar.that:
        first, subordinate = found.first - 1, True
    for at in range(found.first - 1, first - 1, -1):
        word, opener = text.words[at], text.lower(at + 1)
        if word in STOPS or (word == "," and opener in grammar.coordinators):
            first = at + 1
            break
        if word == "," and opener in grammar.subordinators and at + 1 < found.first:
            first, subordinate = at + 1, True
            break
        # "kreeg kritiek omdat het volgens haar": no comma stands before.
        if text.lower(at) in grammar.binding:
            first, subordinate = at, True
            break
    for at in range(found.end, last - 2):
        # ‘niet van tafel, maar uitgesteld’: a comma within marks
        if text.words[at] != "," or at in text.marked:
            continue
        opener = text.lower(at + 1)
        # "Volgens Bos is het klaar, maar is er veel te doen": its verb stands first again
        shared = found.first == first and _is_verb_first(text, at + 2)
        goes_on = shared or text.lower(at + 2) in grammar.that
        if subordinate or (opener in grammar.adversatives and not goes_on):
            return first, at if at > found.end else last
    return first, last


def _is_verb_first(text: ClauseText, at: int) -> bool:
    """Whether a verb with its subject behind it begins at a token: "waait de sneeuw"."""
    ends = text.lower(at).endswith(text.grammar.verb_endings) and not is_closed(text, at)
    led = text.is_pronoun(at + 1) or text.lower(at + 1) in text.language.determiners
    return text.is_finite(at) or (ends and led and text.words[at].islower())


def _behind_bracket(text: ClauseText, end: int, last: int) -> int:
    """Behind an aside in brackets: "volgens het CPB (Centraal Planbureau)"."""
    if end >= last or text.words[end] != "(":
        return end
    return next((at + 1 for at in range(end, min(end + _RELATIVE, last)) if text.words[at] == ")"), end)


def _behind_apposition(text: ClauseText, end: int, last: int) -> int:
    """The comma that closes what is told of a source: "volgens Bos, die de cijfers kent,"."""
    if end >= last or text.words[end] != ",":
        return end
    close = next((at for at in range(end + 1, min(end + _RELATIVE, last)) if text.words[at] == ","), 0)
    if not close:
        return end
    relative = text.lower(end + 1) in text.grammar.relatives
    # "Volgens Bos, hoogleraar in Gent, is": a phrase without a verb, a verb behind it.
    plain = text.is_finite(close + 1) and not any(text.is_finite(at) for at in range(end + 1, close))
    return close if relative or plain else end
