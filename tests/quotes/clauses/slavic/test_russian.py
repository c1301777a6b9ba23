"""Russian sentences, invented, with what a user sees of them: type, words said and speaker."""

import pytest

from tests.quotes.clauses.slavic.seen import names, said

QUOTES = [
    ("Мэр во вторник заявил, что мост откроют.", ("Indirect", "что мост откроют", "Мэр")),
    ("«Не знаю», — сказала министр Анна Малова.", ("Direct", "«Не знаю»", "министр Анна Малова")),
    ("— Не знаю, — ответил Олег Рябов.", ("Direct", "Не знаю", "Олег Рябов")),
    ("«Дождь, — сказал Олег Рябов, — кончился».", ("Direct", "«Дождь …  кончился»", "Олег Рябов")),
    ("Цены вырастут, считает аналитик Денис Крылов.", ("Indirect", "Цены вырастут", "аналитик Денис Крылов")),
    ("Эксперты предупреждают: рыба гибнет.", ("Indirect", "рыба гибнет", "Эксперты")),
    ("Губернатор спросил, будет ли дождь.", ("Indirect", "будет ли дождь", "Губернатор")),
    ("Врач попросил, чтобы все вышли.", ("Indirect", "чтобы все вышли", "Врач")),
    ("Как сообщила полиция, водитель был трезв.", ("Indirect", "водитель был трезв", "полиция")),
    ("Подсудимый якобы угрожал соседям.", ("FreeIndirect", "Подсудимый якобы угрожал соседям", "")),
    ("Кремль опроверг сообщения.", ("Reported", "Кремль опроверг сообщения", "Кремль")),
    ("Тренер извинился перед болельщиками.", ("Reported", "Тренер извинился перед болельщиками", "Тренер")),
    ("Губернатор поручил проверить мост.", ("Indirect", "проверить мост", "Губернатор")),
    ("В сообщении говорится, что пробы взяты.", ("Indirect", "что пробы взяты", "сообщении")),
    ("Сообщили в МЧС, что пожар потушен.", ("Indirect", "что пожар потушен", "МЧС")),
]


@pytest.mark.parametrize(("text", "quote"), QUOTES)
def test_what_a_construction_says(text: str, quote: tuple[str, str, str]) -> None:
    kind, words, speaker = quote
    assert said(text, "ru") == [(kind, words.replace("  ", " "), speaker)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам Ивана Петрова, мост старый.", "Иван Петров"),
        ("По мнению Марии Ивановой, мост старый.", "Мария Иванова"),
        ("По данным полиции, мост старый.", "полиция"),
        ("По словам Рябова, мост старый.", "Рябова"),
    ],
)
def test_a_source_is_named_in_the_nominative_where_that_is_sure(text: str, name: str) -> None:
    assert names(text, "ru") == [name]


def test_a_known_surname_is_brought_to_the_nominative_and_a_dropped_subject_carried() -> None:
    text = "Адвокат Олег Рябов молчит. По словам Рябова, дело закрыто. Добавил, что рад."
    assert names(text, "ru") == ["Олег Рябов", "Олег Рябов"]


@pytest.mark.parametrize(
    "text",
    ["Оказалось, что мост закрыт.", "Если он скажет, что не знает, уйдём.", "Я думаю, что пора."],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text, "ru") == []
