"""Notices that take a report back: told by what they name, and by likeness last."""

from pathlib import Path

import pytest

from reader.library.ledgers.notices import notices_of
from reader.library.stories import sign_all
from reader.models import Article, Link, Span
from reader.store import Store

BODY = (
    "Kiel (dpa) - Viele Züge fallen aus. Im Stellwerk von Husum fehlt Personal, wie die Sprecherin Ina Berg "
    "am Montag sagte. Der Verkehr soll am Freitag wieder nach Plan laufen, hieß es weiter. "
    "Betroffen sind die Linien nach Westerland, Flensburg und Lübeck, auf denen Busse fahren."
)
REPORT = Article(
    BODY,
    title="Bahn streicht im Norden viele Züge",
    url="https://www.kurier.example/bahn/zuege-1?ref=start",
    section="Bahn/Verkehr",
    removed=("bdt0371 4 wi 345 dpa 0815", "AP-EU--Rail, 2nd Ld, 345", "E-Mail"),
    entry="tag:kurier.example,2026:newsml_L1N3QX0AB",
    published="2026-11-12T15:30",
    language="de",
)


def told(tmp_path: Path, *others: Article) -> list[str]:
    with Store(tmp_path / "library.db") as store:
        number = store.articles.add(REPORT, [], "rules-1").id
        for one in others:
            store.articles.add(one, [], "rules-1")
        sign_all(store)
        return list(notices_of(store, store.articles.get(number)))


def notice(text: str, title: str = "RÜCKZUG: Meldung", published: str = "2026-11-12T17:00") -> Article:
    return Article(text, title=title, published=published, language="de")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Die Meldung bdt0371 von 15.30 Uhr ist zurückgezogen.", "by its number bdt0371"),
        ("Die Meldung dpa 0815 vom Nachmittag ist zurückgezogen.", "by its number dpa 0815"),
        ("Please kill the story L1N3QX0AB at once.", "by its number L1N3QX0AB"),
        ("Editors: Kill EU--Rail of this afternoon.", "by its slug EU--Rail"),
        ("Die Meldung Bahn/Verkehr ist zurückgezogen.", "by its slug Bahn/Verkehr"),
        ("Die Meldung „Bahn streicht im Norden viele Züge“ entfällt.", "by its headline “Bahn streicht"),
        (
            "Siehe https://kurier.example/bahn/zuege-1: entfällt.",
            "by its address kurier.example/bahn/zuege-1",
        ),
    ],
)
def test_a_notice_that_names_the_report_is_told_by_what_it_names(tmp_path: Path, text: str, by: str) -> None:
    (sentence,) = told(tmp_path, notice(text))
    assert sentence.startswith("article 2 withdraws it ")
    assert by in sentence
    assert sentence.endswith(": RÜCKZUG: Meldung")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Die Meldung bdt0371 ist zurückgezogen.", "2026-11-20"),
        ("Die Meldung bdt0371 ist zurückgezogen.", "2026-11-11"),
        ("Die Meldung bdt03712 ist zurückgezogen.", "2026-11-12"),
        ("Die Meldung bdt0372 ist zurückgezogen, mit einer E-Mail.", "2026-11-12"),
        ("Siehe kurier.example/bahn/zuege-12: entfällt.", "2026-11-12"),
        ("Die Bahn streicht Züge, heißt es in der Meldung.", "2026-11-12"),
    ],
)
def test_a_notice_of_another_report_says_nothing_of_it(tmp_path: Path, text: str, published: str) -> None:
    assert told(tmp_path, notice(text, published=published)) == []


def test_a_number_without_a_day_is_told_as_uncertain(tmp_path: Path) -> None:
    (sentence,) = told(tmp_path, notice("Die Meldung bdt0371 ist zurückgezogen.", published=""))
    assert "by its number bdt0371 (nobody knows of which day)" in sentence


def test_a_link_to_the_report_names_it(tmp_path: Path) -> None:
    link = Link(Span(0, 12), "https://kurier.example/bahn/zuege-1#mehr")
    text = f"Dieser Bericht ist zurückgezogen. {BODY}"
    linked = Article(text, title="Zurückgezogen: Züge", published="2026-11-13", language="de", links=(link,))
    (sentence,) = told(tmp_path, linked)
    assert "by its address" in sentence


def test_likeness_comes_last_and_is_told_as_no_more(tmp_path: Path) -> None:
    alike = notice(BODY, title="RÜCKZUG: Züge fallen aus")
    named = notice("Die Meldung bdt0371 ist zurückgezogen.")
    first, last = told(tmp_path, alike, named)
    assert first.startswith("article 3 withdraws it by its number")
    assert last.startswith("article 2 is much like it and withdraws a report, perhaps this one")


def test_a_correction_that_names_the_report_is_told(tmp_path: Path) -> None:
    correction = Article(
        "In der Meldung bdt0371 muss es Husum heißen, nicht Heide.",
        title="Ort berichtigt",
        correction="Berichtigung: Ort im zweiten Satz",
        published="2026-11-12T18:00",
        language="de",
    )
    (sentence,) = told(tmp_path, correction)
    assert sentence == "article 2 corrects it by its number bdt0371: Berichtigung: Ort im zweiten Satz"
