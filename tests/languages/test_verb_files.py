"""Verb files: the forms that their lines make, and what is asked of them."""

import pytest

from reader.languages import folders
from reader.languages.verb_files import (
    FEMININE,
    GERUND,
    INFINITIVE,
    MOODS,
    PARTICIPLE,
    PAST,
    PLURAL,
    PRESENT,
    SINGULAR,
    TAKES,
    VerbBook,
    VerbForm,
    load,
    read,
)

VERBS = [
    ": en inf=en pres.s=1t part.f=te",
    ": eren inf=eren pres.s=ert",
    "sagen säg part.f=gesagte,sagte",
    "gehen",
    "= reden",
]
SAYINGS = ["speech qt sagen plaudern", "thought i an|nehmen dar+entender/saber"]
CODES = [code for code in folders.codes("verbs.txt") if load(code).forms]


def forms(book: VerbBook, lemma: str) -> set[str]:
    return {form for form, readings in book.forms.items() if any(r.lemma == lemma for r in readings)}


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("sagen", {"sagen", "sägt", "gesagte", "sagte"}),
        ("gehen", {"gehen", "geht", "gehte"}),
        ("reden", {"reden", "redt", "redte"}),
        ("plaudern", set()),
        ("nehmen", {"nehmen", "nehmt", "nehmte"}),
    ],
)
def test_forms_are_made_from_classes_stems_and_whole_forms(lemma: str, expected: set[str]) -> None:
    assert forms(read(VERBS, SAYINGS), lemma) == expected


def test_a_verb_of_saying_may_have_a_particle_or_need_a_word() -> None:
    sayings = read(VERBS, SAYINGS).sayings
    assert (sayings["nehmen"][0].particle, sayings["nehmen"][0].medium) == ("an", "thought")
    assert sayings["dar"][0].needs == ("entender", "saber")


def test_forms_are_asked_for_by_what_their_verb_takes() -> None:
    book = read(VERBS, SAYINGS)
    assert book.of("t", PRESENT) == {"sägt"}
    assert book.of("i", INFINITIVE, "speech") == frozenset()


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("dijeron", "decir", PAST | PLURAL),
        ("cuenta", "contar", PRESENT | SINGULAR),
        ("pidiendo", "pedir", GERUND),
        ("expuesta", "exponer", PARTICIPLE | FEMININE | SINGULAR),
        ("concluyó", "concluir", PAST | SINGULAR),
    ],
)
def test_spanish_forms(form: str, lemma: str, features: int) -> None:
    assert VerbForm(lemma, features) in load("es").forms[form]


@pytest.mark.parametrize("code", CODES)
def test_the_files_of_a_language_are_sound(code: str) -> None:
    book = load(code)
    assert all(readings for readings in book.forms.values())
    assert all(form and form.isprintable() and " " not in form for form in book.forms)
    lemmas = {reading.lemma for readings in book.forms.values() for reading in readings}
    assert set(book.sayings) <= lemmas, "a verb of saying that no class conjugates"
    for several in book.sayings.values():
        for saying in several:
            assert saying.medium in ("speech", "writing", "thought")
            assert set(saying.takes) <= set(TAKES), saying


def test_a_language_whose_verbs_are_written_in_another_way_has_no_book() -> None:
    assert load("de") == load("xx") == VerbBook()
    assert "pres" in MOODS
