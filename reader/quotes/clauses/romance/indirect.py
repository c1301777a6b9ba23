"""Indirect speech of a sentence: attribution phrases, tags, and what hangs on each verb of saying."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, takewhile

from reader.models import QuoteType
from reader.quotes.clauses.romance import nouns_of_saying, phrases, tags, views
from reader.quotes.clauses.romance.clause_text import ClauseText
from reader.quotes.clauses.romance.ends import content_end, next_verb
from reader.quotes.clauses.romance.gaps import CONJUNCTION, INFINITIVE, content_behind
from reader.quotes.clauses.romance.openings import opens_adverbial_clause
from reader.quotes.clauses.romance.predicates import Predicate, predicate_at
from reader.quotes.clauses.romance.relatives import in_relative
from reader.quotes.clauses.romance.speakers import speaker_of
from reader.quotes.clauses.romance.voices import is_reported, narrated
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attributions
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.indirect import hides, parts_of
from reader.quotes.text.sentences import Range

_SHORTEST = 4
"""Tokens of a sentence with a frame and what is said at least."""
_CLOSE = 2
"""Tokens from the verb of a tag to a clause that it must have at once, or has not."""
_HEARER = 4
"""Tokens from an infinitive to its clause at most: "recordar a todos que"."""
_LEAST = 3
"""Words an indirect quotation has at least."""


def find(text: ClauseText, spoken: Sequence[Draft]) -> Iterator[Draft]:
    """The indirect quotations of a text beside the direct ones."""
    tagged = [draft for draft in spoken if draft.cue and draft.content[0][0] < draft.cue[-1]]
    cues = {draft.cue[-1]: draft for draft in tagged}
    whole = sorted(piece for draft in spoken for piece in draft.content)
    for tokens in text.analysis.sentences:
        for sentence in parts_of(text, tokens):
            if sentence[1] - sentence[0] >= _SHORTEST:
                yield from _in_sentence(text, sentence, whole, cues)


def _in_sentence(
    text: ClauseText, sentence: Range, whole: Sequence[Range], cues: Mapping[int, Draft]
) -> Iterator[Draft]:
    spoken = _opens_spoken(text, sentence, whole)
    outer = None if spoken else tags.tag(text, sentence) or phrases.beside(text, sentence, opening=True)
    if outer and _enough(text, outer, whole):
        yield outer
        yield from _clauses(text, (outer.reach, sentence[1]), cues, outer)
        return
    hanging = list(_clauses(text, sentence, cues))
    yield from hanging
    late = None if spoken else phrases.beside(text, sentence, opening=False)
    others = chain(views.find(text, sentence), nouns_of_saying.find(text, sentence))
    for draft in others if not spoken else ():
        if _enough(text, draft, whole) and not any(_overlap(draft, other) for other in hanging):
            hanging.append(draft)
            yield draft
    if late and _enough(text, late, whole) and not any(_overlap(late, draft) for draft in hanging):
        yield late


def _overlap(one: Draft, other: Draft) -> bool:
    """Whether two drafts share words said, or one says the words by which the other is framed."""
    pieces = (*other.content, *other.frame)
    return any(a < end and first < b for a, b in one.content for first, end in pieces)


def _opens_spoken(text: ClauseText, sentence: Range, whole: Sequence[Range]) -> bool:
    """Whether a sentence begins with direct speech: «Llueve», dijo Ana."""
    at = bisect_left(whole, (sentence[0], 0))
    before = whole[at - 1] if at else (0, 0)
    return (at < len(whole) and whole[at][0] <= sentence[0] + 1) or before[1] > sentence[0]


def _enough(text: ClauseText, draft: Draft, whole: Sequence[Range]) -> bool:
    """Whether it has enough words, not nine tenths of which are direct speech."""
    length = sum(last - first for first, last in draft.content)
    spoken = sum(_shared(piece, whole) for piece in draft.content)
    return _words(text, draft) >= _LEAST and 10 * spoken < 9 * length


def _shared(piece: Range, whole: Sequence[Range]) -> int:
    """Tokens of a piece that are direct speech."""
    first = max(0, bisect_left(whole, piece) - 1)
    near = takewhile(lambda other: other[0] < piece[1], islice(whole, first, None))
    return sum(max(0, min(end, piece[1]) - max(start, piece[0])) for start, end in near)


def _words(text: ClauseText, draft: Draft) -> int:
    # "qu'il dort" has three.
    return sum(text.words[at][0].isalnum() for tokens in draft.content for at in range(*tokens))


def _least(text: ClauseText, draft: Draft) -> int:
    """Words it must have: one fewer for an infinitive, "dit avoir obéi"; not "amenaza con subir"."""
    # "acusó al alcalde de mentir"
    behind = bool(draft.cue) and draft.start > draft.cue[-1] + 2
    bare = draft.rule == INFINITIVE and (behind or text.bare[draft.start].endswith(text.grammar.infinitives))
    answer = draft.end == draft.start + 2 and text.lower(draft.start + 1) in text.grammar.yes_no
    # "asegura que miente"
    verbal = draft.end == draft.start + 2 and text.has_verb(draft.start + 1, draft.end)
    return _LEAST - (bare or answer or (verbal and draft.rule == CONJUNCTION))


def _clauses(
    text: ClauseText, sentence: Range, cues: Mapping[int, Draft], before: Draft | None = None
) -> Iterator[Draft]:
    """What hangs on each verb of saying of a sentence, one behind the other; `before` stands before it."""
    behind = sentence[0]
    for at in text.sayings_in(sentence):
        if at < behind or at in text.marked:
            continue
        verb = predicate_at(text, at, sentence[0])
        draft = _hanging(text, verb, before, sentence) if verb else None
        # «¿Y ahora?», se lamenta Rosa, una vecina, que vive sola: a tag has no clause of its own
        if draft and at in cues and _is_far(text, at, draft):
            draft = None
        if draft and _words(text, draft) >= _least(text, draft):
            yield draft
            behind, before = draft.end, draft
        # «Llueve», dijo Ana, añadiendo que …: whoever spoke speaks on.
        before = cues.get(at, before)


def _is_far(text: ClauseText, at: int, draft: Draft) -> bool:
    """Whether more than a preposition stands between a verb and what seems to hang on it."""
    return draft.start > at + _CLOSE or "," in text.words[at : draft.start]


def _hanging(text: ClauseText, verb: Predicate, before: Draft | None, sentence: Range) -> Draft | None:
    """What hangs on one verb, with its speaker."""
    gap = content_behind(text, verb, sentence[1])
    # "pidió no ser identificado": nothing is asked
    if gap is None or hides(text, gap.start):
        return None
    # "al decir que": an infinitive has its clause at once.
    if not verb.finite and gap.start > verb.last + _HEARER and text.words[verb.last] != ",":
        return None
    told = gap.subject if verb.takes("o") else None
    speaker = (None if told else gap.subject) or verb.subject or narrated(text, verb, sentence[0])
    speaker = speaker or speaker_of(text, verb, before, sentence)
    if not is_reported(text, verb, speaker, sentence[0]):
        return None
    if _is_nobodys(text, verb, gap.rule, speaker):
        return None
    hearer = told or attributions.addressee_behind(text, verb.verb, gap.start)
    hearer = attributions.apart(hearer, speaker)
    closing = in_relative(text, verb, sentence) or opens_adverbial_clause(text, verb, sentence)
    end = content_end(text, gap.start, sentence, closing)
    if gap.rule == INFINITIVE and text.lower(verb.first - 1) in text.language.relatives:
        end = next_verb(text, gap.start, end)
    first = max(before.reach, sentence[0]) if before else sentence[0]
    first = first if first < gap.start else sentence[0]
    found = Attribution(gap.rule, verb.cue, speaker, hearer, (first, gap.start))
    draft = attributed(QuoteType.INDIRECT, ((gap.start, end),), found)
    # "se dice que", "fue informado que": nobody is named who says so
    unvoiced = any(saying.lemma in text.grammar.unvoiced for saying in verb.says)
    nobody = speaker is None and (verb.impersonal or verb.passive or unvoiced)
    return replace(draft, hearsay=True) if nobody else draft


def _is_nobodys(text: ClauseText, verb: Predicate, rule: str, speaker: Range | None) -> bool:
    """Whether a verb tells that nobody said it, or what one ought to do."""
    # "Nadie explicó cuándo", "Personne n'a dit que"
    if speaker and text.lower(speaker[0]) in text.grammar.nobody:
        return True
    # "se recomienda beber agua", "il est conseillé de boire"
    return rule == INFINITIVE and speaker is None and (verb.impersonal or verb.passive)
