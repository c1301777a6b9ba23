"""Who spoke: one name given to a source with all its quotes, here and where it surely is the same voice."""

from dataclasses import replace
from pathlib import Path

from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, SpeakerBasis
from reader.store import Store
from tests.ui.desk.conftest import Hands, Open
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

NAME = "Erna Ölmann"


def name_quotes(library: Path, *numbers: int, name: str = NAME) -> None:
    """Let the text name the speaker of quotes."""
    with Store(library) as store:
        for quote in store.quotes.by_ids(numbers):
            store.quotes.update(replace(quote, resolved_speaker=name))


def another_article(library: Path, *, role: str = "", basis: SpeakerBasis = SpeakerBasis.NONE) -> int:
    """Store a second article in which somebody of that name speaks; gives the number of the quote."""
    text = f"„Wir bauen weiter“, sagte {NAME}."
    quote = Quote(QuoteType.DIRECT, (Span(0, 18),), resolved_speaker=NAME, speaker_role=role)
    with Store(library) as store:
        number = store.articles.add(Article(text, title=text), [replace(quote, speaker_basis=basis)]).id
        return store.quotes.of(number)[0].id


def sources(library: Path) -> list[str]:
    """The source of every quote in the library, "" for none."""
    with Store(library) as store:
        return [quote.source for quote in store.quotes.by_ids(range(1, 20))]


def message(hands: Hands) -> str:
    """What the line under the text says."""
    return hands.desk.view.status.message


async def test_all_quotes_of_a_name_take_two_keys_and_one_undo(open_desk: Open, library: Path) -> None:
    name_quotes(library, 2, 3)
    another_article(library)
    async with open_desk() as hands:
        await hands.press("tab")
        hands.pressed = 0
        await hands.press("P")
        assert translated("Who is „Erna Ölmann“? 3 quotes here, and 1 quote in one other article") in shown(
            hands
        )
        await hands.press("enter")
        assert hands.pressed == 2
        assert [quote.source for quote in hands.desk.page.quotes][:3] == [NAME] * 3
        assert [said for said in hands.told() if NAME in said and "4" in said and "2" in said] == hands.told()
        assert sources(library) == [NAME, NAME, NAME, "", "", "", NAME]
        await hands.press("u")
    assert sources(library) == [""] * 7


async def test_who_is_only_quoted_in_the_same_article_is_offered(open_desk: Open, library: Path) -> None:
    name_quotes(library, 5, 6, name="Jana Kolb")
    async with open_desk() as hands:
        await hands.press("tab", "tab", "p")
        assert [where for where in (NAME, "Jana Kolb") if where in shown(hands)] == [NAME, "Jana Kolb"]
        assert translated("quoted here · new source") in shown(hands)
        await hands.press("2")
    assert sources(library)[:2] == ["", "Jana Kolb"]


async def test_one_given_speaker_says_how_many_more_there_are(open_desk: Open, library: Path) -> None:
    name_quotes(library, 2, 3)
    async with open_desk() as hands:
        await hands.press("tab", "p", "enter")
        assert says(message(hands), " more of {name} here: P")
        await hands.press("P", "1")
        assert sources(library)[:4] == [NAME, NAME, NAME, ""]
        assert not says(message(hands), "more of")
        await hands.press("tab")
        assert message(hands).startswith(translated("Quote 2 of 6"))


async def test_a_speaker_that_was_taken_back_leaves_no_half_sentence(open_desk: Open, library: Path) -> None:
    name_quotes(library, 2, 3)
    async with open_desk() as hands:
        await hands.press("tab", "p", "enter", "u")
        assert sources(library)[0] == ""
        assert message(hands).startswith(translated("Quote 1 of 6"))


async def test_the_library_can_be_left_out(open_desk: Open, library: Path) -> None:
    another_article(library)
    async with open_desk() as hands:
        await hands.press("tab", "P", "ctrl+l", "enter")
    assert sources(library)[0] == NAME
    assert sources(library)[6] == ""


async def test_who_may_be_somebody_else_stays_without_a_source(open_desk: Open, library: Path) -> None:
    with Store(library) as store:
        store.quotes.update(replace(store.quotes.get(1), speaker_role="Bürgermeisterin"))
    another_article(library, role="Bäckerin")
    async with open_desk() as hands:
        await hands.press("tab", "P")
        assert says(shown(hands), "may be by somebody else")
        await hands.press("enter")
    assert sources(library)[6] == ""


async def test_who_is_only_carried_over_is_not_given_along(open_desk: Open, library: Path) -> None:
    name_quotes(library, 2)
    with Store(library) as store:
        store.quotes.update(replace(store.quotes.get(2), speaker_basis=SpeakerBasis.CARRIED))
    another_article(library, basis=SpeakerBasis.CARRIED)
    async with open_desk() as hands:
        await hands.press("tab", "P")
        assert translated("1 only carried over stays.") in shown(hands)
        await hands.press("enter")
    assert sources(library) == [NAME, "", "", "", "", "", ""]


async def test_what_another_source_has_stays_with_it(open_desk: Open, library: Path) -> None:
    name_quotes(library, 2, 3)
    with Store(library) as store:
        other = store.sources.add(Source("Jana Kolb"))
        store.sources.assign([3], other.id)
    async with open_desk() as hands:
        await hands.press("tab", "P")
        await hands.type("Ganz Andere")
        await hands.press("enter")
    assert sources(library)[:3] == ["Ganz Andere", "Ganz Andere", "Jana Kolb"]
    with Store(library) as store:
        assert store.sources.named("Ganz Andere")[0].aliases == (NAME,)


async def test_where_the_text_names_nobody_there_is_no_name_to_give(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("tab", "tab", "P")
        assert hands.told() == [translated("The text names nobody here: p says who spoke.")]
    assert not any(sources(library))


async def test_a_source_that_is_made_is_of_the_kind_that_its_quote_says(
    open_desk: Open, library: Path
) -> None:
    with Store(library) as store:
        for quote in store.quotes.by_ids((1, 2)):
            store.quotes.update(replace(quote, resolved_speaker=NAME, speaker_kind=SourceKind.PERSON))
    async with open_desk() as hands:
        await hands.press("tab", "P", "enter")
    with Store(library) as store:
        assert store.sources.named(NAME)[0].kind is SourceKind.PERSON
