"""The list of all quotes, and the register of sources."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Quote,
    QuoteType,
    Source,
    Span,
    SpeakerBasis,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.screen import DeskScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.quotes import QuotesScreen
from reader.ui.screens.sources import SourcesScreen
from reader.ui.widgets.lists.quotes import QuoteList
from reader.ui.widgets.lists.sources import SourceList
from reader.ui.widgets.place_bar import PlaceBar
from tests.ui.translated import says, translated
from tests.ui.waiting import handled, settled, settled_dialog, shown, shows, until

AppOn = Callable[..., ReaderApp]


async def test_quotes_are_decided_one_after_the_other(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        quotes = app.screen.query_one(QuoteList)
        ids = list(quotes.ids)
        assert len(ids) == 6
        await pilot.press("A", "x", "5")
        await settled(pilot)
        with Store(library) as store:
            assert store.quotes.get(ids[0]).status is Status.ACCEPTED
            assert store.quotes.get(ids[1]).status is Status.REJECTED
            assert store.quotes.get(ids[2]).type is QuoteType.REPORTED


async def test_the_number_at_the_top_is_never_that_of_the_first_page_alone(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "„Ja.“ " * 100
    with Store(library) as store:
        said = [Quote(QuoteType.DIRECT, (Span(6 * place, 6 * place + 5),)) for place in range(100)]
        store.articles.add(Article(words, title="Hundert"), said)
    told: list[str] = []
    monkeypatch.setattr(PlaceBar, "watch_status", lambda _bar, status: told.append(status), raising=False)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert translated("106 quotes") in shown(app)
    assert {one for one in told if one.startswith("10")} == {translated("106 quotes")}


@pytest.mark.parametrize("plain", [False, True])
async def test_a_selected_quote_that_is_accepted_does_not_look_checked(
    library: Path, app_on: AppOn, plain: bool
) -> None:
    checked, accepted = ("++", "+") if plain else ("✓✓", "✓")
    app = app_on(library, ascii=plain)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "A")
        await settled(pilot)
        await pilot.press("g", "v")
        await settled(pilot)
        row = next(line for line in shown(app).splitlines() if f"{accepted} " in line[:6])
        assert checked not in row
        await pilot.press("v", "c")
        await settled_dialog(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert any(f"{checked} " in line[:6] for line in shown(app).splitlines())


@pytest.mark.parametrize(("keys", "sign"), [("x", "✗"), ("c enter enter", "✓✓"), ("A", "✓")])
async def test_the_preview_of_the_library_shows_what_was_decided(
    library: Path, app_on: AppOn, keys: str, sign: str
) -> None:
    app = app_on(library)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "ctrl+a")
        await settled(pilot)
        for key in keys.split():
            await pilot.press(key)
            await handled(app)
        await settled(pilot)
        await pilot.press("f3")
        await shows(pilot, f"Anna Weber  {sign} ")


async def test_a_quote_of_the_list_is_checked_as_on_the_desk(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        number = app.screen.query_one(QuoteList).current_id
        await pilot.press("c")
        await settled_dialog(pilot)
        await pilot.press(*"S.3", "tab", *"so", "shift+tab", "down", "enter")
        await settled(pilot)
        with Store(library) as store:
            quote = store.quotes.get(number)
            assert (quote.verification, quote.status) == (Verification.CHECKED, Status.ACCEPTED)
            (evidence,) = store.quotes.evidence(number)
            assert (evidence.reference, evidence.remark) == ("S.3", "so")
        await pilot.press("c")
        await settled_dialog(pilot)
        assert "S.3" in shown(app), "what it was checked against is there again"
        await pilot.press("escape")
        await settled(pilot)
        with Store(library) as store:
            assert store.quotes.get(number).verification is Verification.CHECKED, "leaving changes nothing"
        await pilot.press("u")
        await settled(pilot)
        with Store(library) as store:
            assert store.quotes.get(number).status is Status.SUGGESTED


async def test_many_quotes_are_checked_at_once_and_keep_their_authorisations(
    library: Path, app_on: AppOn
) -> None:
    with Store(library) as store:
        one, *others = store.quotes.ids("")
        store.quotes.set_authorisation(one, Authorisation.SENT)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4", "ctrl+a")
        await settled(pilot)
        await pilot.press("c")
        await settled_dialog(pilot)
        assert "6 quotes" in shown(app)
        assert "authorisation" not in shown(app)
        await pilot.press("down", "down", "enter")
        await settled(pilot)
    with Store(library) as store:
        assert {quote.verification for quote in store.quotes.by_ids([one, *others])} == {
            Verification.DISPUTED
        }
        assert store.quotes.get(one).authorisation is Authorisation.SENT
        assert {quote.authorisation for quote in store.quotes.by_ids(others)} == {Authorisation.NONE}


async def test_a_row_stays_where_it_is_when_its_speaker_is_said(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        quotes = app.screen.query_one(QuoteList)
        before = list(quotes.ids)
        await pilot.press("p")
        await settled_dialog(pilot)
        await pilot.press(*"Zora Zander")
        await handled(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "Zora Zander" in shown(app)
        assert (list(quotes.ids), quotes.cursor) == (before, 0), "the list waits"
        await pilot.press("f3", "f4")
        await settled(pilot)
        assert list(quotes.ids)[-1] == before[0], "and is in order when one comes back to it"


async def test_keys_of_a_screen_are_not_offered_while_a_dialog_asks(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert "x reject" in shown(app)
        await pilot.press("c")
        await settled_dialog(pilot)
        assert "x reject" not in shown(app)
        await pilot.press("escape")
        await settled(pilot)
        assert "x reject" in shown(app)


async def test_lost_and_changed_quotes_are_marked(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        one, other = store.quotes.by_ids(store.quotes.ids("")[:2])
        for quote, anchor in ((one, Anchor.ORPHAN), (other, Anchor.FUZZY)):
            store.articles.reanchor(quote.article_id, [replace(quote, anchor=anchor)], ())
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert f"[{translated('lost')}] " in shown(app)
        assert f"[{translated('changed', 'a quote')}] " in shown(app)


async def test_all_accepted_at_once_leave_speakers_carried_over_undecided(
    library: Path, app_on: AppOn
) -> None:
    with Store(library) as store:
        found = store.quotes.by_ids(store.quotes.ids("status:suggested"))[:2]
        for quote in found:
            store.quotes.update(replace(quote, speaker_basis=SpeakerBasis.CARRIED, source_id=0))
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert translated("(carried over)") in shown(app)
        await pilot.press("ctrl+a", "A")
        await settled(pilot)
        with Store(library) as store:
            assert all(quote.is_undecided for quote in store.quotes.by_ids(quote.id for quote in found))
        assert translated("(carried over)") not in shown(app)
        assert says(shown(app), "undecided (")


async def test_enter_goes_to_the_place_of_the_quote(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        row = app.screen.query_one(QuoteList).row(app.screen.query_one(QuoteList).current_id)
        assert row is not None
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert app.screen.article_id == row.article_id


async def test_a_new_source_is_made_for_everything_selected(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("v", "v", "p")
        await settled_dialog(pilot)
        await pilot.press(*"Amt", "enter")
        await settled(pilot)
        with Store(library) as store:
            source = next(source for source in store.sources.all() if source.name == "Amt")
            assert source.quotes == 2


async def test_the_register_merges_and_shows_quotes(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        other = store.sources.add(Source("A. Weber"))
        store.sources.assign(store.quotes.ids()[:2], other.id)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        assert len(app.screen.query_one(SourceList).ids) == 2
        await pilot.press("ctrl+a", "m")
        await settled_dialog(pilot)
        assert says(shown(app), "goes into it, with"), "what will be done is told before"
        await pilot.press("enter")
        await settled(pilot)
        with Store(library) as store:
            assert len(store.sources.all()) == 1
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        assert len(app.screen.query_one(QuoteList).ids) == 2
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen), "back to where one came from"
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("slash", "x", "escape", "escape", "escape")
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen), "also after looking for something else"


async def test_a_source_is_entered_by_its_form(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press(*"Max Maier", "tab", *"Maier", "tab", *"Minister", "enter")
        await settled(pilot)
        with Store(library) as store:
            source = next(source for source in store.sources.all() if source.name == "Max Maier")
            assert source.aliases == ("Maier",)
            assert source.role == "Minister"


def told(app: ReaderApp) -> list[str]:
    """What was said in passing."""
    return [notice.message for notice in app._notifications]


def lines_of(app: ReaderApp) -> list[str]:
    """The lines on the screen."""
    return [line.rstrip() for line in shown(app).split("\n")]


async def test_quotes_of_nobody_known_come_last(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        quote = store.quotes.of(1)[0]
        store.quotes.update(replace(quote, resolved_speaker="", speaker=()))
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        quotes = app.screen.query_one(QuoteList)
        assert quotes.ids[-1] == quote.id
        await pilot.press("O")
        await settled(pilot)
        assert quotes.ids[-1] == quote.id, "the other way round too"


async def test_lines_too_long_for_the_list_end_with_an_ellipsis(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(44, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        cut = [line for line in lines_of(app) if f"Anna Weber · {QuoteType.DIRECT.label}" in line]
        assert cut
        assert all("…" in line for line in cut)


async def register(library: Path, *sources: Source) -> None:
    """Enter sources."""
    with Store(library) as store:
        for source in sources:
            store.sources.add(source)


async def test_two_that_are_probably_the_same_become_one(library: Path, app_on: AppOn) -> None:
    await register(library, Source("W. Putin"), Source("Wladimir Wladimirowitsch Putin"))
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        assert translated("1 probably the same (S)") in lines_of(app)[0]
        await pilot.press("S")
        await settled_dialog(pilot)
        assert any("W. Putin  →  Wladimir Wladimirowitsch Putin" in line for line in lines_of(app))
        await pilot.press("1")
        await shows(pilot, translated("Make these sources one?"))
        await pilot.press("enter")
        await settled(pilot)
        with Store(library) as store:
            (putin,) = [source for source in store.sources.all() if "Putin" in source.name]
        assert putin.name == "Wladimir Wladimirowitsch Putin", "the fuller name is kept"
        assert putin.aliases == ("W. Putin",)
        assert "probably" not in lines_of(app)[0]
        await pilot.press("S", "m")
        await settled(pilot)
        assert any(says(sentence, "No two sources look like the same one") for sentence in told(app))
        assert any(says(sentence, "Select two or more sources with v") for sentence in told(app))


async def test_where_two_sources_differ_one_chooses_what_is_kept(library: Path, app_on: AppOn) -> None:
    await register(
        library,
        Source("Jana Kolb", role="Sprecherin"),
        Source("J. Kolb", role="Informantin", affiliation="Hafenamt", identity_protected=True),
    )
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f5", "slash", *"Kolb", "enter", "ctrl+a", "m")
        await until(pilot, lambda: f"{translated('Role')}: ".casefold() in shown(app).casefold())
        told_before = (
            "Informantin"
            if f"{translated('Role')}: Informantin".casefold() in shown(app).casefold()
            else "Sprecherin"
        )
        await pilot.press("2", "enter")
        await settled(pilot)
    with Store(library) as store:
        (kolb,) = [source for source in store.sources.all() if "Kolb" in source.name]
        assert kolb.role in {"Informantin", "Sprecherin"} - {told_before}, "2 takes the other value"
        assert (kolb.affiliation, kolb.identity_protected) == ("Hafenamt", True), "filled, and the stricter"
        store.journal.undo()
        assert len(store.sources.all()) == 3, "one step takes it back"


async def test_an_alias_becomes_a_source_with_its_quotes(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        source = store.sources.add(Source("Stadtrat", aliases=("Bürgermeister",)))
        mine = [quote.id for quote in store.quotes.of(1)]
        store.sources.assign(mine, source.id)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("j", "minus")
        await settled_dialog(pilot)
        await pilot.press("1")
        await settled(pilot)
    with Store(library) as store:
        numbers = {source.name: (source.quotes, source.aliases) for source in store.sources.all()}
        assert numbers["Bürgermeister"] == (1, ())
        assert numbers["Stadtrat"] == (1, ())


async def test_how_a_source_may_be_used_and_what_it_is(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        assert any(translated("deep background") in line for line in lines_of(app))
        await pilot.press("asterisk", "u", "u")
        await settled(pilot)
        shown = [line for line in lines_of(app) if TermsOfUse.BACKGROUND.label in line]
        assert shown, "it has no use of its own any more"
        assert TermsOfUse.DEEP_BACKGROUND.label not in shown[0], "as it was before"


async def test_a_source_removed_leaves_its_quotes(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        store.sources.assign([1], 1)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert any(translated("There is no source in the register yet.") in line for line in lines_of(app))
        with Store(library) as store:
            assert store.quotes.get(1).source_id == 0
        await pilot.press("u")
        await settled(pilot)
        with Store(library) as store:
            assert store.quotes.get(1).source_id == 1


async def test_the_key_of_a_place_comes_back_to_it_from_above(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("f3")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, QuotesScreen)
        bar = app.screen.query_one(PlaceBar).render_line(0).text
        await pilot.click(PlaceBar, offset=(bar.index(translated("Sources")) + 2, 0))
        await settled(pilot)
        assert isinstance(app.screen, SourcesScreen), "a click on its name too"
