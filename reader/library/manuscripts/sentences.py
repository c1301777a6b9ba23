"""The sentence for each kind of finding, with what is known of it: which word became which, who said it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.checks.manuscript.kinds import TOLD, Kind
from reader.checks.manuscript.surroundings import lost_words
from reader.checks.manuscript.values import Found, Judged, Quotation
from reader.checks.manuscript.wording import Word
from reader.i18n import _, either, listed, ngettext
from reader.library.covering import Covering
from reader.library.manuscripts.reading import Manuscript
from reader.models import Span, on_one_line
from reader.texts.manners import in_marks
from reader.texts.releases import embargo_told, undelivered_of

_MOST_PLACES = 5
PARAGRAPH = "\n\n"
_STOP = re.compile(r"[.!?…][^\w]*\s")


class Sentences:
    """Words what was found of one manuscript, covered."""

    def __init__(self, covering: Covering, manuscript: Manuscript, text: str) -> None:
        """`text` is the manuscript's, covered."""
        self._covering, self._manuscript, self._text = covering, manuscript, text

    def sentence(self, kind: Kind, judged: Judged) -> str:
        """A sentence for a kind, with what is known of it here."""
        best = judged.found[0] if judged.found else None
        if best is None and kind is Kind.NOT_FOUND:
            return _("Not in the library, and nothing in it is near.")
        if best is None or judged.is_secret:
            return TOLD[kind]
        more = {
            Kind.ALTERED: self._altered,
            Kind.OPPOSITE: self._altered,
            Kind.INFLECTED: self._altered,
            Kind.CUT: self._cut,
            Kind.SMOOTHED: self._cut,
            Kind.SENSE: self._lost,
            Kind.JOINED: self._joined,
            Kind.SPEAKER: self._said_by,
            Kind.SPEAKER_OPEN: self._said_by,
            Kind.ELSEWHERE: self._given,
            Kind.AUTHORISED: self._authorised,
            Kind.EMBARGO: self._held,
            Kind.UNDELIVERED: self._held,
            Kind.TRANSLATED: self._original,
            Kind.AS_TRANSLATED: self._by,
            Kind.BESIDE_TRANSLATION: self._by,
            Kind.NOT_FOUND: self._nearest,
        }.get(kind)
        told = more(kind, judged, best) if more else ""
        return f"{TOLD[kind].removesuffix('.')}: {told}." if told else TOLD[kind]

    def _altered(self, kind: Kind, judged: Judged, best: Found) -> str:
        """What became of which words, in all articles that are as near."""
        changes = [
            (self._old(found, change.gone), self._now(judged.quotation, change.new), found.article.id)
            for found in judged.found[:_MOST_PLACES]
            for change in found.changes
            if change.kind is kind
        ]
        told: dict[tuple[str, str], list[int]] = {}
        for old, now, number in changes:
            told.setdefault((old, now), []).append(number)
        several = len({number for _, _, number in changes}) > 1
        sentences = [
            _became(old, now) + (f" ({_articles(numbers)})" if several else "")
            for (old, now), numbers in told.items()
        ]
        return "; ".join((*sentences, *self._unchanged(judged.quotation, best)))

    def _unchanged(self, quotation: Quotation, best: Found) -> Iterator[str]:
        """Which of several sentences are as they should be."""
        sentences = _sentences(self._manuscript.text, quotation)
        whole = [number for number, places in enumerate(sentences, 1) if not _touches(best, places)]
        if whole and len(sentences) > 1 and len(whole) < len(sentences):
            told = ngettext(
                "sentence {numbers} is word for word", "sentence {numbers} are word for word", len(whole)
            )
            yield told.format(numbers=", ".join(map(str, whole)))

    def _cut(self, kind: Kind, judged: Judged, best: Found) -> str:
        return ", ".join(
            _("“{words}”").format(words=old)
            for change in best.changes
            if change.kind is kind and (old := self._old(best, change.gone))
        )

    def _lost(self, kind: Kind, judged: Judged, best: Found) -> str:
        lost = lost_words(judged.quotation, best.match.span, best.article)
        within = [self._old(best, change.gone) for change in best.changes if change.kind is Kind.SENSE]
        return ", ".join(_("“{words}”").format(words=word) for word in dict.fromkeys((*lost, *within)))

    def _joined(self, kind: Kind, judged: Judged, best: Found) -> str:
        if len(judged.found) > 1:
            parts = judged.found[:2]
            told = listed([self._where(found) for found in parts])
            covered = {here for found in parts for here, there in found.match.aligned.steps if there >= 0}
            missing = [at for at in range(len(judged.quotation.wording.words)) if at not in covered]
            if not missing:
                return told
            sentence = ngettext(
                "{places}; “{words}” stands in neither", "{places}; “{words}” stand in neither", len(missing)
            )
            return sentence.format(places=told, words=self._now(judged.quotation, missing))
        return self._cut(kind, judged, best)

    def _where(self, found: Found) -> str:
        text, span = text_and_place(self._covering, found)
        paragraph = text.count(PARAGRAPH, 0, span.start) + 1
        return _("article {article}, paragraph {paragraph}").format(
            article=found.article.id, paragraph=paragraph
        )

    def _said_by(self, kind: Kind, judged: Judged, best: Found) -> str:
        speaker = speaker_shown(self._covering, best) or _("nobody who is named")
        return _("article {id} has {speaker}").format(id=best.article.id, speaker=speaker)

    def _given(self, kind: Kind, judged: Judged, best: Found) -> str:
        told = _("article {id} to {speaker}")
        nobody = _("nobody who is named")
        given = (
            told.format(id=one.article.id, speaker=speaker_shown(self._covering, one) or nobody)
            for one in judged.others
        )
        return "; ".join(list(given)[:_MOST_PLACES])

    def _authorised(self, kind: Kind, judged: Judged, best: Found) -> str:
        wordings = (best.article.approved or {}).get(best.quote.id if best.quote else 0, ())
        covered = (self._covering.throughout(on_one_line([one])) for one in wordings)
        return either([_("“{words}”").format(words=words) for words in covered])

    def _held(self, kind: Kind, judged: Judged, best: Found) -> str:
        """Until when, in the article's words: "until 7 May 2025, 06:00. “SPERRFRIST …”"."""
        article = self._covering.article(best.article.id)
        if kind is Kind.EMBARGO:
            return embargo_told(article).removesuffix(".")
        line = undelivered_of(article)
        return in_marks(line, article.language).removesuffix(".") if line else ""

    def _original(self, kind: Kind, judged: Judged, best: Found) -> str:
        return _("article {id} has {speaker} in another language").format(
            id=best.article.id, speaker=speaker_shown(self._covering, best)
        )

    def _by(self, kind: Kind, judged: Judged, best: Found) -> str:
        """Who translated it, and whose words it is: "by Mara Holm, from article 5"."""
        translated = best.article.translated
        translator = self._covering.throughout(translated.translation.translator) if translated else ""
        return (
            _("by {translator}, {where}").format(translator=translator, where=self._where(best))
            if translator
            else self._where(best)
        )

    def _nearest(self, kind: Kind, judged: Judged, best: Found) -> str:
        return _("the nearest is in {where}").format(where=self._where(best))

    def _old(self, found: Found, places: Iterable[int]) -> str:
        """The words of an article at some places, as it writes them."""
        return _words_at(text_shown(self._covering, found), found.match.wording.words, places)

    def _now(self, quotation: Quotation, places: Iterable[int]) -> str:
        return _words_at(self._text, quotation.wording.words, places)


def speaker_shown(covering: Covering, found: Found) -> str:
    """Who said the words of a place, as it may go out; "" for nobody."""
    quote = covering.quote(found.quote) if found.quote else None
    return quote.speaker_label(covering.article(found.article.id).text) if quote else ""


def text_shown(covering: Covering, found: Found) -> str:
    """The text that a place was found in, as it may go out; every character keeps its number."""
    if found.article.translated is not None:
        return covering.throughout(found.article.translated.translation.text)
    return covering.article(found.article.id).text


def text_and_place(covering: Covering, found: Found) -> tuple[str, Span]:
    """The article's text and where in it the words are, of translated ones those that they translate."""
    text, translated = covering.article(found.article.id).text, found.article.translated
    if translated is None:
        return text, found.match.span
    quote = translated.quote
    return text, Span(0, 0) if quote.is_lost else Span(quote.start, quote.end)


def _words_at(text: str, words: Sequence[Word], places: Iterable[int]) -> str:
    return " ".join(text[words[place].start : words[place].end] for place in places)


def _sentences(text: str, quotation: Quotation) -> list[list[int]]:
    """The places of the words of each sentence of a quotation."""
    found: list[list[int]] = [[]]
    words = quotation.wording.words
    for place, word in enumerate(words):
        if found[-1] and _STOP.search(text[words[place - 1].end : word.start]):
            found.append([])
        found[-1].append(place)
    return found


def _touches(found: Found, places: Sequence[int]) -> bool:
    """Whether something is changed in a stretch of a quotation's words."""
    there = [
        gone for here, gone in found.match.aligned.steps if here in (places[0], places[-1]) and gone >= 0
    ]
    low, high = min(there, default=0), max(there, default=-1)
    return any(
        set(change.new) & set(places) or any(low <= gone <= high for gone in change.gone)
        for change in found.changes
    )


def _became(old: str, now: str) -> str:
    if not old:
        return _("“{now}” is added").format(now=now)
    return (
        _("“{old}” became “{now}”").format(old=old, now=now) if now else _("“{old}” is gone").format(old=old)
    )


def _articles(numbers: Iterable[int]) -> str:
    numbers = list(dict.fromkeys(numbers))
    told = ngettext("article {numbers}", "articles {numbers}", len(numbers))
    return told.format(numbers=", ".join(map(str, numbers)))
