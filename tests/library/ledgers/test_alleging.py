"""Which sentences of a draft are allegations, and whom it names: all of our own invention."""

import json
from pathlib import Path

import pytest

from reader.ledgers import StatementKind
from reader.library.detecting import AS_USUAL
from reader.library.ledgers.extracting import statements_of
from reader.models import Article

SENTENCES = json.loads((Path(__file__).parent / "alleged.json").read_text(encoding="utf-8"))
RIGHT = 0.9
"""Share of them that is told right at least, of allegations and of what is none alike."""


def found(text: str, language: str, kind: StatementKind) -> list[str]:
    rows = statements_of(Article(text, language=language), AS_USUAL)
    return [row.words for row in rows if row.kind is kind]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("group", ["yes", "no"])
def test_allegations_of_the_press_are_rows_and_tempting_sentences_none(language: str, group: str) -> None:
    sentences = SENTENCES[language][group]
    wrong = [
        sentence
        for sentence in sentences
        if bool(found(sentence, language, StatementKind.ALLEGATION)) is not (group == "yes")
    ]
    assert len(wrong) <= (1 - RIGHT) * len(sentences), wrong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ein Zeuge wirft Tom Beck Betrug vor.", ["Tom Beck"]),
        ("Die Staatsanwaltschaft ermittelt gegen Vera Moll wegen Untreue.", ["Vera Moll"]),
        (
            "Am Stand sprach Jan Roth Freitag mit Gabriel García Márquez.",
            ["Jan Roth", "Gabriel García Márquez"],
        ),
        (
            "Der Rat bescheinigte Anna Kolb Ausdauer. Karl Theodor zu Guttenberg kam.",
            ["Anna Kolb", "Karl Theodor zu Guttenberg"],
        ),
    ],
)
def test_names_are_whole_and_take_no_noun_along(text: str, names: list[str]) -> None:
    assert found(text, "de", StatementKind.NAME) == names
