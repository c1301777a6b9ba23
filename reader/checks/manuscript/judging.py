"""Say of a quotation what became of it: how its words compare with where they stand, who said them, what for.

The place with the fewest changes counts, among equal ones that of the same speaker. A place whose words are
too far off is only the nearest, and the quotation not found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reader.checks.manuscript.aligning import Aligned
from reader.checks.manuscript.comparing import changes_of
from reader.checks.manuscript.kinds import Kind, gravity
from reader.checks.manuscript.matching import is_near, joined_of, likeness, matches_of
from reader.checks.manuscript.opposites import adds_negation, with_true_opposites
from reader.checks.manuscript.speakers import Relation, is_role, relation, speaker_of
from reader.checks.manuscript.surroundings import lost_words
from reader.checks.manuscript.values import Found, Judged, KnownArticle, Match, Quotation
from reader.checks.manuscript.wording import Wording, plain_words
from reader.models import Authorisation, Quote, QuoteType, Span, Status, TermsOfUse, Verification
from reader.texts.mark_pairs import pairs

_LIKE, _LIKE_OF_OTHERS = 0.55, 0.7
"""Share of the words from which a place is the one meant, by the same speaker and by another (by hand)."""
_SHORT = 5
"""Words below which a place is the one meant only by the same speaker, in a quote as short."""
_AS_SHORT = 3
"""Words by which such a quote may be longer."""
_FEW_CHANGES = 2.0
"""What a quotation may cost in one place, about two words, before it counts as joined from two."""
_PASSAGE = 2000
"""Characters to either side of a place in which its quotation marks are looked for."""

Know = Callable[[int], KnownArticle]


def judge(quotation: Quotation, articles: Mapping[int, Wording], know: Know) -> Judged:
    """What is found of a quotation in `articles`; `know` gives what is known of one."""
    matches = matches_of(quotation.wording, articles)
    found = sorted((_found(quotation, one, know) for one in matches), key=lambda one: _order(quotation, one))
    meant = [one for one in found if _is_meant(quotation, one)]
    kinds = _kinds_of_words(quotation, meant[0]) if meant else ()
    if not meant or set(kinds) & {Kind.ALTERED, Kind.OPPOSITE, Kind.JOINED}:
        parts = tuple(_found(quotation, one, know) for one in joined_of(quotation.wording, articles))
        if parts and not (meant and meant[0].match.cost <= _FEW_CHANGES):
            return _judged(quotation, (Kind.JOINED,), parts, ())
    if not meant:
        kind = Kind.TRANSLATED if quotation.is_translated else Kind.NOT_FOUND
        told = (
            found[:1]
            if kind is Kind.TRANSLATED or (found and is_near(quotation.wording, found[0].match))
            else ()
        )
        return Judged(quotation, (kind,), tuple(told))
    return _judged(quotation, kinds, *_divided(quotation, meant))


def _found(quotation: Quotation, match: Match, know: Know) -> Found:
    article = know(match.article_id)
    quote = _quote_at(article, match.span)
    source = article.source_of(quote) if quote else None
    speaker = speaker_of(quote, source, article.text)
    changes = changes_of(quotation.wording, match, article)
    lost = lost_words(quotation, match.span, article)
    changes = with_true_opposites(changes, quotation.wording, match, article, lost)
    return Found(match, changes, article, quote, speaker)


def _quote_at(article: KnownArticle, span: Span) -> Quote | None:
    """The quote that a place is of: the narrowest of those with most of it, direct ones before others."""
    shares = [
        (_shared(quote, span), quote) for quote in article.quotes if quote.status is not Status.REJECTED
    ]
    shares = [(share, quote) for share, quote in shares if share]
    return max(
        shares,
        key=lambda one: (
            one[0] * 2 >= span.end - span.start,
            one[1].type is QuoteType.DIRECT,
            one[0],
            one[1].start - one[1].end,
        ),
        default=(0, None),
    )[1]


def _shared(quote: Quote, span: Span) -> int:
    if quote.is_lost:
        return 0
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in quote.spans)


def _order(quotation: Quotation, found: Found) -> tuple[object, ...]:
    """The better place first: fewest changes, the same speaker, in a direct quote, the older article."""
    relates = relation(quotation.speaker, found.speaker).value
    is_direct = found.quote is not None and found.quote.type is QuoteType.DIRECT
    return round(found.match.cost, 1), relates, not is_direct, found.article.id, found.match.span.start


def _is_meant(quotation: Quotation, found: Found) -> bool:
    """Whether a place is the one that the manuscript has in mind."""
    if not found.match.cost:
        return True
    share = likeness(quotation.wording, found.match)
    relates = relation(quotation.speaker, found.speaker)
    if len(quotation.wording.words) < _SHORT:
        return relates is Relation.SAME and share >= _LIKE / 2 and _is_as_short(quotation, found)
    return share >= (_LIKE_OF_OTHERS if relates is Relation.OTHER else _LIKE)


def _is_as_short(quotation: Quotation, found: Found) -> bool:
    if found.quote is None or found.quote.type is not QuoteType.DIRECT:
        return False
    length = len(plain_words(found.quote.words(found.article.text)))
    return abs(length - len(quotation.wording.words)) <= _AS_SHORT


def _kinds_of_words(quotation: Quotation, found: Found) -> tuple[Kind, ...]:
    """How the words compare with the best place."""
    kinds = {change.kind for change in found.changes}
    if Kind.OPPOSITE in kinds:
        kinds.add(Kind.ALTERED)
    is_lost = bool(lost_words(quotation, found.match.span, found.article))
    # "no nurse would" and "nobody will": the negation before the place is in the quotation
    if is_lost and not adds_negation(found.changes, quotation.wording, found.article):
        kinds.add(Kind.SENSE)
    return tuple(kinds) or (Kind.WORD_FOR_WORD,)


def _divided(quotation: Quotation, meant: Sequence[Found]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The places by the speaker, or by whoever said it, and those by somebody else."""
    best = meant[0]
    is_by_same = relation(quotation.speaker, best.speaker) is Relation.SAME
    speaker = quotation.speaker if is_by_same else best.speaker
    others = tuple(
        one for one in meant if not one.match.cost and relation(speaker, one.speaker) is Relation.OTHER
    )
    return tuple(one for one in meant if one not in others), others


def _judged(
    quotation: Quotation, kinds: Iterable[Kind], found: tuple[Found, ...], others: tuple[Found, ...]
) -> Judged:
    kinds = set(kinds)
    if approved := _kind_by_approval(quotation, found[0]):
        kinds = (kinds - _OF_WORDS if approved is Kind.AS_AUTHORISED else kinds) | {approved}
    if Kind.JOINED not in kinds:
        kinds |= {kind for one in found[1:] if _is_the_same(found[0], one) for kind in _taken_back(one)}
    for one in found if Kind.JOINED in kinds else found[:1]:
        kinds |= {*_kinds_of_quote(quotation, one)}
    if others:
        kinds.add(Kind.ELSEWHERE)
    if any(one.is_secret for one in (*found, *others)):
        kinds.add(Kind.OFF_RECORD)
    if len(kinds) > 1:
        kinds -= {Kind.WORD_FOR_WORD} if any(map(_is_of_words, kinds)) else set()
    return Judged(quotation, tuple(sorted(kinds, key=gravity)), found, others)


_OF_WORDS = frozenset(
    (
        Kind.WORD_FOR_WORD,
        Kind.ALTERED,
        Kind.OPPOSITE,
        Kind.CUT,
        Kind.JOINED,
        Kind.INFLECTED,
        Kind.SMOOTHED,
        Kind.SENSE,
    )
)
"""How words compare with what was said, which what was authorised stands above."""


def _is_of_words(kind: Kind) -> bool:
    """Whether a kind says how the words compare, other than that they are the same."""
    return kind in _OF_WORDS and kind is not Kind.WORD_FOR_WORD


def _kind_by_approval(quotation: Quotation, found: Found) -> Kind | None:
    """Whether the words are those that were authorised; None where nothing was."""
    approved = (found.article.approved or {}).get(found.quote.id, ()) if found.quote else ()
    if not approved:
        return None
    words = list(quotation.wording.plain)
    rows = [plain_words(one) for one in approved]
    is_in = any(words == row[at : at + len(words)] for row in rows for at in range(len(row)))
    return Kind.AS_AUTHORISED if is_in else Kind.AUTHORISED


def _kinds_of_quote(quotation: Quotation, found: Found) -> Iterator[Kind]:
    """What is to be said of the quote that a quotation is, besides its words."""
    article, quote = found.article, found.quote
    if article.embargo:
        yield Kind.EMBARGO
    if article.undelivered:
        yield Kind.UNDELIVERED
    relates = relation(quotation.speaker, found.speaker)
    if relates is Relation.OTHER:
        yield Kind.SPEAKER
    if quote is None:
        if not (article.is_transcript or _is_in_marks(article.text, found.match.span)):
            yield Kind.NO_QUOTATION
        return
    if quote.type is not QuoteType.DIRECT and not _is_in_marks(article.text, found.match.span):
        yield Kind.RENDERED
    if relates is Relation.OPEN and is_role(found.speaker) and not is_role(quotation.speaker):
        yield Kind.SPEAKER_OPEN
    yield from _by_state(quotation, found, quote, relates)


def _by_state(quotation: Quotation, found: Found, quote: Quote, relates: Relation) -> Iterator[Kind]:
    use = found.article.use_of(quote)
    source = found.article.source_of(quote)
    is_covered = use in (TermsOfUse.BACKGROUND, TermsOfUse.DEEP_BACKGROUND)
    is_covered = is_covered or (source is not None and source.identity_protected and not quote.use)
    if is_covered and relates is Relation.SAME:
        yield Kind.NAMED
    if quote.authorisation in _BY_AUTHORISATION:
        yield _BY_AUTHORISATION[quote.authorisation]
    if quote.verification is Verification.DISPUTED:
        yield Kind.DISPUTED
    if quote.verification is Verification.UNVERIFIED:
        yield Kind.UNCHECKED


def _is_the_same(best: Found, other: Found) -> bool:
    """Whether another place has a quotation as the best one has it, in a quote by the same speaker."""
    has_quotes = best.quote is not None and other.quote is not None
    is_as_near = round(best.match.cost, 1) == round(other.match.cost, 1)
    return has_quotes and is_as_near and relation(best.speaker, other.speaker) is Relation.SAME


def _taken_back(other: Found) -> Iterator[Kind]:
    """What holds for the words wherever they stand: withdrawn, disputed."""
    if other.quote and other.quote.authorisation is Authorisation.WITHDRAWN:
        yield Kind.WITHDRAWN
    if other.quote and other.quote.verification is Verification.DISPUTED:
        yield Kind.DISPUTED


_BY_AUTHORISATION = {Authorisation.WITHDRAWN: Kind.WITHDRAWN, Authorisation.SENT: Kind.WAITING}


def _is_in_marks(text: str, span: Span) -> bool:
    """Whether a place stands in quotation marks, whatever was found there."""
    low = max(0, span.start - _PASSAGE)
    around = text[low : span.end + _PASSAGE]
    start, end = span.start - low, span.end - low
    return any(pair.opening[0] <= start + 1 and end - 1 <= pair.closing[1] for pair in pairs(around))


def original_of(quotation: Quotation, article: KnownArticle) -> Found | None:
    """The quote of an article in another language that a translated one may be: by the same speaker, with
    most of its numbers and names, else of its length."""
    found = [
        (_kinship(quotation, quote, article), quote)
        for quote in article.quotes
        if quote.type is QuoteType.DIRECT
        and not quote.is_lost
        and quote.status is not Status.REJECTED
        and relation(quotation.speaker, speaker_of(quote, article.source_of(quote), article.text))
        is Relation.SAME
    ]
    if not found:
        return None
    quote = max(found, key=lambda one: (one[0], -one[1].start))[1]
    places = [at for at, word in enumerate(article.wording.words) if _lies_in(word.start, quote)]
    if not places:
        return None
    match = Match(article.id, article.wording, Aligned(tuple((-1, at) for at in places), 1.0))
    return Found(match, (), article, quote, speaker_of(quote, article.source_of(quote), article.text))


def _lies_in(offset: int, quote: Quote) -> bool:
    return any(start <= offset < end for start, end in quote.spans)


def _kinship(quotation: Quotation, quote: Quote, article: KnownArticle) -> float:
    theirs = plain_words(quote.words(article.text))
    shared = len(set(quotation.wording.plain) & set(theirs))
    longer = max(len(theirs), len(quotation.wording.plain)) or 1
    return shared + min(len(theirs), len(quotation.wording.plain)) / longer
