"""Checking: whether a quote is right, with evidence and authorisation."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from reader.config import actor
from reader.i18n import _
from reader.library import check_edits, edits
from reader.library.check_edits import CheckResult
from reader.models import Evidence, Quote, TermsOfUse
from reader.transcripts import is_covered
from reader.ui.desk.desk import Desk
from reader.ui.desk.repeating import Repeating

_ITS_TIME = "{time}"
"""In the place of the time of whichever quote is checked."""


class Checking:
    """What one knows about quotes."""

    def __init__(self, desk: Desk, repeating: Repeating) -> None:
        self._desk = desk
        self._repeating = repeating

    # -- evidence and authorisation ------------------------------------------------------------------------

    def check(self) -> None:
        """Ask whether the quote is right."""
        from reader.ui.dialogs.check import CheckDialog  # a dialog is loaded when it is first asked for

        desk, quote = self._desk, self._desk.quote
        if quote is not None:
            proof = [item for item in desk.page.evidence if item.quote_id == quote.id]
            words, number = desk.page.words(quote.spans), desk.saving.stored_id(quote.id)
            is_heard = is_covered(quote.period, desk.page.played)
            desk.ask(CheckDialog(quote, words, proof, number, is_heard=is_heard), self._keep)

    def _keep(self, result: CheckResult | None) -> None:
        quote = self._desk.quote
        time = str(quote.period or "") if quote else ""
        if result is not None and result.evidence and time and result.evidence.reference == time:
            # done again to another quote, it is that quote's own time
            result = replace(result, evidence=replace(result.evidence, reference=_ITS_TIME))
        if result is not None:
            # done again to another quote: the wording is of this one alone
            again = partial(self._check, result=replace(result, wording=""))
            self._repeating.do(partial(self._check, result=result), again)

    def _check(self, quote: Quote, result: CheckResult) -> None:
        signed = replace(result, evidence=self._signed(self._timed(quote, result.evidence)))
        self._desk.apply(check_edits.check(self._desk.page, [quote], signed))

    def _timed(self, quote: Quote, evidence: Evidence | None) -> Evidence | None:
        """Evidence with the time of a quote where that was offered; sound only where it was played."""
        if evidence is None or evidence.reference != _ITS_TIME:
            return evidence
        is_heard = is_covered(quote.period, self._desk.page.played)
        kind = check_edits.SOUND if is_heard else "recording" if quote.period else ""
        return replace(evidence, kind=kind, reference=str(quote.period or ""))

    def _signed(self, evidence: Evidence | None) -> Evidence | None:
        """Evidence with who gives it and when, as the library writes it."""
        if evidence is None:
            return None
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return replace(evidence, who=actor(self._desk.session.config), at=at)

    # -- how it may be used ------------------------------------------------------------------------------

    def use(self) -> None:
        """Ask how the quote may be used."""
        from reader.ui.dialogs.menus import UseMenu  # a dialog is loaded when it is first asked for

        self._desk.open(UseMenu(), self.use_as)

    def use_as(self, word: str | None) -> None:
        """Let the quote be used so; None for no answer."""
        if word is not None:
            self._repeating.do(partial(self._use, use=TermsOfUse[word.upper()]))

    def _use(self, quote: Quote, use: TermsOfUse) -> None:
        self._desk.apply(edits.set_use(self._desk.page, [quote], use))
        self._desk.say(_("May be used: {use}.").format(use=use.label or _("as its source")))
