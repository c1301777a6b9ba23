"""Words and speakers of a transcript corrected by a person: a new version, in which times and quotes follow.

The machine's text stays as the version before. A quote follows the corrected words; one that was checked or
authorised with other words shows as changed until somebody confirms it.
"""

from dataclasses import replace

from reader.errors import ReaderError, UsageError
from reader.i18n import _
from reader.library.following import follow_new_text
from reader.library.spoken import quotes_of_turns, suggest_turns
from reader.models import Anchor, Article, Authorisation, Verification
from reader.models.quotes import TRANSCRIBED
from reader.store import Store
from reader.texts.interviewer import asked_by
from reader.texts.retiming import renamed, retimed, written_out
from reader.transcripts import Transcript


def correct_transcript(store: Store, article_id: int, text: str, version: int = 0) -> int:
    """Store what a person made of a transcript; returns how many words it changed, 0 for none.

    `version` is the one that was corrected. Raises ReaderError where another one has come in since.
    """
    article, transcript = spoken(store, article_id)
    if version and version != article.version:
        raise ReaderError(
            _("“{title}” was corrected elsewhere meanwhile: nothing was stored. Open it again.").format(
                title=article.title
            )
        )
    new = written_out(text, article.text, transcript)
    if not new:
        raise UsageError(_("A transcript without any words cannot be kept: move it to the trash instead."))
    if new == article.text:
        return 0
    return _stored(
        store, article, replace(article, text=new, transcript=retimed(article.text, transcript, new))
    )


def rename_speaker(store: Store, article_id: int, old: str, name: str) -> int:
    """Give a speaker of a transcript another name in every turn; returns how many words that changed."""
    article, transcript = spoken(store, article_id)
    name = " ".join(name.replace(":", " ").split())
    if not name:
        raise UsageError(_("Say who it is: --speaker 'SPEAKER_00=Anna Blake'."))
    new = renamed(article.text, transcript, old, name)
    if new == article.text:
        known = ", ".join(speakers(article)) or _("nobody is named")
        told = _("No turn is called “{name}” in this transcript (there: {known}).")
        raise UsageError(told.format(name=old, known=known))
    return _stored(
        store, article, replace(article, text=new, transcript=retimed(article.text, transcript, new))
    )


def set_interviewer(store: Store, article_id: int, name: str) -> int:
    """Take the turns of one speaker as questions, and no others; "" takes all turns as statements.

    Returns how many turns are questions now.
    """
    article, transcript = spoken(store, article_id)
    turns = asked_by(article.text, transcript.turns, name)
    if name and not any(turn.asks for turn in turns):
        told = _("No turn is called “{name}” in this transcript (there: {known}).")
        raise UsageError(told.format(name=name, known=", ".join(speakers(article))))
    with store.step(_("Say who asks")):
        store.articles.set_transcript(article_id, replace(transcript, turns=turns))
        suggest_turns(store, article_id)
    return sum(turn.asks for turn in turns)


def has_been(store: Store, article_id: int, read: Article) -> bool:
    """Whether a transcript as it was read is what the stored one said before it was corrected.

    The file as the machine wrote it must not take the place of what a person made of it.
    """
    if read.transcript is None:
        return False
    return any(version.text == read.text for version in store.articles.versions(article_id))


def speakers(article: Article) -> tuple[str, ...]:
    """The names before the turns of a transcript, in the order in which they first speak."""
    turns = article.transcript.turns if article.transcript else ()
    return tuple(
        dict.fromkeys(
            article.text[turn.start : turn.name_end] for turn in turns if turn.name_end > turn.start
        )
    )


def spoken(store: Store, article_id: int) -> tuple[Article, Transcript]:
    """An article that is a transcript. Raises UsageError for any other."""
    article = store.articles.get(article_id)
    if article.transcript is None:
        raise UsageError(
            _("“{title}” is no transcript: only what was spoken has turns and times.").format(
                title=article.title
            )
        )
    return article, article.transcript


def _settle(store: Store, article_id: int, open_before: set[int]) -> None:
    """Take the words of quotes as they were corrected, but for those that were checked with other ones."""
    settled = [
        replace(quote, anchor=Anchor.EXACT)
        for quote in store.quotes.of(article_id)
        if quote.anchor is Anchor.FUZZY
        and quote.id not in open_before
        and quote.verification is Verification.UNVERIFIED
        and quote.authorisation is Authorisation.NONE
    ]
    store.articles.reanchor(article_id, settled, ())


def _stored(store: Store, before: Article, after: Article) -> int:
    assert after.transcript is not None
    quotes = list(quotes_of_turns(after, after.transcript))
    with store.step(_("Correct the transcript")):
        open_before = {quote.id for quote in store.quotes.of(before.id) if quote.anchor is Anchor.FUZZY}
        store.articles.add(after, quotes, TRANSCRIBED, before.id)
        follow_new_text(store, before.id, quotes, TRANSCRIBED)
        _settle(store, before.id, open_before)
    old, new = before.text.split(), after.text.split()
    return max(1, abs(len(old) - len(new)) + sum(a != b for a, b in zip(old, new, strict=False)))
