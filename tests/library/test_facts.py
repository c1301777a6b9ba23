"""Facts as a person writes them, and what holds an article back until a person lifts it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library.facts import changed_facts, hold_again, lift, set_facts, written_facts
from reader.models import Article
from reader.store import Store
from reader.texts.embargo_times import has_passed, in_words, until_of
from reader.texts.releases import held_back, with_notices


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as store:
        yield store


HELD = Article(
    "Ein Text.",
    title="Rede",
    published="2026-11-10",
    embargo="SPERRFRIST: 11. November 2026, 10 Uhr MEZ",
    embargo_until="2026-11-11T10:00+01:00",
    undelivered="Es gilt das gesprochene Wort",
)


@pytest.mark.parametrize(
    ("line", "published", "until"),
    [
        ("SPERRFRIST: Mittwoch, 11. November 2026, 10.00 Uhr", "", "2026-11-11T10:00"),
        ("Sperrfrist: 11.11.2026, 10 Uhr MEZ", "", "2026-11-11T10:00+01:00"),
        ("Sperrfrist: 11.7.26, 18.30 Uhr MESZ", "", "2026-07-11T18:30+02:00"),
        ("Embargoed until 0600 GMT, 11 November 2026", "", "2026-11-11T06:00+00:00"),
        ("EMBARGOED UNTIL 10 a.m. ET Wednesday, November 11, 2026", "", "2026-11-11T10:00-05:00"),
        ("Embargoed until 10 a.m. ET, July 11, 2026", "", "2026-07-11T10:00-04:00"),
        ("Embargo until 12:30 p.m. UTC+2, 11 November 2026", "", "2026-11-11T12:30+02:00"),
        ("Embargo: noon, 11 November 2026", "", "2026-11-11T12:00"),
        ("Strictly embargoed until midnight on 10 November 2026", "", "2026-11-11T00:00"),
        ("Sous embargo jusqu'au 11 novembre 2026 à 18h30, heure de Paris", "", "2026-11-11T18:30+01:00"),
        ("Embargo hasta el 11 de noviembre de 2026 a las 10:00", "", "2026-11-11T10:00"),
        ("Embargo fino all'11 novembre 2026, ore 12", "", "2026-11-11"),
        ("Onder embargo tot 11 november 2026, 10.00 uur", "", "2026-11-11T10:00"),
        ("Sperrfrist: 11. November, 10 Uhr", "2026-11-10", "2026-11-11T10:00"),
        ("Sperrfrist: 2. Januar, 10 Uhr", "2026-12-30", "2027-01-02T10:00"),
        ("Sperrfrist: Donnerstag, 18 Uhr", "2026-11-10", "2026-11-12T18:00"),
        ("Sperrfrist: 11. November, 10 Uhr", "", ""),
        ("Sperrfrist: Donnerstag, 18 Uhr", "", ""),
        ("Sperrfrist: Redebeginn", "", "Redebeginn"),
        ("Sperrfrist: 11.11.2026, Redebeginn", "", "Redebeginn, 2026-11-11"),
        ("Embargoed until delivery", "", "until delivery"),
        ("Sperrfrist: 31. Februar 2026, 10 Uhr", "", ""),
        ("Sperrfrist: 11. November 2026, 99.99 Uhr", "", "2026-11-11"),
        ("Sperrfrist", "2026-11-10", ""),
    ],
)
def test_until_when_an_embargo_holds_is_read_and_never_guessed(line: str, published: str, until: str) -> None:
    assert until_of(line, published) == until


def test_an_end_is_told_with_its_zone() -> None:
    assert in_words("2026-11-11T10:00+01:00") == "11 November 2026, 10:00 (UTC+01:00)"
    assert in_words("2026-11-11") == "11 November 2026"
    assert in_words("Redebeginn") == "Redebeginn"


def test_an_embargo_whose_time_has_passed_holds_until_it_is_lifted() -> None:
    after = datetime(2026, 11, 11, 9, 1, tzinfo=UTC)
    assert has_passed(HELD.embargo_until, after)
    assert not has_passed("2026-11-11", after)
    assert "This time has passed: lift it when you have looked." in held_back(HELD, after)[0]
    assert not has_passed("Redebeginn", after)


def test_the_form_shows_what_was_found_and_tells_what_changes() -> None:
    written = written_facts(HELD)
    assert written["embargo"] == "2026-11-11T10:00+01:00"
    assert changed_facts(HELD, written) == {}
    assert changed_facts(HELD, written | {"title": "Rede zur Bahn ", "language": "de-AT"}) == {
        "title": "Rede zur Bahn",
        "language": "de",
    }
    assert changed_facts(HELD, written | {"embargo": "Redebeginn"})["embargo_until"] == "Redebeginn"
    moved = changed_facts(HELD, written | {"embargo": "2026-11-12 9:30 CET"})
    assert moved == {
        "embargo": "2026-11-12 9:30 CET",
        "embargo_until": "2026-11-12T09:30+01:00",
        "lifted": "",
    }
    assert list(changed_facts(HELD, written | {"embargo": ""})) == ["lifted"]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("5.3.2024", "2024-03-05"),
        ("05.03.2024 14:05", "2024-03-05T14:05"),
        ("3.2024", "2024-03"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_written_as_people_write_it(written: str, stored: str) -> None:
    assert changed_facts(HELD, written_facts(HELD) | {"published": written})["published"] == stored


def test_the_form_has_the_date_as_lists_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.i18n.pgettext", lambda sense, message: "{day}.{month}.{year}")
    article = replace(HELD, published="2026-11-10")
    assert written_facts(article)["published"] == "10.11.2026"
    assert changed_facts(article, written_facts(article)) == {}


@pytest.mark.parametrize(("name", "value"), [("published", "gestern"), ("language", "Deutsch")])
def test_what_is_no_date_or_language_is_said(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=value):
        changed_facts(HELD, written_facts(HELD) | {name: value})


def test_lifting_is_a_step_that_can_be_taken_back(store: Store) -> None:
    number = store.articles.add(HELD).id
    other = store.articles.add(Article("Anderer Text.")).id
    assert store.articles.ids("is:embargoed") == [number]
    (row,) = store.articles.rows([number])
    assert (row.held, row.badge) == ("embargo until 2026-11-11T10:00+01:00", "EMBARGO")
    assert lift(store, [number, other]) == 1
    assert (store.articles.rows([number])[0].held, held_back(store.articles.get(number))) == ("", ())
    store.journal.undo()
    assert held_back(store.articles.get(number))
    lift(store, [number])
    assert hold_again(store, [number, other]) == 1
    assert store.articles.rows([number])[0].badge == "EMBARGO"


def test_facts_are_corrected_in_one_step(store: Store) -> None:
    number = store.articles.add(HELD).id
    facts = changed_facts(HELD, written_facts(HELD) | {"title": "Neu", "embargo": ""})
    set_facts(store, number, facts)
    assert (store.articles.get(number).title, bool(store.articles.get(number).lifted)) == ("Neu", True)
    store.journal.undo()
    assert (store.articles.get(number).title, store.articles.get(number).lifted) == ("Rede", "")


def test_a_newer_text_with_another_embargo_is_held_back_anew(store: Store) -> None:
    first = with_notices(Article("Text.\n\nSperrfrist: 11.11.2026, 10 Uhr", url="https://a.example/1"))
    number = store.articles.add(first).id
    lift(store, [number])
    newer = with_notices(Article("Text, neu.\n\nSperrfrist: 12.11.2026, 10 Uhr", url="https://a.example/1"))
    assert store.articles.add(newer).outcome == "changed"
    assert store.articles.get(number).embargo_until == "2026-11-12T10:00"
    assert store.articles.get(number).lifted == ""
    lift(store, [number])
    same = with_notices(
        Article("Text, noch neuer.\n\nSperrfrist: 12.11.2026, 10 Uhr", url="https://a.example/1")
    )
    store.articles.add(same)
    assert store.articles.get(number).lifted
