"""The table engine for languages without a grammar: direct speech in marks and dialogue, indirect speech.

First what is direct, then what is indirect beside it; then drafts without a speaker of their own get that of
the draft before, or of the sentence's subject.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.models import Medium, QuoteType, Span
from reader.quotes.detection import Detection
from reader.quotes.drafts import Draft
from reader.quotes.patterns import dialogue, direct, indirect
from reader.quotes.patterns.rules import FRAGMENT, FRAGMENT_SENTENCE, rules_of
from reader.quotes.patterns.unlisted_subjects import begins_subject
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.analysis import Analysis
from reader.quotes.text.passages import SCARE, classify
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText

NAME = "patterns-1"
"""Name of this engine, kept with every quote."""
_LAST_SPEAKER = ("last speaker", "last speaker, next paragraph")
_MARKS = "marks"


def find(analysis: Analysis, explain: bool = False) -> Detection:
    """The quotations of a text."""
    text = TableText(analysis)
    mentions = TableMentions(text)
    drafts = _with_speakers(text, mentions, _drafts(text, explain))
    return Detection(text, list(drafts), lambda: mentions)


def _drafts(text: TableText, explain: bool) -> list[Draft]:
    """Direct and indirect quotations in order, each with the speaker that stands beside it, if one does."""
    spoken = sorted((*direct.find(text), *dialogue.find(text)), key=_content)
    taken = [text.span(tokens) for draft in spoken for tokens in draft.content]
    whole = [text.span(tokens) for d in spoken if not _is_fragment(text, d) for tokens in d.content]
    rendered = list(indirect.find(text, whole, taken))
    pieces = _pieces(rendered)
    spoken = sorted((*spoken, *_fragments(text, taken, pieces)), key=_content)
    found = [_nested(draft, rendered, pieces) for draft in spoken] + [
        (draft, draft.rule) for draft in rendered
    ]
    finished = (_finished(text, draft, rule, explain) for draft, rule in found)
    return sorted(finished, key=lambda draft: (draft.start, -draft.end))


def _content(draft: Draft) -> tuple[Range, ...]:
    return draft.content


def _with_speakers(text: TableText, mentions: TableMentions, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, those without a speaker of their own with the one who goes on speaking."""
    last: Draft | None = None
    for draft in drafts:
        left_out = bool(draft.cue) and not draft.speaker and _leaves_out(text, draft)
        # "Ha detto", the speaker left out: the subject of a sentence since the last quotation.
        named = mentions.subject_between(last.end if last else 0, draft.start) if left_out else None
        # Whoever an attribution of its own names without being understood is nobody else; so is whoever
        # speaks in a language without verbs, where no attribution is understood.
        alone = draft.rule == _MARKS and not draft.frame and bool(text.language.verbs)
        carried = draft.rule in _LAST_SPEAKER or (not draft.speaker and (left_out or alone))
        if named:
            draft = replace(draft, speaker=named)
        # “A,” said Lee.  “B.”: without an attribution of its own, Lee speaks on in the next paragraph.
        elif last and last.speaker and carried and _is_near(text, last, draft):
            draft = replace(draft, speaker=last.speaker)
        last = draft
        yield draft


def _leaves_out(text: TableText, draft: Draft) -> bool:
    """Whether the attribution of a draft has no subject at all: "Ha detto", "and added", ", saying"."""
    first, last = draft.cue[0], draft.cue[-1]
    before, language = text.lower(first - 1), text.language
    if before in language.joining or (
        before == "," and text.lower(last).endswith(language.trailing or ("\0",))
    ):
        return True
    if not language.null_subject or (before and before[0].isalnum() and first > text.sentence_of(first)[0]):
        return False
    behind = last + 1
    return behind >= len(text.words) or not begins_subject(text, behind)


def _is_near(text: TableText, last: Draft, draft: Draft) -> bool:
    """Whether a draft may have the speaker of the one before: within the next paragraph."""
    starts = text.analysis.tokens.starts
    return text.analysis.text.count("\n\n", starts[last.start], starts[draft.start]) <= 1


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
        # He spoke of “no regrets at all”, not “Regrets”, “regrets”: several words, the first in lower case.
        if pair.depth or not inner[:1].islower() or len(inner.split()) < 2:
            continue
        tokens = text.analysis.range_of(pair.start, pair.end)
        inside = (pair.start, pair.end) not in known and _covering(pieces, tokens) is not None
        if inside and classify(text.analysis, pair) == SCARE:
            yield Draft(QuoteType.DIRECT, (tokens,), FRAGMENT)


def _nested(draft: Draft, rendered: Sequence[Draft], pieces: Pieces) -> tuple[Draft, str]:
    """A direct draft and the rule whose worth it has; inside an indirect one all but its words is of that."""
    outer = _covering(pieces, draft.content[0])
    if outer is None:
        return draft, draft.rule
    around = rendered[outer]
    inner = replace(around, type=draft.type, content=draft.content, rule=FRAGMENT, nested=True)
    return inner, around.rule


def _finished(text: TableText, draft: Draft, rule: str, explain: bool) -> Draft:
    """The draft with its medium, the worth of a rule, and if asked for, why it was found."""
    return replace(
        draft,
        medium=_medium(text, draft),
        confidence=rules_of(text.language.code)[rule].worth,
        why=_reasons(text, draft, rule) if explain else (),
    )


def _reasons(text: TableText, draft: Draft, rule: str) -> tuple[str, ...]:
    """Why a draft was found: rule, cue, speaker, and how often such a rule is right."""
    known = rules_of(text.language.code)[rule]
    cue = " … ".join(text.analysis.text[start:end] for start, end in text.cue_spans(draft.cue))
    return (
        FRAGMENT_SENTENCE if draft.rule == FRAGMENT else known.sentence,
        f"Cue: “{cue}”." if cue else "No verb of saying or preposition beside it.",
        f"Speaker: “{text.words_of(draft.speaker)}”." if draft.speaker else "No speaker beside it.",
        known.share,
    )


def _medium(text: TableText, draft: Draft) -> Medium:
    """Writing or thought where the verb means that, writing where a document speaks, else speech."""
    verb = text.verb_of(draft.cue)
    if verb in text.language.writing:
        return Medium.WRITING
    if verb in text.language.thinking:
        return Medium.THOUGHT
    words = text.text(draft.speaker).lower().split() if draft.speaker else []
    return Medium.WRITING if any(word in text.language.documents for word in words) else Medium.SPEECH
