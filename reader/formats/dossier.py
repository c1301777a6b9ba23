"""What is handed on of one article: the article, its quotes and notes, and what stands behind them."""

import uuid
from dataclasses import dataclass
from functools import lru_cache

from reader.models import (
    Anchor,
    Article,
    Authorised,
    Evidence,
    Memo,
    Note,
    Original,
    Quote,
    Source,
    Span,
    Spans,
    Tag,
    Translation,
    words_of,
)

_NAMESPACE = uuid.UUID("6f6b7a8e-0a3c-5f0e-9a51-2f6a3f1a7c11")


@dataclass(frozen=True, slots=True)
class Dossier:
    """One article with everything a format may write about it."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    """In the order of their start."""
    notes: tuple[Note, ...] = ()
    sources: tuple[Source, ...] = ()
    """Those the article's quotes are assigned to, exported or not."""
    evidence: tuple[Evidence, ...] = ()
    protected: tuple[Source, ...] = ()
    """Every source of the register whose name is covered, quoted here or not: no output may name them."""
    authorised: tuple[Authorised, ...] = ()
    """The steps of authorisations, by quote."""
    translations: tuple[Translation, ...] = ()
    """Quotes in other languages, by quote."""
    stood_in: tuple[tuple[int, int], ...] = ()
    """Of each quote that the present text has lost, its number and that of the last version it stood in."""
    left_out: tuple[Quote, ...] = ()
    """The quotes of the article that are not exported: what they would tell must not come out either."""
    off_record: tuple[str, ...] = ()
    """Words of the whole library that are not for publication: they may stand in another article too."""
    originals: tuple[Original, ...] = ()
    """What the newest text was read from, for formats that ask for it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may ask of a format."""

    confidential: bool = False
    """Whether confidential and background sources are named."""
    excel: bool = False
    """Whether a table starts with a byte order mark and guards cells that look like formulas."""
    separator: str = ","
    """What divides the cells of a CSV table."""
    style: str = "house"
    """Citation style: house, chicago or dgps."""
    text: bool = False
    """Whether formats that can do without the article's text write it."""
    actor: str = ""
    """Who exports."""
    template: str = ""
    """The template of pages, for formats that take one; empty for theirs."""
    labels: str = ""
    """Language of the labels in what people read: de, en, or "" for that of the interface."""
    codes: tuple[Tag, ...] = ()
    """The tags of the library in their order, with colours and descriptions, covered."""
    memos: tuple[Memo, ...] = ()
    """Memos that go along, covered, in formats that hold them."""
    now: str = ""
    """ISO 8601 time of the export; empty leaves it out where a format can do without."""


def source_of(dossier: Dossier, quote: Quote) -> Source | None:
    """The source that `quote` is assigned to."""
    return next((s for s in dossier.sources if s.id == quote.source_id and s.id), None)


def written_speaker(dossier: Dossier, quote: Quote) -> str:
    """The speaker as the article writes it, or wrote it where it has lost the quote; "" where undecided."""
    if quote.is_undecided:
        return ""
    written = quote.spoken_by if quote.is_lost else role_words(dossier, quote, quote.speaker)
    return "" if quote.is_pointed_to else written


def role_words(dossier: Dossier, quote: Quote, role: Spans) -> str:
    """The words of one of the roles of `quote`; "" where the present text has lost the quote."""
    return "" if quote.is_lost else words_of(dossier.article.text, role)


def speaker_name(dossier: Dossier, quote: Quote) -> str:
    """The best name known: of the source, else the article's fullest, else as written."""
    source = source_of(dossier, quote)
    # "Anna Lenz-Ott" of the register, "Anna Lenz" of the article, "Lenz" where the quote stands.
    return (source.name if source else "") or quote.speaker_name() or written_speaker(dossier, quote)


def speaker_label(dossier: Dossier, quote: Quote) -> str:
    """That name for a person to read: one that is only carried over says so."""
    if quote.is_carried and not quote.is_undecided:
        return quote.speaker_label(dossier.article.text)
    return speaker_name(dossier, quote)


def version_of(dossier: Dossier, quote: Quote) -> int:
    """The last version of the article that had the words of a lost `quote`; 0 where that is not known."""
    return dict(dossier.stood_in).get(quote.id, 0)


def notes_of(dossier: Dossier, quote: Quote) -> list[Note]:
    """The notes on `quote`."""
    return [note for note in dossier.notes if note.quote_id and note.quote_id == quote.id]


def other_notes(dossier: Dossier) -> list[Note]:
    """The notes on the article or a passage of it; those on a quote go with it or stay with it."""
    return [note for note in dossier.notes if not note.quote_id]


def noted_words(dossier: Dossier, note: Note) -> str:
    """The passage that `note` is on, as it stands in the article, or as it stood there once; "" for none."""
    if note.anchor is Anchor.ORPHAN:
        return note.exact
    return dossier.article.text[note.span.start : note.span.end] if note.span else ""


def passage_of(note: Note) -> Span | None:
    """Where in the present text the passage of `note` stands; None for a note on the whole, or a lost one."""
    return None if note.anchor is Anchor.ORPHAN else note.span


def evidence_of(dossier: Dossier, quote: Quote) -> list[Evidence]:
    """What `quote` was checked against."""
    return [item for item in dossier.evidence if item.quote_id == quote.id and quote.id]


def authorised_of(dossier: Dossier, quote: Quote) -> list[Authorised]:
    """The steps of the authorisation of `quote`."""
    return [step for step in dossier.authorised if step.quote_id == quote.id and quote.id]


def translations_of(dossier: Dossier, quote: Quote) -> list[Translation]:
    """`quote` in other languages."""
    return [one for one in dossier.translations if one.quote_id == quote.id and quote.id]


def article_uid(article: Article) -> str:
    """The article's uid, or one made of its content where it was never stored."""
    return article.uid or _made_of(article.url, article.location, article.title, article.text)


@lru_cache(maxsize=2)
def _made_of(url: str, location: str, title: str, text: str) -> str:
    return made_uid("article", url, location, title, text)


def quote_uid(dossier: Dossier, quote: Quote) -> str:
    """The quote's uid, or one made of its place where it was never stored."""
    return quote.uid or made_uid("quote", article_uid(dossier.article), quote.type, str(quote.spans))


def note_uid(dossier: Dossier, note: Note) -> str:
    """The note's uid, or one made of its content where it was never stored."""
    return note.uid or made_uid("note", article_uid(dossier.article), note.body, str(note.span))


def made_uid(*parts: str) -> str:
    """A UUID that the same `parts` always give."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return str(uuid.uuid5(_NAMESPACE, joined))
