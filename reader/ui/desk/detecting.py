"""What detection says about the article: its sentences, scare quotes to dim, why a quote was found; again."""

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from reader.i18n import _, percent
from reader.library.detecting import (
    DetectionSettings,
    configured,
    detection_behind,
    find_quotes,
    passages_in_marks,
    sentence_starts,
)
from reader.models import Article, Quote, SpeakerBasis
from reader.ui.desk.desk import Desk
from reader.ui.widgets.article.motions import sentence_starts as plain_starts
from reader.ui.widgets.article.spans import Mark
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

LONGEST = 300_000
"""Characters up to which sentences and scare quotes are looked for with the rules of the language."""


_FINDERS = {
    "learned": _("what reader has learned from annotated articles"),
    "rules": _("rules of grammar"),
    "clauses": _("rules of grammar"),
    "patterns": _("rules of the language"),
}
"""What finds quotes, by the beginning of the name that is kept with them."""
_BASES = {
    SpeakerBasis.NAMED: _("named beside the quote"),
    SpeakerBasis.PRONOUN: _("meant by a pronoun beside the quote"),
    SpeakerBasis.CONTINUED: _("the subjunctive goes on in the same paragraph"),
    SpeakerBasis.CARRIED: _("carried over from before, nothing beside the quote says who speaks"),
    SpeakerBasis.HEARSAY: _("hearsay: nobody is named who says so"),
    SpeakerBasis.PERSON: _("said by a person"),
}
"""What a speaker rests on, in words."""


class Detecting:
    """Asks the detector, in threads: loading a language's tables takes longer than a first paint may."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _how(self) -> DetectionSettings:
        config = self._desk.session.config
        return configured(config)

    # -- sentences and scare quotes ------------------------------------------------------------------------

    def start(self) -> None:
        """Look at the text more closely, once it is shown."""
        if len(self._desk.page.article.text) <= LONGEST:
            self._desk.in_thread(self._study, "study")

    def _study(self) -> None:
        article = self._desk.page.article
        starts = sentence_starts(article, self._how) or plain_starts(article.text)
        # In a transcript all is said, whatever stands in marks.
        passages = () if article.transcript else passages_in_marks(article, self._how)
        scare = [Mark(*passage.span, "scare") for passage in passages if passage.kind == "scare"]
        self._desk.call(self._take_study, starts, scare)

    def _take_study(self, starts: list[int], scare: list[Mark]) -> None:
        if self._desk.screen.is_attached:
            self._desk.text.show_starts(starts)
            self._desk.view.dim(self._desk.page, scare)

    # -- why a quote was found -----------------------------------------------------------------------------

    def why(self) -> None:
        """Explain why the quote was found."""
        quote = self._desk.quote
        if quote is not None:
            self._desk.say(_("Looking why this was found …"))
            self._desk.in_thread(partial(self._explain, quote), "why")

    def _explain(self, quote: Quote) -> None:
        found = reasons(self._desk.page.article, quote, self._how)
        lines = [Content(visible(sentence)) for sentence in found]
        self._desk.call(self._tell_why, lines)

    def _tell_why(self, lines: list[Content]) -> None:
        self._desk.screen.app.clear_notifications()  # that it is being looked for
        self._desk.report(_("Why this was found"), lines)

    # -- looking again -------------------------------------------------------------------------------------

    def redetect(self) -> None:
        """Look for quotes again."""
        self._desk.say(_("Looking for quotes again; what you did stays as it is."))
        self._desk.screen.change(partial(_redetect, self._desk.article_id, self._how))


def reasons(article: Article, quote: Quote, how: DetectionSettings) -> list[str]:
    """Sentences that say why a quote was found, or that a person marked it."""
    if quote.origin == "person":
        return [_("You, or somebody else at this library, marked this by hand.")]
    if quote.is_transcribed:
        return [
            _("Taken from the transcript, where each turn has its speaker."),
            *_of_speaker(article, quote),
        ]
    if quote.is_imported:
        return [_("Imported, from {origin}.").format(origin=quote.origin), *_of_speaker(article, quote)]
    found = find_quotes(article, detection_behind(quote, how), explain=True)
    same = max(found, key=lambda other: _shared(other, quote), default=None)
    first = _("Found by {finder}, {share} sure.").format(
        finder=_finder(quote.origin), share=percent(quote.confidence)
    )
    about = [first, *_of_speaker(article, quote)]
    if same is None or not _shared(same, quote):
        return [*about, _("The detector of today would not find it again.")]
    rule = [_("Rule: {rule}.").format(rule=same.rule)] if same.rule and not same.why else []
    return [*about, *rule, *same.why]


def _finder(origin: str) -> str:
    """What found a quote, in words; of a plugin its name."""
    return _FINDERS.get(origin.partition("-")[0]) or origin or "reader"


def _of_speaker(article: Article, quote: Quote) -> list[str]:
    """What the speaker rests on, as a sentence; nothing where that is not known."""
    said = _BASES.get(quote.basis, "")
    if not said:
        return []
    name = quote.name_read(article.text)
    if quote.basis is SpeakerBasis.PERSON:
        return [_("Speaker {name}: {basis}.").format(name=name, basis=said)]
    sure = percent(quote.speaker_confidence)
    return [_("Speaker {name}, {share} sure: {basis}.").format(name=name, share=sure, basis=said)]


def _shared(one: Quote, other: Quote) -> int:
    """Characters that two quotes share, more where they begin and end together."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
    return shared and shared - abs(one.start - other.start) - abs(one.end - other.end) + 10_000


def _redetect(article_id: int, how: DetectionSettings, store: "Store") -> str:
    from reader.library.renewing import redetect  # the ways in: 30 ms

    found = " ".join(progress.message for progress in redetect(store, [article_id], how))
    return _("Looked again: {found}").format(found=found)
