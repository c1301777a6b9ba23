"""The wordings that people quoted have authorised: the one place that a check of a manuscript asks."""

from reader.models import Authorisation
from reader.store import Store


def authorised_wordings(store: Store, article_id: int) -> dict[int, tuple[str, ...]]:
    """By the number of each quote of an article, the wordings that may be printed of it, where they differ
    from what was said: the last that was approved, and none of a quote that was withdrawn or sent again.
    """
    last = {step.quote_id: step for step in store.quotes.authorisations_of(article_id)}
    return {
        number: (step.approved,)
        for number, step in last.items()
        if step.approved and step.state in (Authorisation.APPROVED, Authorisation.CHANGED)
    }
