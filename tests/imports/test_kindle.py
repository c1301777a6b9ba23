"""Kindle clippings in the languages of its screens."""

import pytest

from reader.imports import kindle
from reader.imports.recognise import read
from reader.imports.values import Incoming

LINES = {
    "en": (
        "- Your Highlight on page 12 | Location 170-172 | Added on Sunday, March 1, 2026 10:11:12 PM",
        "- Your Note on page 12 | Location 172 | Added on Sunday, March 1, 2026 10:12:00 PM",
        "- Your Bookmark on Location 9 | Added on Sunday, March 1, 2026 10:13:00 PM",
    ),
    "de": (
        "- Ihre Markierung auf Seite 12 | bei Position 170-172 | Hinzugefügt am Sonntag, 1. März 2026 22:11:12",  # noqa: E501
        "- Ihre Notiz auf Seite 12 | bei Position 172 | Hinzugefügt am Sonntag, 1. März 2026 22:12:00",
        "- Ihr Lesezeichen bei Position 9 | Hinzugefügt am Sonntag, 1. März 2026 22:13:00",
    ),
    "fr": (
        "- Votre surlignement sur la page 12 | emplacement 170-172 | Ajouté le dimanche 1 mars 2026 22:11:12",
        "- Votre note sur la page 12 | emplacement 172 | Ajouté le dimanche 1 mars 2026 22:12:00",
        "- Votre signet à l’emplacement 9 | Ajouté le dimanche 1 mars 2026 22:13:00",
    ),
    "es": (
        "- Tu subrayado en la página 12 | Posición 170-172 | Añadido el domingo, 1 de marzo de 2026 22:11:12",
        "- Tu nota en la página 12 | Posición 172 | Añadido el domingo, 1 de marzo de 2026 22:12:00",
        "- Tu marcador en la posición 9 | Añadido el domingo, 1 de marzo de 2026 22:13:00",
    ),
    "it": (
        "- La tua evidenziazione a pagina 12 | posizione 170-172 | Aggiunto in data domenica 1 marzo 2026 22:11:12",  # noqa: E501
        "- La tua nota a pagina 12 | posizione 172 | Aggiunto in data domenica 1 marzo 2026 22:12:00",
        "- Il tuo segnalibro alla posizione 9 | Aggiunto in data domenica 1 marzo 2026 22:13:00",
    ),
    "pt": (
        "- Seu destaque na página 12 | posição 170-172 | Adicionado: domingo, 1 de março de 2026 22:11:12",
        "- Sua nota na página 12 | posição 172 | Adicionado: domingo, 1 de março de 2026 22:12:00",
        "- Seu marcador na posição 9 | Adicionado: domingo, 1 de março de 2026 22:13:00",
    ),
    "nl": (
        "- Je markering op pagina 12 | locatie 170-172 | Toegevoegd op zondag 1 maart 2026 22:11:12",
        "- Je notitie op pagina 12 | locatie 172 | Toegevoegd op zondag 1 maart 2026 22:12:00",
        "- Je bladwijzer op locatie 9 | Toegevoegd op zondag 1 maart 2026 22:13:00",
    ),
    "ru": (
        "- Ваш выделенный отрывок на странице 12 | Место 170–172 | Добавлено: воскресенье, 1 марта 2026 г. в 22:11:12",  # noqa: E501
        "- Ваша заметка на странице 12 | Место 172 | Добавлено: воскресенье, 1 марта 2026 г. в 22:12:00",
        "- Ваша закладка в месте 9 | Добавлено: воскресенье, 1 марта 2026 г. в 22:13:00",
    ),
    "ja": (
        "- 12ページ|位置No. 170-172のハイライト |作成日: 2026年3月1日日曜日 22:11:12",
        "- 12ページ|位置No. 172のメモ |作成日: 2026年3月1日日曜日 22:12:00",
        "- 位置No. 9のブックマーク |作成日: 2026年3月1日日曜日 22:13:00",
    ),
    "zh": (
        "- 您在第 12 页(位置 #170-172)的标注 | 添加于 2026年3月1日星期日 下午10:11:12",
        "- 您在第 12 页(位置 #172)的笔记 | 添加于 2026年3月1日星期日 下午10:12:00",
        "- 您在位置 #9的书签 | 添加于 2026年3月1日星期日 下午10:13:00",
    ),
}


def read_clippings(content: str) -> Incoming:
    return read(content.encode("utf-8-sig"), "My Clippings.txt")


def clippings(*parts: tuple[str, str], book: str = "Neubau am Markt (Beispiel, Anna)") -> str:
    return "".join(f"\ufeff{book}\r\n{line}\r\n\r\n{words}\r\n==========\r\n" for line, words in parts)


@pytest.mark.parametrize("language", LINES)
def test_a_note_joins_the_highlight_at_its_place_in_every_language(language: str) -> None:
    highlight, note, bookmark = LINES[language]
    content = clippings((highlight, "Wir bauen heute."), (note, "Wirklich?"), (bookmark, ""))
    found = read(content.encode("utf-8-sig"), "My Clippings.txt")
    (text,) = found.texts
    (mark,) = text.marks
    assert (found.tool, text.title) == ("Kindle", "Neubau am Markt (Beispiel, Anna)")
    assert (mark.words, mark.body, mark.created) == ("Wir bauen heute.", "Wirklich?", "2026-03-01T22:11:12Z")


def test_of_a_highlight_made_longer_the_last_stays() -> None:
    line = "- Your Highlight on Location 170-71 | Added on Sunday, March 1, 2026 10:11:12 AM"
    longer = line.replace("170-71", "170-172")
    found = read_clippings(
        clippings((line, "Wir bauen"), (longer, "Wir bauen heute."), (longer, "Wir bauen heute."))
    )
    assert [mark.words for mark in found.texts[0].marks] == ["Wir bauen heute."]


def test_equal_words_elsewhere_in_a_book_are_another_highlight() -> None:
    line = "- Your Highlight on Location 170-172 | Added on Sunday, March 1, 2026 10:11:12 AM"
    found = read_clippings(clippings((line, "Ja."), (line.replace("170-172", "900-901"), "Ja.")))
    assert len(found.texts[0].marks) == 2


def test_a_note_without_a_highlight_is_about_the_book() -> None:
    line = "- Your Note on Location 172 | Added on Sunday, March 1, 2026 10:11:12 AM"
    (mark,) = read_clippings(clippings((line, "Lesenswert."))).texts[0].marks
    assert (mark.sought, mark.body) == ((), "Lesenswert.")


def test_what_the_publisher_withheld_is_told() -> None:
    line = "- Your Highlight on Location 1-2 | Added on Sunday, March 1, 2026 10:11:12 AM"
    limit = " <You have reached the clipping limit for this item>"
    found = read_clippings(clippings((line, limit), (line, "Wir bauen.")))
    assert [mark.words for mark in found.texts[0].marks] == ["Wir bauen."]
    assert found.remarks == ("1 clipping is empty: more was taken of that book than it allows.",)


def test_a_language_that_nobody_listed_is_read_by_its_places() -> None:
    marked = "- Vaše zvýraznění | Pozice 170-172 | Přidáno 1. března 2026 22:11:12"
    note = "- Vaše poznámka | Pozice 172 | Přidáno 1. března 2026 22:12:00"
    (mark,) = read_clippings(clippings((marked, "Wir bauen."), (note, "Oho"))).texts[0].marks
    assert (mark.words, mark.body) == ("Wir bauen.", "Oho")


@pytest.mark.parametrize(
    ("fact", "moment"),
    [
        ("Added on Tuesday, 3 February 2015 00:05:00", "2015-02-03T00:05:00Z"),
        ("Added on Monday, February 3, 2015, 12:05 AM", "2015-02-03T00:05:00Z"),
        ("Added on Monday, February 3, 2015, 12:05 PM", "2015-02-03T12:05:00Z"),
        ("Added on Monday", ""),
        ("", ""),
        ("99. März 2026 77:88", ""),
    ],
)
def test_times_of_several_habits(fact: str, moment: str) -> None:
    assert kindle.moment(fact) == moment
