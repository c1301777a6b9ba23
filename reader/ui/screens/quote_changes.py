"""What the list of quotes changes: status, type, source, tags, verification; of one or many."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader import amounts
from reader.i18n import _, ngettext, number
from reader.library.edits import left_to_a_person
from reader.models import QuoteType, Status
from reader.ui.dialogs.questions import ask_check, ask_name, ask_source, ask_tags, read
from reader.ui.keys import task
from reader.ui.screens.list_exporting import ListExporting
from reader.ui.screens.quote_views import VIEW_NAMES

if TYPE_CHECKING:
    from reader.library.dossiers import Selection
    from reader.store import Store

DECISION_KEYS = [
    *task(
        _("Decide"),
        Binding("A", "decide('accepted')", _("Accept"), tooltip=_("This is right"), id="quotes.accept"),
        Binding("x", "decide('rejected')", _("Reject"), tooltip=_("This is no quote"), id="quotes.reject"),
        Binding(
            "r",
            "decide('suggested')",
            _("Reopen"),
            tooltip=_("To decide again"),
            id="quotes.reopen",
            show=False,
        ),
        Binding("p", "source", _("Speaker"), tooltip=_("Say who spoke"), id="quotes.source"),
        Binding(
            "P",
            "all_of_name",
            _("All of a name"),
            tooltip=_("Give all quotes of this name to a source"),
            id="quotes.all_of_name",
            show=False,
        ),
        Binding("t", "tag", _("Tag"), tooltip=_("Put or take tags"), id="quotes.tag"),
        Binding(
            "c",
            "verify",
            _("Check"),
            tooltip=_("Say whether it is right, with evidence and authorisation"),
            id="quotes.verify",
        ),
        *(
            Binding(
                str(place),
                f"type({place})",
                amounts.at_the_start(type_.label),
                tooltip=_("Make it {label}").format(label=type_.label),
                id=f"quotes.type_{place}",
                show=False,
            )
            for place, type_ in enumerate(QuoteType, 1)
        ),
    ),
    *task(
        _("Change"),
        Binding(
            "e",
            "export",
            _("Export"),
            tooltip=_("Write what is selected, or all that is listed, to a file"),
            id="quotes.export",
        ),
        Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="quotes.undo"),
        Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="quotes.redo", show=False),
    ),
]
NEEDS_ONE = frozenset({"own", "decide", "source", "all_of_name", "tag", "verify", "type", "open", "export"})
"""What there must be a quote for."""


class QuoteChanges(ListExporting, abstract=True):
    """The changes; the screen that derives from it has the list."""

    OWN_KEYS = "all"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to decide in an empty list."""
        return bool(self.rows.ids) if action in NEEDS_ONE else True

    def _decide_and_go_on(self, do: Callable[["Store"], str]) -> None:
        """Change what is chosen; a single quote is followed by the next."""
        if not self.rows.selection.ids:
            self.rows.action_move(1)
        self.rows.clear_selection()
        self.change(do)

    def action_decide(self, status: str) -> None:
        """Accept, reject or reopen what is chosen."""
        ids = self.rows.chosen_ids

        def decide(store: "Store") -> str:
            alone = len(ids) == 1
            accepted = status == Status.ACCEPTED
            store.quotes.set_status(ids, Status(status), speakers=alone and accepted)
            if alone:
                return ""
            waiting = store.quotes.by_ids(ids) if accepted else []
            count = sum(not quote.is_hearsay for quote in waiting) if accepted else len(ids)
            return _decided(Status(status), count, left_to_a_person(waiting))

        self._decide_and_go_on(decide)

    def action_type(self, place: int) -> None:
        """Set the type of what is chosen."""
        ids, wanted = self.rows.chosen_ids, list(QuoteType)[place - 1]

        def retype(store: "Store") -> str:
            label = ngettext("Make a quote {type}", "Make {count} quotes {type}", len(ids))
            with store.step(label.format(type=wanted.label, count=number(len(ids)))):
                for quote in store.quotes.by_ids(ids):
                    store.quotes.update(replace(quote, type=wanted))
            return ""

        self._decide_and_go_on(retype)

    @work(group="ask", exit_on_error=False)
    async def action_verify(self) -> None:
        """Ask whether what is chosen is right, and say so."""
        await ask_check(self, self.pop_chosen())

    def action_own(self, key: str) -> None:
        """Do to what is chosen what the configuration says of a key."""
        from reader.library.chains import play_on_quotes  # few have such keys

        own, ids = self.own_key(key), self.rows.chosen_ids
        if not self.rows.selection.ids:
            self.rows.action_move(own.moves)
        self.rows.clear_selection()

        def played(store: "Store") -> str:
            play_on_quotes(store, ids, own)
            told = _("{quotes}: {steps}. u takes it back.")
            return told.format(quotes=amounts.quotes(len(ids)), steps=own.told) if len(ids) > 1 else ""

        self.change(played)

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for format and file, and write what is selected, or else all that is listed."""
        from reader.library.dossiers import of_quotes  # not before the list is there
        from reader.library.file_stems import stem_of_quotes  # not before the list is there

        chosen = self.rows.chosen_ids if self.rows.selection.ids else None
        shown = self.list_state

        def select(store: "Store", accepted: bool) -> "Selection":
            # asked for anew: of a long list the first rows alone may be there
            ids = self.read_ids(store, shown, -1) if chosen is None else chosen
            return of_quotes(store, ids, accepted=accepted)

        within = shown.typed or (VIEW_NAMES[shown.view] if shown.view else "")
        stem = await read(self, partial(stem_of_quotes, ids=chosen, within=within))
        await self.export(select, stem)

    @work(group="ask", exit_on_error=False)
    async def action_source(self) -> None:
        """Ask who spoke and say so of what is chosen."""
        await ask_source(self, self.pop_chosen())

    @work(group="ask", exit_on_error=False)
    async def action_all_of_name(self) -> None:
        """Ask who is named as the speaker of what is chosen, and say so of all quotes of that name."""
        await ask_name(self, self.pop_chosen())

    @work(group="ask", exit_on_error=False)
    async def action_tag(self) -> None:
        """Ask for tags and put or take them on what is chosen."""
        await ask_tags(self, quotes=self.pop_chosen())


def _decided(status: Status, count: int, rest: str) -> str:
    """What was done to many quotes, and what of it is left to a person."""
    told = ngettext(
        "{count} quote suggested{rest}. u takes it back.",
        "{count} quotes suggested{rest}. u takes it back.",
        count,
    )
    if status is Status.ACCEPTED:
        told = ngettext(
            "{count} quote accepted{rest}. u takes it back.",
            "{count} quotes accepted{rest}. u takes it back.",
            count,
        )
    elif status is Status.REJECTED:
        told = ngettext(
            "{count} quote rejected{rest}. u takes it back.",
            "{count} quotes rejected{rest}. u takes it back.",
            count,
        )
    return told.format(count=number(count), rest=rest)
