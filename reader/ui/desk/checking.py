"""Checking on the desk: evidence, authorisation, why a quote was found, its history, looking again, lint."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from reader.models import Evidence, Quote
from reader.ui.desk.deciding import DeskDeciding
from reader.ui.desk.history import Names, history_lines
from reader.ui.desk.legend import legend_lines
from reader.ui.desk.saving import Ids, Job
from reader.ui.desk.view import LEAD
from reader.visible import visible

if TYPE_CHECKING:
    from reader.checks import Finding
    from reader.store import Store
    from reader.ui.dialogs.check import CheckResult


BEGINNING = 24
"""Letters of a quote that tell it from others in a list of findings."""


class DeskChecking(DeskDeciding):
    """What one knows about a quote."""

    # -- evidence and authorisation ------------------------------------------------------------------------

    def action_check(self) -> None:
        """Ask whether the quote is right."""
        from reader.ui.dialogs.check import CheckDialog

        quote = self.quote
        if quote is not None:
            proof = [item for item in self.page.evidence if item.quote_id == quote.id]
            dialog = CheckDialog(quote, self.page.words(quote), proof, self.stored_id(quote.id))
            self.ask(dialog, self._take_check)

    def _take_check(self, result: "CheckResult | None") -> None:
        if result is not None:
            self.do(partial(self.check, result=result))
            # done again to another quote: the wording is of this one alone
            self._deed = partial(self.check, result=replace(result, wording=""))

    def check(self, quote: Quote, result: "CheckResult") -> None:
        """Keep what is known about a quote."""
        changed = replace(quote, verification=result.verification, authorisation=result.authorisation)
        if result.evidence is not None:
            self._add_evidence(replace(result.evidence, quote_id=quote.id))
        self.apply(f"Mark {result.verification}", [changed], partial(_check, quote, result))

    def _add_evidence(self, evidence: Evidence) -> None:
        from reader.config import actor

        now = datetime.now(UTC).isoformat(timespec="seconds")
        told = replace(evidence, who=actor(self.session.config), at=now)
        self.page = replace(self.page, evidence=(*self.page.evidence, told))

    # -- why, and since when -------------------------------------------------------------------------------

    def action_why(self) -> None:
        """Explain why the quote was found."""
        if self.quote is not None:
            self.say("Looking why this was found …")
            self._explain(self.quote)

    @work(thread=True, exclusive=True, group="why", exit_on_error=False)
    def _explain(self, quote: Quote) -> None:
        from reader.ui.desk.study import reasons

        article = self.page.article
        found = reasons(article.text, article.language, article.title, quote)
        self.app.call_from_thread(self._report, "Why this was found", [Content(visible(s)) for s in found])

    def action_history(self) -> None:
        """Show what was done to the quote."""
        if self.quote is not None:
            self._read_history(self.quote.id)

    @work(thread=True, exclusive=True, group="history", exit_on_error=False)
    def _read_history(self, number: int) -> None:
        with self.session.store() as store:
            entries = store.quotes.history(self.stored_id(number)) if self.stored_id(number) > 0 else []
            sources = {source.id: source.name for source in store.sources.all()}
            tags = {tag.id: tag.path for tag in store.tags.all()}
        lines = list(history_lines(entries, Names(self.page.article.text, sources, tags)))
        nothing = [Content("Nobody has changed this quote yet.")]
        self.app.call_from_thread(self._report, "History of the quote", lines or nothing)

    def _report(self, heading: str, lines: list[Content]) -> None:
        from reader.ui.dialogs.report import Report

        if self.is_current:
            self.app.push_screen(Report(heading, lines))

    def action_legend(self) -> None:
        """Show what colours and signs mean."""
        self._report("Legend", legend_lines(self.text.palette, self.margin.glyphs))

    # -- looking again -------------------------------------------------------------------------------------

    def action_redetect(self) -> None:
        """Look for quotes again."""
        self.say("Looking for quotes again; what you did stays as it is.")
        engine, language = self.session.config.engine, self.session.config.language
        work = partial(_redetect, self.article_id, engine, language)
        self.save(Job("", work, self._told_redetection))

    def _told_redetection(self, told: str) -> None:
        self.say(f"Looked again: {told}")
        self.load()

    # -- lint ----------------------------------------------------------------------------------------------

    def action_lint(self) -> None:
        """Look for what is missing before this goes out."""
        self._lint()

    @work(thread=True, exclusive=True, group="lint", exit_on_error=False)
    def _lint(self) -> None:
        from reader.checks import lint

        page = self.page
        self.app.call_from_thread(self._show_findings, lint(page.article, page.quotes, page.sources))

    def _show_findings(self, found: "Sequence[Finding]") -> None:
        from reader.ui.dialogs.report import FindingList

        if not self.is_current:
            return
        if not found:
            self.say("Nothing is missing: every quote is decided, attributed and in order.")
            return
        heading = f"{len(found)} {'finding' if len(found) == 1 else 'findings'}"
        text = self.page.article.text
        places = [_beginning(text[finding.span.start : finding.span.end]) for finding in found]
        messages = [finding.message for finding in found]
        dialog = FindingList(heading, list(zip(messages, places, strict=True)))

        def go(index: int | None) -> None:
            if index is not None:
                self._go_to_finding(found[index])

        self.app.push_screen(dialog, go)

    def _go_to_finding(self, finding: "Finding") -> None:
        quote = self.page.quote(finding.quote_id)
        if quote is not None:
            self.go_to(quote)
        else:
            self.text.place_caret(finding.span.start, lead=LEAD)


def _beginning(words: str) -> str:
    """The first words, on one line."""
    line = visible(" ".join(words.split()))
    return line if len(line) <= BEGINNING else line[: BEGINNING - 1].rstrip() + "…"


def _check(quote: Quote, result: "CheckResult", store: "Store", real: Ids) -> None:
    number = real(quote.id)
    if result.evidence is not None or result.verification is not quote.verification:
        store.quotes.set_verification([number], result.verification, result.evidence)
    if result.authorisation is not quote.authorisation or result.wording:
        store.quotes.set_authorisation(number, result.authorisation, result.wording)


def _redetect(article_id: int, engine: str, language: str, store: "Store", _real: Ids) -> str:
    from reader.library.adding import redetect
    from reader.library.detecting import Detection

    return " ".join(
        progress.message for progress in redetect(store, [article_id], Detection(engine, language))
    )
