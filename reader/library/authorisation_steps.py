"""What is kept of asking somebody to authorise their words: sheets sent, nothing agreed, decisions."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.i18n import _, spoken
from reader.models import Agreed, Authorisation, Authorised, Printed, Quote, Source
from reader.texts.embargo_times import has_passed, in_words
from reader.texts.quotation_marks import bare

if TYPE_CHECKING:
    from reader.formats.approval_sheet import Sheet
    from reader.store import Store


def keep_sent(store: "Store", sheet: "Sheet", quotes: Iterable[Quote]) -> None:
    """Keep of each quote that it was sent, with what was agreed."""
    for quote, shown in zip(quotes, sheet.quotes, strict=True):
        step = Authorised(
            Authorisation.SENT,
            "",
            "",
            "",
            "",
            agreed=sheet.agreed,
            until=sheet.until,
            silence=sheet.silence,
            sheet=sheet.name,
            number=shown.number,
            shown=bare(shown.words),
        )
        store.quotes.add_authorisation(quote.id, step)


def keep_nothing_agreed(store: "Store", quotes: Iterable[Quote]) -> None:
    """Keep that nothing was agreed to be authorised of quotes: they may be printed as they were said."""
    for quote in quotes:
        step = Authorised(Authorisation.NONE, "", "", "", "", agreed=Agreed.NOTHING)
        store.quotes.add_authorisation(quote.id, step)


def question_before(store: "Store", quote: Quote, now: datetime) -> Iterator[str]:
    """A decision before the answer: what is asked about, while the person may still answer."""
    if quote.authorisation is not Authorisation.SENT:
        return
    steps = store.quotes.authorisations(quote.id)
    until = next((step.until for step in reversed(steps) if step.until), "")
    if until and not has_passed(until, now):
        yield _("Quote {id} was sent to be authorised: an answer may come until {until}.").format(
            id=quote.id, until=in_words(until, spoken())
        )


def decide(store: "Store", source: Source, quote: Quote, prints: Printed, by: str, remark: str = "") -> None:
    """Keep which wording of a quote prints, as the editor `by` decided.

    Raises UsageError where nobody is named, or there is no such wording.
    """
    from reader.library.approved_wordings import standing_of_quote  # only for this

    if not by.strip():
        raise UsageError(_("Who decides? Name the editor: --by NAME."))
    if quote.source_id != source.id:
        raise UsageError(_("Quote {id} is not assigned to {name}.").format(id=quote.id, name=source.name))
    standing = standing_of_quote(store, quote)
    if prints is Printed.AUTHORISED and not standing.wording:
        raise UsageError(
            _("There is no authorised wording of quote {id} that differs from the spoken one.").format(
                id=quote.id
            )
        )
    step = Authorised(quote.authorisation, "", "", " ".join(by.split()), "", prints=prints, remark=remark)
    store.quotes.add_authorisation(quote.id, step)
