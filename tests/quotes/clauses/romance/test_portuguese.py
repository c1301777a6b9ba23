"""Portuguese sentences of both shores, invented, with what a user sees of them."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

CLAUSES = [
    ("O prefeito disse ontem à Folha que a ponte abre em maio.", "que a ponte abre em maio", "O prefeito"),
    ("A ministra disse-lhe que a ponte abre em maio.", "que a ponte abre em maio", "A ministra"),
    ("Diz-se que a ponte nunca vai abrir.", "que a ponte nunca vai abrir", ""),
    ("Segundo o ministro, a ponte abre em maio.", "a ponte abre em maio", "o ministro"),
    ("A ponte abre em maio, informou ontem a Lusa.", "A ponte abre em maio", "a Lusa"),
    ("A ponte abre em maio, disse a moradora.", "A ponte abre em maio", "a moradora"),
    ("E disse ontem a ministra que a ponte abre em maio.", "que a ponte abre em maio", "a ministra"),
    ("A ministra disse a Lula que a ponte abre em maio.", "que a ponte abre em maio", "A ministra"),
    ("A ministra acusa o governo de parar as obras.", "de parar as obras", "A ministra"),
    ("Para especialistas, a ponte abre em maio.", "a ponte abre em maio", "especialistas"),
    ("A ponte já abre, segundo informa a câmara.", "A ponte já abre", "a câmara"),
    ("Ele disse -- e repetiu -- que a ponte abre em maio.", "que a ponte abre em maio", "Ele"),
    ("A autarca admitiu ter pago a obra duas vezes.", "ter pago a obra duas vezes", "A autarca"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_indirect_speech(text: str, words: str, speaker: str) -> None:
    assert said(text, "pt") == [("Indirect", words, speaker)]


@pytest.mark.parametrize(
    "text",
    ["O segundo turno será em outubro, em todo o país.", "A equipa ficou em segundo lugar no campeonato."],
)
def test_segundo_is_also_a_number(text: str) -> None:
    assert said(text, "pt") == []


@pytest.mark.parametrize(
    "text",
    [
        "A lei prevê a construção de uma ponte que ligará as margens.",
        "A câmara divulga a lista das obras que nada valem.",
        "O sistema é indicado para obras que ocupem muito espaço.",
    ],
)
def test_a_relative_clause_is_nothing_said(text: str) -> None:
    assert said(text, "pt") == []


HYPHENS = [
    ("- A ponte abre em maio - disse o prefeito.", "A ponte abre em maio", "o prefeito"),
    ("Houve festa. - A ponte abre. Enfim - disse ontem Ana Lima, no Rio.", "A ponte abre. Enfim", "Ana Lima"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), HYPHENS)
def test_speech_between_hyphens(text: str, words: str, speaker: str) -> None:
    assert said(text, "pt") == [("Direct", words, speaker)]


def test_items_of_a_list_are_no_speech() -> None:
    assert said("Na mesa. - Pão fresco do dia - dois euros. - Vinho da casa - um euro.", "pt") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Gosto de jogar futebol», disse a jogadora, que é do Porto.", "a jogadora"),
        ("«Gosto de jogar futebol», disse ao jornal Ana Lima.", "Ana Lima"),
        ("Mas o Bruno, de 10 anos, respondeu: «Gosto de jogar.»", "o Bruno"),
        ("Questionada sobre o jogo, respondeu: «Gosto de jogar.»", ""),
    ],
)
def test_the_speaker_of_words_in_marks(text: str, speaker: str) -> None:
    assert [found[2] for found in said(text, "pt")] == [speaker]


@pytest.mark.parametrize("who", ["o levantador", "o titular da pasta", "o administrador da obra"])
def test_a_noun_that_ends_as_an_infinitive_speaks(who: str) -> None:
    text = f"«Vamos abrir a ponte em maio», disse {who}."
    assert said(text, "pt") == [("Direct", "«Vamos abrir a ponte em maio»", who)]
