"""The quotes of a transcript: each turn, as its speaker said it; nothing of detection is needed."""

from collections.abc import Iterator

from reader.i18n import _
from reader.languages.interview_labels import interview_labels
from reader.models import Article, Quote, QuoteType, SourceKind, Span, SpeakerBasis
from reader.models.quotes import TRANSCRIBED
from reader.store import Store
from reader.transcripts import SpokenTurn, Transcript

_WHY = (
    _("This is all that one speaker says in a turn of the transcript, under the name that it has there."),
)


def suggest_turns(store: Store, article_id: int) -> None:
    """Take the turns of an article as what is suggested in it; what a person made or used stays."""
    article = store.articles.get(article_id)
    if article.transcript is not None:
        quotes = list(quotes_of_turns(article, article.transcript))
        store.quotes.replace_suggestions(article_id, quotes, TRANSCRIBED)


def quotes_of_turns(article: Article, transcript: Transcript, *, explain: bool = False) -> Iterator[Quote]:
    """A direct quote for each turn that is no question of the interviewer."""
    for turn in transcript.turns:
        if not turn.asks and turn.end > turn.said:
            yield _quote(article.text, turn, _WHY if explain else ())


def _quote(text: str, turn: SpokenTurn, why: tuple[str, ...]) -> Quote:
    name = text[turn.start : turn.name_end]
    # "Antwort:" is nobody's name.
    is_named = bool(name) and name.casefold() not in interview_labels().answers
    return Quote(
        QuoteType.DIRECT,
        (Span(turn.said, turn.end),),
        speaker=(Span(turn.start, turn.name_end),) if is_named else (),
        frame=(Span(turn.start, turn.said),) if name else (),
        rule="turn",
        why=why,
        resolved_speaker=name if is_named else "",
        speaker_kind=SourceKind.PERSON if is_named else SourceKind.UNKNOWN,
        speaker_basis=SpeakerBasis.NAMED if is_named else SpeakerBasis.NONE,
        origin=TRANSCRIBED,
    )
