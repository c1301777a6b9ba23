"""`e` in the lists of quotes and of sources: what is selected, or listed, goes into a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.models import Article, Quote, QuoteType, Source, Span, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.widgets.lists.quotes import QuoteList
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]


def said(path: Path) -> list[str]:
    """The words of all quotes in exported JSON lines, in the order of the file."""
    articles = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [" ".join(quote["exact"]) for article in articles for quote in article.get("quotes", ())]


async def written(pilot: Pilot[None], target: Path, *keys: str) -> None:
    """Press keys, then take JSON lines in the dialog, and write them to `target`."""
    await pilot.press(*keys)
    await settled_dialog(pilot)
    await pilot.press(*"jsonl", "tab", "ctrl+u", *str(target))
    await pilot.press("enter")
    await shows(pilot, translated("Written: {files}").format(files="").strip())


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that one stands in."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_selected_quotes_go_out_alone(library: Path, app_on: AppOn, inside: Path) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        ids = list(app.screen.query_one(QuoteList).ids)
        await written(pilot, inside / "two.jsonl", "v", "j", "v", "e")
    with Store(library) as store:
        wanted = [
            quote.words(store.articles.get(quote.article_id).text)
            for quote in store.quotes.by_ids([ids[0], ids[2]])
        ]
    assert sorted(said(inside / "two.jsonl")) == sorted(wanted)


async def test_without_a_selection_all_that_the_search_finds_go_out_but_rejected_ones(
    library: Path, app_on: AppOn, inside: Path
) -> None:
    with Store(library) as store:
        rejected = store.quotes.ids("öffnen")[0]
        store.quotes.set_status([rejected], Status.REJECTED)
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f4", "slash", *"öffnen", "enter")
        await settled(pilot)
        await written(pilot, inside / "found.jsonl", "e")
    assert len(said(inside / "found.jsonl")) == 2
    assert all("öffnen" in words for words in said(inside / "found.jsonl"))


async def test_where_no_quote_is_left_that_is_said_and_nothing_written(
    library: Path, app_on: AppOn, inside: Path
) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f4", "e")
        await settled_dialog(pilot)
        await pilot.press("ctrl+a", "1", "enter")
        await until(
            pilot, lambda: any(says(one.message, "Nothing was written") for one in app._notifications)
        )
    assert not list(inside.iterdir())


@pytest.mark.parametrize("selected", [False, True], ids=["current", "selected"])
async def test_the_quotes_of_sources_go_out(
    library: Path, app_on: AppOn, inside: Path, selected: bool
) -> None:
    with Store(library) as store:
        weber, mayor = store.sources.all()[0].id, store.sources.add(Source("Zoe Zorn")).id
        store.sources.assign(store.quotes.ids("gewartet")[:2], weber)
        store.sources.assign(store.quotes.ids("öffnen")[:1], mayor)
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        keys = ("f5", "v", "j", "v", "e") if selected else ("f5", "G", "e")
        await written(pilot, inside / "sources.jsonl", *keys)
    assert len(said(inside / "sources.jsonl")) == (3 if selected else 1)


async def test_a_voice_found_in_articles_goes_out_with_its_quotes(
    library: Path, app_on: AppOn, inside: Path
) -> None:
    with Store(library) as store:
        store.sources.remove([one.id for one in store.sources.all()])
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: says(shown(app), "{count} found in articles"))
        await settled(pilot)
        await written(pilot, inside / "voice.jsonl", "e")
    assert len(said(inside / "voice.jsonl")) == 3


async def test_a_covered_name_is_in_no_name_of_a_file(library: Path, app_on: AppOn, inside: Path) -> None:
    app = app_on(library)
    with Store(library) as store:
        source = store.sources.add(Source("Zoe Zorn", identity_protected=True))
        text = "„Es war anders“, sagte Zoe Zorn."
        article = store.articles.add(Article(text, title="Anders"))
        quote = Quote(QuoteType.DIRECT, (Span(0, 15),), resolved_speaker="Zoe Zorn")
        store.sources.assign([store.quotes.add(article.id, quote).id], source.id)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f5", "G", "e")
        await settled_dialog(pilot)
        assert translated("quotes") in shown(app)
        assert "zorn" not in shown(app).casefold().partition("enter writes")[2].partition("\n")[0]


@pytest.mark.parametrize(
    ("keys", "proposed"),
    [
        (("f4", "e"), "quotes.md"),
        (("f4", "f", "e"), "quotes-to-decide.md"),
        (("f4", "slash", *"type:direct", "enter", "e"), "quotes-type-direct.md"),
        (("v", "j", "v", "e"), "2-articles.md"),
        (("2", "v", "j", "v", "e"), "2-articles-unread.md"),
    ],
)
async def test_the_file_proposed_is_called_after_what_is_listed(
    library: Path, app_on: AppOn, inside: Path, keys: tuple[str, ...], proposed: str
) -> None:
    with Store(library) as store:
        store.articles.add(Article("Nein.", title="Zwei"))
        store.articles.add(Article("Ja.", title="Drei"))
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await settled_dialog(pilot)
        assert f"/{proposed}\n" in "\n".join(line.strip() for line in shown(app).splitlines())
