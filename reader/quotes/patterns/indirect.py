"""Indirect speech by tables: clauses with a conjunction, attributions, verbs behind, infinitives."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.models import QuoteType, Span
from reader.quotes.drafts import Draft
from reader.quotes.patterns import attributed_clauses, attributions
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.patterns.hanging_clauses import MARKS, clause_end, hanging_clause
from reader.quotes.patterns.sayings import VerbOfSaying, saying_at
from reader.quotes.patterns.subjects import subject_of
from reader.quotes.patterns.unlisted_subjects import is_closed
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_HIDING = 40
"""Code points in which a phrase stands that keeps a name back."""
_SHORTEST = 5
"""Words of a sentence with a frame and what is said at least; chosen on the gold set, as all here."""
_LEAST = 3
"""Words an indirect quotation has at least."""
_TAIL = 6
"""Tokens that may stand behind an attribution at the sentence's end ("officials said on Monday morning")."""
_LONGEST_ADVERBIAL = 8
"""Tokens of an adverbial that opens a sentence at most; a longer one may have a verb that no table lists."""
_STOPS = frozenset((".", "!", "?", "…", "...", ";"))


def find(text: TableText, whole: Sequence[Span], taken: Sequence[Span]) -> Iterator[Draft]:
    """The indirect quotations of a text.

    Of the direct ones, whose code points are `taken`, those that are `whole` sentences or clauses are not
    cut into.
    """
    if not text.language.verbs:
        return
    for tokens in text.analysis.sentences:
        for sentence in parts_of(text, tokens):
            if sentence[1] - sentence[0] >= _SHORTEST and not _is_spoken(text, sentence, whole):
                found = _in_sentence(text, sentence)
                if found and _enough(text, found, taken):
                    yield found


def parts_of(text: TableText, sentence: Range) -> Iterator[Range]:
    """A sentence without its closing stop and the place before it, cut at semicolons."""
    first, last = sentence
    while last > first and text.words[last - 1] in _STOPS:
        last -= 1
    first = text.behind_place(first)
    for at in range(first, last):
        if text.words[at] == ";":
            yield first, at
            first = at + 1
    yield first, last


def _is_spoken(text: TableText, sentence: Range, whole: Sequence[Span]) -> bool:
    """Whether the sentence mostly is direct speech, or is such with an attribution behind it."""
    span = text.span(sentence)
    at = bisect_left(whole, Span(span.start, 0))
    # «Llueve», dijo Ana: where the verb comes first, what stands behind speech says who spoke.
    if at < len(whole) and whole[at].start <= span.start + 1 and text.language.verb_first:
        return True
    return 3 * _shared(span, whole) > span.end - span.start


def _shared(span: Span, taken: Sequence[Span]) -> int:
    """Code points of a span that lie in `taken`, which are in order and do not overlap."""
    first = max(0, bisect_right(taken, span) - 1)
    last = bisect_left(taken, Span(span.end, 0))
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in taken[first:last])


def _enough(text: TableText, draft: Draft, taken: Sequence[Span]) -> bool:
    """Whether it has enough words, not nine tenths of which are direct speech."""
    spans = [text.span(tokens) for tokens in draft.content]
    length = sum(end - start for start, end in spans)
    spoken = sum(_shared(span, taken) for span in spans)
    words = sum(len(text.text(tokens).split()) for tokens in draft.content)
    return words >= _LEAST and 10 * spoken < 9 * length


def _in_sentence(text: TableText, sentence: Range) -> Draft | None:
    """What one sentence renders: "As Ann Lee said, it rains", "It rains, Ann Lee said", "She said that …"."""
    # A clause that an attribution covers goes first: its own verbs are part of what is said.
    return attributed_clauses.beside(text, sentence) or before_verb(text, sentence) or _clause(text, sentence)


def _clause(text: TableText, sentence: Range) -> Draft | None:
    """ "Ann Lee said that it rains", "said it was late", "urged them to go"."""
    at, last = sentence
    while at < last:
        verb = saying_at(text, at, last)
        # "wants to say that": an infinitive says nothing yet. "asked not to be named": nothing was asked.
        if verb and (text.lower(at - 1) in text.language.infinitive or hides(text, verb.last)):
            verb = None
        found = _after_verb(text, verb, sentence) if verb else None
        if found:
            return found
        at = verb.last if verb else at + 1
    return None


def hides(text: TableText, at: int) -> bool:
    """Whether the words from a token on say that somebody keeps the name back: "asked not to be named"."""
    tokens = text.analysis.tokens
    begin = tokens.starts[at] if at < len(tokens) else len(tokens.text)
    behind = tokens.text[begin : begin + _HIDING].lower()
    return any(behind.startswith(phrase) for phrase in text.language.hidden)


def _after_verb(text: TableText, verb: VerbOfSaying, sentence: Range) -> Draft | None:
    """The clause that hangs on a verb, with its speaker."""
    first, last = sentence
    speaker = verb.subject or subject_of(text, verb, first, last)
    clause = hanging_clause(text, verb, last)
    bare = text.language.verb_first and _opens_sentence(text, first, verb)
    # "It was said that" names nobody and is left.
    if not clause or not (speaker or bare):
        return None
    hearer = attributions.apart(clause.addressee, speaker)
    found = Attribution(clause.rule, verb.cue, speaker, hearer, (first, clause.start))
    return attributed(QuoteType.INDIRECT, ((clause.start, clause_end(text, clause.start, last)),), found)


def _opens_sentence(text: TableText, first: int, verb: VerbOfSaying) -> bool:
    """Whether the subject is left out before a verb: "Añadió que", "Ma va detto che"."""
    small = all(is_closed(text, at) for at in range(first, verb.first))
    return small and (text.language.null_subject or verb.first == first)


def before_verb(text: TableText, sentence: Range) -> Draft | None:
    """ "The plan is dead, the report said", "The plan, the report said, is dead"."""
    first, last = sentence
    for comma in range(first + 1, last - 1):
        if text.words[comma] != "," or text.words[comma - 1] in MARKS:
            continue
        found = attributions.attribution_from(text, comma + 1, last)
        if not found or not found.speaker or not _takes_clause(text, found):
            continue
        # "warned, that the data": a conjunction is no subject. "…, said he was": the clause follows.
        if text.lower(found.speaker[0]) in text.language.conjunctions or _leads_on(text, found):
            continue
        if _says_behind(text, found, last):
            continue
        draft = _beside_attribution(text, sentence, found, comma)
        if draft:
            return draft
    return None


def _says_behind(text: TableText, found: Attribution, last: int) -> bool:
    """Whether what is said stands behind subject and verb: "At the vote, Dana Fox said she would run"."""
    if not found.speaker or found.speaker[0] >= found.cue[0]:
        return False
    verb = VerbOfSaying(found.cue[0], found.cue[-1] + 1, found.cue)
    return hanging_clause(text, verb, last) is not None


def _leads_on(text: TableText, found: Attribution) -> bool:
    """Whether what looks like a subject behind the verb begins what is said: "said he was"."""
    if not found.speaker or found.speaker[0] < found.cue[-1]:
        return False
    return text.lower(found.speaker[1]) in text.language.finite


def _beside_attribution(text: TableText, sentence: Range, found: Attribution, comma: int) -> Draft | None:
    """What is said before, or around, the attribution that the comma opens."""
    (first, last), end = sentence, found.end
    ahead = found.speaker is not None and found.speaker[0] < found.cue[0]
    if text.language.verb_first and ahead and end < last:  # "…, Ana dijo ayer": a clause of its own
        return None
    content: tuple[Range, ...] = ((first, comma),)
    frame = comma, last
    if end < last - 1 and text.words[end] == ",":
        # "The plan, the report said, is dead", but not "…, said Ann Lee, the minister" or "…, who left".
        if not _describes(text, end + 1):
            content, frame = (*content, (end + 1, last)), (comma, end + 1)
    elif not _ends_with(text, end, last) or comma - first < _LEAST or _is_adverbial(text, first, comma):
        return None
    return attributed(QuoteType.INDIRECT, content, replace(found, rule="tag after, a clause", frame=frame))


def _is_adverbial(text: TableText, first: int, comma: int) -> bool:
    """Whether what stands before a comma only says when or where: "Despite the rain, the mayor said"."""
    language = text.language
    word = text.lower(first)
    opens = word in language.prepositions or word in language.times
    trailing = word.endswith(language.trailing or "\0")  # "Speaking after the match, Orr said"
    if not (opens or trailing) or comma - first > _LONGEST_ADVERBIAL:
        return False
    return not any(text.lower(at) in language.finite for at in range(first, comma))


def _describes(text: TableText, at: int) -> bool:
    """Whether an apposition or relative clause may begin at a token."""
    word = text.lower(at)
    return word in text.language.relatives or word in text.language.determiners


def _takes_clause(text: TableText, found: Attribution) -> bool:
    """Whether a verb may stand behind what is said, in a language that lists those that do."""
    return not text.language.bare or text.verb_of(found.cue) in text.language.bare


def _ends_with(text: TableText, end: int, last: int) -> bool:
    """Whether little more than the attribution, which ends at `end`, stands before the sentence's end."""
    follows = text.words[end] if end < last else ""
    # "…, the mayor said: “…" and "…, the mayor said that" lead up to something else that is said.
    leads_up = follows == ":" or follows in MARKS or follows.lower() in text.language.conjunctions
    return last - end <= _TAIL and not leads_up
