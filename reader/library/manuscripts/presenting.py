"""What a check found, in words that may go out: covered as all that leaves a library.

A passage is shown with what differs in it: what the article has and the manuscript has not, and the other way
round. Words not for publication are never shown, only that the manuscript has some.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from reader.checks.manuscript.kinds import TOLD, Kind, gravity
from reader.checks.manuscript.values import Found, Judged, Quotation
from reader.checks.manuscript.wording import Wording
from reader.formats.addresses import called
from reader.formats.cover import BLOCK, Cover, cover_of
from reader.formats.matches import Match
from reader.i18n import _
from reader.library.covering import Covering, protected
from reader.library.drafted_names import cover_of_draft
from reader.library.manuscripts.findings import Finding, Remark, Report, ShownPlace
from reader.library.manuscripts.reading import Manuscript, Place
from reader.library.manuscripts.sentences import (
    PARAGRAPH,
    Sentences,
    speaker_shown,
    text_and_place,
    text_shown,
)
from reader.models import Span, Spans, on_one_line, words_of
from reader.store import Store
from reader.texts.differences import Difference, Stretch, WordChange

WITHHELD = _("[not for publication]")
_CONTEXT = 160
"""Characters shown before and after a passage."""
_MOST_PLACES = 5
_NAME_CONTEXT = 40


def present(store: Store, covering: Covering, manuscript: Manuscript, judged: Iterable[Judged]) -> Report:
    """All that was found of a manuscript, as it may go out."""
    judged = list(judged)
    secret = [one.quotation.spans for one in judged if one.is_secret]
    presenter = _Presenter(covering, cover_of_draft(store, covering), manuscript, secret)
    found = [presenter.finding(number, one) for number, one in enumerate(judged)]
    unsayable = cover_of(protected(store), store.quotes.off_record_words())
    beside = [*presenter.besides(unsayable), *presenter.margins(unsayable)]
    findings = sorted([*found, *beside], key=lambda one: one.span)
    return Report(
        presenter.cover(manuscript.name),
        presenter.cover(manuscript.location),
        manuscript.language,
        presenter.text,
        tuple(findings),
        len(found),
        manuscript.missing,
    )


class _Presenter:
    """Puts what was found of one manuscript into words."""

    def __init__(
        self, covering: Covering, cover: Cover, manuscript: Manuscript, secret: Iterable[Spans]
    ) -> None:
        """`secret` is where the manuscript has words that are not for publication."""
        self._covering, self._manuscript = covering, manuscript
        self.cover = cover
        self.text = _blocked(self.cover(manuscript.text), secret)
        self._sentences = Sentences(covering, manuscript, self.text)

    def besides(self, unsayable: Cover) -> Iterator[Finding]:
        """Where a source is named that must not be, or words off the record stand outside of marks."""
        quoted = [span for one in self._manuscript.quotations for span in one.spans]
        for found in unsayable.matches(self._manuscript.text):
            span = Span(found.start, found.end)
            is_quoted = any(one.start < span.end and span.start < one.end for one in quoted)
            if found.is_sure and (found.sources or not is_quoted):
                yield _beside(found, self._manuscript.place_of_name(span), span, self.text)

    def margins(self, unsayable: Cover) -> Iterator[Finding]:
        """Where the file names such a source beside its text, in a page header or a comment."""
        behind = Span(len(self.text), len(self.text))
        for where, text in self._manuscript.margins:
            for found in unsayable.matches(text):
                if found.is_sure:
                    yield _beside(found, Place(0, 0, margin=where), behind, self.cover(text))

    def finding(self, number: int, judged: Judged) -> Finding:
        """What is found of one quotation."""
        quotation = judged.quotation
        remarks = [
            Remark(kind, self._sentences.sentence(kind, judged)) for kind in sorted(judged.kinds, key=gravity)
        ]
        return Finding(
            self._manuscript.places[number],
            Span(quotation.spans[0].start, quotation.spans[-1].end),
            WITHHELD if judged.is_secret else words_of(self.text, quotation.spans),
            self.cover(quotation.speaker.name),
            tuple(remarks),
            tuple(self._place(judged, found) for found in judged.found[:_MOST_PLACES]),
            tuple(self._place(judged, found) for found in judged.others[:_MOST_PLACES]),
        )

    # -- places ----------------------------------------------------------------------------------------

    def _place(self, judged: Judged, found: Found) -> ShownPlace:
        article, (text, span) = (
            self._covering.article(found.article.id),
            text_and_place(self._covering, found),
        )
        hidden, quotation = judged.is_secret, judged.quotation
        shown, at = text_shown(self._covering, found), found.match.span
        words = WITHHELD if hidden else on_one_line([shown[at.start : at.end]])
        changed = bool(found.changes) or found.match.cost > 0
        return ShownPlace(
            found.article.id,
            called(article),
            article.outlet,
            article.published,
            text.count(PARAGRAPH, 0, span.start) + 1,
            article.page_of(span.start, span.end),
            span.start,
            span.end,
            found.quote.id if found.quote else 0,
            speaker_shown(self._covering, found),
            words,
            "" if hidden else _before(shown, at.start),
            "" if hidden else _after(shown, at.end),
            self._difference(quotation, found, shown) if changed and not hidden else (),
        )

    def _difference(self, quotation: Quotation, found: Found, text: str) -> Difference:
        gone = {place for change in found.changes for place in change.gone}
        new = {place for change in found.changes for place in change.new}
        pieces: list[Stretch] = []
        for here, there in found.match.aligned.steps:
            if there >= 0 and there in gone:
                word = found.match.wording.words[there]
                pieces.append(Stretch(WordChange.GONE, f"{text[word.start : word.end]} "))
            if here >= 0:
                change = WordChange.NEW if here in new else WordChange.SAME
                pieces.append(Stretch(change, _piece(self.text, quotation.wording, here)))
        return tuple(_in_order(pieces))


def _beside(found: Match, place: Place, span: Span, text: str) -> Finding:
    """What is no quotation and must not stand there: a name, shown as `text` covers it, or words."""
    kind = Kind.NAMED if found.sources else Kind.OFF_RECORD
    words = _around(text, Span(found.start, found.end)) if found.sources else WITHHELD
    return Finding(place, span, words, "", (Remark(kind, TOLD[kind]),), is_beside=True)


def _around(text: str, span: Span) -> str:
    """A name with a few whole words on both sides of it, in its paragraph."""
    before = text[max(0, span.start - _NAME_CONTEXT) : span.start].rpartition("\n\n")[2]
    after = text[span.end : span.end + _NAME_CONTEXT].partition("\n\n")[0]
    if len(before) == _NAME_CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == _NAME_CONTEXT:
        after = after.rpartition(" ")[0]
    return on_one_line([before + text[span.start : span.end] + after])


def _blocked(text: str, places: Iterable[Spans]) -> str:
    """A text with blocks over some places; every character keeps its number."""
    for start, end in chain.from_iterable(places):
        text = f"{text[:start]}{BLOCK * (end - start)}{text[end:]}"
    return text


def _piece(text: str, wording: Wording, place: int) -> str:
    """A word with the marks behind it, as far as the next word, and one space."""
    words = wording.words
    end = words[place].end
    following = words[place + 1].start if place + 1 < len(words) else end
    between = text[end:following] if following - end <= 12 else " "
    return text[words[place].start : end] + (" ".join(between.split()) or "").rstrip() + " "


def _in_order(pieces: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one fate as one stretch, what is gone before what is new."""
    rows: list[Stretch] = []
    for is_same, run in groupby(pieces, key=lambda piece: piece.change is WordChange.SAME):
        part = list(run)
        rows += part if is_same else sorted(part, key=lambda piece: piece.change is WordChange.NEW)
    for change, run in groupby(rows, key=lambda piece: piece.change):
        yield Stretch(change, "".join(piece.text for piece in run))


def _before(text: str, start: int) -> str:
    low = max(text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0, start - _CONTEXT)
    return " ".join(text[low:start].split())


def _after(text: str, end: int) -> str:
    paragraph = text.find("\n\n", end)
    high = min(paragraph if paragraph >= 0 else len(text), end + _CONTEXT)
    return " ".join(text[end:high].split())
