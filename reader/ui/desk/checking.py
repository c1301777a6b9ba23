"""Checking: whether a quote is right, with evidence and authorisation; what is missing before it goes out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.config import actor
from reader.library import edits
from reader.library.edits import CheckResult
from reader.models import Evidence, Quote, TermsOfUse, on_one_line
from reader.transcripts import is_covered
from reader.ui.desk.desk import Desk
from reader.ui.desk.repeating import Repeating
from reader.ui.desk.view import LEAD
from reader.visible import visible

if TYPE_CHECKING:
    from reader.checks import Finding

_ITS_TIME = "{time}"
"""In the place of the time of whichever quote is checked."""
BEGINNING = 24
"""Letters of a quote that tell it from others in a list of findings."""


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
        self._desk.apply(edits.check(self._desk.page, [quote], signed))

    def _timed(self, quote: Quote, evidence: Evidence | None) -> Evidence | None:
        """Evidence with the time of a quote where that was offered; sound only where it was played."""
        if evidence is None or evidence.reference != _ITS_TIME:
            return evidence
        is_heard = is_covered(quote.period, self._desk.page.played)
        kind = edits.SOUND if is_heard else "recording" if quote.period else ""
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
        self._desk.say(f"May be used: {use or 'as its source'}.")

    # -- lint --------------------------------------------------------------------------------------------

    def lint(self) -> None:
        """Look for what is missing before this goes out."""
        self._desk.in_thread(self._lint, "lint")

    def _lint(self) -> None:
        from reader.checks import lint  # all checks
        from reader.plugins import plugin_findings

        page = self._desk.page
        given = page.article, page.quotes, page.sources
        self._desk.call(self._show_findings, (*lint(*given), *plugin_findings(*given)))

    def _show_findings(self, found: "Sequence[Finding]") -> None:
        from reader.ui.dialogs.report import FindingList  # a dialog is loaded when it is first asked for

        desk = self._desk
        if not desk.screen.is_current:
            return
        if not found:
            desk.say("Nothing is missing: every quote is decided, attributed and in order.")
            return
        heading = f"{len(found)} {'finding' if len(found) == 1 else 'findings'}"
        text = desk.page.article.text
        lines = [(one.message, _beginning(text[one.span.start : one.span.end])) for one in found]

        def go(index: int | None) -> None:
            if index is not None:
                self._go_to(found[index])

        desk.open(FindingList(heading, lines), go)

    def _go_to(self, finding: "Finding") -> None:
        quote = self._desk.page.quote(finding.quote_id)
        if quote is not None:
            self._desk.go_to(quote)
        else:
            self._desk.text.place_caret(finding.span.start, lead=LEAD)


def _beginning(words: str) -> str:
    """The first words, on one line."""
    line = visible(on_one_line([words]))
    return line if len(line) <= BEGINNING else line[: BEGINNING - 1].rstrip() + "…"
