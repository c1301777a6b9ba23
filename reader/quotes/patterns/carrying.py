"""Give drafts without a speaker of their own that of the draft before, or of the sentence's subject."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from reader.quotes.drafts import Draft
from reader.quotes.patterns.unlisted_subjects import begins_subject
from reader.quotes.table_mentions import TableMentions
from reader.quotes.text.sentences import Range
from reader.quotes.text.table_text import TableText
from reader.quotes.text.tickers import entry_of

_LAST_SPEAKER = ("last speaker", "last speaker, next paragraph")
_MARKS = "marks"


def with_speakers(
    text: TableText,
    mentions: TableMentions,
    drafts: Iterable[Draft],
    without_subject: Callable[[Draft], bool] | None = None,
    subject_before: Callable[[int, int], Range | None] | None = None,
    agrees: Callable[[Draft, Range], bool] | None = None,
) -> Iterator[Draft]:
    """The drafts, those without a speaker of their own with the one who goes on speaking.

    A grammar tells by `without_subject` whether the clause of a draft surely has none, by
    `subject_before` whom the sentence before a token is about, behind the last quotation, and by
    `agrees` whether the verb of a draft may have a subject of that number.
    """
    last: Draft | None = None
    spoke: list[Draft] = []
    lacks = without_subject or partial(leaves_out, text)
    for draft in drafts:
        left_out = not draft.speaker and bool(draft.cue or without_subject) and lacks(draft)
        # "Ha detto", the speaker left out: the subject of a sentence since the last quotation.
        since = max(last.end if last else 0, entry_of(text.analysis, draft.start))
        named = _subject(mentions, subject_before, since, draft) if left_out else None
        # Whoever an attribution of its own names without being understood is nobody else; so is whoever
        # speaks in a language without verbs, where no attribution is understood.
        alone = draft.rule == _MARKS and not draft.frame and bool(text.language.verbs)
        carried = draft.rule in _LAST_SPEAKER or (not draft.speaker and (left_out or alone))
        # “A,” said Lee. Hall shrugged. “B.”
        # the same in a paragraph of its own, which names whom it is about before the marks
        anew = draft.rule == _LAST_SPEAKER[1] and not draft.frame
        if anew and subject_before and (found := subject_before(since, draft.start)):
            named, draft = found, replace(draft, rule=_MARKS)
        if alone and not draft.speaker and subject_before and (not last or last.end <= draft.start):
            begin = text.begin_of(draft.start)
            named = named or subject_before(since, draft.start)
            before = text.sentence_of(begin - 1)[0] if begin and not named else begin
            # "Hall shrugged": known from before, in the paragraph
            if before >= since and text.block_of(before) == text.block_of(draft.start):
                named = named or mentions.subject_between(before, begin)
        if named and (agrees is None or agrees(draft, named)):
            draft = replace(draft, speaker=named)
        # “A,” said Lee.  “B.”: without an attribution of its own, Lee speaks on in the next paragraph.
        elif last and last.speaker and carried and _is_near(text, last, draft):
            draft = replace(draft, speaker=_goes_on(text, spoke, draft, agrees))
        elif left_out and (only := mentions.alone_before(since, min((draft.start, *draft.cue)))):
            draft = replace(draft, speaker=only) if not agrees or agrees(draft, only) else draft
        # a portrait whose first words in marks have no subject: "Llega tarde. «Ya no corro», avisa."
        elif left_out and subject_before and not any(one.speaker for one in spoke):
            whom = mentions.portrayed(draft.start)
            draft = replace(draft, speaker=whom) if whom and (not agrees or agrees(draft, whom)) else draft
        last = draft
        spoke.append(draft)
        yield draft


def _goes_on(
    text: TableText,
    spoke: Sequence[Draft],
    draft: Draft,
    agrees: Callable[[Draft, Range], bool] | None,
) -> Range | None:
    """Who spoke last and may speak on; of another number than the verb, whoever spoke before."""
    for last in reversed(spoke):
        if not _is_near(text, last, draft):
            return None
        if last.speaker and (agrees is None or agrees(draft, last.speaker)):
            return last.speaker
    return None


def _subject(
    mentions: TableMentions, before: Callable[[int, int], Range | None] | None, last: int, draft: Draft
) -> Range | None:
    """Whom the sentence before a draft is about, else who was named since the last quotation."""
    at = min((draft.start, *draft.cue))
    return (before(last, at) if before else None) or mentions.subject_between(last, draft.start)


def leaves_out(text: TableText, draft: Draft) -> bool:
    """Whether the attribution of a draft has no subject at all: "Ha detto", "and added", ", saying"."""
    first, last = draft.cue[0], draft.cue[-1]
    language = text.language
    # "…", se queja: the pronoun belongs to the verb
    first -= text.lower(first - 1) in language.reflexives
    before = text.lower(first - 1)
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
    near = text.analysis.text.count("\n\n", starts[last.start], starts[draft.start]) <= 1
    return near and entry_of(text.analysis, last.start) == entry_of(text.analysis, draft.start)
