"""What is missing before an article goes out: looked for, shown in groups, put right where one key can."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.models import QuoteType, on_one_line
from reader.ui.desk.attributing import Attributing
from reader.ui.desk.checking import Checking
from reader.ui.desk.deciding import TYPES, Deciding
from reader.ui.desk.desk import Desk
from reader.ui.desk.view import LEAD
from reader.visible import visible

if TYPE_CHECKING:
    from reader.checks import Finding
    from reader.ui.dialogs.findings import Answer, Line

BEGINNING = 24
"""Letters of a quote that tell it from others in a list of findings."""
_DONE = ("undecided", "unmarked")
"""Rules whose fix asks nothing, so that the list comes again with what is left."""


class Linting:
    """Looks at all quotes of the article at once."""

    def __init__(self, desk: Desk, deciding: Deciding, attributing: Attributing, checking: Checking) -> None:
        self._desk = desk
        self._asked: tuple[str, ...] = ()
        speaker = (_("asks who spoke"), attributing.speaker)
        check = (_("asks whether it is right"), checking.check)
        self._fixes: dict[str, tuple[str, Callable[[], None]]] = {
            "undecided": (_("accepts it"), deciding.accept),
            "unmarked": (
                _("makes it indirect"),
                partial(deciding.retype, TYPES.index(QuoteType.INDIRECT) + 1),
            ),
            "off-record": (_("asks how it may be used"), checking.use),
            **dict.fromkeys(("no-speaker", "pronoun", "unassigned", "carried-over", "hearsay"), speaker),
            **dict.fromkeys(("unverified", "disputed", "authorisation"), check),
        }

    def lint(self) -> None:
        """Look for what is missing before this goes out."""
        self._look(0)

    def _look(self, at: int) -> None:
        self._desk.in_thread(partial(self._lint, at), "lint")

    def _lint(self, at: int) -> None:
        from reader.checks import lint  # all checks
        from reader.plugins import plugin_findings

        page = self._desk.page
        given = page.article, page.quotes, page.sources
        found = (*lint(*given, self._asked), *plugin_findings(*given))
        self._desk.call(self._show, found, at)

    def _show(self, found: "Sequence[Finding]", at: int) -> None:
        from reader.ui.dialogs.findings import FindingList  # a dialog is loaded when it is first asked for

        desk = self._desk
        if not desk.screen.is_current:
            return
        if not found and self._asked:
            desk.say(_("Nothing is missing, nor do the stricter rules find anything."))
            return
        heading = f"{len(found)} {'finding' if len(found) == 1 else 'findings'}"
        if not found:
            heading = _("Nothing is missing: every quote is decided, attributed and in order")
        dialog = FindingList(heading, [self._line(one) for one in found], at, is_strict=bool(self._asked))
        desk.open(dialog, partial(self._take, found))

    def _line(self, one: "Finding") -> "Line":
        from reader.ui.dialogs.findings import Line  # a dialog is loaded when it is first asked for

        words = self._desk.page.article.text[one.span.start : one.span.end]
        return Line(one.message, _beginning(words), self._fixes.get(one.rule, ("", None))[0])

    def _take(self, found: "Sequence[Finding]", answer: "Answer | None") -> None:
        if answer is None:
            self._asked = ()
        elif answer.strict:
            from reader.checks.asked import ASKED  # all checks

            self._asked = tuple(ASKED)
            self._look(0)
        else:
            self._go_to(found[answer.finding])
            if answer.fix:
                self._fix(found[answer.finding], answer.row)

    def _fix(self, finding: "Finding", row: int) -> None:
        self._fixes[finding.rule][1]()
        if finding.rule in _DONE:
            self._look(row)

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
