"""Other words for somebody whom a French, Italian or Portuguese article has introduced."""

import pytest

from reader.quotes import detect


def _last(text: str, language: str) -> str:
    """Who speaks in the last quote of a text."""
    return detect(text, language, engine="rules")[-1].resolved_speaker


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "La maire, Solenn Le Gall, hésite. L'édile assure que rien n'est signé.", "Solenn Le Gall"),
        ("fr", "Me Saïda Roy plaide la relaxe. « Non », répète l'avocate.", "Saïda Roy"),
        ("fr", "L'entraîneur, Luc Morel, râle. Le coach promet que cela changera.", "Luc Morel"),
        ("fr", "Le procureur, Luc Morel, a parlé. « Non », dit le magistrat.", "Luc Morel"),
        ("fr", "La députée Anne Roy proteste. « Non », lâche l'écologiste.", "Anne Roy"),
        ("it", "La glaciologa Anna Sala è cauta. La scienziata dice che è tardi.", "Anna Sala"),
        ("it", "L'avvocato Luca Neri ricorre. «No», dice il penalista.", "Luca Neri"),
        ("it", "Il pm Luca Neri ha finito. «No», dice il magistrato.", "Luca Neri"),
        ("it", "Anna Sala ha vinto. «Sono felice», dice la tunisina.", "Anna Sala"),
        ("it", "Il ministro Luca Neri tace. «No», dice il titolare del dicastero.", "Luca Neri"),
        ("pt", "A presidente da câmara, Ana Sá, hesita. A autarca garante que não.", "Ana Sá"),
        ("pt", "O treinador Dorival Pires saiu. “É duro”, disse o comandante.", "Dorival Pires"),
        ("pt", "O sambista Rui Mota voltou. “É bom”, disse o artista.", "Rui Mota"),
        ("pt", "O arguido, Rui Mota, falou. “Não”, disse o ex-provedor.", "Rui Mota"),
    ],
)
def test_another_word_for_an_office_or_a_trade_is_whoever_has_it(language: str, text: str, name: str) -> None:
    assert _last(text, language) == name
