"""The wordings that people quoted have authorised: the one place that a check of a manuscript asks."""

from reader.library.approved_wordings import standing_of_quote
from reader.models import Printed
from reader.store import Store


def authorised_wordings(store: Store, article_id: int) -> dict[int, tuple[str, ...]]:
    """By the number of each quote of an article, the wordings that may be printed of it, where they differ
    from what was said: the last that was approved, and none of a quote that was withdrawn or sent again, or
    of which an editor has decided that the words as spoken print.
    """
    asked = {step.quote_id for step in store.quotes.authorisations_of(article_id)}
    found: dict[int, tuple[str, ...]] = {}
    for quote in store.quotes.by_ids(asked):
        standing = standing_of_quote(store, quote)
        is_as_spoken = standing.decision is not None and standing.decision.prints is Printed.SPOKEN
        if standing.wording and not is_as_spoken:
            found[quote.id] = (standing.wording,)
    return found
