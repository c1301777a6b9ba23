"""What was off the record stays so, when the source is taken off, removed or forgotten."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store

TEXT = "„Ich glaube nicht daran“, sagte Klaus Geheim."


@pytest.mark.parametrize(
    "take_off",
    [lambda store: store.sources.assign([1], 0), lambda store: store.sources.remove([1])],
)
def test_words_off_the_record_stay_so_without_their_source(
    tmp_path: Path, take_off: Callable[[Store], object]
) -> None:
    with Store(tmp_path / "l.db") as store:
        store.articles.add(Article(TEXT), (Quote(QuoteType.DIRECT, (Span(0, 24),)),), "rules-1")
        source = store.sources.add(Source("Klaus Geheim", use=TermsOfUse.OFF_RECORD))
        store.sources.assign([1], source.id)
        take_off(store)
        quote = store.quotes.get(1)
        assert (quote.source_id, quote.use) == (0, TermsOfUse.OFF_RECORD)
        store.journal.undo()
        assert (store.quotes.get(1).source_id, store.quotes.get(1).use) == (source.id, "")
