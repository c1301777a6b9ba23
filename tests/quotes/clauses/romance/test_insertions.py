"""Attributions inside the marks, in invented French and Italian sentences."""

import pytest

from reader.quotes import detect
from tests.quotes.clauses.romance.test_spanish import said

INSERTED = [
    (
        "« La ville change, tempère l'épidémiologiste. Les loyers montent. »",
        "fr",
        "« La ville change … Les loyers montent. »",
        "l'épidémiologiste",
    ),
    (
        "« Quand j'étais petit, explique-t-il en rangeant ses filets, il y avait des bateaux. »",
        "fr",
        "« Quand j'étais petit … il y avait des bateaux. »",
        "il",
    ),
    (
        "« La ville change, explique Jeanne Morel, présidente de l'association. Et vite. »",
        "fr",
        "« La ville change … Et vite. »",
        "Jeanne Morel",
    ),
    (
        "« Pourquoi ici ? s'étonne Luc Roy. Il y a mieux. »",
        "fr",
        "« Pourquoi ici ? … Il y a mieux. »",
        "Luc Roy",
    ),
    (
        "«Da piccolo – racconta riponendo le reti – qui c'era solo il mare».",
        "it",
        "«Da piccolo … qui c'era solo il mare»",
        "",
    ),
    (
        '"Ci è mancato il carattere - ha ammesso Ivan Conti ai microfoni - e si è visto".',
        "it",
        '"Ci è mancato il carattere … e si è visto"',
        "Ivan Conti",
    ),
]


@pytest.mark.parametrize(("text", "code", "words", "speaker"), INSERTED)
def test_an_attribution_inside_the_marks_is_no_part_of_what_is_said(
    text: str, code: str, words: str, speaker: str
) -> None:
    assert said(text, code) == [("Direct", words, speaker)]


def test_a_verb_with_its_object_is_no_attribution() -> None:
    text = "« Il est venu, dit la vérité, et repart chez lui demain. »"
    assert said(text, "fr") == [("Direct", text, "")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "« La colère monte, explique Jeanne Morel, grutière depuis vingt ans. Et personne n'écoute. »",
            "« La colère monte … Et personne n'écoute. »",
        ),
        ("« Le plan, explique Jeanne Morel, est mort. Bien mort. »", "« Le plan … est mort. Bien mort. »"),
    ],
)
def test_what_a_comma_adds_to_the_speaker_is_not_said(text: str, said: str) -> None:
    (quote,) = detect(text, "fr")
    assert (quote.words(text), quote.resolved_speaker) == (said, "Jeanne Morel")
