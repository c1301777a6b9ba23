"""What the screen of feeds changes: subscribe, edit, remove, switch off, mark as read, lists (OPML)."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from reader.feeds import Feed, FeedRow, in_folder
from reader.i18n import _, ngettext, number, pgettext
from reader.ui.dialogs.ask import Ask
from reader.ui.feed_news import RefreshWanted
from reader.ui.keys import task
from reader.ui.screens.list_screen import ListScreen
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

FEED_KEYS = task(
    _("Change"),
    Binding("a", "add", _("Subscribe"), tooltip=_("To a feed, or to one that a site names"), id="feeds.add"),
    Binding("I", "edit", _("Facts"), tooltip=_("Name, folder, tags, days to keep, off"), id="feeds.edit"),
    Binding(
        "r",
        "pause",
        pgettext("what keys do", "Off"),
        tooltip=_("Do not ask it any more, or do again"),
        id="feeds.off",
    ),
    Binding("M", "read_all", _("All read"), tooltip=_("Mark all its articles as read"), id="feeds.read"),
    Binding(
        "d,delete", "remove", _("Remove"), tooltip=_("End the subscription; articles stay"), id="feeds.remove"
    ),
    Binding("u", "undo", _("Undo"), tooltip=_("Take the last change back"), id="feeds.undo"),
    Binding("ctrl+r", "redo", _("Redo"), tooltip=_("Do it again"), id="feeds.redo", show=False),
    Binding(
        "i",
        "import_list",
        _("Import"),
        tooltip=_("A list (OPML) of another program"),
        id="feeds.import",
        show=False,
    ),
    Binding(
        "e",
        "export_list",
        _("Export"),
        tooltip=_("A list (OPML) for other programs"),
        id="feeds.export",
        show=False,
    ),
)
ADDRESS_HINT = _("The address of a feed, or of a site that has one.\nEnter subscribes · Esc leaves")
FILE_HINT = _("A file (.opml).\nEnter goes on · Esc leaves")
EXPORTED = "~/feeds.opml"


class FeedChanges(ListScreen, abstract=True):
    """The changes; the screen that derives from it has the list."""

    def tree_rows(self) -> Sequence[FeedRow]:
        """All rows that there are."""
        raise NotImplementedError

    @property
    def current(self) -> FeedRow | None:
        """The row under the cursor."""
        return next((row for row in self.tree_rows() if row.id == self.rows.current_id), None)

    def chosen_feeds(self, *, keep: bool = False) -> list[Feed]:
        """The feeds that are chosen, those in chosen folders too; chosen no longer unless `keep`."""
        ids = self.rows.chosen_ids if keep else self.pop_chosen()
        rows = [row for row in self.tree_rows() if row.id in ids]
        folders = [row.folder for row in rows if row.feed is None]
        feeds = [row.feed for row in rows if row.feed is not None]
        inside = [one for one in self.every_feed() if any(in_folder(one.folder, path) for path in folders)]
        return list({feed.id: feed for feed in (*feeds, *inside)}.values())

    def every_feed(self) -> Sequence[Feed]:
        """All feeds, also those in closed folders."""
        raise NotImplementedError

    def show_changed(self) -> None:
        """Read the list again; the cursor stays on its row, wherever that stands now."""
        self.reload(current=self.rows.current_id)

    @work(group="ask", exit_on_error=False)
    async def action_add(self) -> None:
        """Ask for an address, and subscribe to the feed there or to one that the page there names."""
        address = await self.app.push_screen_wait(Ask(_("Subscribe to a feed"), ADDRESS_HINT))
        if not address:
            return
        self.notify(_("Looking for the feed …"), timeout=3, markup=False)
        feed = await self._found(address)
        if feed is None:
            return
        if any(one.address == feed.address for one in self.every_feed()):
            self.notify(
                _("That is subscribed to already, as “{name}”.").format(name=visible(feed.name)), markup=False
            )
        here = self.current.folder if self.current else ""
        stored = await self.session.write(lambda store: store.feeds.add(replace(feed, folder=here)))
        self.reload(current=stored.id)
        self.post_message(RefreshWanted([stored.id]))

    async def _found(self, address: str) -> Feed | None:
        """The feed at an address, asked for where a site names several; None where nobody answers."""
        from reader.library.subscribing import chosen, offer_at  # lxml and its like
        from reader.ui.dialogs.feed_form import FoundFeedPicker

        allowed = self.session.config.allow_private
        offer = await asyncio.to_thread(offer_at, address, allow_private=allowed)
        if offer.feed is not None:
            return offer.feed
        place: int | None = 0
        if len(offer.found) > 1:
            named = [(one.title, one.address) for one in offer.found]
            place = await self.app.push_screen_wait(FoundFeedPicker(named))
        if place is None:
            return None
        return await asyncio.to_thread(chosen, offer.found[place], allow_private=allowed)

    @work(group="ask", exit_on_error=False)
    async def action_edit(self) -> None:
        """Edit the current feed; of a folder, its name."""
        from reader.ui.dialogs.feed_form import FeedForm  # not before it is wanted

        row = self.current
        if row is None:
            return
        if row.feed is None:
            await self._rename_folder(row)
            return
        edited = await self.app.push_screen_wait(FeedForm(row.feed))
        if edited is not None:
            self.change(lambda store: _edited(store, edited))

    async def _rename_folder(self, row: FeedRow) -> None:
        wanted = await self.app.push_screen_wait(
            Ask(_("Folder"), _("Its path, such as Politik/Ausland.\nEnter keeps · Esc leaves"), row.folder)
        )
        if wanted is None or wanted == row.folder:
            return
        feeds = [feed for feed in self.every_feed() if in_folder(feed.folder, row.folder)]

        def move(store: "Store") -> str:
            with store.step(_("Rename folder {folder}").format(folder=row.folder)):
                for feed in feeds:
                    store.feeds.update([feed.id], folder=wanted + feed.folder[len(row.folder) :])
            return ""

        self.change(move)

    def action_pause(self) -> None:
        """Switch the chosen feeds off, or on where all of them are off."""
        feeds = self.chosen_feeds()
        is_off = not all(feed.is_off for feed in feeds)
        ids = [feed.id for feed in feeds]

        def pause(store: "Store") -> str:
            count = store.feeds.update(ids, is_off=is_off)
            told = ngettext("{count} feed on.", "{count} feeds on.", count)
            if is_off:
                told = ngettext("{count} feed off.", "{count} feeds off.", count)
            return told.format(count=number(count))

        self.change(pause)

    def action_read_all(self) -> None:
        """Mark every unread article of what is chosen as read."""
        names = [feed.name.replace('"', '""') for feed in self.chosen_feeds()]

        def mark(store: "Store") -> str:
            with store.step(_("Mark feeds as read")):
                found = [
                    one
                    for name in names
                    for one in store.articles.ids(f'is:unread feed:"{name}"')  # not shown: the search
                ]
                store.articles.update(found, state="done")
            told = ngettext(
                "{count} article read; u takes it back.",
                "{count} articles read; u takes it back.",
                len(found),
            )
            return told.format(count=number(len(found)))

        self.change(mark)

    def action_remove(self) -> None:
        """End the subscription to what is chosen."""
        ids = [feed.id for feed in self.chosen_feeds()]

        def remove(store: "Store") -> str:
            store.feeds.remove(ids)
            told = ngettext(
                "{count} feed removed; u takes it back.", "{count} feeds removed; u takes it back.", len(ids)
            )
            return told.format(count=number(len(ids)))

        if ids:
            self.change(remove)

    @work(group="ask", exit_on_error=False)
    async def action_import_list(self) -> None:
        """Subscribe to all feeds of a list from another program."""
        from reader.library.feed_lists import list_at, subscribe_all  # lxml and its like

        path = await self.app.push_screen_wait(Ask(_("Import feeds"), FILE_HINT))
        if not path:
            return
        feeds = await asyncio.to_thread(list_at, path)
        imported = await self.session.write(lambda store: subscribe_all(store, feeds))
        self.after_change(_came_in(len(imported.new), imported.known, imported.problems))

    @work(group="ask", exit_on_error=False)
    async def action_export_list(self) -> None:
        """Write all feeds as a list for other programs."""
        from reader.library.feed_lists import list_for_others, write_list  # the formats

        path = await self.app.push_screen_wait(Ask(_("Export feeds"), FILE_HINT, EXPORTED))
        if not path:
            return
        written = await self.session.write(list_for_others)
        await asyncio.to_thread(write_list, Path(path).expanduser(), written.text)
        told = _("Written: {path}.").format(path=path)
        if written.hidden:
            left_out = ngettext(
                "{count} left out, whose address names who is covered.",
                "{count} left out, whose address names who is covered.",
                written.hidden,
            )
            told += " " + left_out.format(count=number(written.hidden))
        self.notify(told, markup=False)


def _came_in(new: int, known: int, problems: Sequence[str]) -> str:
    """What a list brought, in words."""
    told = ngettext("{count} feed came in. N asks them.", "{count} feeds came in. N asks them.", new)
    if known:
        told = ngettext(
            "{count} feed came in, {known} were there already. N asks them.",
            "{count} feeds came in, {known} were there already. N asks them.",
            new,
        )
    left_out = _("Left out: {problem}").format(problem=problems[0]) if problems else ""
    return " ".join(filter(None, (told.format(count=number(new), known=number(known)), left_out)))


def _edited(store: "Store", feed: Feed) -> str:
    with store.step(_("Edit feed “{name}”").format(name=feed.name)):
        if store.feeds.get(feed.id).name != feed.name:
            store.feeds.rename(feed.id, feed.name)
        store.feeds.update(
            [feed.id], folder=feed.folder, tags=feed.tags, keep_days=feed.keep_days, is_off=feed.is_off
        )
    return ""
