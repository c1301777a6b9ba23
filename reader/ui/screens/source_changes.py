"""What the register changes: enter, edit, merge, split, remove; and the pairs that are probably the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.binding import Binding

from reader.i18n import _, ngettext, number, pgettext
from reader.models import Source, SourceKind, TermsOfUse, Voice
from reader.store.source_details import WARNING
from reader.ui.dialogs.ask import Confirm
from reader.ui.dialogs.source_form import AliasPicker, SamePicker, SourceEntered, SourceForm
from reader.ui.dialogs.source_merge import MergeWanted, SourceMerge
from reader.ui.keys import task
from reader.ui.screens.list_exporting import ListExporting

if TYPE_CHECKING:
    from reader.library.dossiers import Selection
    from reader.store import Store

Value = TypeVar("Value")

SOURCE_KEYS = task(
    _("Change"),
    Binding("a", "add", pgettext("what keys do", "Add"), tooltip=_("Enter a source"), id="sources.new"),
    Binding(
        "I",
        "edit",
        _("Facts"),
        tooltip=_("Name, aliases, role, affiliation, kind, use, remarks"),
        id="sources.edit",
    ),
    Binding(
        "r",
        "guard",
        _("Use"),
        tooltip=_("On record, background (unter zwei), deep background, off the record (unter drei)"),
        id="sources.use",
    ),
    Binding(
        "i",
        "protect",
        _("Protect"),
        tooltip=_("Keep the name out of everything that goes out; again: no longer"),
        id="sources.protect",
        show=False,
    ),
    Binding("m", "merge", _("Merge"), tooltip=_("Make the selected ones one"), id="sources.merge"),
    Binding("S", "same", _("Alike"), tooltip=_("Sources that are probably the same"), id="sources.similar"),
    Binding(
        "minus",
        "split",
        _("Split"),
        tooltip=_("Make a source of its own out of an alias"),
        id="sources.split",
        show=False,
    ),
    Binding(
        "asterisk",
        "kind",
        _("Kind"),
        tooltip=_("Person, organisation, document, anonymous"),
        id="sources.kind",
        show=False,
    ),
    Binding(
        "d,delete",
        "remove",
        _("Remove"),
        tooltip=_("Its quotes stay; for good: reader sources forget, on the command line"),
        id="sources.remove",
        show=False,
    ),
    Binding(
        "e",
        "export",
        _("Export"),
        tooltip=_("Write all quotes of what is selected, or of the current one, to a file"),
        id="sources.export",
    ),
    Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="sources.undo"),
    Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="sources.redo", show=False),
)
NEEDS_ONE = frozenset({"edit", "guard", "protect", "kind", "remove", "split", "open", "export"})


class SourceChanges(ListExporting, abstract=True):
    """The changes; the screen that derives from it has the list."""

    doubles: Sequence[tuple[Source, Source, float]] = ()
    """Pairs that are probably the same, with how much they are alike."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most keys need a source."""
        return bool(self.rows.ids) if action in NEEDS_ONE else True

    @work(group="ask", exit_on_error=False)
    async def action_add(self) -> None:
        """Enter a new source."""
        entered = await self.app.push_screen_wait(SourceForm(Source(""), self.session.config.source_fields))
        if entered is not None:
            await self._keep(entered, "")

    @work(group="ask", exit_on_error=False)
    async def action_edit(self) -> None:
        """Edit the current source."""

        def read(store: "Store") -> tuple[Source, dict[str, str], str]:
            source_id, details = self.rows.current_id, store.sources.details
            return store.sources.get(source_id), details.fields(source_id), details.contacts(source_id)

        source, kept, contacts = await self.session.write(read)
        form = SourceForm(source, self.session.config.source_fields, kept, contacts)
        entered = await self.app.push_screen_wait(form)
        if entered is not None:
            await self._keep(entered, contacts)

    async def _keep(self, entered: SourceEntered, before: str) -> None:
        """Store what was written of a source; before the first contact that is asked."""
        contacts: str | None = entered.contacts if entered.contacts.split() != before.split() else None
        if contacts and not await self.session.write(lambda store: store.sources.details.is_confirmed):
            agreed = await self.app.push_screen_wait(
                Confirm(_("{warning} Keep contacts in this library?").format(warning=WARNING))
            )
            if agreed:
                await self.session.write(lambda store: store.sources.details.confirm())
            else:
                contacts = None
        stored = await self.session.write(lambda store: _store(store, entered, contacts))
        self.show_source(stored.id)

    def show_source(self, source_id: int) -> None:
        """Show a source that was stored, under the cursor."""
        self.reload(current=source_id)

    def action_guard(self) -> None:
        """Go on from on record to background, deep background, off the record and back."""
        values = [use for use in TermsOfUse if use]
        self._rewrite(self.rows.current_id, lambda one: replace(one, use=_after(values, one.use)))

    def action_protect(self) -> None:
        """Protect the identity, or no longer."""
        self._rewrite(
            self.rows.current_id, lambda one: replace(one, identity_protected=not one.identity_protected)
        )

    def action_kind(self) -> None:
        """Go on to the next kind."""
        self._rewrite(self.rows.current_id, lambda one: replace(one, kind=_after(list(SourceKind), one.kind)))

    def _rewrite(self, source_id: int, changed: Callable[[Source], Source]) -> None:
        def rewrite(store: "Store") -> str:
            store.sources.update(changed(store.sources.get(source_id)))
            return ""

        self.change(rewrite)

    def action_merge(self) -> None:
        """Make the selected sources one: the one under the cursor, if selected, is kept."""
        if len(self.rows.selection.ids) < 2:
            self.notify(_("Select two or more sources with v, then m makes them one."), timeout=4)
            return
        ids = self.pop_chosen()
        keep = self.rows.current_id if self.rows.current_id in ids else ids[0]
        self.ask_to_merge([keep, *(source_id for source_id in ids if source_id != keep)])

    @work(group="ask", exit_on_error=False)
    async def ask_to_merge(self, ids: Sequence[int]) -> None:
        """Say what will be done to these sources, the first of which stays, and do it as is answered."""
        sources = await self.session.write(lambda store: [store.sources.get(one) for one in ids])
        wanted = await self.app.push_screen_wait(SourceMerge(sources))
        if wanted is not None:
            self.change(lambda store: _merge(store, wanted))

    @work(group="ask", exit_on_error=False)
    async def action_same(self) -> None:
        """Offer pairs that are probably the same, and merge the one chosen."""
        if not self.doubles:
            self.notify(
                _("No two sources look like the same one. m merges those selected with v."), timeout=4
            )
            return
        pair = await self.app.push_screen_wait(SamePicker(self.doubles))
        if pair is not None:
            self.ask_to_merge([pair[0].id, pair[1].id])

    @work(group="ask", exit_on_error=False)
    async def action_split(self) -> None:
        """Make a source of its own out of one alias, with the quotes whose speaker is written so."""
        source = await self.session.write(lambda store: store.sources.get(self.rows.current_id))
        if not source.aliases:
            self.notify(_("This source has no other names to split off."), timeout=4)
            return
        alias = await self.app.push_screen_wait(AliasPicker(source))
        if alias:
            self.change(lambda store: _split(store, source, alias))

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for format and file, and write the quotes of whom is chosen, in the register or found."""
        from reader.library.dossiers import of_quotes  # not before the list is there
        from reader.library.register import quotes_of

        rows = [row for one in self.rows.chosen_ids if (row := self.rows.row(one)) is not None]
        if not rows:
            return
        stem = await self.session.write(lambda store: _stem(store, rows))

        def select(store: "Store", accepted: bool) -> "Selection":
            return of_quotes(store, quotes_of(store, rows), accepted=accepted)

        await self.export(select, stem)

    def action_remove(self) -> None:
        """Remove what is chosen from the register; quotes stay."""
        ids = self.pop_chosen()

        def remove(store: "Store") -> str:
            store.sources.remove(ids)
            told = ngettext(
                "{count} source removed; u takes it back.",
                "{count} sources removed; u takes it back.",
                len(ids),
            )
            return told.format(count=number(len(ids)))

        self.change_rows(remove)


def _stem(store: "Store", rows: Sequence[Source | Voice]) -> str:
    """How a file of their quotes is called; a covered name stays covered in it."""
    from reader.formats.citation_keys import slug  # all formats
    from reader.library.covering import Covering  # all formats

    if len(rows) > 1:
        return f"quotes-of-{len(rows)}-sources"
    return f"quotes-{slug(Covering(store).throughout(rows[0].name))}".rstrip("-")


def _store(store: "Store", entered: SourceEntered, contacts: str | None) -> Source:
    """Store a source with its fields, and its contacts where they were written."""
    source, details = entered.source, store.sources.details
    label = _("Change source {name}") if source.id else _("Add source {name}")
    with store.step(label.format(name=source.name)):
        stored = store.sources.update(source) if source.id else store.sources.add(source)
        details.set_fields(stored.id, entered.fields)
    if contacts is not None:
        details.set_contacts(stored.id, contacts)
    return stored


def _after(values: list[Value], value: Value) -> Value:
    return values[(values.index(value) + 1) % len(values)]


def _merge(store: "Store", wanted: MergeWanted) -> str:
    """Make sources one; what was done, in a sentence."""
    moved = sum(store.sources.get(one).quotes for one in wanted.other_ids)
    name = store.sources.merge(wanted.keep_id, wanted.other_ids, wanted.taken).name
    told = ngettext(
        "Now one: {name}; {count} quote went over. u takes it back.",
        "Now one: {name}; {count} quotes went over. u takes it back.",
        moved,
    )
    return told.format(name=name, count=number(moved))


def _split(store: "Store", source: Source, alias: str) -> str:
    made = store.sources.split_alias(source.id, alias)
    told = ngettext(
        "{alias} is a source of its own now, with {count} quote. u takes it back.",
        "{alias} is a source of its own now, with {count} quotes. u takes it back.",
        made.quotes,
    )
    return told.format(alias=alias, count=number(made.quotes))
