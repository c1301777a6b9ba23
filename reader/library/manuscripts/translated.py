"""Quotations of a manuscript that were taken from another language: compared with the translations kept."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from reader.checks.manuscript.judging import judge
from reader.checks.manuscript.kinds import Kind, gravity
from reader.checks.manuscript.values import Judged, KnownArticle, Quotation, Translated
from reader.checks.manuscript.wording import Wording, article_wording, plain_words
from reader.models import Article, Quote, Source, Span, Translation
from reader.store import Store
from reader.texts.releases import embargo_of, undelivered_of

_LOOKED_INTO = 7
"""Translations that are compared with one quotation."""
_SHARED = 0.5
"""Share of a quotation's words that one of them must have (by hand)."""
_KEPT = 100


class Translations:
    """The translations of one library."""

    def __init__(self, store: Store, sources: Mapping[int, Source]) -> None:
        self._store = store
        self._sources = sources
        self._into = cache(self._read)
        self._article = lru_cache(_KEPT)(store.articles.get)

    def judged(self, quotation: Quotation) -> Judged | None:
        """What is found of a quotation in a translation; None where none has its words."""
        near = dict(self._near(quotation))
        wordings = {-number: article_wording(one.text) for number, one in near.items()}
        judged = judge(quotation, wordings, lambda number: self._known(near[-number], wordings[number]))
        if judged.kind in (Kind.NOT_FOUND, Kind.TRANSLATED):
            return None
        kinds = {Kind.AS_TRANSLATED if kind is Kind.WORD_FOR_WORD else kind for kind in judged.kinds}
        kinds |= set() if Kind.AS_TRANSLATED in kinds else {Kind.BESIDE_TRANSLATION}
        kinds |= set() if quotation.is_translated else {Kind.UNMARKED}
        return replace(judged, kinds=tuple(sorted(kinds, key=gravity)))

    def _near(self, quotation: Quotation) -> list[tuple[int, Translation]]:
        """The translations with most of a quotation's words, by number."""
        wanted = set(quotation.wording.plain)
        shares = [
            (len(wanted & words) / (len(wanted) or 1), one) for one, words in self._into(quotation.language)
        ]
        near = sorted(
            (pair for pair in shares if pair[0] >= _SHARED), key=lambda pair: (-pair[0], pair[1].id)
        )
        return [(one.id, one) for _, one in near[:_LOOKED_INTO]]

    def _read(self, language: str) -> list[tuple[Translation, set[str]]]:
        return [(one, set(plain_words(one.text))) for one in self._store.quotes.translations_into(language)]

    def _known(self, translation: Translation, wording: Wording) -> KnownArticle:
        """An article as if the translation were all of its text."""
        quote = self._store.quotes.get(translation.quote_id)
        article: Article = self._article(quote.article_id)
        return KnownArticle(
            article.id,
            translation.text,
            wording,
            translation.language,
            quotes=(_moved(quote, article.text, translation.text),),
            sources=self._sources,
            embargo=bool(embargo_of(article)),
            undelivered=bool(undelivered_of(article)),
            translated=Translated(translation, quote),
        )


def _moved(quote: Quote, text: str, translated: str) -> Quote:
    """A quote over the whole of its translation, in which nobody is named beside it."""
    return replace(
        quote,
        spans=(Span(0, len(translated)),),
        exact=(translated,),
        resolved_speaker=quote.name_read(text),
        speaker=(),
        cue=(),
        addressee=(),
        frame=(),
    )
