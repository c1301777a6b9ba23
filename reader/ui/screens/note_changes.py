"""What the list of notes changes: tags of notes and memos, memos written here, notes removed and exported."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll

from reader import amounts
from reader.errors import NotFoundError, ReaderError
from reader.i18n import _, ngettext, npgettext, number, pgettext
from reader.models import Memo
from reader.ui.keys import task
from reader.ui.library_session import Session
from reader.ui.screens.two_panes import TwoPanes
from reader.ui.widgets.key_footer import KeyFooter
from reader.ui.widgets.lists.notes import NoteList
from reader.ui.widgets.note_editor import NoteEditor
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.note_edits import TagChange
    from reader.models import NoteRow
    from reader.store import Store

NOTE_KEYS = task(
    _("Change"),
    Binding("t", "tag", _("Tag"), tooltip=_("Put or take tags"), id="notes.tag"),
    Binding(
        "a",
        "add",
        pgettext("what keys do", "Add"),
        tooltip=_("Write a memo on the library or a story"),
        id="notes.add",
    ),
    Binding(
        "e",
        "export",
        _("Export"),
        tooltip=_("Write what is selected, or all that is listed, to a file"),
        id="notes.export",
    ),
    Binding(
        "d,delete", "remove", _("Remove"), tooltip=_("Take notes away; u brings them back"), id="notes.remove"
    ),
    Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="notes.undo"),
    Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="notes.redo", show=False),
)
EXPORTED = pgettext("name of a file", "notes") + ".md"
EXPORT_HINT = _("A file: .md to read, .csv or .json. Who is covered is not named.\nEnter writes · Esc leaves")
WHOLE = _("(the library as a whole)")
NEEDS_ONE = frozenset({"open", "order", "reverse", "tag", "export", "remove", "own"})
"""What there must be a note for."""
WHILE_LISTING = frozenset({"search", "add", "undo", "redo", "back"})
"""What is there as long as no memo is being written."""
WIDE = 100
"""Columns from which a memo is written beside the list."""


class NoteChanges(TwoPanes, abstract=True):
    """The changes; the screen that derives from it has the list."""

    OWN_KEYS = "tags"
    _memo = Memo("")
    """The memo that is being written."""
    _under_way = 0
    """Saves that are not stored yet."""

    @property
    def notes(self) -> NoteList:
        """The list."""
        return self.query_one(NoteList)

    def read(self, current: int = 0) -> None:
        """Read the notes again; the cursor goes to the row `current` where that is given."""
        raise NotImplementedError

    def show_changed(self) -> None:
        """Read the notes again."""
        self.read()

    def _pop_chosen(self) -> list["NoteRow"]:
        """The rows that are chosen, which are chosen no longer."""
        rows = [row for one in self.notes.chosen_ids if (row := self.notes.row(one)) is not None]
        self.notes.clear_selection()
        return rows

    # -- tags ----------------------------------------------------------------------------------------------

    @work(group="ask", exit_on_error=False)
    async def action_tag(self) -> None:
        """Ask for tags and put or take them on what is chosen."""
        from reader.ui.dialogs.questions import read  # dialogs are loaded when they are first asked for
        from reader.ui.dialogs.tag_picker import TagPicker

        rows = self._pop_chosen()
        common = [tag for tag in rows[0].tags if all(tag in row.tags for row in rows)]
        on = amounts.notes(len(rows)) if len(rows) > 1 else _("the note")
        recent, every = await read(self, lambda store: (store.tags.recent(), store.tags.all()))
        change = await self.app.push_screen_wait(TagPicker(recent, every, common, on=on))
        if change is not None:
            self.change(partial(_tag, rows, change))

    def action_own(self, key: str) -> None:
        """Put and take tags on what is chosen, as the configuration says of a key."""
        from reader.library.chains import tag_change  # few have such keys

        own = self.own_key(key)
        has_selection = bool(self.notes.selection.ids)
        rows = self._pop_chosen()
        changes = [tag_change(step, [row.tags for row in rows]) for step in own.steps]
        if not has_selection:
            self.notes.action_move(own.moves)

        def played(store: "Store") -> str:
            with store.step(_("Tag {tags}").format(tags=own.told)):
                for change in filter(None, changes):
                    _tag(rows, change, store)
            return ""

        self.change(played)

    # -- taking away and along -----------------------------------------------------------------------------

    def action_remove(self) -> None:
        """Remove the notes and memos that are chosen."""
        rows = self._pop_chosen()

        def remove(store: "Store") -> str:
            label = npgettext("chosen", "Remove a note", "Remove {count} notes", len(rows))
            with store.step(label.format(count=number(len(rows)))):
                notes, memos = _numbers(rows)
                store.notes.remove(notes)
                store.memos.remove(memos)
            told = ngettext(
                "{count} note removed; u takes it back.", "{count} notes removed; u takes it back.", len(rows)
            )
            return told.format(count=number(len(rows)))

        self.is_read = False  # keys typed next are for the notes that are left
        self.change(remove)

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for a file, and write what is selected, or else all that is listed."""
        from reader.library.note_files import write  # the formats
        from reader.ui.dialogs.files import ask_file

        ids = self.notes.chosen_ids if self.notes.selection.ids else list(self.notes.ids)
        rows = [row for one in ids if (row := self.notes.row(one)) is not None]
        asked = ngettext("Write the note to", "Write {count} notes to", len(rows))
        heading, proposed = asked.format(count=number(len(rows))), str(Path.cwd() / EXPORTED)
        target = await ask_file(self, heading, EXPORT_HINT, proposed)
        if target is None:
            return

        def written() -> int:
            with self.session.store() as store:
                return write(store, rows, target, force=True)

        left_out = len(rows) - await asyncio.to_thread(written)
        told = _("Written: {path}.").format(path=target)
        if left_out:
            more = _("{count} on words not for publication: left out.")
            told += " " + more.format(count=number(left_out))
        self.notify(visible(told), timeout=6, markup=False)

    # -- memos ---------------------------------------------------------------------------------------------

    @work(group="ask", exit_on_error=False)
    async def action_add(self) -> None:
        """Ask what a memo is on, and write it."""
        from reader.ui.dialogs.questions import read
        from reader.ui.dialogs.tag_target import TagTarget

        def offered(store: "Store") -> list[str]:
            tags = (tag.path for tag in store.tags.codebook())
            return list(dict.fromkeys((*store.memos.stories(), *tags)))

        picker = TagTarget(_("A memo on"), await read(self, offered), top=WHOLE, sign="", new=_("Story"))
        story = await self.app.push_screen_wait(picker)
        if story is not None:
            await self._write(Memo("", story))

    async def write_memo(self, memo_id: int) -> None:
        """Write on in a memo."""
        await self._write(await self.session.write(lambda store: store.memos.get(memo_id)))

    async def _write(self, memo: Memo) -> None:
        self._memo = memo
        low = self.app.size.width < WIDE
        self.set_focus(None)  # keys wait until the editor has it
        title = _("Memo on {story}").format(story=memo.story) if memo.story else _("Memo on the library")
        editor = NoteEditor(title, memo.body, low=low)
        pane = self.query_one("#note-pane")
        if low:
            await self.mount(editor, before=self.query_one(KeyFooter))
        else:
            pane.query_one(VerticalScroll).display = False
            editor.styles.width = "1fr"
            await pane.mount(editor)

    @property
    def awaits_focus(self) -> bool:
        """Whether the editor has been opened and will have the focus in a moment: keys are held back."""
        return self.focused is None and bool(self.query(NoteEditor))

    @property
    def is_saving(self) -> bool:
        """Whether what was typed is on its way to the library."""
        return self._under_way > 0

    @on(NoteEditor.Edited)
    def _edited(self, event: NoteEditor.Edited) -> None:
        self._keep(event.body)

    def _keep(self, body: str) -> None:
        self._under_way += 1
        # a worker of the app: leaving the screen must not end it
        self.app.run_worker(self._stored(self.session, body), group="memo", exit_on_error=False)

    async def _stored(self, session: Session, body: str) -> None:
        """Save what is written by now, after what was sent before: the first save gives the memo its id."""

        def save(store: "Store") -> None:
            try:
                self._memo = store.memos.save(replace(self._memo, body=body))
            except NotFoundError:  # removed meanwhile, by another program or an undo: the words stay
                self._memo = store.memos.save(replace(self._memo, id=0, uid="", body=body))

        try:
            await session.write(save)
        except ReaderError:
            for editor in self.query(NoteEditor):
                editor.not_taken()  # closing tries once more
            raise
        finally:
            self._under_way -= 1

    @on(NoteEditor.EditorWanted)
    def _outside(self) -> None:
        from reader.ui.dialogs.outside_editor import write_outside

        if failure := write_outside(self.app, self.query_one(NoteEditor)):
            self.notify(failure, severity="warning", markup=False)

    @on(NoteEditor.Closed)
    async def _memo_closed(self, event: NoteEditor.Closed) -> None:
        """Back to the list; a memo without words goes, and another one may follow."""
        await self.query(NoteEditor).remove()
        self.query_one("#note-pane").query_one(VerticalScroll).display = True
        self.notes.focus()
        self._finish_memo(event.body, self._memo.story if event.another else None)

    @work(group="memo", exit_on_error=False)
    async def _finish_memo(self, body: str, another: str | None) -> None:
        def end(store: "Store") -> int:
            memo_id = self._memo.id
            if memo_id and not body.strip():
                store.memos.remove([memo_id])
                return 0
            return -memo_id

        self.read(await self.session.write(end))
        if another is not None:
            await self._write(Memo("", another))

    def finish(self) -> None:
        """The program ends: the last words, which the editor has not told yet, are saved."""
        for editor in self.query(NoteEditor):
            if editor.body.strip() and editor.body != self._memo.body:
                self._keep(editor.body)

    def leave(self) -> None:
        """Go back to the screen below; nothing typed is left behind."""
        self.finish()
        super().leave()


def _numbers(rows: Sequence["NoteRow"]) -> tuple[list[int], list[int]]:
    """The numbers of notes, and those of memos."""
    return [row.id for row in rows if row.id > 0], [-row.id for row in rows if row.id < 0]


def _tag(rows: Sequence["NoteRow"], change: "TagChange", store: "Store") -> str:
    notes, memos = _numbers(rows)
    with store.step(change.label):
        store.tags.attach(change.put, notes=notes, memos=memos)
        store.tags.detach(change.take, notes=notes, memos=memos)
    return ""
