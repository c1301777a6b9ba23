"""What the codebook changes: names, colours, meanings, places of tags; each one step to undo."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader import amounts
from reader.i18n import _, pgettext
from reader.models import Tag
from reader.ui.keys import task
from reader.ui.screens.list_screen import ListScreen
from reader.ui.widgets.lists.codes import CodeRow
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

CODE_KEYS = task(
    _("Change"),
    Binding("a", "add", pgettext("what keys do", "Add"), tooltip=_("Enter a tag"), id="codebook.add"),
    Binding("I", "edit", _("Facts"), tooltip=_("Name, colour, what it is put on"), id="codebook.edit"),
    Binding("greater_than_sign", "move", pgettext("what keys do", "Move"),
            tooltip=_("Under another tag, with all below it"), id="codebook.move"),
    Binding("less_than_sign", "out", _("Move out"), tooltip=_("One level up"), id="codebook.out", show=False),
    Binding("m", "merge", _("Merge"), tooltip=_("Let another tag take its place"), id="codebook.merge"),
    Binding("left_curly_bracket,ctrl+up", "shift(-1)", _("Earlier"), tooltip=_("Before the one above it"),
            id="codebook.earlier", show=False),
    Binding("right_curly_bracket,ctrl+down", "shift(1)", _("Later"), tooltip=_("Behind the one below it"),
            id="codebook.later", show=False),
    Binding("d,delete", "remove", _("Remove"), tooltip=_("With all below it, from everything"),
            id="codebook.remove"),
    Binding("e", "export", _("Export"), tooltip=_("A codebook for other programs"), id="codebook.export",
            show=False),
    Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="codebook.undo"),
    Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="codebook.redo", show=False),
)  # fmt: skip
TOP = _("(the top)")
"""What stands for no tag above."""
EXPORTED = pgettext("name of a file", "codebook") + ".qdc"
EXPORT_HINT = _("A file: .qdc for MAXQDA, ATLAS.ti, NVivo; .csv for Taguette")


class CodeChanges(ListScreen, abstract=True):
    """The changes; the screen that derives from it has the list."""

    every_tag: Sequence[Tag] = ()
    """All tags and the levels above them."""
    shown_rows: "dict[int, CodeRow]" = {}
    """The lines that are listed."""

    @property
    def current(self) -> CodeRow | None:
        """The line under the cursor."""
        return self.shown_rows.get(self.rows.current_id)

    def id_of(self, path: str) -> int:
        """The line of a tag, 0 where it is not listed."""
        return next((row.id for row in self.shown_rows.values() if row.tag.path == path), 0)

    def pop_paths(self) -> list[str]:
        """The tags that are chosen, which are chosen no longer."""
        return [self.shown_rows[number].tag.path for number in self.pop_chosen()]

    def _known(self) -> frozenset[str]:
        return frozenset(tag.path for tag in self.every_tag)

    @work(group="ask", exit_on_error=False)
    async def action_add(self) -> None:
        """Ask for a tag and enter it, beside the current one."""
        from reader.library import codebook
        from reader.ui.dialogs.code_form import CodeForm  # not before it is wanted

        above = self.current.tag.path.rpartition("/")[0] if self.current else ""
        new = Tag(f"{above}/" if above else "")
        code = await self.app.push_screen_wait(CodeForm(_("New tag"), new))
        if code is not None:
            self._change_and_go(lambda store: codebook.make(store, code), code.path)

    @work(group="ask", exit_on_error=False)
    async def action_edit(self) -> None:
        """Edit the current tag."""
        from reader.library import codebook
        from reader.ui.dialogs.code_form import CodeForm  # not before it is wanted

        row = self.current
        if row is None:
            return
        before = row.tag.path
        code = await self.app.push_screen_wait(CodeForm(_("Tag"), row.tag, self._known()))
        if code is not None:
            self._change_and_go(lambda store: codebook.edit(store, before, code), code.path)

    @work(group="ask", exit_on_error=False)
    async def action_move(self) -> None:
        """Ask under which tag what is chosen belongs."""
        from reader.library import codebook

        paths = self.pop_paths()
        others = [one for one in self._others(paths) if not _is_below(one, paths)]
        parent = await self._which(_("Move {tags} under").format(tags=_told(paths)), others, top=TOP)
        if parent is not None:
            self._change_and_go(
                lambda store: codebook.move_under(store, paths, parent), _moved(paths[0], parent)
            )

    def action_out(self) -> None:
        """Move the current tag one level up."""
        from reader.library import codebook

        row = self.current
        if row is None:
            return
        path = row.tag.path
        above = path.rpartition("/")[0]
        if not above:
            self.notify(_("That is at the top already."), markup=False)
            return
        parent = above.rpartition("/")[0]
        self._change_and_go(lambda store: codebook.move_under(store, [path], parent), _moved(path, parent))

    @work(group="ask", exit_on_error=False)
    async def action_merge(self) -> None:
        """Ask which tag takes the place of what is chosen."""
        from reader.library import codebook

        paths = self.pop_paths()
        into = await self._which(_("Merge {tags} into").format(tags=_told(paths)), self._others(paths))
        if into is not None:
            self._change_and_go(lambda store: codebook.merge(store, paths, into), into)

    def action_shift(self, by: int) -> None:
        """Move the current tag before or behind its neighbour."""
        from reader.library import codebook

        if (row := self.current) is not None:
            path = row.tag.path
            self._change_and_go(lambda store: codebook.shift(store, path, by), path)

    def action_remove(self) -> None:
        """Remove what is chosen, with all below it."""
        from reader.library import codebook

        paths = self.pop_paths()

        def remove(store: "Store") -> str:
            codebook.remove(store, paths)
            return _("{tags} removed; u takes it back.").format(tags=_told(paths))

        self.change_rows(remove)

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for a file and write the code book."""
        from reader.library.codebook_files import write  # the formats
        from reader.ui.dialogs.files import ask_file

        target = await ask_file(self, _("Write the codebook to"), EXPORT_HINT, EXPORTED)
        if target is None:
            return

        def written() -> Path:
            with self.session.store() as store:
                return write(store, target, force=True)

        path = await asyncio.to_thread(written)
        self.notify(visible(_("Written: {path}").format(path=path)), timeout=6, markup=False)

    async def _which(self, heading: str, paths: Sequence[str], top: str = "") -> str | None:
        from reader.ui.dialogs.tag_target import TagTarget  # not before it is wanted

        return await self.app.push_screen_wait(TagTarget(heading, paths, top=top))

    def _others(self, paths: Sequence[str]) -> list[str]:
        return [tag.path for tag in self.every_tag if tag.path not in paths]

    def _change_and_go(self, do: Callable[["Store"], object], path: str) -> None:
        """Change the tags; the cursor goes to `path` when they are read again."""

        def change(store: "Store") -> str:
            do(store)
            found = next((tag for tag in store.tags.all() if tag.path == path), None)
            if found is not None:
                self._wanted_id = found.id
            return ""

        self.change(change)

    _wanted_id = 0
    """The tag to which the cursor goes."""

    def show_changed(self) -> None:
        """Read the tags again; the cursor goes to the changed one, or stays on its own."""
        wanted, self._wanted_id = self._wanted_id, 0
        self.reload(current=wanted or self.rows.current_id)


def _is_below(path: str, others: Sequence[str]) -> bool:
    return any(path.startswith(f"{other}/") for other in others)


def _moved(path: str, parent: str) -> str:
    name = path.rpartition("/")[2]
    return f"{parent}/{name}" if parent else name


def _told(paths: Sequence[str]) -> str:
    return f"#{paths[0]}" if len(paths) == 1 else amounts.tags(len(paths))
