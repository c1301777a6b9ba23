"""Questions that several screens ask, with the change that follows from the answer: who spoke, which tags."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader import amounts
from reader.i18n import _
from reader.library.edits import as_stored
from reader.library.note_edits import TagChange
from reader.library.storing import assign_name
from reader.models import Source
from reader.ui.dialogs.source_picker import SourcePicker
from reader.ui.dialogs.tag_picker import TagPicker
from reader.ui.session import ReaderScreen

if TYPE_CHECKING:
    from reader.store import Store

Answer = TypeVar("Answer")


async def ask_source(screen: ReaderScreen, quote_ids: Sequence[int]) -> None:
    """Ask who spoke and assign these quotes."""

    def offered(store: "Store") -> tuple[list[Source], str, list[Source]]:
        rows = store.quotes.rows(quote_ids[:1])
        written = rows[0].speaker if rows else ""
        return store.sources.recent(), written, store.sources.suggest(written) if written else []

    def assign(source: Source, store: "Store") -> str:
        with store.step(_("Say that {name} spoke").format(name=source.name)):
            source_id = source.id or store.sources.add(source).id
            store.sources.assign(quote_ids, source_id)
        return ""

    recent, written, likely = await read(screen, offered)
    source = await screen.app.push_screen_wait(SourcePicker(recent, written=written, likely=likely))
    if source is not None:
        screen.change(partial(assign, source))


async def ask_name(screen: ReaderScreen, quote_ids: Sequence[int]) -> None:
    """Ask who all are that are named as the speakers of these quotes, and give them to that source."""
    from reader.ui.dialogs.name_picker import NamePicker  # loaded when it is first asked for

    def offered(store: "Store") -> tuple[list[Source], list[str], int, list[Source]]:
        names = store.voices.names_of(quote_ids)
        likely = store.sources.suggest(names[0], limit=3) if names else []
        return store.sources.recent(), names, store.quotes.get(quote_ids[0]).article_id, likely

    def assign(source: Source, store: "Store") -> str:
        from reader.library.register import said_by  # only where a name is given to a source

        names = store.voices.names_of(quote_ids)
        with store.step(_("Give all of {written} to {name}").format(written=names[0], name=source.name)):
            stored = assign_name(quote_ids, source, names, near, store, as_stored)
        return said_by(stored) if stored else ""

    recent, names, near, likely = await read(screen, offered)
    if not names:
        screen.notify(_("The text names nobody here: p says who spoke."), severity="warning", timeout=4)
        return
    source = await screen.app.push_screen_wait(NamePicker(recent, names[0], 0, names, near, likely))
    if source is not None:
        screen.change(partial(assign, source))


async def ask_tags(screen: ReaderScreen, *, articles: Sequence[int] = (), quotes: Sequence[int] = ()) -> None:
    """Ask for tags and put or take them."""

    def offered(store: "Store") -> TagPicker:
        counted, ids = (amounts.articles, articles) if articles else (amounts.quotes, quotes)
        on = counted(len(ids)) if len(ids) > 1 else ""
        common = store.tags.common(articles=articles, quotes=quotes)
        return TagPicker(store.tags.recent(), store.tags.all(), common, on=on)

    def tag(change: TagChange, store: "Store") -> str:
        with store.step(_("Tag")):
            store.tags.attach(change.put, articles=articles, quotes=quotes)
            store.tags.detach(change.take, articles=articles, quotes=quotes)
        return ""

    change = await screen.app.push_screen_wait(await read(screen, offered))
    if change is not None:
        screen.change(partial(tag, change))


async def ask_check(screen: ReaderScreen, quote_ids: Sequence[int]) -> None:
    """Ask whether these quotes are right, as the desk asks of one, and say so of all of them."""
    from reader.library.check_edits import CheckResult, check_stored  # loaded when it is first asked for
    from reader.ui.dialogs.check import dialog_on

    def keep(result: CheckResult, store: "Store") -> str:
        check_stored(store, quote_ids, result)
        quotes = amounts.quotes(len(quote_ids), digits=True)
        return _("{quotes}: {state}.").format(quotes=quotes, state=result.verification.label)

    result = await screen.app.push_screen_wait(await read(screen, partial(dialog_on, quote_ids)))
    if result is not None:
        screen.change(partial(keep, result))


async def read(screen: ReaderScreen, question: Callable[["Store"], Answer]) -> Answer:
    """Read from the library in a thread, without waiting for what is still to be written."""

    def answered() -> Answer:
        with screen.session.store() as store:
            return question(store)

    return await asyncio.to_thread(answered)
