"""Who is quoted and in no register yet: taken in, given to a source, left out, by one key each."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, SpeakerBasis
from reader.store import Store
from reader.store.voices import Voices
from reader.texts.manners import in_marks
from reader.ui.app import ReaderApp
from reader.ui.widgets.lists.sources import SourceList
from tests.ui.test_quotes_screen import lines_of, told
from tests.ui.translated import says, translated
from tests.ui.waiting import settled, settled_dialog, shown, shows, until

PLAIN_FILE = (
    "The library is a plain file: who can read the file can read contacts. "
    "Keep it on an encrypted disk, and encrypt its backups."
)
AppOn = Callable[..., ReaderApp]


def quoted(library: Path, name: str, articles: int = 1, **fields: object) -> None:
    """Store articles in which somebody is quoted once each."""
    with Store(library) as store:
        for number in range(articles):
            text = f"„Wir sehen das anders“, sagte {name} zum {number}. Mal {fields.get('speaker_role', '')}."
            quote = Quote(QuoteType.DIRECT, (Span(0, 22),), resolved_speaker=name)
            store.articles.add(Article(text, title=f"{name} {number}"), [replace(quote, **fields)])  # type: ignore[arg-type]  # any field


def assigned(library: Path) -> dict[str, int]:
    """How many quotes each source has."""
    with Store(library) as store:
        return {source.name: source.quotes for source in store.sources.all()}


async def found_in_articles(pilot: Pilot[None]) -> None:
    """Open the register and go on to who is quoted."""
    await settled(pilot)
    await pilot.press("f5")
    await settled(pilot)
    await pilot.press("f")
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_speaker_with_all_quotes_takes_two_keys(
    library: Path, app_on: AppOn, size: tuple[int, int]
) -> None:
    quoted(library, "Jana Kolb", 5, speaker_role="Ministerin")
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        assert translated("2 found in articles (f)") in lines_of(app)[0]
        await pilot.press("f", "A")
        await settled(pilot)
        assert assigned(library) == {"Anna Weber": 0, "Jana Kolb": 5}
        with Store(library) as store:
            assert store.sources.named("Jana Kolb")[0].role == "Ministerin"
        assert translated("Jana Kolb is in the register, with 5 quotes. u takes it back.") in told(app)
        assert translated("1 found in articles") in lines_of(app)[0], "and is a suggestion no more"
        await pilot.press("u")
        await settled(pilot)
    assert assigned(library) == {"Anna Weber": 0}


async def test_roles_and_pronouns_are_not_suggested(library: Path, app_on: AppOn) -> None:
    for name in ("Sprecherin", "er", "Residents", "the report", "interne Statistik"):
        quoted(library, name, 3)
    quoted(library, "Jana Kolb", speaker_basis=SpeakerBasis.CARRIED)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        assert translated("1 found in articles") in lines_of(app)[0]
        assert "= Anna Weber" in shown(app)


async def test_who_is_in_the_register_gets_their_quotes_on_its_terms(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await found_in_articles(pilot)
        await pilot.press("A")
        await settled(pilot)
        assert any(says(one, " quotes given to {name}. u takes it back.") for one in told(app))
    assert assigned(library) == {"Anna Weber": 3}


async def test_a_name_is_given_to_a_source_that_is_called_otherwise(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        store.sources.add(Source("Jana Kolb"))
    quoted(library, "J. Kolb", 4)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        assert "= Jana Kolb" in shown(app)
        await pilot.press("m")
        await settled_dialog(pilot)
        assert translated("Who is “J. Kolb”? All 4 quotes go there") in shown(app)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("f3")
    with Store(library) as store:
        (kolb,) = store.sources.named("J. Kolb")
        assert (kolb.name, kolb.quotes, kolb.aliases) == ("Jana Kolb", 4, ("J. Kolb",))


async def test_a_name_is_left_out_and_brought_back(library: Path, app_on: AppOn) -> None:
    quoted(library, "Jana Kolb", 5)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert translated("1 found in articles") in lines_of(app)[0]
        await pilot.press("f")
        await settled(pilot)
        assert translated("1 name left out") in lines_of(app)[0]
        assert "Jana Kolb" in shown(app)
        await pilot.press("r")
        await settled(pilot)
        assert translated("No name is left out.") in shown(app)
    with Store(library) as store:
        assert "Jana Kolb" in [voice.name for voice in store.voices.suggested(())]


async def test_who_may_be_two_is_taken_in_with_what_fits(library: Path, app_on: AppOn) -> None:
    quoted(library, "Anna Schmidt", 3, speaker_role="Ministerin")
    quoted(library, "Anna Schmidt", 2, speaker_role="Bäckerin")
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await found_in_articles(pilot)
        assert translated("several?") in shown(app)
        await pilot.press("A")
        await settled(pilot)
        assert says(" ".join(told(app)), "{count} more of that name are left")
    assert assigned(library)["Anna Schmidt"] == 3


async def test_an_empty_register_begins_with_who_is_quoted(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        store.sources.remove([1])
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await shows(pilot, translated("1 found in articles"))
        await pilot.press("A", "f", "f")
        await settled(pilot)
        assert translated("1 source") in lines_of(app)[0]


async def test_several_are_taken_in_as_one_step(library: Path, app_on: AppOn) -> None:
    quoted(library, "Jana Kolb", 2)
    quoted(library, "Uwe Raumann", 2)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        await pilot.press("ctrl+a", "A")
        await settled(pilot)
        assert assigned(library) == {"Anna Weber": 3, "Jana Kolb": 2, "Uwe Raumann": 2}
        await pilot.press("u")
        await settled(pilot)
    assert assigned(library) == {"Anna Weber": 0}


async def test_the_quotes_of_a_suggestion_are_listed(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert translated("3 quotes") in lines_of(app)[0]


async def test_all_quotes_of_a_name_are_given_in_the_list_of_quotes(library: Path, app_on: AppOn) -> None:
    quoted(library, "Jana Kolb", 3)
    app = app_on(library)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f4", "slash", *"speaker:kolb", "enter")
        await settled(pilot)
        await pilot.press("P")
        await shows(
            pilot,
            translated("Who is {name}? {quotes}").format(
                name=in_marks("Jana Kolb"), quotes=translated("3 quotes in 3 articles")
            ),
        )
        await pilot.press("enter")
        await settled(pilot)
        assert assigned(library) == {"Anna Weber": 0, "Jana Kolb": 3}
        await pilot.press("u")
        await settled(pilot)
    assert assigned(library) == {"Anna Weber": 0}


async def test_fields_and_contacts_are_written_in_the_form(library: Path, app_on: AppOn) -> None:
    app = app_on(library, source_fields={"gender": ("f", "m", "x")})
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("I")
        await settled_dialog(pilot)
        assert translated("f, m, x, or nothing; counted, never shown per person") in shown(app)
        await pilot.press("shift+tab", *"+49 30", "shift+tab", "q", "enter")
        await shows(pilot, translated("“gender” is f, m or x, or nothing; not “q”."))
        await pilot.press("backspace", "f", "enter")
        await until(pilot, lambda: translated(PLAIN_FILE)[:16] in " ".join(shown(app).split()))
        await pilot.press("y")
        await settled(pilot)
        with Store(library) as store:
            assert store.sources.details.fields(1) == {"gender": "f"}
            assert store.sources.details.contacts(1) == "+49 30"
        await pilot.press("I")
        await settled_dialog(pilot)
        assert "+49 30" in shown(app)
        await pilot.press("escape")


async def test_the_kind_of_a_source_is_written_in_its_form(library: Path, app_on: AppOn) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f5", "a")
        await settled_dialog(pilot)
        await pilot.press(*"Stadtwerke", "tab", "tab", "tab", "tab", *"amt", "enter")
        await shows(pilot, translated("Kind: person, organisation, document or anonymous; or nothing."))
        await pilot.press("ctrl+u", *"Org", "enter")
        await settled(pilot)
        with Store(library) as store:
            assert [one.kind for one in store.sources.all()] == [SourceKind.UNKNOWN, SourceKind.ORGANISATION]
        await pilot.press("I")
        await settled_dialog(pilot)
        await pilot.press("tab", "tab", "tab", "tab", "ctrl+u", "enter")
        await settled(pilot)
    with Store(library) as store:
        assert [one.kind for one in store.sources.all()] == [SourceKind.UNKNOWN, SourceKind.UNKNOWN]


async def test_a_source_is_entered_where_an_empty_register_begins(library: Path, app_on: AppOn) -> None:
    quoted(library, "Jana Kolb", 5)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await found_in_articles(pilot)
        await pilot.press("a")
        await settled_dialog(pilot)
        await pilot.press(*"Zoe Zorn", "enter")
        await settled(pilot)
        rows = app.screen.query_one(SourceList)
        current = rows.row(rows.current_id)
        assert current is not None
        assert current.name == "Zoe Zorn"


async def test_all_quotes_of_a_source_take_two_keys(library: Path, app_on: AppOn) -> None:
    with Store(library) as store:
        store.sources.assign([2, 4, 6], 1)
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f5", "enter")
        await settled(pilot)
        assert translated("3 quotes") in lines_of(app)[0]


async def test_no_number_is_told_before_the_articles_have_been_looked_through(
    library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(library) as store:
        store.sources.remove([1])
    go_on, suggested = threading.Event(), Voices.suggested

    def slowly(self: Voices, *among: Any, **how: Any) -> Any:
        go_on.wait(20)
        return suggested(self, *among, **how)

    monkeypatch.setattr(Voices, "suggested", slowly)
    app = app_on(library)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: translated("3 articles") in shown(app))
        await pilot.press("f5")
        await shows(pilot, translated("Looking through your articles …"))
        assert translated("0 sources") not in shown(app)
        assert not says(shown(app), "no source in the register")
        go_on.set()
        await shows(pilot, translated("1 found in articles"))
