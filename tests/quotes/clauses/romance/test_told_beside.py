"""Acts told beside other quotes, in passives and relatives, and later classes; invented sentences."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

TOLD = [
    ("es", "Gil rechaza el informe e insiste en que todo es legal.", "Gil rechaza el informe", "Gil"),
    ("es", "Eva Paz dijo que el plan es caro y anunció recortes.", "anunció recortes.", "Eva Paz"),
    (
        "es",
        "El alcalde desmintió que haya fugas, aunque confirmó una obra.",
        "confirmó una obra.",
        "El alcalde",
    ),
    ("es", "El alcalde, que ve dudas, solicitó la absolución.", "", "El alcalde"),
    ("es", "El sindicato no descarta una huelga.", "", "El sindicato"),
    ("es", "La familia ha dado las gracias a los bomberos.", "", "La familia"),
    ("es", "El plan fue criticado ayer por la oposición.", "", "la oposición"),
    ("es", "La alcaldesa se opone.", "", "La alcaldesa"),
    ("fr", "« Non », lâche le maire, qui réclame une enquête.", "réclame une enquête.", "le maire"),
    ("fr", "La ministre a salué le geste et a promis une aide.", "a promis une aide.", "La ministre"),
    (
        "it",
        "Il sindaco ha respinto le accuse e chiede le scuse.",
        "Il sindaco ha respinto le accuse",
        "Il sindaco",
    ),
    ("pt", "A notícia foi confirmada pela família.", "", "família"),
    ("pt", "O prefeito agradeceu.", "", "O prefeito"),
    (
        "pt",
        "A prefeita disse esperar chuva forte e descartou um racionamento.",
        "descartou um racionamento.",
        "A prefeita",
    ),
]
NOT_TOLD = [
    ("es", "Nadie pidió la palabra."),
    ("es", "¿Qué le reprocha la ministra al alcalde?"),
    ("es", "Nadie explicó cuándo volverá el tren."),
    ("es", "Se recomienda beber agua fría."),
    ("fr", "Le maire se révèle obstiné."),
    ("fr", "Il est conseillé de boire de l’eau."),
]
CLAUSES = [
    ("es", "La alcaldesa prometió a los vecinos arreglar la plaza.", "arreglar la plaza"),
    ("es", "El juez preguntó al testigo dónde estaba ayer.", "dónde estaba ayer"),
    ("es", "El alcalde advirtió de nuevo que el agua es mala.", "que el agua es mala"),
    ("es", "Ana Gil dijo no saber nada.", "no saber nada"),
    ("es", "El alcalde respondió que no.", "que no"),
    ("es", "La perita descartó que sea falsa: la letra es suya.", "que sea falsa"),
    ("pt", "A junta exige há anos que se faça uma ponte.", "que se faça uma ponte"),
    ("pt", "O juiz quis saber por que razão ninguém ligou.", "por que razão ninguém ligou"),
]
VIEWS = [
    ("es", "Ana Gil dijo que llueve. En su opinión, la obra es cara.", "la obra es cara", "Ana Gil"),
    ("fr", "Léa Roy dit que tout va. À l’en croire, le pain est bon.", "le pain est bon", "Léa Roy"),
    ("it", "Eva Neri ha detto che piove. A suo dire, la giunta è stanca.", "la giunta è stanca", "Eva Neri"),
]
HEARSAY = [
    ("es", "El ladrón estaría escondido en Soria."),
    ("es", "El fuego se habría debido a un cable."),
    ("fr", "La panne serait due à un orage."),
    ("fr", "Le maire aurait déjà les voix."),
    ("it", "Un gruppo svizzero sarebbe pronto a comprare la squadra."),
    ("pt", "O motorista terá adormecido ao volante."),
]


@pytest.mark.parametrize(("code", "text", "words", "speaker"), TOLD)
def test_an_act_is_told_beside_others(code: str, text: str, words: str, speaker: str) -> None:
    assert ("Reported", words or text, speaker) in said(text, code)


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_what_nobody_tells(code: str, text: str) -> None:
    assert said(text, code) == []


@pytest.mark.parametrize(("code", "text", "words"), CLAUSES)
def test_clauses_behind_hearers_and_times(code: str, text: str, words: str) -> None:
    assert ("Indirect", words) in [(kind, content) for kind, content, _ in said(text, code)]


@pytest.mark.parametrize(("code", "text"), HEARSAY)
def test_hearsay_of_states(code: str, text: str) -> None:
    assert said(text, code) == [("FreeIndirect", text, "")]


@pytest.mark.parametrize(("code", "text", "words", "speaker"), VIEWS)
def test_a_view_of_whoever_spoke_before(code: str, text: str, words: str, speaker: str) -> None:
    assert ("Indirect", words, speaker) in [(k, w.rstrip("."), s) for k, w, s in said(text, code)]
