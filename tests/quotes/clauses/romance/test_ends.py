"""Where a clause ends, and clauses that open a sentence or hang on a noun, in invented sentences."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

ENDS = [
    ("es", "Gil dijo que el dique cedió, por lo que habrá que cortar la avenida.", ""),
    ("es", "Gil indicó que el puente es seguro, | según publicó la víspera en su página.", ""),
    ("es", "Gil anunció que el dique cederá, lo que | obligó a cortar la avenida.", "lo que"),
    ("pt", "Paiva disse que o cais é caro, o que custará mais à câmara.", ""),
]


@pytest.mark.parametrize(("language", "marked", "but"), ENDS)
def test_what_a_clause_brings_about_is_said_too(language: str, marked: str, but: str) -> None:
    inside = marked.split(" | ", maxsplit=1)[0].rstrip(".")
    inside = inside.removesuffix(but).rstrip(" ,")
    text = marked.replace(" | ", " ")
    ((_, words, _),) = (found for found in said(text, language) if found[0] == "Indirect")
    assert inside.endswith(words)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Estimant que le quai est sûr, Morel a signé le permis.", "que le quai est sûr"),
        ("pt", "Ao dizer, na segunda-feira, que o cais fecha, Paiva assustou o porto.", "que o cais fecha"),
        ("pt", "Alegando não ter lido o ofício, Paiva deixou a sala.", "não ter lido o ofício"),
    ],
)
def test_a_clause_that_opens_a_sentence_ends_at_its_comma(language: str, text: str, words: str) -> None:
    assert [found[1] for found in said(text, language)] == [words]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("es", "Los vecinos coinciden en que el puente tiembla.", "que el puente tiembla", "Los vecinos"),
        ("fr", "Morel s'est félicité que le quai soit rouvert.", "que le quai soit rouvert", "Morel"),
        ("it", "I geologi concordano che il molo cederà.", "che il molo cederà", "I geologi"),
        ("pt", "A câmara insinuou que o cais cederia.", "que o cais cederia", "A câmara"),
        ("pt", "Paiva lamentou (no plenário?) que a obra pare.", "que a obra pare", "Paiva"),
    ],
)
def test_verbs_and_asides_before_a_clause(language: str, text: str, words: str, speaker: str) -> None:
    assert said(text, language) == [("Indirect", words, speaker)]


def test_a_heading_of_one_word_before_a_source() -> None:
    found = said("Obras Segundo Paiva, o cais já está pronto e vai abrir em maio.", "pt")
    assert [speaker for _, _, speaker in found] == ["Paiva"]


def test_the_clause_of_a_noun_that_is_the_subject() -> None:
    found = said("La noticia de que el muelle cerrará en mayo alegró a los vecinos.", "es")
    assert [words for _, words, _ in found] == ["que el muelle cerrará en mayo"]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("es", "Machado dijo que no dimitirá.", "que no dimitirá", "Machado"),
        ("es", "Prado no se quejó de que lo echaran.", "que lo echaran", "Prado"),
        ("it", "Corrado ha detto che il molo crolla.", "che il molo crolla", "Corrado"),
        ("es", "Preguntado por la obra, dijo que no hay dinero.", "que no hay dinero", ""),
        ("es", "Rosa asegura que miente.", "que miente", "Rosa"),
        ("es", "Gil avisó hoy a los socios, no obstante, que hay prisa.", "que hay prisa", "Gil"),
        ("es", "Rosa llamó a Paz, pidiéndole que abriera ya.", "que abriera ya", "Rosa"),
        ("it", "Neri ha scritto ai tifosi, dicendogli che la strada riapre.", "che la strada riapre", "Neri"),
        (
            "es",
            "El vecino que dijo haber visto al ladrón declara mañana.",
            "haber visto al ladrón",
            "El vecino",
        ),
        ("es", "La ministra deberá defender que el gasto urge.", "que el gasto urge", "La ministra"),
        ("it", "La strada riapre, come annunciato ieri dal sindaco.", "La strada riapre", "sindaco"),
        ("pt", "O cais fecha em maio, como anunciado pelo prefeito.", "O cais fecha em maio", "prefeito"),
    ],
)
def test_who_says_it_and_how_much(language: str, text: str, words: str, speaker: str) -> None:
    assert said(text, language) == [("Indirect", words, speaker)]


def test_what_cannot_be_said_is_nothing_said() -> None:
    assert said("On peut dire que le quai est beau.", "fr") == []


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "es",
            "Los vecinos están muy seguros de que el muelle aguanta.",
            "que el muelle aguanta",
            "Los vecinos",
        ),
        ("fr", "Morel reste persuadée que le quai tient.", "que le quai tient", "Morel"),
        ("it", "Neri è dell'opinione che il molo è sicuro.", "che il molo è sicuro", "Neri"),
        ("pt", "A ministra tem certeza de que o cais é seguro.", "que o cais é seguro", "A ministra"),
        (
            "es",
            "La alcaldesa, que está convencida de que el muelle aguanta, no dimite.",
            "que el muelle aguanta",
            "La alcaldesa",
        ),
        ("it", "Secondo quanto riferito dal sindaco, il molo è chiuso.", "il molo è chiuso", "sindaco"),
        ("fr", "Selon ce que dit Morel, le quai est fermé.", "le quai est fermé", "Morel"),
        ("pt", "Segundo informado por Paiva, o cais fecha cedo.", "o cais fecha cedo", "Paiva"),
        ("es", "Según lo que informó Gil, el muelle está cerrado.", "el muelle está cerrado", "Gil"),
    ],
)
def test_convictions_and_what_is_passed_on(language: str, text: str, words: str, speaker: str) -> None:
    assert said(text, language) == [("Indirect", words, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Yo estoy seguro de que el muelle aguanta."),
        ("fr", "Il est certain que le quai tient."),
        ("it", "È certo che il molo è sicuro."),
    ],
)
def test_what_is_certain_is_nobodys_view(language: str, text: str) -> None:
    assert said(text, language) == []
