"""The codebook: what tags mean, where they stand, what bears them; each change one step to undo."""

from pathlib import Path

import pytest

from reader.errors import NotFoundError, StoreError, UsageError
from reader.library import codebook
from reader.library.codebook import Code
from reader.models import Article, Note, Quote, QuoteType, Span
from reader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two tags under one, another beside them, and one that is on nothing."""
    store = Store(tmp_path / "codes.db")
    one = store.articles.add(Article("„Wir bauen“, sagte Ute Brandt.", title="Eins")).id
    two = store.articles.add(Article("Der Rat schwieg.", title="Zwei")).id
    quote = store.quotes.add(one, Quote(QuoteType.DIRECT, (Span(0, 11),))).id
    note = store.notes.save(Note("Nachfragen", one)).id
    store.tags.attach(["politik/rente"], articles=[one], quotes=[quote], notes=[note])
    store.tags.attach(["politik/bau"], articles=[one, two])
    store.tags.make("kultur")
    return store


def paths(store: Store) -> list[str]:
    return [tag.path for tag in store.tags.codebook()]


def counts(store: Store, path: str) -> tuple[int, int, int]:
    tag = next(tag for tag in store.tags.codebook() if tag.path == path)
    return tag.articles, tag.quotes, tag.notes


def test_a_tag_counts_what_bears_it_or_one_below_it_once(store: Store) -> None:
    assert paths(store) == ["kultur", "politik", "politik/bau", "politik/rente"]
    assert counts(store, "politik") == (2, 1, 1)
    assert counts(store, "politik/rente") == (1, 1, 1)
    assert counts(store, "kultur") == (0, 0, 0)
    assert len(store.articles.ids("tag:politik")) == 2
    store.articles.trash(store.articles.ids("Eins"))
    assert counts(store, "politik") == (1, 0, 0)


def test_name_colour_and_description_change_in_one_step(store: Store) -> None:
    before = store.tags.codebook()
    codebook.edit(store, "politik", Code("staat", "Red", "  Regierung und Rat, nicht Wahlkampf "))
    tag = store.tags.codebook()[-3]
    assert (tag.path, tag.colour) == ("staat", "#c83737")
    assert tag.description == "Regierung und Rat, nicht Wahlkampf"
    assert paths(store) == ["kultur", "staat", "staat/bau", "staat/rente"]
    store.journal.undo()
    assert store.tags.codebook() == before
    store.journal.redo()
    assert paths(store)[1:] == ["staat", "staat/bau", "staat/rente"]


@pytest.mark.parametrize(("written", "stored"), [("#ABCDEF", "#abcdef"), ("#f0a", "#ff00aa"), ("none", "")])
def test_colours_are_written_as_people_do(written: str, stored: str) -> None:
    assert codebook.colour_of(written) == stored


def test_what_is_no_colour_changes_nothing(store: Store) -> None:
    with pytest.raises(UsageError, match="“rot” is no colour: write one such as #c03020, red"):
        codebook.edit(store, "politik", Code("staat", "rot"))
    with pytest.raises(StoreError, match="at most 4,000"):
        codebook.edit(store, "politik", Code("staat", "red", "a" * 4001))
    assert "politik" in paths(store)


def test_tags_move_with_all_below_them(store: Store) -> None:
    assert codebook.move_under(store, ["politik", "politik/bau"], "kultur") == ["kultur/politik"]
    assert paths(store) == ["kultur", "kultur/politik", "kultur/politik/bau", "kultur/politik/rente"]
    store.journal.undo()
    codebook.move_under(store, ["politik/bau"], "")
    assert paths(store) == ["bau", "kultur", "politik", "politik/rente"]
    with pytest.raises(UsageError, match="cannot go under itself"):
        codebook.move_under(store, ["politik"], "politik/rente")


def test_a_name_below_itself_keeps_what_is_there(store: Store) -> None:
    store.tags.rename("politik", "politik/bau")
    assert paths(store) == ["kultur", "politik", "politik/bau", "politik/bau/bau", "politik/bau/rente"]


def test_merging_keeps_what_the_other_says(store: Store) -> None:
    store.tags.describe("politik/bau", "Gebautes")
    store.tags.colour("politik/bau", "#aa0000")
    store.tags.colour("politik/rente", "#00aa00")
    codebook.merge(store, ["politik/bau"], "politik/rente")
    tag = store.tags.codebook()[-1]
    assert (tag.path, tag.colour, tag.description) == ("politik/rente", "#00aa00", "Gebautes")
    assert counts(store, "politik/rente") == (2, 1, 1)
    store.journal.undo()
    assert counts(store, "politik/bau") == (2, 0, 0)
    with pytest.raises(UsageError, match="holds “politik/rente”"):
        codebook.merge(store, ["politik"], "politik/rente")


def test_tags_stand_in_the_order_given_to_them(store: Store) -> None:
    assert codebook.shift(store, "politik/rente", -1)
    assert paths(store)[1:] == ["politik", "politik/rente", "politik/bau"]
    assert not codebook.shift(store, "politik/rente", -1)
    store.tags.make("politik/amt")
    assert paths(store)[-1] == "politik/amt", "what was not placed comes behind"
    codebook.put_beside(store, "politik/amt", "politik/rente", after=False)
    assert paths(store)[2:] == ["politik/amt", "politik/rente", "politik/bau"]
    store.journal.undo()
    assert paths(store)[2:] == ["politik/rente", "politik/bau", "politik/amt"]
    with pytest.raises(UsageError, match="do not stand beside each other"):
        codebook.put_beside(store, "politik/amt", "kultur", after=True)


def test_removing_takes_all_below_and_comes_back(store: Store) -> None:
    codebook.remove(store, ["politik", "politik/bau"])
    assert paths(store) == ["kultur"]
    store.journal.undo()
    assert counts(store, "politik") == (2, 1, 1)


def test_a_tag_that_is_there_is_not_made_again(store: Store) -> None:
    with pytest.raises(UsageError, match="“kultur” already"):
        codebook.make(store, Code("kultur"))
    codebook.make(store, Code("kultur/theater", "blue", "Bühnen"))
    assert store.tags.codebook()[1].description == "Bühnen"
    with pytest.raises(NotFoundError):
        codebook.shift(store, "fehlt", 1)


def test_a_library_that_is_merged_brings_what_tags_mean(store: Store, tmp_path: Path) -> None:
    store.tags.describe("politik/bau", "Gebautes")
    with Store(tmp_path / "other.db") as other:
        article = other.articles.add(Article("Anderswo.")).id
        other.tags.attach(["politik/bau", "sport"], articles=[article])
        other.tags.describe("politik/bau", "Anderes")
        other.tags.colour("politik/bau", "#aa0000")
        other.tags.describe("sport", "Vereine")
    store.merge(tmp_path / "other.db")
    known = {tag.path: tag for tag in store.tags.all()}
    assert (known["politik/bau"].description, known["politik/bau"].colour) == ("Gebautes", "#aa0000")
    assert known["sport"].description == "Vereine"
