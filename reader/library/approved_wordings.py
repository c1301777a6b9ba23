"""The wordings of a quote: as it was said, and as the person quoted authorised it; which of them prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.models import Printed, Quote
from reader.texts.approvals import Standing, standing_of

if TYPE_CHECKING:
    from reader.store import Store


@dataclass(frozen=True, slots=True)
class Wordings:
    """What a quote may be printed as."""

    quote: Quote
    spoken: str
    """The words as they stand in the article, or stood where it has lost them."""
    standing: Standing

    @property
    def authorised(self) -> tuple[str, ...]:
        """The wordings that the person authorised and that differ from what was said, the latest first.

        The first is the one that holds, where `standing.wording` is not empty.
        """
        return self.standing.wordings

    @property
    def printed(self) -> str:
        """The wording that prints, as a named editor decided; "" where nobody has."""
        decision = self.standing.decision
        if decision is None:
            return ""
        return self.spoken if decision.prints is Printed.SPOKEN else self.standing.wording or self.spoken


def authorised_wordings(store: "Store", quotes: Iterable[Quote]) -> dict[int, Wordings]:
    """The wordings of quotes that are stored, by their numbers.

    Quotes that nobody was ever asked about cost nothing more than their own words.
    """
    return {
        quote.id: Wordings(quote, quote.stored_words, standing_of_quote(store, quote))
        for quote in quotes
        if quote.id
    }


def standing_of_quote(store: "Store", quote: Quote) -> Standing:
    """Where the authorisation of a quote stands."""
    return standing_of(quote.authorisation, store.quotes.authorisations(quote.id))
