"""Every screen and dialog, opened by its keys at 80 columns, in the language of the process.

No word of the program is cut there, and in another language than English none is left in English: what is
looked for are screens, keys and data, so that this runs in every language that there is.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from babel.messages.mofile import read_mo
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from reader.cells import cells
from reader.config import HandedCommand
from reader.feeds import Feed
from reader.i18n import DOMAIN, SOURCE, catalogues, languages, spoken
from reader.library.adding import add_locations
from reader.library.detecting import DetectionSettings
from reader.library.following import follow_new_text
from reader.library.ledgers.drafting import take_draft
from reader.models import Article, Memo, Note, Quote, QuoteType, Source, SourceKind, Span
from reader.models.articles import Link
from reader.store import Store
from reader.ui import desk, dialogs, screens
from reader.ui.app import ReaderApp
from tests.copies import CAREFUL, HURRY, SLOPPY, add_copy
from tests.ui.desk.conftest import ARTICLE, QUOTES
from tests.ui.desk.test_listening import TALK
from tests.ui.test_versions import NEW, OLD, passage
from tests.ui.waiting import settled, shown

AppOn = Callable[..., ReaderApp]
DRAFT = "Das Bad\n\nAnna Weber, 43, sagte: „Wir haben lange gewartet“.\n\nDie Halle ist leer.\n"
DESK, TALK_DESK, CHANGED, COPY = "desk", "talk", "changed", "copy"
"""Articles that a way begins on."""
WAYS: dict[str, tuple[str, ...]] = {
    "LibraryScreen": ("f3",),
    "LibraryScreen, filters": ("f3", "f"),
    "AddDialog": ("f3", "a"),
    "TagPicker": ("f3", "t"),
    "FactsForm": ("f3", "I"),
    "ExportDialog": ("f3", "e"),
    "Ask": ("f3", "2", "ctrl+s"),
    "Confirm": ("f3", "d", "5", "d"),
    "Ask, second coder": ("f3", "1", "Y"),
    "ManuscriptDialog": ("f3", "C"),
    "LedgerPicker": ("f3", "J"),
    "LedgerScreen": ("f3", "J", "enter"),
    "EvidenceForm": ("f3", "J", "enter", "m"),
    "AllegationForm": ("f3", "J", "enter", "n"),
    "Ask, published": ("f3", "J", "enter", "P"),
    "HelpScreen": ("f3", "question_mark"),
    "Tour": ("f3", "f6"),
    "Tour, its end": ("f3", "f6", "l", "l", "l", "l", "l"),
    "SettingsDialog": ("f3", "comma"),
    "ActionPalette": ("f3", "ctrl+p"),
    "QuotesScreen": ("f4",),
    "ViewPicker": ("f4", "F"),
    "SourcePicker": ("f4", "p"),
    "CheckDialog": (DESK, "tab", "c"),
    "TrailScreen": ("f4", "Q"),
    "SourcesScreen": ("f5",),
    "SourceForm": ("f5", "a"),
    "SourceForm, filled": ("f5", "I"),
    "SamePicker": ("f5", "S"),
    "AliasPicker": ("f5", "j", "minus"),
    "SourceMerge": ("f5", "g", "v", "j", "v", "m"),
    "SourcesScreen, found": ("f5", "f"),
    "SourcesScreen, left out": ("f5", "f"),
    "NotesScreen": ("f7",),
    "TagTarget": ("f7", "a"),
    "Ask, export of notes": ("f7", "e"),
    "CodebookScreen": ("f8",),
    "CodeForm": ("f8", "a"),
    "TagTarget, of a code": ("f8", "greater_than_sign"),
    "BalanceScreen": ("f9",),
    "BalanceScreen, by month": ("f9", "6", "s"),
    "Ask, counted": ("f9", "slash"),
    "FeedsScreen": ("f12",),
    "Ask, feed": ("f12", "a"),
    "FeedForm": ("f12", "j", "I"),
    "DeskScreen": (DESK, "tab", "tab"),
    "DeskScreen, note": (DESK, "tab", "m"),
    "DeskScreen, selection": (DESK, "v", "w"),
    "DeskScreen, border": (DESK, "tab", "greater_than_sign"),
    "DeskScreen, find": (DESK, "slash"),
    "DeskScreen, left out": (DESK, "B"),
    "CopyMenu": (DESK, "tab", "y"),
    "RoleMenu": (DESK, "tab", "s"),
    "UseMenu": (DESK, "tab", "U"),
    "NamePicker": (DESK, "tab", "P"),
    "BulkDialog": (DESK, "A"),
    "FindingList": (DESK, "L"),
    "Report, why": (DESK, "tab", "i"),
    "Report, history": (DESK, "tab", "H"),
    "Report, legend": (DESK, "f2"),
    "CommandPicker": (DESK, "vertical_line"),
    "TranslationForm": (DESK, "tab", "X"),
    "LinkPicker": (DESK, "O"),
    "HelpScreen, of the desk": (DESK, "question_mark"),
    "DeskScreen, talk": (TALK_DESK, "tab"),
    "TranscriptEditor": (TALK_DESK, "F"),
    "VersionsScreen": (CHANGED, "W"),
    "StoriesScreen": (COPY, "S"),
    "LibraryScreen, nothing found": ("f3", "slash", "z", "z", "z"),
}
"""What is on top after some keys, and behind a comma what is special about it."""
_OF_MACHINES = re.compile(r"\S*/\S*|\S+\.\w+|\w+-\d+")
"""Paths, files and detectors."""
_CUT = re.compile(r"[^\W\d]+…")
WITH_PASSAGES = ("FindingList",)
"""Lists with the first words of passages, which are cut."""
ELSEWHERE = {
    "AgreementScreen": "test_agreement.py",
    "ContextMenu": "test_context_menu.py",
    "Failures": "test_adding.py",
    "FoundFeedPicker": "test_feeds_screen.py",
    "ManuscriptScreen": "test_manuscript.py",
    "PlacingDesk": "test_versions.py",
}
"""Opened by the mouse, by a server or by what was typed: by the tests of their own alone."""


@cache
def messages() -> dict[str, str]:
    """The messages that are no patterns, each with what it is in the language of the process."""
    language = next(one for one in (spoken(), *languages()) if one != SOURCE)
    with (catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as stream:
        said = read_mo(stream)
    return {
        one.id: one.id if spoken() == SOURCE else one.string
        for one in said
        if isinstance(one.id, str) and one.id and "{" not in one.id
    }


@cache
def only_english() -> tuple[str, ...]:
    """Messages that have other words in the language of the process; none where it is English."""
    theirs = {word for string in messages().values() for word in re.findall(r"\w+", string)}
    differ = (one for one, string in messages().items() if one.casefold() != string.casefold())
    return tuple(one for one in differ if len(one) > 3 and one not in theirs)


def left_in_english(text: str) -> list[str]:
    """English words on a screen that have others in the language of the process."""
    line = " ".join(_OF_MACHINES.sub("", text).split())
    there = (one for one in only_english() if one in line)
    return [one for one in there if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", line)]


def cut(app: ReaderApp) -> list[str]:
    """Words of the program that end in "…" because there was no room, and hints longer than their line."""
    inputs = [one for one in app.screen.query(Input) if one.placeholder and one.size and not one.value]
    hints = [str(one.placeholder) for one in inputs if cells(str(one.placeholder)) > one.content_size.width]
    whole = " ".join(messages().values())
    return hints + [word for word in _CUT.findall(shown(app)) if word not in whole]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one thing of each kind."""
    path, talk, draft = tmp_path / "library.db", tmp_path / "talk.json", tmp_path / "entwurf.md"
    talk.write_text(json.dumps(TALK), encoding="utf-8")
    talk.with_suffix(".mp3").write_bytes(b"x")
    draft.write_text(DRAFT, encoding="utf-8")
    with Store(path, actor="anna") as store:
        list(add_locations(store, [str(talk)]))
        old = Article(OLD, title="Brücke bleibt zu", location="bruecke.txt", language="de")
        number = store.articles.add(old).id
        store.quotes.add(number, Quote(QuoteType.DIRECT, (passage("„Das haben wir seit Jahren gewusst“"),)))
        store.articles.add(replace(old, text=NEW))
        follow_new_text(store, number, (), "rules-1")
        add_copy(store, "Kurier", CAREFUL, HURRY)
        add_copy(store, "Bote", SLOPPY, HURRY)
        link = Link(Span(0, 3), "https://tagblatt.example/umbau")
        store.articles.add(replace(ARTICLE, links=(link,)), QUOTES, detector="rules-1")
        store.sources.add(Source("Bund der Steuerzahler", SourceKind.ORGANISATION, aliases=("BdSt",)))
        store.sources.add(Source("Bund d. Steuerzahler", SourceKind.ORGANISATION, role="Verband"))
        store.tags.attach(["politik/haushalt", "brücke"], articles=[number])
        store.notes.save(Note("Beim Rathaus nachfragen.", number))
        store.memos.save(Memo("Serie zur Brücke.", "Brücke"))
        store.feeds.add(Feed("http://127.0.0.1:1/feed", "Blatt", "Lokales"))
        take_draft(store, str(draft), DetectionSettings())
    return path


async def leave(pilot: Pilot[None]) -> None:
    """Back to the library, whatever stands over it."""
    while pilot.app.screen.is_modal:
        await pilot.press("escape")
        await settled(pilot)
    await pilot.press("f3")
    await settled(pilot)


async def go(pilot: Pilot[None], way: tuple[str, ...], numbers: dict[str, int]) -> None:
    """From the library along the keys of a way."""
    first, *keys = way
    if first in numbers:
        pilot.app.open_article(numbers[first])  # type: ignore[attr-defined]  # our app
    else:
        await pilot.press(first)
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def unlike(app: ReaderApp, name: str) -> list[str]:
    """What is wrong with a screen that should be there."""
    top = type(app.screen).__name__
    if top != name.partition(",")[0]:
        return [f"{name}: {top} is there"]
    wrong = [f"{name}: “{one}” is cut" for one in cut(app) if top not in WITH_PASSAGES]
    return wrong + [f"{name}: “{one}” is English" for one in left_in_english(shown(app))]


async def test_every_screen_and_dialog_comes_whole_and_in_one_language(library: Path, app_on: AppOn) -> None:
    handed = HandedCommand("drucken", ("true",), "d", "article")
    app = app_on(library, actor="anna", commands=(handed,), path=library.with_name("config.toml"))
    with Store(library) as store:
        by_title = {row.title: row.id for row in store.articles.rows(store.articles.ids(""))}
    numbers = {
        DESK: by_title[ARTICLE.title],
        TALK_DESK: by_title["talk"],
        CHANGED: by_title["Brücke bleibt zu"],
        COPY: by_title["Brücke zu (Kurier)"],
    }
    wrong: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for name, way in WAYS.items():
            await go(pilot, way, numbers)
            wrong += unlike(app, name)
            await leave(pilot)
    assert not wrong, "\n".join(wrong)


def test_no_screen_or_dialog_is_left_out() -> None:
    for room in (dialogs, screens, desk):
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            import_module(module.name)
    opened = {name.partition(",")[0] for name in WAYS}
    assert {one.__name__ for one in leaves(Screen)} - opened - ELSEWHERE.keys() == set()


def leaves(kind: type) -> Iterator[type]:
    """The classes of ours below a class that nothing else is made of."""
    for one in kind.__subclasses__():
        if one.__subclasses__():
            yield from leaves(one)
        elif one.__module__.startswith("reader.ui"):
            yield one
