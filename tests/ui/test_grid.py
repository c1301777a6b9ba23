"""Library, quotes, sources, notes, codebook and desk at three sizes, each dark, light and without colour.

A picture is kept as text: the characters, and below them the runs of styles of every line. One app is started
for each look and resized, so that eighteen pictures cost one start.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from string import ascii_letters

import pytest
from rich.style import Style
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from textual.pilot import Pilot

from reader.i18n import SOURCE, spoken
from reader.models import Evidence, Note, Source, SourceKind, Status, Verification
from reader.store import Store
from reader.ui.app import ReaderApp
from tests.ui.conftest import pictures_of_other_languages
from tests.ui.desk.conftest import ARTICLE, QUOTES
from tests.ui.waiting import idle

AppOn = Callable[..., ReaderApp]
SIZES = ((80, 24), (120, 40), (200, 60))
LOOKS = ("reader-dark", "reader-light", "no-colour")
PLACES = {
    "library": ("f3",), "quotes": ("f4",), "sources": ("f5",), "notes": ("f7",), "codebook": ("f8",),
    "desk": ("f3", "enter", "tab", "tab"),
}  # fmt: skip


class Picture(SingleFileSnapshotExtension):
    """One text file for each picture."""

    _file_extension = "txt"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """The pictures of another language lie with the tests of it, which have them taken."""
        if spoken() == SOURCE:
            return super().dirname(test_location=test_location)
        return str(pictures_of_other_languages())


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one article, made at one fixed moment: decided, tagged, checked and noted."""
    path = tmp_path_factory.mktemp("grid") / "library.db"
    with pytest.MonkeyPatch.context() as patch:
        for module in ("adding", "notes"):
            patch.setattr(f"reader.store.{module}.now", lambda: "2024-03-06T08:00:00Z")
        with Store(path, actor="anna") as store:
            store.articles.add(ARTICLE, QUOTES, detector="rules-1")
            mayor = store.sources.add(Source("Erna Ölmann", SourceKind.PERSON, role="Bürgermeisterin"))
            store.sources.add(Source("Bund der Steuerzahler", SourceKind.ORGANISATION, aliases=("BdSt",)))
            store.sources.assign([1], mayor.id)
            store.quotes.set_status([1, 4], Status.ACCEPTED)
            store.quotes.set_status([6], Status.REJECTED)
            store.tags.attach(["politik/haushalt"], quotes=[1])
            proof = Evidence(Verification.CHECKED, 2, "page", "S. 3", who="anna", at="2024-03-06T09:00:00Z")
            store.quotes.set_verification([2], Verification.CHECKED, proof)
            store.notes.save(Note("Beim Rathaus nachfragen, wer gerechnet hat.", 1, quote_id=2))
    return path


def picture(app: ReaderApp) -> str:
    """The screen as text: its characters, the runs of styles of each line, and what the styles are."""
    strips = app.screen._compositor.render_strips()
    names: dict[str, str] = {}
    runs = []
    for strip in strips:
        cells = [(_look(segment.style), len(segment.text)) for segment in strip if segment.text]
        joined = (
            (look, sum(width for _, width in run)) for look, run in groupby(cells, lambda cell: cell[0])
        )
        runs.append(" ".join(f"{names.setdefault(look, _name(len(names)))}{width}" for look, width in joined))
    text = "\n".join(strip.text.rstrip() for strip in strips)
    legend = "\n".join(f"{name} {look}" for look, name in names.items())
    return "\n\n".join((text, "\n".join(runs), legend)) + "\n"


def _name(number: int) -> str:
    letters = len(ascii_letters)
    return ascii_letters[number % letters] * (1 + number // letters)


def _look(style: Style | None) -> str:
    return str(style.without_color + Style(color=style.color, bgcolor=style.bgcolor)) if style else "none"


async def at_rest(pilot: Pilot[None], app: ReaderApp) -> str:
    """The picture once it stays the same and nothing is under way."""
    before, same = "", 0
    async with asyncio.timeout(60):
        while same < 3:
            await pilot.pause(0.05)
            await idle(app)
            app.clear_notifications()
            now = picture(app)
            before, same = now, same + 1 if now == before else 0
    return before


def sizes() -> Iterator[tuple[str, int, int]]:
    """Each size with its name."""
    for width, height in SIZES:
        yield f"{width}x{height}", width, height


@pytest.mark.parametrize("look", LOOKS)
async def test_every_screen_in_every_size(
    look: str, marked: Path, tmp_path: Path, app_on: AppOn, snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(Path(shutil.copy(marked, tmp_path / "library.db")), theme=look, actor="anna")
    monkeypatch.setattr("reader.ui.desk.detecting.LONGEST", 0)  # what the rules of a language find may change
    unlike = []
    async with app.run_test(size=SIZES[0]) as pilot:
        await at_rest(pilot, app)
        for place, keys in PLACES.items():
            for key in keys:
                await pilot.press(key)
                await at_rest(pilot, app)
            for name, width, height in sizes():
                await pilot.resize_terminal(width, height)
                kept = snapshot(name=f"{place}-{name}", extension_class=Picture)
                if await at_rest(pilot, app) != kept:
                    unlike.append(f"{place} at {name}")
            await pilot.resize_terminal(*SIZES[0])
    assert not unlike, "if that is meant, keep new pictures with --snapshot-update"
