"""What the library screen changes on articles, one or many: star, state, tags, trash, detection."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader.i18n import _, ngettext, number
from reader.rows import ArticleState
from reader.ui.leaving import open_in_browser
from reader.ui.places import (
    AgreementWanted,
    LedgerWanted,
    ManuscriptWanted,
    StoryWanted,
    VersionsWanted,
)
from reader.ui.screens.importing import Importing
from reader.ui.screens.list_exporting import ListExporting
from reader.ui.screens.list_state import VIEW_NAMES
from reader.ui.widgets.lists.articles import ArticleList
from reader.visible import visible

if TYPE_CHECKING:
    from reader.store import Store

IN_TRASH = frozenset({"purge", "restore"})
NOT_IN_TRASH = frozenset(
    {"own", "trash", "tag", "star", "done", "redetect", "export", "facts", "lift", "open_address"}
)


class LibraryChanges(ListExporting, Importing, abstract=True):
    """The changes; the screen that derives from it has the list."""

    OWN_KEYS = "tags"

    @property
    def articles(self) -> ArticleList:
        """The list."""
        raise NotImplementedError

    @property
    def shows_trash(self) -> bool:
        """Whether the list is the trash."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the trash one can put back and delete; elsewhere the other changes."""
        if action in IN_TRASH:
            return self.shows_trash and bool(self.articles.ids)
        if action in ("story", "versions"):
            return not self.shows_trash and bool(self.articles.ids)
        if action == "keep_search":
            return bool(self.list_state.query)
        if action in NOT_IN_TRASH:
            return not self.shows_trash and bool(self.articles.ids)
        return True

    def action_story(self) -> None:
        """Show who else tells what the article tells."""
        self.post_message(StoryWanted(self.articles.current_id))

    def action_versions(self) -> None:
        """Show what changed in the article."""
        self.post_message(VersionsWanted(self.articles.current_id))

    def action_manuscript(self) -> None:
        """Ask for a draft, and check its quotations."""
        self.post_message(ManuscriptWanted())

    def action_ledger(self) -> None:
        """Ask for a ledger, and show what is to be checked."""
        self.post_message(LedgerWanted())

    def action_star(self) -> None:
        """Star what is chosen; if all of it is starred, take the stars away."""
        ids = self.articles.chosen_ids

        def star(store: "Store") -> str:
            starred = not all(row.starred for row in store.articles.row_by_row(ids))
            label = ngettext("Unstar one article", "Unstar {count} articles", len(ids))
            if starred:
                label = ngettext("Star one article", "Star {count} articles", len(ids))
            with store.step(label.format(count=number(len(ids)))):
                store.articles.update(ids, starred=starred)
            return ""

        self.change(star)

    def action_done(self) -> None:
        """Mark what is chosen as read; if all of it is, as unread."""
        ids = self.articles.chosen_ids

        def mark(store: "Store") -> str:
            done = all(row.state is ArticleState.DONE for row in store.articles.row_by_row(ids))
            state = ArticleState.UNREAD if done else ArticleState.DONE
            label = ngettext("Mark one article done", "Mark {count} articles done", len(ids))
            if done:
                label = ngettext("Mark one article unread", "Mark {count} articles unread", len(ids))
            with store.step(label.format(count=number(len(ids)))):
                store.articles.update(ids, state=state)
            return ""

        self.change(mark)

    def action_open_address(self) -> None:
        """Open the current article in the browser, where it appeared."""
        article_id = self.articles.current_id

        def open_it(store: "Store") -> str:
            from reader.library.opening import address_to_open  # all formats

            address = address_to_open(store.articles.get(article_id))
            open_in_browser(self.app, address)
            return _("Opened in the browser: {address}").format(address=address)

        self.change(open_it)

    @work(group="ask", exit_on_error=False)
    async def action_facts(self) -> None:
        """Put right what is known of the current article."""
        await self.ask_facts(self.articles.current_id)

    def action_lift(self) -> None:
        """Lift what holds back what is chosen; where nothing of it is held back, take that back."""
        ids = self.articles.chosen_ids

        def lift(store: "Store") -> str:
            from reader.library import facts  # only where an embargo is lifted

            if count := facts.lift(store, ids):
                told = ngettext(
                    "Lifted: it may be used. u takes it back.",
                    "Lifted: {count} articles may be used. u takes it back.",
                    count,
                )
                return told.format(count=number(count))
            again = facts.hold_again(store, ids)
            return _("Held back again.") if again else _("Nothing of this is held back.")

        self.change(lift)

    @work(group="ask", exit_on_error=False)
    async def action_export(self) -> None:
        """Ask for format and file, and write what is chosen."""
        from reader.library.dossiers import Selection  # not for the first paint
        from reader.library.file_stems import stem_of_articles  # not for the first paint
        from reader.ui.dialogs.questions import read  # not for the first paint

        ids = tuple(self.rows.chosen_ids)
        shown = self.list_state
        within = shown.typed or (VIEW_NAMES[shown.view] if shown.view else "")
        stem = await read(self, partial(stem_of_articles, ids=ids, within=within))
        await self.export(lambda _store, accepted: Selection(ids, accepted=accepted), stem)

    def action_trash(self) -> None:
        """Move what is chosen to the trash."""
        ids = self.pop_chosen()

        def trash(store: "Store") -> str:
            store.articles.trash(ids)
            told = ngettext(
                "One article moved to the trash. u takes it back.",
                "{count} articles moved to the trash. u takes it back.",
                len(ids),
            )
            return told.format(count=number(len(ids)))

        self.change_rows(trash)

    def action_restore(self) -> None:
        """Take what is chosen out of the trash."""
        ids = self.pop_chosen()

        def restore(store: "Store") -> str:
            store.articles.restore(ids)
            told = ngettext("One article put back.", "{count} articles put back.", len(ids))
            return told.format(count=number(len(ids)))

        self.change_rows(restore)

    @work(group="ask", exit_on_error=False)
    async def action_tag(self) -> None:
        """Ask for tags and put or take them on what is chosen."""
        from reader.ui.dialogs.questions import ask_tags  # not for the first paint

        await ask_tags(self, articles=self.articles.chosen_ids)

    def action_own(self, key: str) -> None:
        """Put and take tags on what is chosen, as the configuration says of a key."""
        from reader.library.chains import play_on_articles  # few have such keys

        own, ids = self.own_key(key), self.articles.chosen_ids
        if not self.articles.selection.ids:
            self.articles.action_move(own.moves)

        def played(store: "Store") -> str:
            play_on_articles(store, ids, own)
            told = ngettext(
                "{steps}: one article; u takes it back.",
                "{steps}: {count} articles; u takes it back.",
                len(ids),
            )
            return told.format(steps=own.told, count=number(len(ids)))

        self.change(played)

    def action_redetect(self) -> None:
        """Look for quotes again in what is chosen."""
        self.detect_again(self.pop_chosen())

    @work(group="ask", exit_on_error=False)
    async def action_keep_search(self) -> None:
        """Name the search and keep it among the views, under a name."""
        from reader.ui.dialogs.ask import Ask  # not for the first paint

        query = self.list_state.query
        name = await self.app.push_screen_wait(
            Ask(_("Keep this search"), _("{query}\nEnter keeps · Esc leaves").format(query=query))
        )
        if name:
            await asyncio.to_thread(self.session.keep_search, name, query)
            self.reload()

    @work(group="ask", exit_on_error=False)
    async def action_agree(self) -> None:
        """Ask for another library, and show both decisions side by side."""
        from reader.ui.dialogs.ask import Ask  # not for the first paint

        hint = _("The file of the second coder's library; it is only read.\nEnter compares · Esc leaves")
        if name := await self.app.push_screen_wait(Ask(_("Compare with another library"), hint)):
            other = Path(name).expanduser()
            if other.is_file():
                self.post_message(AgreementWanted(other))
            else:
                self.notify(
                    visible(_("There is no library at {name}.").format(name=name)),
                    severity="warning",
                    markup=False,
                )

    @work(group="ask", exit_on_error=False)
    async def action_purge(self) -> None:
        """Delete what is chosen for good, after asking."""
        from reader.library.originals import purge  # neither is for the first paint
        from reader.ui.dialogs.ask import Confirm

        ids = self.pop_chosen()
        question = ngettext(
            "Delete one article for good, with quotes and notes? This cannot be undone.",
            "Delete {count} articles for good, with quotes and notes? This cannot be undone.",
            len(ids),
        )
        if await self.app.push_screen_wait(Confirm(question.format(count=number(len(ids))))):

            def delete(store: "Store") -> str:
                purge(store, ids)
                told = ngettext("One article deleted.", "{count} articles deleted.", len(ids))
                return told.format(count=number(len(ids)))

            self.change(delete)
