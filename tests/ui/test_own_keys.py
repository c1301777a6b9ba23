"""Keys of one's own through the keys: tags and chains, in one step each, told by footer, help and palette."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import _ansi_sequences, events
from textual._xterm_parser import XTermParser

from reader.own_keys import own_keys
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.keymap import problems
from reader.ui.keys import keys_on
from reader.ui.own_keys import heed
from reader.ui.widgets.note_editor import NoteEditor
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown

AppOn = Callable[..., ReaderApp]
TAGS = own_keys("tags", {"alt+r": "politik/rente"})
CHAINS = own_keys(
    "chains", {"alt+k": "tag bad, frage; accept; next", "alt+n": "reject; note", "alt+x": "tag weg; next"}
)


def tags(path: Path, quote: int = 0, article: int = 0) -> tuple[str, ...]:
    with Store(path) as store:
        return store.quotes.get(quote).tags if quote else store.articles.get(article).tags


async def test_one_key_tags_the_quote_and_takes_the_tag_off_again(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=TAGS, chains=CHAINS)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        number = app.screen.desk.current
        await pilot.press("alt+r")
        await settled(pilot)
        assert tags(library, number) == ("politik/rente",)
        await pilot.press("alt+r")
        await settled(pilot)
        assert tags(library, number) == ()
        await pilot.press("u")
        await settled(pilot)
        assert tags(library, number) == ("politik/rente",)


async def test_a_chain_is_one_step_and_goes_on(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=TAGS, chains=CHAINS)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        first = app.screen.desk.current
        await pilot.press("alt+k")
        await settled(pilot)
        second = app.screen.desk.current
        assert second not in (0, first)
        with Store(library) as store:
            assert (store.quotes.get(first).tags, store.quotes.get(first).status) == (
                ("bad", "frage"), "accepted"
            )  # fmt: skip
        await pilot.press("full_stop")
        await settled(pilot)
        assert tags(library, second) == ("bad", "frage"), "a full stop repeats it on the next quote"
        await pilot.press("u", "u")
        await settled(pilot)
        with Store(library) as store:
            assert (store.quotes.get(first).tags, store.quotes.get(first).status) == ((), "suggested")


async def test_a_chain_may_end_in_a_note(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=TAGS, chains=CHAINS)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        number = app.screen.desk.current
        await pilot.press("alt+n")
        await settled(pilot)
        assert app.screen.query(NoteEditor)
        await pilot.press(*"nein", "alt+r", "escape")
        await settled(pilot)
        with Store(library) as store:
            quote = store.quotes.get(number)
            assert (quote.status, quote.tags) == ("rejected", ()), "a key with alt does not leave the note"
            assert [note.body for note in store.notes.on(number)] == ["nein"]


async def test_lists_have_them_too_on_all_that_is_chosen(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=TAGS, chains=CHAINS)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("v", "v", "alt+r")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("tag:politik/rente") == 2
        await pilot.press("u", "escape", "g", "alt+x")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("tag:politik/rente") == 0
            assert store.articles.count("tag:weg") == 1
        await pilot.press("f4", "v", "v", "alt+k")
        await settled(pilot)
        with Store(library) as store:
            assert len(store.quotes.ids("tag:bad tag:frage status:accepted")) == 2
        await pilot.press("u")
        await settled(pilot)
        with Store(library) as store:
            assert len(store.quotes.ids("tag:bad")) == 0


async def test_footer_help_and_palette_know_them(library: Path, app_on: AppOn) -> None:
    app = app_on(library, tags=TAGS, chains=CHAINS)
    async with app.run_test(size=(200, 40)) as pilot:
        await settled(pilot)
        assert "alt+r #politik/rente" in shown(app).splitlines()[-1]
        own = {key.binding.description: key.keys for key in keys_on(app.screen)}
        assert own["#politik/rente"] == ("alt+r",)
        assert f"{translated('Reject')}; {translated('Note')}".lower() not in map(str.lower, own), (
            "what decides about quotes is for quotes"
        )
        await pilot.press("question_mark")
        await settled_dialog(pilot)
        await pilot.press(*translated("Keys of your own"))
        await settled(pilot)
        assert translated("Keys of your own") in shown(app)
        assert "#politik/rente" in shown(app)


@pytest.mark.parametrize(
    ("table", "key", "does", "said"),
    [
        ("tags", "alt+r", "a", ""),
        ("tags", "ctrl+b", "a", ""),
        ("tags", "%", "a", "% “#a” library.best"),
        (
            "tags",
            "j",
            "a",
            "[tags] j “#a” desk.line_down facets.down list.down",
        ),
        ("chains", "%", "accept", ""),
        ("chains", "r", "accept; next", "r quotes.reopen"),
        ("tags", "?", "a", "? app.help"),
        ("tags", "alt+nokey", "a", "alt+nokey"),
    ],
)
def test_collisions_are_told_as_those_of_the_keymap(table: str, key: str, does: str, said: str) -> None:
    found = problems({}, own_keys(table, {key: does}))
    assert len(found) == bool(said)
    assert not said or all(word.strip("“”") in found[0] for word in said.split())


def test_a_key_that_was_moved_away_is_free() -> None:
    own = own_keys("tags", {"%": "a"})
    assert problems({"library.best": "ctrl+b"}, own) == []
    assert says(problems({"library.star": "alt+r"}, own_keys("tags", {"alt+r": "a"}))[0], " has it too.")


@pytest.mark.parametrize("key", ["alt+b", "alt+f", "alt+1"])
def test_alt_comes_as_a_terminal_sends_it(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "textual._xterm_parser.ANSI_SEQUENCES_KEYS", table := dict(_ansi_sequences.ANSI_SEQUENCES_KEYS)
    )
    monkeypatch.setattr(_ansi_sequences, "ANSI_SEQUENCES_KEYS", table)
    assert keys_read(f"\x1b{key[-1]}") != [key]
    heed(key)
    assert keys_read(f"\x1b{key[-1]}") == [key]
    heed("f10")
    assert keys_read("\x1b[1;5D") == ["ctrl+left"]


@pytest.mark.parametrize("key", ["alt+b", "alt+f", "alt+1"])
def test_alt_works_in_the_keymap_too(
    key: str, library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "textual._xterm_parser.ANSI_SEQUENCES_KEYS", table := dict(_ansi_sequences.ANSI_SEQUENCES_KEYS)
    )
    monkeypatch.setattr(_ansi_sequences, "ANSI_SEQUENCES_KEYS", table)
    app_on(library, keymap={"library.star": f"ctrl+b, {key}"})
    assert keys_read(f"\x1b{key[-1]}") == [key]


def keys_read(sent: str) -> list[str]:
    """The keys that the program reads when a terminal sends this."""
    parser = XTermParser()
    read = [*parser.feed(sent), *parser.feed("")]
    return [event.key for event in read if isinstance(event, events.Key)]
