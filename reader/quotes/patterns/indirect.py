"""Indirect speech by tables: clauses with a conjunction, attributions, tags behind, infinitives."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reader.models import Span
from reader.quotes.patterns import attributions as tags
from reader.quotes.patterns import noun_phrases as names
from reader.quotes.patterns.attributed_clauses import Sentence, attributed
from reader.quotes.patterns.attributions import Saying, Tag
from reader.quotes.patterns.direct import Passage
from reader.quotes.text.analysis import Analysis

_GAP = 6
"""Tokens between a verb of saying and its clause at most ("told reporters on Monday that")."""
_HIDING = 40
"""Code points in which a phrase stands that keeps a name back."""
_SHORTEST = 5
"""Words of a sentence with a frame and what is said at least."""
_LEAST = 3
"""Words an indirect quotation has at least."""
_STOPS = frozenset((".", "!", "?", "…", "...", ";"))
_MARKS = frozenset('“”„«»"')


def find(analysis: Analysis, whole: tuple[Span, ...], taken: tuple[Span, ...]) -> Iterator[Passage]:
    """The indirect quotations of a text.

    Of the direct ones, `taken`, those that are `whole` sentences or clauses are not cut into.
    """
    if not analysis.language.verbs:
        return
    for number, _ in enumerate(analysis.sentences):
        for sentence in _parts(analysis, number):
            if sentence.last - sentence.first >= _SHORTEST and not _quoted(analysis, sentence, whole):
                found = _in_sentence(analysis, sentence)
                if found and _enough(analysis, found, taken):
                    yield found


def _parts(analysis: Analysis, number: int) -> Iterator[Sentence]:
    """A sentence without its closing stop, cut at semicolons."""
    first, last = analysis.sentences[number]
    words = analysis.tokens.words
    while last > first and words[last - 1] in _STOPS:
        last -= 1
    first = tags.behind_place(analysis, first)
    for at in range(first, last):
        if words[at] == ";":
            yield Sentence(first, at)
            first = at + 1
    yield Sentence(first, last)


def _quoted(analysis: Analysis, sentence: Sentence, taken: tuple[Span, ...]) -> bool:
    """Whether the sentence mostly is direct speech, lies in it, or is speech with a tag behind it."""
    span = analysis.span(sentence.first, sentence.last)
    at = bisect_left(taken, Span(span.start, 0))
    if at < len(taken) and taken[at].start <= span.start + 1 and analysis.language.verb_first:
        return True
    return 3 * _shared(span, taken) > span.end - span.start


def _shared(span: Span, taken: tuple[Span, ...]) -> int:
    """Code points of a span that lie in `taken`, which are in order and do not overlap."""
    first = max(0, bisect_right(taken, span) - 1)
    last = bisect_left(taken, Span(span.end, 0))
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in taken[first:last])


def _enough(analysis: Analysis, passage: Passage, taken: tuple[Span, ...]) -> bool:
    """Whether it has enough words, not all of which are direct speech."""
    length = sum(end - start for start, end in passage.spans)
    spoken = sum(_shared(span, taken) for span in passage.spans)
    words = sum(len(analysis.text[start:end].split()) for start, end in passage.spans)
    return words >= _LEAST and 10 * spoken < 9 * length


def _in_sentence(analysis: Analysis, sentence: Sentence) -> Passage | None:
    return attributed(analysis, sentence) or _tagged(analysis, sentence) or _clause(analysis, sentence)


def _clause(analysis: Analysis, sentence: Sentence) -> Passage | None:
    """ "Ann Lee said that it rains", "said it was late", "urged them to go"."""
    at = sentence.first
    while at < sentence.last:
        verb = tags.saying_at(analysis, at, sentence.last)
        if verb and (
            tags.lower(analysis, at - 1) in analysis.language.infinitive or _hides(analysis, verb.last)
        ):
            verb = None
        found = _after_verb(analysis, verb, sentence) if verb else None
        if found:
            return found
        at = verb.last if verb else at + 1
    return None


def _hides(analysis: Analysis, at: int) -> bool:
    """Whether the words from a token on say that somebody keeps the name back: "asked not to be named"."""
    begin = analysis.tokens.starts[at] if at < len(analysis.tokens) else len(analysis.text)
    behind = analysis.text[begin : begin + _HIDING].lower()
    return any(behind.startswith(phrase) for phrase in analysis.language.hidden)


def _after_verb(analysis: Analysis, verb: Saying, sentence: Sentence) -> Passage | None:
    speaker = verb.subject or tags.subject_of(analysis, verb, sentence.first, sentence.last)
    clause = _conjunction(analysis, verb, sentence) or _infinitive(analysis, verb, sentence)
    clause = clause or _bare(analysis, verb, sentence)
    bare = (
        analysis.language.verb_first and verb.first == sentence.first
    )  # "Añadió que": the subject is left out
    if not clause or not (speaker or bare):
        return None
    start, addressee, rule, confidence = clause
    tag = Tag(rule, verb.cue, speaker, addressee, (analysis.span(sentence.first, start),), confidence)
    return Passage((analysis.span(start, _clause_end(analysis, start, sentence.last)),), tag)


Clause = tuple[int, tuple[Span, ...], str, float]
"""First token of a clause, the addressee before it, the rule and its confidence."""


def _conjunction(analysis: Analysis, verb: Saying, sentence: Sentence) -> Clause | None:
    words = analysis.tokens.words
    for at in range(verb.last, min(verb.last + _GAP, sentence.last)):
        if words[at] in _MARKS or words[at] in ".:;":
            return None
        if analysis.language.bare and words[at].lower() in analysis.language.finite:
            return None
        if words[at].lower() in analysis.language.conjunctions and at + 2 < sentence.last:
            return at, _addressee(analysis, verb.last, at), "verb + conjunction", 0.88
    return None


def _addressee(analysis: Analysis, first: int, last: int) -> tuple[Span, ...]:
    found = names.behind(analysis, first, last) if last > first else None
    return (analysis.span(*found),) if found and found[1] == last else ()


def _infinitive(analysis: Analysis, verb: Saying, sentence: Sentence) -> Clause | None:
    language = analysis.language
    if tags.lower(analysis, verb.last - 1) not in language.ordering:
        return None
    for at in range(verb.last, min(verb.last + _GAP, sentence.last)):
        word = tags.lower(analysis, at)
        if word in _STOPS or word in (",", ":") or word in _MARKS:
            return None
        if word in language.infinitive and tags.lower(analysis, at + 1).isalpha():
            follows = tags.lower(analysis, at + 1)
            if follows in language.determiners or analysis.tokens.words[at + 1][0].isupper():
                return None
            return at, _addressee(analysis, verb.last, at), "verb + infinitive", 0.8
    return None


def _bare(analysis: Analysis, verb: Saying, sentence: Sentence) -> Clause | None:
    """A clause without conjunction, behind whom it was told or at once, with a finite verb soon behind it."""
    if tags.lower(analysis, verb.last - 1) not in analysis.language.bare:
        return None
    told = names.behind(analysis, verb.last, sentence.last)
    for start in (told[1] if told else verb.last, verb.last):
        if _opens_clause(analysis, start) and _finite_behind(analysis, start, min(start + 14, sentence.last)):
            return start, _addressee(analysis, verb.last, start), "verb + clause", 0.78
    return None


def _opens_clause(analysis: Analysis, at: int) -> bool:
    """Whether a subject may begin at a token: a determiner, a pronoun or a name."""
    language = analysis.language
    word = tags.lower(analysis, at).replace("’", "'").split("'")[0]
    names_one = analysis.tokens.words[at][0].isupper() if word else False
    return names_one or word in language.determiners or word in language.pronouns


def _finite_behind(analysis: Analysis, first: int, last: int) -> bool:
    return any(tags.lower(analysis, at) in analysis.language.finite for at in range(first, last))


def _clause_end(analysis: Analysis, start: int, last: int) -> int:
    """End of the clause: the sentence's, or the comma before a new main clause with a verb of saying."""
    for at in range(start + 3, last - 2):
        if (
            analysis.tokens.words[at] == ","
            and tags.lower(analysis, at + 1) in analysis.language.adversatives
        ):
            return at
    return last


def _tagged(analysis: Analysis, sentence: Sentence) -> Passage | None:
    """ "The plan is dead, the report said", "The plan, the report said, is dead"."""
    words = analysis.tokens.words
    for comma in range(sentence.first + 1, sentence.last - 1):
        if words[comma] != "," or words[comma - 1] in _MARKS:
            continue
        tag = tags.behind(analysis, comma + 1, sentence.last)
        begins = analysis.token_at(tag.speaker[0].start) if tag and tag.speaker else -1
        led = begins >= 0 and (_conjoined(analysis, begins) or _leads_on(analysis, tag))
        if tag and begins >= 0 and not led and _takes_clause(analysis, tag):
            found = _beside_tag(analysis, sentence, tag, comma)
            if found:
                return found
    return None


def _leads_on(analysis: Analysis, tag: Tag | None) -> bool:
    """Whether what looks like a subject behind the verb begins what is said: "said he was"."""
    if not tag or not tag.speaker or tag.speaker[0] < tag.cue[-1]:
        return False
    end = analysis.token_at(tag.speaker[-1].end - 1) + 1
    return tags.lower(analysis, end) in analysis.language.finite


def _conjoined(analysis: Analysis, at: int) -> bool:
    """Whether what looks like a subject is a clause: "warned that the data"."""
    return tags.lower(analysis, at) in analysis.language.conjunctions


def _beside_tag(analysis: Analysis, sentence: Sentence, tag: Tag, comma: int) -> Passage | None:
    """What is said before, or around, the tag that the comma opens."""
    end = analysis.token_at(max(tag.cue[-1].end, tag.speaker[-1].end) - 1) + 1
    if analysis.language.verb_first and tag.speaker[0] < tag.cue[0] and end < sentence.last:
        return None
    spans, tag = [analysis.span(sentence.first, comma)], replace(tag, confidence=0.75)
    if end < sentence.last - 1 and analysis.tokens.words[end] == ",":
        if tags.lower(analysis, end + 1) not in analysis.language.relatives | analysis.language.determiners:
            spans.append(analysis.span(end + 1, sentence.last))
            return Passage(tuple(spans), replace(tag, frame=(analysis.span(comma, end + 1),)))
    elif not _ends_with(analysis, tag, sentence.last) or comma - sentence.first < _LEAST:
        return None
    return Passage(tuple(spans), replace(tag, frame=(analysis.span(comma, sentence.last),)))


def _takes_clause(analysis: Analysis, tag: Tag) -> bool:
    verb = analysis.text[tag.cue[-1].start : tag.cue[-1].end].lower().rsplit(maxsplit=1)[-1]
    return not analysis.language.bare or verb in analysis.language.bare


def _ends_with(analysis: Analysis, tag: Tag, last: int) -> bool:
    """Whether little more than the tag stands before the sentence's end."""
    end = analysis.token_at(max(tag.cue[-1].end, tag.speaker[-1].end) - 1) + 1
    follows = analysis.tokens.words[end] if end < last else ""
    return (
        last - end <= 6
        and follows not in (":", *_MARKS)
        and follows.lower() not in analysis.language.conjunctions
    )
