"""Articles of an archive, with the quotes that were found there, into a library: one step to undo."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from reader.errors import ReaderError, UsageError
from reader.i18n import _, ngettext, number
from reader.library.adding import BATCH, Progress, write_batch
from reader.library.archives.asking import open_archive
from reader.library.archives.schema import FACTS, ROLES
from reader.library.preparing import Prepared
from reader.models import Article, Medium, Quote, QuoteType, SourceKind, Span, Spans, SpeakerBasis, words_of
from reader.store import Added, Store
from reader.store.archive_sql import ArchiveQuestion, articles_of

_FIELDS = {
    "speaker": "speaker",
    "outlet": "outlet",
    "lang": "language",
    "type": "type",
    "since": "since",
    "until": "until",
    "id": "ids",
}
"""What may stand before a colon in a query."""


def question_of(words: Sequence[str]) -> ArchiveQuestion:
    """The question in words such as "speaker:Lindt", "since:2024" and "Hafen". Raises UsageError for none."""
    given: dict[str, Any] = {}
    about = list[str]()
    for word in words:
        name, colon, value = word.partition(":")
        if not colon or not value.strip():
            about += word.split()
        elif name not in _FIELDS:
            told = _("An archive is asked by {fields}: and plain words, not by {field}:.")
            raise UsageError(told.format(fields=": ".join(_FIELDS), field=name))
        elif name == "id":
            given["ids"] = (*given.get("ids", ()), value.strip())
        else:
            given[_FIELDS[name]] = value.strip()
    question = ArchiveQuestion(about=tuple(about), **given)
    if question.is_empty:
        raise UsageError(_("Say which articles of the archive, such as speaker:Lindt since:2024 Hafen."))
    return question


def add_from_archive(
    store: Store,
    address: str,
    question: ArchiveQuestion,
    *,
    tags: Sequence[str] = (),
    detects: bool = True,
    replaces: bool = False,
) -> Iterator[Progress]:
    """Add the articles that are asked for; those that are here already stay as they are.

    All is one step to undo. Ended early, it keeps what is done. Without `detects` they come without quotes;
    with `replaces`, another text than the one here becomes a new version.
    """
    with open_archive(address) as archive:
        rows = _dicts(archive.run(articles_of(question)))
        if any(row["text"] is None for row in rows):
            raise ReaderError(
                _(
                    "{address} was made with --no-texts: make another archive with the texts, or "
                    "add the files that it was made from."
                ).format(address=address)
            )
        ready = (_ready(row, store, tuple(tags), detects, replaces) for row in rows)
        yield from _stored(store, ready, len(rows), address)


def _dicts(found: Any) -> list[dict[str, Any]]:
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _stored(
    store: Store, ready: Iterator[Prepared | Progress], total: int, address: str
) -> Iterator[Progress]:
    done, stopped = 0, list[KeyboardInterrupt]()
    label = ngettext("Add {count} article from {address}", "Add {count} articles from {address}", total)
    with store.step(label.format(count=number(total), address=address)), _kept(stopped):
        while batch := [one for _, one in zip(range(BATCH), ready, strict=False)]:
            for progress in _written(store, batch):
                done += 1
                yield replace(progress, done=done, total=total)
    if stopped:
        raise stopped[0]


@contextmanager
def _kept(stopped: list[KeyboardInterrupt]) -> Iterator[None]:
    """Let the step end as if all had been done where a person stops it."""
    try:
        yield
    except KeyboardInterrupt as stop:
        stopped.append(stop)
    except GeneratorExit:
        pass


def _written(store: Store, batch: Sequence[Prepared | Progress]) -> Iterator[Progress]:
    written = iter(write_batch(store, [one for one in batch if isinstance(one, Prepared)]))
    for one in batch:
        yield one if isinstance(one, Progress) else next(written)


def _ready(
    row: dict[str, Any], store: Store, tags: tuple[str, ...], detects: bool, replaces: bool
) -> Prepared | Progress:
    """What is to be stored of a row, or what it is here already."""
    location = str(row["location"])
    try:
        facts: dict[str, Any] = {name: row[name] or "" for name in (*FACTS, "location", "language")}
        article = Article(row["text"], tags=tuple(row["tags"] or ()), **facts)
        quotes = tuple(_quotes(row["found"] or (), article.text)) if detects else ()
    except (ValueError, KeyError, TypeError, AttributeError):
        return Prepared(
            location,
            message=_("{location} is damaged in the archive: make its part anew.").format(location=location),
        )
    known = store.articles.known(article)
    is_other = known is not None and (known.outcome == "changed" or known.is_trashed)
    if known is None or (is_other and replaces):
        return Prepared(location, article, quotes, str(row["detector"]), tags=tags, replace=replaces)
    if is_other:
        return _left(location, article, known)
    return Prepared(location, known_id=known.id, tags=tags)


def _left(location: str, article: Article, known: Added) -> Progress:
    """What is said of an article that is here otherwise than in the archive."""
    message = _("it is here with another text, and stays so without --replace")
    if known.is_trashed:
        message = _("it lies in the trash, and stays so without --replace")
    return Progress(0, 0, location, "same", known.id, message, article.title)


def _quotes(rows: Sequence[dict[str, Any]], text: str) -> Iterator[Quote]:
    for row in rows:
        spans = _spans(row["spans"])
        if not spans or words_of(text, spans) != row["text"]:
            raise ValueError(spans)
        roles: dict[str, Any] = {role: _spans(row[f"{role}_spans"]) for role in ROLES}
        yield Quote(
            QuoteType(row["type"]),
            spans,
            Medium(row["medium"]),
            **roles,
            confidence=float(row["confidence"]),
            nested=bool(row["nested"]),
            rule=str(row["rule"]),
            resolved_speaker=str(row["speaker_name"]),
            speaker_kind=SourceKind(row["speaker_kind"]),
            speaker_role=str(row["speaker_role"]),
            speaker_affiliation=str(row["speaker_affiliation"]),
            speaker_confidence=float(row["speaker_confidence"]),
            speaker_basis=SpeakerBasis(row["speaker_basis"]),
        )


def _spans(places: Any) -> Spans:
    return tuple(Span(int(place["start"]), int(place["end"])) for place in places or ())
