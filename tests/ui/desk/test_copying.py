"""Whoever is covered is in nothing that is copied; what is not for publication is not copied."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.binding import Binding

from reader.library.following import follow_new_text
from reader.models import Authorisation, Source, SourceKind, Status, TermsOfUse, Verification
from reader.store import Store
from reader.ui.dialogs.menus import CopyMenu
from tests.ui.desk.conftest import Open
from tests.ui.translated import says, translated

KEYS = [
    binding.key for binding in CopyMenu.BINDINGS if isinstance(binding, Binding) and "pick" in binding.action
]
FRIENDSHIP = "Freundschaft"
"""A covered name that the article has in words of others."""


@pytest.fixture
def covered(library: Path) -> Path:
    """The library, with the mayor protected, and somebody called as a bridge is."""
    with Store(library) as store:
        mayor = next(one for one in store.sources.all() if one.name == "Erna Ölmann")
        store.sources.add(Source(f"Anna {FRIENDSHIP}", SourceKind.PERSON, identity_protected=True))
        store.sources.update(
            Source(mayor.name, mayor.kind, mayor.role, id=mayor.id, use=TermsOfUse.BACKGROUND)
        )
        quotes = store.quotes.of(1)
        store.sources.assign([quotes[0].id], mayor.id)
        store.quotes.set_status([quote.id for quote in quotes], Status.ACCEPTED)
        store.quotes.set_use([quotes[3].id], TermsOfUse.OFF_RECORD)
    return library


def copied(library: Path) -> str:
    file = library.parent / "clipboard.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.mark.parametrize("key", KEYS)
async def test_no_copy_names_who_is_covered(open_desk: Open, covered: Path, key: str) -> None:
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "y", key)
        assert "lmann" not in copied(covered)
        assert "Zumutung" not in copied(covered)
        if key in ("c", "m", "a"):
            assert "eine der Redaktion bekannte Person" in copied(covered)


async def test_a_selection_is_covered_too(open_desk: Open, covered: Path) -> None:
    async with open_desk() as hands:
        await hands.press("v", "G", "y")
        assert "Die Stadt müsse sparen" in copied(covered)
        assert "lmann" not in copied(covered)
        assert FRIENDSHIP not in copied(covered)
        assert "Zumutung" not in copied(covered)


async def test_a_sentence_and_a_selection_say_what_must_be_told_with_their_quotes(
    open_desk: Open, library: Path
) -> None:
    with Store(library) as store:
        first, *_, last = store.quotes.of(1)
        store.quotes.set_verification([first.id], Verification.DISPUTED)
        store.quotes.set_authorisation(last.id, Authorisation.WITHDRAWN)
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "y", "s")
        assert copied(library).endswith(
            f"sagte Bürgermeisterin Erna Ölmann am Montag. [{translated('disputed')}]"
        )
        await hands.press("g", "v", "G", "y")
        assert copied(library).endswith(
            f"[{translated('disputed')}; {translated('withdrawn by the person quoted: not to be used')}]"
        )
        await hands.press("G", "y", "s")
        assert copied(library) == "Bis dahin ruht der Verkehr."


async def test_all_accepted_are_copied_with_those_that_the_text_has_lost(
    open_desk: Open, library: Path
) -> None:
    with Store(library) as store:
        quotes = store.quotes.of(1)
        store.quotes.set_status([quotes[0].id, quotes[3].id], Status.ACCEPTED)
        article = store.articles.get(1)
        newer = replace(article, text=article.text.replace("nannte das „eine Zumutung für alle“", "schwieg"))
        store.articles.add(newer, into=1)
        follow_new_text(store, 1, (), "")
    async with open_desk() as hands:
        await hands.press("y", "a")
        lines = copied(library).split("\n\n")
    assert len(lines) == 2
    assert "„Wir haben uns verrechnet“" in lines[0]
    assert "„eine Zumutung für alle“" in lines[1]
    assert f"[{translated('not in the current text (version 1)')}]" in lines[1]


async def test_what_is_not_for_publication_is_not_copied(open_desk: Open, covered: Path) -> None:
    async with open_desk() as hands:
        hands.desk.go_to(hands.desk.page.quotes[3])
        await hands.press("y", "c")
        assert copied(covered) == ""
        assert any(says(sentence, "Not for publication") for sentence in hands.told())


async def test_a_key_says_how_a_quote_may_be_used(open_desk: Open, library: Path) -> None:
    async with open_desk() as hands:
        await hands.press("right_square_bracket", "U", "b")
        assert hands.desk.page.quotes[0].use is TermsOfUse.BACKGROUND
        await hands.press("y", "c")
    with Store(library) as store:
        assert store.quotes.of(1)[0].use is TermsOfUse.BACKGROUND
    assert "lmann" not in copied(library)


async def test_the_name_of_an_exported_file_is_covered(
    open_desk: Open, covered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(covered) as store:
        store.articles.update([1], title="Erna Ölmann und die Brücke")
    async with open_desk() as hands:
        await hands.press("e", "enter")
        await hands.until(lambda: len(hands.app.screen_stack) > 2)
        assert not list(tmp_path.glob("*.md")), "the title names who is covered: it asks first"
        await hands.press("y")
        await hands.until(lambda: bool(list(tmp_path.glob("*.md"))))
    (file,) = tmp_path.glob("*.md")
    assert "lmann" not in file.name + file.read_text(encoding="utf-8")
