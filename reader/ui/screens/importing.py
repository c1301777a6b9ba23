"""Adding articles while the library stays usable: progress in one line, failures in a list afterwards."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.worker import get_current_worker

from reader.i18n import _
from reader.ui.keys import task
from reader.ui.places import ArticleWanted
from reader.ui.screens.list_screen import ListScreen
from reader.ui.widgets.glyphs import glyphs
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.adding import Progress
    from reader.store import Store
    from reader.ui.screens.import_record import ImportRecord

SHOWN_EVERY = 0.1
"""Seconds between two movements of the bar."""
LISTED_EVERY = 1.0
"""Seconds between two readings of the list while articles come in."""
LINGER = 6.0
"""Seconds a finished bar stays."""
MOST_GAPS = 3
"""So many articles are named of which something is missing."""

SAMPLE = _(
    "Tab goes to a quote, Enter accepts it, x rejects it. Esc comes back; d there removes this sample."
)
"""What is said of the sample article, so that a first quote can be accepted without any help."""

IMPORT_KEYS = task(
    _("Add"),
    Binding(
        "exclamation_mark",
        "failures",
        _("Failures"),
        tooltip=_("What could not be added, and why"),
        id="import.failures",
    ),
    Binding(
        "ctrl+x", "stop_import", _("Stop"), tooltip=_("Stop adding; what is done stays"), id="import.stop"
    ),
)


class Importing(ListScreen, abstract=True):
    """The screen part that adds articles."""

    record: "ImportRecord | None" = None
    _marked: int | None = None
    """The article that was marked when one location was asked for; None when nothing was since Enter."""
    _opens = False
    """Whether what is being added is to be opened."""
    _hint = ""
    """What is said over what is opened."""
    _asks_facts = False
    """Whether what is being added was pasted: what is known of it is asked then."""

    @property
    def is_importing(self) -> bool:
        """Whether articles are being added."""
        return self.record is not None and self.record.state.running

    def start_import_of_arguments(self) -> None:
        """Add what was named on the command line."""
        locations: Sequence[str] = getattr(self.app, "locations", ())
        if locations:
            self.import_from(locations)

    @work(group="ask", exit_on_error=False)
    async def action_add(self) -> None:
        """Ask what to add: the clipboard's address is there already."""
        from reader.ui.dialogs.add import AddDialog, is_pasted  # not for the first paint

        location = await self.app.push_screen_wait(AddDialog())
        if location:
            self._marked = self.rows.current_id
            # What was pasted tells least of itself, and is looked at by a person right now.
            self._asks_facts = is_pasted(location)
            self.import_from([location])

    def opens_when_added(self) -> bool:
        """Whether Enter means the one article that was asked for and is still being read.

        "a Enter Enter" adds and opens, however long the page takes. A second Enter opens what is marked.
        """
        means_it = self.is_importing and self._marked == self.rows.current_id and not self._opens
        self._marked, self._opens = None, means_it
        if means_it:
            self.notify(_("It opens as soon as it is read; Enter again opens what is marked."), markup=False)
        return means_it

    def tries_sample(self) -> bool:
        """Add the sample article and open it, for somebody who has just begun; not while others come in."""
        from reader.library.samples import sample_article  # once in the life of a library

        if not self.is_importing:
            self._opens, self._hint = True, SAMPLE
            self.import_from([str(sample_article(self.session.config.language))])
        return bool(self._hint)

    def import_from(self, locations: Sequence[str]) -> None:
        """Add articles in the background."""

        config = self.session.config

        def add(store: "Store") -> "Iterator[Progress]":
            from reader.library.adding import add_locations  # not for the first paint
            from reader.library.detecting import configured  # not for the first paint
            from reader.library.passed_over import passed_over_told  # not for the first paint
            from reader.library.preparing import Preparation  # not for the first paint

            how, passed = Preparation(configured(config), allow_private=config.allow_private), list[str]()
            yield from add_locations(store, locations, jobs=0, preparation=how, passed=passed)
            if self.record is not None and (told := passed_over_told(passed)):
                self.record.gaps.append(told)

        self.run_through(add, len(locations))

    def detect_again(self, ids: Sequence[int]) -> None:
        """Look for quotes again in the background; what a person did stays."""
        config = self.session.config

        def detect(store: "Store") -> "Iterator[Progress]":
            from reader.library.detecting import configured  # not for the first paint
            from reader.library.renewing import redetect  # not for the first paint

            return redetect(store, ids, configured(config))

        self.run_through(detect, len(ids), verb="looked through")  # not shown

    def run_through(
        self, steps: Callable[["Store"], "Iterator[Progress]"], total: int, verb: str = "added"
    ) -> None:
        """Work off steps in the background, with a bar."""
        from reader.ui.screens.import_record import ImportRecord, ImportState  # not for the first paint

        self.record = ImportRecord(ImportState(total=total, verb=verb))
        self._show_state(self.record)
        self._run(steps, self.record)
        self.refresh_bindings()

    @work(thread=True, exclusive=True, group="import", exit_on_error=False)
    def _run(self, steps: Callable[["Store"], "Iterator[Progress]"], record: "ImportRecord") -> None:
        worker = get_current_worker()
        shown_at = listed = time.monotonic()
        with self.session.store() as store, closing_of(steps(store)) as every:
            for progress in every:
                record.count(progress)
                if worker.is_cancelled:
                    break
                at = time.monotonic()
                if at - shown_at > SHOWN_EVERY:
                    shown_at = at
                    self.app.call_from_thread(self._show_state, record)
                if at - listed > LISTED_EVERY:
                    listed = at
                    self.app.call_from_thread(self.reload)
        record.state = replace(record.state, running=False, stopped=worker.is_cancelled)
        self.app.call_from_thread(self._finished, record)

    def _show_state(self, record: "ImportRecord") -> None:
        from reader.ui.widgets.import_bar import ImportBar  # not for the first paint

        if not self.query(ImportBar):
            bar = ImportBar()
            bar.signs = glyphs(ascii_only=self.session_app.ascii)
            self.mount(bar)
        self.query_one(ImportBar).state = record.state

    def _finished(self, record: "ImportRecord") -> None:
        self._show_state(record)
        self.refresh_bindings()
        added = record.last_id if record.state.done == 1 else 0
        self.reload(current=added)
        asks, self._asks_facts = self._asks_facts, False
        if asks and added and self.is_current:
            self._ask_then_open(added)
        else:
            self._open_added(added)
        for gap in record.gaps[:MOST_GAPS]:
            self.notify(visible(gap), title=_("Not all of it"), severity="warning", timeout=8, markup=False)
        if not record.failures:
            self.set_timer(LINGER, self._hide_state)
        elif len(record.failures) == record.state.done == 1:
            self.notify(
                record.failures[0][1], title=_("Not added"), severity="error", timeout=8, markup=False
            )
            self._hide_state()

    @work(group="ask", exit_on_error=False)
    async def _ask_then_open(self, article_id: int) -> None:
        """Ask for the facts of a pasted text; then open the article where Enter meant it."""
        await self.ask_facts(article_id, _("What is known of this text?"))
        self._open_added(article_id)

    async def ask_facts(self, article_id: int, heading: str = _("What is known of this article")) -> None:
        """Ask for the facts of an article, filled with what was found."""
        from reader.library.facts import set_facts  # not for the first paint
        from reader.ui.dialogs.facts_form import FactsForm  # not for the first paint
        from reader.ui.dialogs.questions import read  # not for the first paint

        article = await read(self, lambda store: store.articles.get(article_id))
        facts = await self.app.push_screen_wait(FactsForm(article, heading))

        def keep(store: "Store") -> str:
            set_facts(store, article_id, facts or {})
            return ""

        if facts:
            self.change(keep)

    def _open_added(self, article_id: int) -> None:
        wanted, hint = self._opens, self._hint
        self._opens, self._hint, self._marked = False, "", None
        if wanted and article_id and self.is_current:
            self.post_message(ArticleWanted(article_id, hint=hint))

    def _hide_state(self) -> None:
        if self.record is None or not self.record.state.running:
            self.query("ImportBar").remove()

    def may_import_action(self, action: str) -> bool | None:
        """Whether an action of the import makes sense now; None where the action is not one of it."""
        if action == "failures":
            return self.record is not None and bool(self.record.failures)
        if action == "stop_import":
            return self.is_importing
        return None

    def action_failures(self) -> None:
        """List what could not be added."""
        from reader.ui.dialogs.add import Failures  # not for the first paint

        if self.record is not None:
            self.app.push_screen(Failures(self.record.failures))
            self._hide_state()

    def key_exclamation_mark(self) -> None:
        """Say that nothing failed, where the key has nothing to list."""
        if not self.may_import_action("failures"):
            self.notify(_("Nothing failed to be added."), markup=False)

    def action_stop_import(self) -> None:
        """Stop adding; what is done stays."""
        self.workers.cancel_group(self, "import")
        if self.record is not None:
            self.record.state = replace(self.record.state, stopped=True)
            self._show_state(self.record)


def closing_of(steps: "Iterator[Progress]") -> AbstractContextManager["Iterator[Progress]"]:
    """Ends a generator that is left early, so that it keeps what is done."""
    return closing(steps)  # type: ignore[type-var]  # the library's iterators are generators
