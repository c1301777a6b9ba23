"""Every binding has an id, a label and a tooltip, is documented, and can be changed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from reader.i18n import SOURCE, spoken
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.keymap import _nodes as nodes
from reader.ui.keys import declared as declared_by
from reader.ui.keys import heading_of, key_name
from reader.ui.screens.feeds import FeedsScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.screens.sources import SourcesScreen
from reader.ui.widgets.lists.articles import ArticleList
from reader.ui.widgets.lists.facets import FacetPanel
from reader.ui.widgets.lists.query_input import QueryInput
from tests.ui.translated import translated
from tests.ui.waiting import settled, shown

BEFORE = {"y", "s", "U", "F"}
"""Keys that open a menu, named before the second key."""
DOCUMENTS = Path(__file__).parents[2] / "docs"
DECLARING: tuple[type[DOMNode], ...] = (
    ReaderApp,
    LibraryScreen,
    QuotesScreen,
    SourcesScreen,
    FeedsScreen,
    ArticleList,
    FacetPanel,
    QueryInput,
)


def declared() -> Iterator[Binding]:
    """The bindings of the main screens and their widgets."""
    for cls in DECLARING:
        for base in cls.__mro__:
            if base.__module__.startswith("reader."):
                yield from (one for one in base.__dict__.get("BINDINGS", ()) if isinstance(one, Binding))


def test_every_binding_is_complete() -> None:
    for binding in declared():
        assert binding.id, binding
        assert "." in binding.id, binding
        assert binding.description, binding
        assert binding.tooltip, binding
        assert heading_of(binding) != "Other", binding


def test_every_binding_is_documented() -> None:
    text = (DOCUMENTS / "keys.md").read_text(encoding="utf-8")
    missing = sorted({binding.id or "" for binding in declared() if f"`{binding.id}`" not in text})
    assert not missing


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("question_mark", "?"),
        ("ctrl+s", "^s"),
        ("enter", "⏎"),
        ("f3", "F3"),
        ("slash", "/"),
        ("G", "G"),
        ("up", "↑"),
    ],
)
def test_keys_are_named_as_people_read_them(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_a_keymap_changes_keys(library: Path, app_on: Callable[..., ReaderApp]) -> None:
    app = app_on(library, keymap={"library.star": "ctrl+b"})
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.pause()
        await pilot.press("s", "ctrl+b")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


async def test_help_finds_keys_by_what_they_do(library: Path, app_on: Callable[..., ReaderApp]) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark", *translated("Move to the trash")[:12])
        await pilot.pause()
        assert translated("Move to the trash") in shown(app)
        assert translated("Previous row") not in shown(app)


def test_every_key_of_the_desk_is_documented() -> None:
    from reader.ui.desk.screen import DeskScreen

    text = (DOCUMENTS / "keys.md").read_text(encoding="utf-8")
    bindings = (one for base in DeskScreen.__mro__ for one in base.__dict__.get("BINDINGS", ()))
    ids = {one.id for one in bindings if isinstance(one, Binding) and one.id}
    assert not sorted(name for name in ids if f"`{name}`" not in text)


async def test_the_palette_has_every_action_of_the_screen(
    library: Path, app_on: Callable[..., ReaderApp]
) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *translated("contrast"))
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert app.theme == "reader-contrast"
        await pilot.press("ctrl+p", *translated("Star", "what keys do"))
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        with Store(library) as store:
            assert store.articles.count("is:starred") == 1


async def test_the_tour_has_six_steps_and_ends(library: Path, app_on: Callable[..., ReaderApp]) -> None:
    app = app_on(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f6")
        for step in range(1, 7):
            await pilot.pause()
            assert translated(f"{step} of 6") in shown(app)
            await pilot.press("enter")
        await pilot.pause()
        assert not app.screen.is_modal


def every_binding() -> dict[str, list[Binding]]:
    """Every binding of the program that has an id, by it."""
    found: dict[str, list[Binding]] = {}
    for node in nodes():
        for binding in Binding.make_bindings(declared_by(node)):
            if binding.id and binding not in found.setdefault(binding.id, []):
                found[binding.id].append(binding)
    return found


def documented() -> Iterator[tuple[str, set[str], str]]:
    """The lines of the list of keys that tell of one action: its id, its keys, what it does."""
    for line in (DOCUMENTS / "keys.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
        if len(cells) == 3 and re.fullmatch(r"`[\w.]+`", cells[2]):
            yield (
                cells[2].strip("`"),
                {name.replace("\\|", "|") for name in re.findall(r"`([^`]+)`", cells[0])},
                cells[1],
            )


@pytest.mark.skipif(spoken() != SOURCE, reason="the list of keys is written in English")
def test_the_list_of_keys_tells_the_keys_that_there_are_and_what_they_do() -> None:
    known = every_binding()
    wrong: list[object] = []
    for number, keys, does in documented():
        bindings = known.get(number, [])
        there = {key_name(binding.key) for binding in bindings}
        if not bindings or not keys & there or (keys - there - BEFORE):
            wrong.append((number, keys, there))
        said = {f"{binding.description}: {binding.tooltip}".lower() for binding in bindings}
        if bindings and not any(does.lower().startswith(one) for one in said):
            wrong.append((number, does, said))
    assert wrong == []
