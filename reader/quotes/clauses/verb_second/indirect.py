"""Indirect speech of a text: source phrases, tags, and what hangs on each verb of saying."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.models import QuoteType
from reader.quotes.clauses.verb_second import hearsay, openings, phrases, tags
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.contents import content_behind
from reader.quotes.clauses.verb_second.ends import content_end
from reader.quotes.clauses.verb_second.noun_phrases import phrase_from
from reader.quotes.clauses.verb_second.predicates import Predicate, predicates_in
from reader.quotes.clauses.verb_second.subjects import before as subject_before
from reader.quotes.clauses.verb_second.subjects import is_fronted, subject_of, subordinator
from reader.quotes.clauses.verb_second.told import speaks, told
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.indirect import parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 3
"""Tokens of a sentence that tells of speech at least."""
_ASKED = 6
"""Tokens from a question's first word to its verb at most: "de vraag | of ze nog blij is"."""
_LEAST = 2
"""Words an indirect quotation has at least."""


def find(text: ClauseText, spoken: Sequence[Draft]) -> Iterator[Draft]:
    """The indirect quotations of a text beside the direct ones."""
    cues = {at for draft in spoken for at in draft.cue if draft.content[0][0] < at}
    whole = sorted(piece for draft in spoken for piece in draft.content)
    before: Range | None = None
    for tokens in text.analysis.sentences:
        for sentence in parts_of(text, tokens):
            if sentence[1] - sentence[0] >= _SHORTEST:
                yield from _in_sentence(text, sentence, before, whole, cues)
        before = tokens


def _in_sentence(
    text: ClauseText, sentence: Range, before: Range | None, whole: Sequence[Range], cues: set[int]
) -> Iterator[Draft]:
    if not _opens_spoken(sentence, whole):
        found = (
            tags.of_sentence_before(text, sentence, before)
            or tags.fronted(text, sentence)
            or phrases.attributed_by_phrase(text, sentence)
            or openings.opened_by_participle(text, sentence)
            or tags.beside_tag(text, sentence)
        )
        enough = found and (found.type is QuoteType.DIRECT or _words(text, found) >= _LEAST)
        if found and enough and not _is_marked(text, found):
            yield found
            # "Zij beloven te helpen, maar doen volgens Bos niets": the phrase has but its own clause.
            if found.start > sentence[0] and found.rule == "according to":
                yield from _clauses(text, (sentence[0], _begin(found) - 1), whole, cues)
                # "Bos, die volgens haar ziek was, vindt dat": what hangs on the verb behind it
                behind = _clauses(text, sentence, whole, cues) if found.reach < sentence[1] - 1 else ()
                yield from (draft for draft in behind if draft.start > found.reach)
            return
    found_any = False
    for draft in _clauses(text, sentence, whole, cues):
        found_any = True
        yield draft
    if not found_any and not any(at in text.marked for at in range(*sentence)):
        rumour = hearsay.hearsay_in(text, sentence)
        if rumour:
            yield rumour


def _opens_spoken(sentence: Range, whole: Sequence[Range]) -> bool:
    """Whether a sentence begins with direct speech: ‘Het regent’, zei Anna."""
    at = bisect_left(whole, (sentence[0], 0))
    before = whole[at - 1] if at else (0, 0)
    return (at < len(whole) and whole[at][0] <= sentence[0] + 1) or before[1] > sentence[0]


def _begin(draft: Draft) -> int:
    """First token of a quote and its frame."""
    return min(draft.start, *(first for first, _ in draft.frame), draft.start)


def _words(text: ClauseText, draft: Draft) -> int:
    return sum(len(text.text(tokens).split()) for tokens in draft.content)


def _is_marked(text: ClauseText, draft: Draft) -> bool:
    """Whether nearly all that is said stands in marks, so that it is direct speech alone."""
    if draft.type is QuoteType.DIRECT:
        return False
    tokens = [at for piece in draft.content for at in range(*piece)]
    return sum(at not in text.marked for at in tokens) < _LEAST


def _is_said(at: int, whole: Sequence[Range]) -> bool:
    """Whether a token lies in direct speech, be it in marks or in a line behind a dash."""
    number = bisect_left(whole, (at + 1, 0)) - 1
    return number >= 0 and whole[number][1] > at


def _clauses(text: ClauseText, sentence: Range, whole: Sequence[Range], cues: set[int]) -> Iterator[Draft]:
    """What hangs on each verb of saying of a sentence, one behind the other, and the acts they tell."""
    behind, before = sentence[0], None
    acts: list[Draft] = []
    for verb in predicates_in(text, sentence):
        if verb.finite < behind or cues.intersection(verb.cue) or _is_said(verb.finite, whole):
            continue
        draft = _hanging(text, verb, before, sentence)
        if draft and _words(text, draft) >= _LEAST and not _is_marked(text, draft):
            yield from (part for act in acts if (part := _joined_before(text, act, verb)))
            yield draft
            behind, before, acts = draft.end, draft, []
        elif not draft and not acts:
            act = told(text, verb, _speaker(text, verb, before, sentence), sentence, behind)
            acts += [act] if act else []
    yield from acts
    if before is None:
        yield from _on_noun(text, sentence)


def _joined_before(text: ClauseText, act: Draft, verb: Predicate) -> Draft | None:
    """An act up to the verb that is joined to it: "Bos eist opheldering | en zegt dat"."""
    joint = verb.finite - 1
    if text.lower(joint) not in text.grammar.coordinators or joint <= max(act.cue):
        return None
    clause = act.start, joint - (text.words[joint - 1] == ",")
    return replace(act, content=(clause,), frame=(clause,))


def _is_asked(text: ClauseText, verb: Predicate, sentence: Range) -> bool:
    """Whether a verb stands in a question that a noun tells: "Op de vraag of ze blij is dat"."""
    near = range(max(verb.finite - _ASKED, sentence[0] + 1), verb.finite)
    asked = (at for at in near if text.lower(at) in text.grammar.whether)
    return any(text.lower(at - 1) in text.grammar.noun_questions for at in asked)


def _hanging(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Draft | None:
    """What hangs on one verb, with its speaker."""
    opener = subordinator(text, verb.finite, verb.clause)
    if opener is not None and text.lower(opener) in text.grammar.conditions:
        return None
    if _is_asked(text, verb, sentence):
        return None
    speaker = _speaker(text, verb, before, sentence)
    # "Al snel blijkt dat": nobody says so.
    if verb.lemma in text.grammar.impersonal and not (speaker and speaks(text, speaker)):
        return None
    # "Niemand zei dat": nobody did
    if speaker and text.lower(speaker[0]) in text.grammar.nobody:
        return None
    content = content_behind(text, verb, speaker, sentence[1])
    if content is None:
        return None
    if verb.passive or (speaker and speaker[0] >= content.start):
        speaker = None
    end = content_end(text, content.start, sentence, closing=opener is not None)
    first = before.end if before else sentence[0]
    found = Attribution(content.rule, verb.cue, speaker, content.addressee, (first, content.start))
    return attributed(QuoteType.INDIRECT, ((content.start, end),), found)


def _speaker(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Range | None:
    """The subject of a verb, or of the verb before it: "… en voegde eraan toe dat"."""
    first = verb.clause
    if verb.lemma in text.grammar.impersonal:
        return _governed(text, first, verb.finite) or _governed(text, verb.finite + 1, verb.finite + 3)
    # "zei het niet te weten, ontkende geld te hebben gekregen"
    if before and before.end == verb.finite - 1 and text.words[before.end] == ",":
        return before.speaker
    joined = text.lower(verb.finite - 1) in text.language.joining and verb.finite > sentence[0]
    if joined and before:
        return before.speaker
    if joined:
        first = sentence[0]
        other = next((at for at in range(first, verb.finite) if text.is_finite(at)), verb.finite)
        if other < verb.finite:
            return subject_of(text, other, text.clause_start(other, first), verb.finite)
    found = _inverted(text, verb, sentence[1]) or subject_of(text, verb.finite, first, sentence[1])
    # "Tidligere statsråd Per Ek har sagt": an adverb that is an adjective here.
    if found is None or any(found[0] <= part < found[1] for part in verb.cue):
        return subject_before(text, first + 1, verb.finite) or subject_before(text, first, verb.finite)
    return found


def _inverted(text: ClauseText, verb: Predicate, last: int) -> Range | None:
    """The subject between a verb and its clause, where nobody is told: "Eenmaal thuis verklaarde Bos dat"."""
    opened = text.is_pronoun(verb.clause) and verb.finite == verb.clause + 1
    if opened or verb.lemma in text.grammar.addressed or verb.cue != (verb.finite,):
        return None
    found = phrase_from(text, verb.last, last) if verb.last < last else None
    # "Bos schreef een boek dat": a relative pronoun.
    if (
        found
        and text.lower(found[0]) in text.grammar.neuter
        and not is_fronted(text, verb.clause, verb.finite)
    ):
        return None
    # "Minister Bos meldde de Kamer dinsdag dat": whom somebody named tells something
    told = found and text.lower(found[0]) in text.language.determiners and text.words[found[0]].islower()
    if told and verb.clause < verb.finite and not is_fronted(text, verb.clause, verb.finite):
        named = subject_before(text, verb.clause, verb.finite)
        if named and speaks(text, named):
            return None
    at = found[1] if found else last
    # "kræver lov til at skyde": a preposition, though an adverb begins so too
    while at < last and (text.is_adverb(at) or text.is_time(at)) and not _governs(text, at):
        at += 1
    return found if at < last and text.lower(at) in text.grammar.that else None


def _governs(text: ClauseText, at: int) -> bool:
    return text.lower(at) in text.grammar.prepositions


def _governed(text: ClauseText, first: int, stop: int) -> Range | None:
    """Whom a phrase that opens the clause names: "Uit het rapport blijkt dat", "Bij de bond heet het"."""
    for at in range(first, min(stop, len(text.words) - 1)):
        if text.lower(at) in text.grammar.sources:
            return phrase_from(text, at + 1, len(text.words))
    return None


def _on_noun(text: ClauseText, sentence: Range) -> list[Draft]:
    """A clause that hangs on a noun of what is said: "de kritiek van Bos dat", "ryktet om att"."""
    grammar = text.grammar
    if grammar.noun_frames.isdisjoint(text.lowered[slice(*sentence)]):
        return []
    for at in range(sentence[0] + 1, sentence[1] - 3):
        asks = text.lower(at) in grammar.whether | grammar.questions
        if not (asks or text.lower(at) in grammar.that) or at in text.marked:
            continue
        noun, speaker = _framing(text, at, sentence[0], asks)
        if noun is None:
            continue
        end = content_end(text, at, sentence, closing=True)
        found = Attribution("noun + conjunction", (noun,), speaker, None, (sentence[0], at))
        draft = attributed(QuoteType.INDIRECT, ((at, _cut(text, at, end, noun, sentence)),), found)
        return [draft] if _words(text, draft) >= _LEAST and not _is_marked(text, draft) else []
    return []


def _framing(text: ClauseText, at: int, first: int, asks: bool) -> tuple[int | None, Range | None]:
    """The noun that a clause at a token hangs on, with whose it is."""
    grammar = text.grammar
    # "påstanden om, at": a preposition leads to the clause
    before = at - (text.words[at - 1] == ",")
    before -= text.lower(before - 1) in grammar.noun_links
    known = grammar.noun_questions if asks else grammar.noun_frames
    near = range(max(first, before - 4), before)
    noun = next((i for i in near if text.lower(i) in known), None)
    if noun is None or (asks and (noun != before - 1 or _is_put(text, noun))):
        return None, None
    if noun != before - 1 and text.lower(noun + 1) not in grammar.complements:
        return None, None
    return noun, phrase_from(text, noun + 2, before) if noun < before - 1 else None


def _is_put(text: ClauseText, noun: int) -> bool:
    """Whether a question is one that somebody answers: "Op de vraag of ze bang is, antwoordt ze"."""
    led = noun - 1 - (text.lower(noun - 1) in text.language.determiners)
    return led >= 0 and text.lower(led) in text.grammar.prepositions


def _cut(text: ClauseText, at: int, end: int, noun: int, sentence: Range) -> int:
    """Where the clause of a noun that opens its sentence ends: "Ryktet om att han går | avfärdar klubben"."""
    if noun > sentence[0] + 2 or end < sentence[1]:
        return end
    said = (i for i in text.sayings_in((at + _SHORTEST, end)) if text.is_finite(i))
    return next(said, end)
