"""What would show who is covered, though no name goes out: questions for a person, before anything leaves."""

from collections.abc import Iterator, Sequence

from reader.formats.agreements import places_of
from reader.formats.cover import Cover, named
from reader.formats.dossier import Dossier
from reader.formats.letters import fold, words
from reader.formats.redaction import Redaction, label
from reader.i18n import _
from reader.languages.common_words import common_words
from reader.models import Quote, Source, TermsOfUse, use_of

_SHARED = 4
"""Letters that two forms of one word share at least: "Sprecher", "Sprechers", "Sprecherin"."""


def tells(dossier: Dossier, register: Sequence[Source], *, quotes_alone: bool = False) -> Iterator[str]:
    """One sentence for everything about `dossier` that may show who is covered in it.

    Where only quotes leave, nothing is asked about words that stand elsewhere in the article.
    """
    redaction = Redaction.of(dossier)
    if not redaction.has_work:
        return
    yield from _by_article(dossier, redaction)
    sources = {source.id: source for source in register}
    for quote in dossier.quotes:
        source = sources.get(quote.source_id)
        if source is not None and use_of(quote, source) is TermsOfUse.BACKGROUND:
            yield from _by_description(quote, source, register)
    yield from _doubts(dossier, redaction.cover, quotes_alone)


def _by_article(dossier: Dossier, redaction: Redaction) -> Iterator[str]:
    """Title or address name somebody whose words go out without the name."""
    article = dossier.article
    secret, sources = redaction.secret, {one.id: one for one in (*dossier.protected, *dossier.sources)}
    people = [
        named(sources[quote.source_id], quote.resolved_speaker)
        for quote in dossier.quotes
        if quote.id in secret and quote.source_id in sources
    ]
    cover = redaction.cover.with_more(people)
    if cover.names(article.title):
        told = _(
            "The title of article {id} names somebody who is covered: "
            "whoever looks the article up finds the name."
        )
        yield told.format(id=article.id)
    elif cover.names(article.url):
        told = _(
            "The address of article {id} names somebody who is covered: "
            "whoever looks the article up finds the name."
        )
        yield told.format(id=article.id)


def _by_description(quote: Quote, source: Source, register: Sequence[Source]) -> Iterator[str]:
    """A description that fits one person of the register alone."""
    description = label(source, quote)
    fitting = [one.id for one in register if _fits(description, one)]
    if fitting == [source.id]:
        told = _("“{description}” fits only one person of the register, the one who is covered.")
        yield told.format(description=description)


def _fits(description: str, source: Source) -> bool:
    """Whether a description says what a source is: its role, and its affiliation where that is known."""
    said = _telling_words(description)
    parts = [_telling_words(part) for part in (source.role, source.affiliation)]
    return any(parts) and all(_is_among(word, said) for part in parts for word in part)


def _telling_words(text: str) -> list[str]:
    """The words of a description, without articles and the like."""
    passed_over = common_words().determiners | common_words().before_persons
    return [folded for word in words(text) if (folded := fold(word.text)) not in passed_over]


def _is_among(word: str, said: Sequence[str]) -> bool:
    # Another case of the same word: "Berater", "Beraters".
    return any(word == one or (word[:_SHARED] == one[:_SHARED] and _is_form(word, one)) for one in said)


def _is_form(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)


def _doubts(dossier: Dossier, cover: Cover, quotes_alone: bool) -> Iterator[str]:
    """Words that may be the name of somebody who is covered, or ordinary ones."""
    article = dossier.article
    places = [place for quote in dossier.quotes if not quote.is_lost for place in places_of(quote)]
    found = cover.doubts(article.text, within=places if quotes_alone else None)
    texts = [article.title, article.byline, *(one.stored_words for one in dossier.quotes if one.is_lost)]
    if not quotes_alone:
        texts += [*article.removed, *(caption.text for caption in article.captions)]
        found += [doubt for text in _noted(dossier) for doubt in cover.doubts(text, is_note=True)]
    found += [doubt for text in texts for doubt in cover.doubts(text)]
    for context in dict.fromkeys(found):
        yield _(
            "{context} may be the name of somebody who is covered, or an ordinary word: it goes out covered."
        ).format(context=context)


def _noted(dossier: Dossier) -> Iterator[str]:
    """What a person wrote: notes, tags, evidence, translations."""
    yield from (note.body for note in dossier.notes)
    quoted = (quote.tags for quote in dossier.quotes)
    for tags in (dossier.article.tags, *quoted, *(note.tags for note in dossier.notes)):
        yield from tags
    for item in dossier.evidence:
        yield from (item.reference, item.remark)
    yield from (one.text for one in dossier.translations)


def put(questions: Sequence[str], last: str) -> str:
    """The first of several questions as one, which ends in `last`."""
    more = len(questions) - _PUT
    told = [*questions[:_PUT], *([_("And {count} more like these.").format(count=more)] if more > 0 else [])]
    return "\n".join((*told, last))


_PUT = 5
"""Questions that fit on a small screen at once."""
