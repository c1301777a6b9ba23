"""The marks of a page in the text of its article: quotes with their roles, notes."""

from reader.models import Anchor, Note, Quote, Status
from reader.transcripts import Transcript
from reader.ui.widgets.article.spans import Mark
from reader.ui.widgets.quote_types import LOOKS


def quote_marks(quote: Quote) -> list[Mark]:
    """The marks of a quote and its roles in the text."""
    if quote.status is Status.REJECTED:
        return []
    ink = LOOKS[quote.type].ink + ("+" if quote.status is Status.ACCEPTED else "")
    marks = [Mark(start, end, ink, quote.id) for start, end in quote.spans]
    for role, spans in (("speaker", quote.speaker), ("cue", quote.cue), ("addressee", quote.addressee)):
        marks += [Mark(start, end, role, quote.id) for start, end in spans]
    return marks


def note_marks(note: Note, colours: dict[str, str]) -> list[Mark]:
    """The mark of a note on a stretch of text, in the colour of its first coloured tag."""
    if note.span is None or note.anchor is Anchor.ORPHAN:
        return []
    colour = next((colours[path] for path in note.tags if colours.get(path)), "")
    return [Mark(note.span.start, note.span.end, f"tag:{colour}" if colour else "note")]


def transcript_marks(transcript: Transcript | None) -> list[Mark]:
    """The marks of what only asks in a transcript, and of words that the machine is unsure of."""
    if transcript is None:
        return []
    asked = [Mark(turn.said, turn.end, "asked") for turn in transcript.turns if turn.asks]
    return [*asked, *(Mark(word.start, word.end, "unsure") for word in transcript.unsure)]
