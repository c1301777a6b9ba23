"""Put direct and indirect drafts together: fragments in marks, what is nested, what each is worth."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.i18n import _
from reader.models import Medium, QuoteType, Span
from reader.quotes.drafts import Draft
from reader.quotes.patterns.rules import FRAGMENT, FRAGMENT_SENTENCE
from reader.quotes.rules import Rule, Rules
from reader.quotes.text.passages import SCARE, SPEECH, classify
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

_AUXILIARIES = 3
"""Words at most from a verb's own pronoun to its last word ("s' est souvent demandé")."""


def content_of(draft: Draft) -> tuple[Range, ...]:
    """What is said, to sort drafts by."""
    return draft.content


def whole_spans(text: TableText, spoken: Iterable[Draft]) -> list[Span]:
    """The code points of direct speech that is whole sentences or clauses, into which nothing cuts."""
    return [text.span(tokens) for d in spoken if not _is_fragment(text, d) for tokens in d.content]


def assembled(
    text: TableText, spoken: Sequence[Draft], rendered: Sequence[Draft], rules: Rules, explain: bool
) -> list[Draft]:
    """Direct and indirect drafts in order, with their worth: those that lie in an indirect one are nested."""
    taken = [text.span(tokens) for draft in spoken for tokens in draft.content]
    pieces = _pieces(rendered)
    spoken = sorted((*spoken, *_fragments(text, taken, pieces)), key=content_of)
    found = [_nested(text, draft, rendered, pieces) for draft in spoken] + [
        (draft, draft.rule) for draft in rendered
    ]
    finished = (_finished(text, draft, rule, rules, explain) for draft, rule in found)
    return sorted(finished, key=lambda draft: (draft.start, -draft.end))


def _is_fragment(text: TableText, draft: Draft) -> bool:
    """Whether a passage begins in lower case, as part of a clause around it."""
    return text.text(draft.content[0]).lstrip("«»“”„‘’\"' \u00a0\u202f")[:1].islower()


Pieces = Sequence[tuple[Range, int]]
"""Pieces of drafts, in order, each with the number of its draft."""


def _pieces(drafts: Sequence[Draft]) -> Pieces:
    return sorted((piece, number) for number, draft in enumerate(drafts) for piece in draft.content)


def _covering(pieces: Pieces, tokens: Range) -> int | None:
    """Number of the draft that has a piece around `tokens`."""
    at = bisect_right(pieces, tokens[0], key=lambda piece: piece[0][0]) - 1
    return pieces[at][1] if at >= 0 and pieces[at][0][1] >= tokens[1] else None


def _fragments(text: TableText, taken: Iterable[Span], pieces: Pieces) -> Iterator[Draft]:
    """The short passages in marks inside indirect quotations that are neither names nor titles."""
    known = frozenset(taken)
    for pair in text.analysis.pairs:
        inner = text.analysis.text[pair.inner_start : pair.inner_end].strip()
        # He spoke of “no regrets at all”, not “Regrets”: the first in lower case.
        if pair.depth or not inner[:1].islower():
            continue
        tokens = text.analysis.range_of(pair.start, pair.end)
        if text.lower(tokens[0] - 1) in text.language.scare:  # "the so-called “lifeline”"
            continue
        # He called it “unfair”, not the “bargain”: one word alone is no noun.
        if len(inner.split()) < 2 and _leads_to_noun(text, tokens[0] - 1):
            continue
        inside = (pair.start, pair.end) not in known and _covering(pieces, tokens) is not None
        if inside and classify(text.analysis, pair) in (SCARE, SPEECH):
            yield Draft(QuoteType.DIRECT, (tokens,), FRAGMENT)


def _leads_to_noun(text: TableText, at: int) -> bool:
    """Whether a word begins a noun phrase, or a preposition stands before one: "the", "of"."""
    word, language = text.lower(at), text.language
    return word in language.determiners or word in language.prepositions or text.is_linked(at + 1)


def _is_told_within(text: TableText, draft: Draft, around: Draft) -> bool:
    """Whether a relative gives words in marks: 'Lee, who once called it “a trap”, has died, her son said'."""
    if not draft.cue or not draft.speaker or draft.speaker[1] > draft.cue[0]:
        return False
    between = text.lowered[draft.speaker[1] : draft.cue[0]]
    # "that they showed Lee calling it “a trap”"
    acting = not between and text.lower(draft.cue[0]).endswith(text.language.trailing or ("\0",))
    own = (*draft.cue, *range(*draft.speaker))
    within = all(any(first <= at < end for first, end in around.content) for at in own)
    return within and (acting or not text.language.relatives.isdisjoint(between))


def _nested(text: TableText, draft: Draft, rendered: Sequence[Draft], pieces: Pieces) -> tuple[Draft, str]:
    """A direct draft and the rule whose worth it has; inside an indirect one all but its words is of that."""
    outer = _covering(pieces, draft.content[0])
    if outer is None:
        return draft, draft.rule
    around = rendered[outer]
    if _is_told_within(text, draft, around):
        return replace(draft, nested=True), draft.rule
    inner = replace(around, type=draft.type, content=draft.content, rule=FRAGMENT, nested=True)
    return inner, around.rule


def _finished(text: TableText, draft: Draft, rule: str, rules: Rules, explain: bool) -> Draft:
    """The draft with its medium, the worth of a rule, and if asked for, why it was found."""
    return replace(
        draft,
        medium=_medium(text, draft),
        confidence=rules[rule].worth,
        why=_reasons(text, draft, rules[rule]) if explain else (),
    )


def _reasons(text: TableText, draft: Draft, rule: Rule) -> tuple[str, ...]:
    """Why a draft was found: rule, cue, speaker, and how often such a rule is right."""
    cue = " … ".join(text.analysis.text[start:end] for start, end in text.cue_spans(draft.cue))
    speaker = text.words_of(draft.speaker) if draft.speaker else ""
    return (
        FRAGMENT_SENTENCE if draft.rule == FRAGMENT else rule.sentence,
        _("Cue: “{words}”.").format(words=cue) if cue else _("No verb of saying or preposition beside it."),
        _("Speaker: “{name}”.").format(name=speaker) if speaker else _("No speaker beside it."),
        rule.share,
    )


def _is_asked_of_oneself(text: TableText, cue: tuple[int, ...], verb: str) -> bool:
    """Whether a verb of asking has its own pronoun beside it: "se demande Anne", not "demande Anne"."""
    before = range(max(cue[-1] - _AUXILIARIES, 0), cue[-1]) if verb in text.language.wondering else ()
    return any(text.lower(at) in text.language.reflexives for at in before)


def _medium(text: TableText, draft: Draft) -> Medium:
    """Writing or thought where the verb means that, writing where a document speaks, else speech."""
    verb = text.verb_of(draft.cue)
    if verb in text.language.writing:
        return Medium.WRITING
    if verb in text.language.thinking or _is_asked_of_oneself(text, draft.cue, verb):
        return Medium.THOUGHT
    words = text.text(draft.speaker).lower().split() if draft.speaker else []
    return Medium.WRITING if any(word in text.language.documents for word in words) else Medium.SPEECH
