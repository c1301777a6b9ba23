"""What the journal calls each step on quotes."""

from reader.i18n import _, ngettext
from reader.models import Quote, QuoteType, Status, TermsOfUse


def adding(quote: Quote) -> str:
    """A person makes a quote."""
    return {
        QuoteType.DIRECT: _("Add direct quote"),
        QuoteType.INDIRECT: _("Add indirect quote"),
        QuoteType.INDIRECT_FREE_INDIRECT: _("Add IndirectFreeIndirect quote"),
        QuoteType.FREE_INDIRECT: _("Add FreeIndirect quote"),
        QuoteType.REPORTED: _("Add Reported quote"),
    }[QuoteType(quote.type)]


def changing(quote: Quote) -> str:
    """A person changes one."""
    return {
        QuoteType.DIRECT: _("Change direct quote"),
        QuoteType.INDIRECT: _("Change indirect quote"),
        QuoteType.INDIRECT_FREE_INDIRECT: _("Change IndirectFreeIndirect quote"),
        QuoteType.FREE_INDIRECT: _("Change FreeIndirect quote"),
        QuoteType.REPORTED: _("Change Reported quote"),
    }[QuoteType(quote.type)]


def deciding(status: Status, count: int) -> str:
    """Quotes are accepted, rejected or opened again."""
    told = {
        Status.ACCEPTED: ngettext("Accept a quote", "Accept {count} quotes", count),
        Status.REJECTED: ngettext("Reject a quote", "Reject {count} quotes", count),
        Status.SUGGESTED: ngettext("Reopen a quote", "Reopen {count} quotes", count),
    }
    return told[status].format(count=count)


def using(count: int, use: TermsOfUse) -> str:
    """It is said how quotes may be used; without terms, as their source."""
    if not use:
        as_source = ngettext("Use a quote as the source", "Use {count} quotes as the source", count)
        return as_source.format(count=count)
    return ngettext("Use a quote {use}", "Use {count} quotes {use}", count).format(count=count, use=use.label)
