"""Check a manuscript against a library: every quotation looked up, compared, and judged by what is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.checks.manuscript.judging import judge, original_of
from reader.checks.manuscript.kinds import Kind
from reader.checks.manuscript.values import Judged, KnownArticle, Quotation
from reader.library.authorised_wordings import authorised_wordings
from reader.library.manuscripts.lookup import Lookup
from reader.library.manuscripts.reading import Manuscript
from reader.library.manuscripts.translated import Translations
from reader.models import Authorisation, TermsOfUse, Verification
from reader.store import Store
from reader.texts.releases import embargo_of, undelivered_of

_COMPARED = 5
"""Articles in another language that are looked into for an original."""
_KEPT = 200
"""Articles of which what is known is kept."""

_DOUBTFUL = frozenset((Kind.NOT_FOUND, Kind.ALTERED, Kind.OPPOSITE, Kind.CUT))
"""What may be told of a quotation whose sentences come from several articles."""
_STOP = re.compile(r"(?<=[.!?…])[\s”“»«\"]+(?=\w)")


def sentences_of(quotation: Quotation) -> list[Quotation]:
    """The sentences of a quotation, to be looked up one by one; none where it is one."""
    parts = _STOP.split(quotation.words)
    return [replace(quotation, words=part) for part in parts] if len(parts) > 1 else []


def article_of(store: Store, manuscript: Manuscript) -> int:
    """The article that a manuscript is itself, added by accident or long ago; 0 where it is none."""
    known = store.articles.known(manuscript.article)
    return known.id if known and not known.is_trashed else 0


class Checker:
    """Judges quotations by one library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lookup = Lookup(store)
        self._sources = {source.id: source for source in store.sources.all()}
        self._translations = Translations(store, self._sources)
        self.know = lru_cache(_KEPT)(self._know)

    def judged(self, manuscript: Manuscript) -> Iterator[Judged]:
        """What is found of each quotation, in their order.

        The manuscript itself is left out, unless its article says what must not be printed.
        """
        own = article_of(self._store, manuscript)
        self._lookup.own = own if own and not self._is_restricted(own) else 0
        for quotation in manuscript.quotations:
            yield self.judge(quotation)

    def _is_restricted(self, article_id: int) -> bool:
        """Whether something of an article must not be printed, or not as it stands."""
        article = self.know(article_id)
        sources = filter(None, map(article.source_of, article.quotes))
        return (
            article.embargo
            or any(source.identity_protected for source in sources)
            or any(article.use_of(quote) is not TermsOfUse.ON_RECORD for quote in article.quotes)
            or any(quote.verification is Verification.DISPUTED for quote in article.quotes)
            or any(quote.authorisation is not Authorisation.NONE for quote in article.quotes)
        )

    def judge(self, quotation: Quotation) -> Judged:
        """What is found of one."""
        articles = self._lookup.articles(quotation)
        judged = judge(quotation, articles, self.know)
        if _DOUBTFUL & set(judged.kinds):
            # Each sentence may come from an article of its own, in which the others are not.
            more = [one for part in sentences_of(quotation) for one in self._lookup.articles(part).items()]
            judged = judge(quotation, dict(more) | dict(articles), self.know) if more else judged
        if _DOUBTFUL & set(judged.kinds) or judged.kind is Kind.TRANSLATED:
            judged = self._translations.judged(quotation) or judged
        return self._in_another_language(judged) if judged.kind is Kind.TRANSLATED else judged

    def _in_another_language(self, judged: Judged) -> Judged:
        """A translated one with what its speaker says in another language, to compare it with."""
        articles = map(self.know, self._lookup.elsewhere(judged.quotation)[:_COMPARED])
        originals = (original_of(judged.quotation, article) for article in articles)
        return replace(judged, found=tuple(one for one in originals if one)[:1])

    def _know(self, article_id: int) -> KnownArticle:
        article = self._store.articles.get(article_id)
        return KnownArticle(
            article_id,
            article.text,
            self._lookup.wording(article_id),
            article.language,
            article.transcript is not None,
            tuple(self._store.quotes.of(article_id)),
            self._sources,
            embargo=bool(embargo_of(article)),
            undelivered=bool(undelivered_of(article)),
            approved=authorised_wordings(self._store, article_id),
        )
