"""Ask somebody to authorise their own words (Zitatfreigabe): what goes on a sheet.

A sheet holds quotes of one source out of own material, picked one by one, and nothing around them: no words
of anybody else, nothing off the record.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reader import i18n
from reader.errors import NotFoundError, UsageError
from reader.formats.approval_sheet import Sheet, SheetQuote
from reader.formats.cover import BLOCK
from reader.formats.wording import in_print
from reader.i18n import _, ngettext
from reader.languages.approval_words import sheet_languages
from reader.library.own_material import why_not_own
from reader.models import (
    Agreed,
    Authorisation,
    Quote,
    QuoteType,
    Silence,
    Source,
    Status,
    TermsOfUse,
    name_is_covered,
    use_of,
)
from reader.store.steps import new_uid
from reader.texts.embargo_times import has_passed, is_moment, until_of

if TYPE_CHECKING:
    from reader.library.covering import Covering
    from reader.store import Store

_WORD_FOR_WORD = (QuoteType.DIRECT, QuoteType.INDIRECT_FREE_INDIRECT)


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of a source."""

    source: Source
    articles: tuple[int, ...]
    quotes: tuple[int, ...] = ()
    """The quotes that a person picked; none for those accepted that nobody asked about yet."""
    agreed: Agreed = Agreed.DIRECT
    until: str = ""
    silence: Silence = Silence.UNSAID
    own: str = ""
    """What a person said that the articles are, where they do not show it."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """The quotes that go on a sheet, and why others do not."""

    quotes: tuple[Quote, ...]
    left_out: tuple[str, ...]
    """A sentence each."""
    off_record: int
    """How many are not for publication, which is all that is said of them."""


def checked_deadline(written: str, now: datetime) -> str:
    """A deadline as it is stored: ISO 8601 of a day or a moment.

    Raises UsageError where it is none that is still to come.
    """
    words = " ".join(written.split())
    until = words if is_moment(words) else until_of(words, now.date().isoformat())
    if not is_moment(until):
        raise UsageError(
            _("“{words}” is no deadline: write a day such as 2026-12-04, or 4.12.2026 12:00.").format(
                words=words
            )
        )
    if has_passed(until, now):
        raise UsageError(_("The deadline {day} is over: name one to come.").format(day=until))
    return until


def pick(store: "Store", asking: Asking) -> Picked:
    """Choose what goes on a sheet.

    Raises UsageError where an article is no material of one's own, or a quote that was picked may not go.
    """
    if not asking.articles:
        raise UsageError(_where_from(store, asking))
    for number in asking.articles:
        if why := why_not_own(store.articles.get(number), asking.own):
            raise UsageError(why)
    said = [quote for quote in _said(store, asking) if quote.article_id in asking.articles]
    if asking.quotes:
        _refuse_strangers(store, asking, {quote.id for quote in said})
        said = [quote for quote in said if quote.id in asking.quotes]
    elif not said:
        raise NotFoundError(
            _(
                "No quote of {articles} is assigned to {name}: `reader mark QUOTE --source {id}` does that."
            ).format(articles=_articles(asking.articles), name=asking.source.name, id=asking.source.id)
        )
    return _sorted_out(store, asking, said)


def _where_from(store: "Store", asking: Asking) -> str:
    """Which articles to name: those with accepted quotes of the source."""
    ready = [quote for quote in _said(store, asking) if quote.status is Status.ACCEPTED]
    articles = tuple(dict.fromkeys(quote.article_id for quote in ready))
    if not ready:
        return _(
            "Out of which articles? Name your own interviews, transcripts or mails with --from, or quotes "
            "with --quote. No accepted quote is assigned to {name} yet: `reader mark QUOTE --accept --source "
            "{id}` does that."
        ).format(name=asking.source.name, id=asking.source.id)
    told = ngettext(
        "Out of which articles? Name your own interviews, transcripts or mails with --from {articles}, or "
        "quotes with --quote. There: {count} accepted quote of {name}.",
        "Out of which articles? Name your own interviews, transcripts or mails with --from {articles}, or "
        "quotes with --quote. There: {count} accepted quotes of {name}.",
        len(ready),
    )
    numbers = ",".join(map(str, articles))
    return told.format(articles=numbers, count=i18n.number(len(ready)), name=asking.source.name)


def _said(store: "Store", asking: Asking) -> list[Quote]:
    return store.quotes.by_ids(store.quotes.said_by(asking.source.id))


def _articles(numbers: tuple[int, ...]) -> str:
    told = ngettext("article {numbers}", "articles {numbers}", len(numbers))
    return told.format(numbers=", ".join(map(str, numbers)))


def _refuse_strangers(store: "Store", asking: Asking, known: set[int]) -> None:
    for number in asking.quotes:
        quote = store.quotes.get(number)
        if quote.source_id != asking.source.id:
            raise UsageError(
                _("Quote {id} is not assigned to {name}: nobody authorises another's words.").format(
                    id=number, name=asking.source.name
                )
            )
        if number not in known:
            raise UsageError(
                _("Quote {id} stands in article {article}: add --from for it.").format(
                    id=number, article=quote.article_id
                )
            )


def _sorted_out(store: "Store", asking: Asking, said: Iterable[Quote]) -> Picked:
    chosen: list[Quote] = []
    left_out: list[str] = []
    off_record = 0
    others = {number: store.quotes.of(number) for number in asking.articles}
    for quote in said:
        if use_of(quote, asking.source) is TermsOfUse.OFF_RECORD:
            off_record += 1
        elif asking.quotes or _by_default(quote, asking):
            why = _why_not(quote, asking, others[quote.article_id])
            left_out += [why] if why else []
            chosen += [] if why else [quote]
    if asking.quotes and left_out:
        raise UsageError(left_out[0])
    return Picked(tuple(chosen), tuple(left_out), off_record)


def _by_default(quote: Quote, asking: Asking) -> bool:
    """Whether a quote goes along that nobody picked: what is accepted, and of a whole interview the rest."""
    is_wanted = quote.status is Status.ACCEPTED or (
        asking.agreed is Agreed.INTERVIEW and quote.status is not Status.REJECTED
    )
    return is_wanted and quote.authorisation is Authorisation.NONE and _is_agreed(quote, asking)


def _is_agreed(quote: Quote, asking: Asking) -> bool:
    return quote.type in _WORD_FOR_WORD or asking.agreed is not Agreed.DIRECT


def _why_not(quote: Quote, asking: Asking, others: Iterable[Quote]) -> str:
    """Why a quote cannot go on a sheet, as a sentence; "" where it can."""
    if quote.is_lost:
        return _("Quote {id} is not in the current text: place it first (reader versions).").format(
            id=quote.id
        )
    if not _is_agreed(quote, asking):
        return _(
            "Quote {id} is not word for word, and only that is agreed: --agreed indirect sends it."
        ).format(id=quote.id)
    if other := _stranger_in(quote, asking.source, others):
        return _(
            "Quote {id} holds words of somebody else (quote {other}): make it end before "
            "them (reader quote --change), or leave it out."
        ).format(id=quote.id, other=other)
    return ""


def _stranger_in(quote: Quote, source: Source, others: Iterable[Quote]) -> int:
    """The number of a quote of somebody else that has a part in the words of `quote`; 0 where none has.

    What the person renders in words of their own is theirs; what they repeat word for word is not.
    """
    names = {source.name.casefold(), *map(str.casefold, source.aliases)}
    for other in others:
        if other.id == quote.id or other.is_lost or other.status is Status.REJECTED:
            continue
        speaker = other.source or other.resolved_speaker
        if not speaker or other.source_id == source.id or speaker.casefold() in names:
            continue
        is_inside = all(any(a.start <= b.start and b.end <= a.end for a in quote.spans) for b in other.spans)
        if _overlaps(quote, other) and (not is_inside or other.type is QuoteType.DIRECT):
            return other.id
    return 0


def _overlaps(one: Quote, other: Quote) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


# -- the sheet -------------------------------------------------------------------------------------------


def sheet_of(
    covering: "Covering", asking: Asking, quotes: Iterable[Quote], *, sender: str, confidential: bool = False
) -> Sheet:
    """The sheet with quotes as they may go out: covered, and without the name of a source that is."""
    shown: list[SheetQuote] = []
    languages: Counter[str] = Counter()
    for quote in quotes:
        covered = covering.quote(quote)
        if covered is None:  # not for publication
            continue
        article = covering.article(quote.article_id)
        languages[article.language] += 1
        shown.append(SheetQuote(quote.id, in_print(article, covered), article.published))
    common = languages.most_common(1)[0][0] if languages else ""
    language = asking.language or (common if common in sheet_languages() else "en")
    is_named = confidential or not name_is_covered(asking.source)
    return Sheet(
        new_uid(),
        tuple(SheetQuote(number, one.words, one.said_on) for number, one in enumerate(shown, 1)),
        asking.until,
        asking.source.name if is_named else "",
        sender,
        language,
        asking.agreed,
        asking.silence,
    )


def questions_about(sheet: Sheet, quotes: Iterable[Quote]) -> Iterator[str]:
    """Where words go out with somebody covered in them, one sentence each."""
    for quote, shown in zip(quotes, sheet.quotes, strict=True):
        if BLOCK in shown.words:
            yield _("Quote {id} names somebody who is covered: blocks stand there on the sheet.").format(
                id=quote.id
            )
