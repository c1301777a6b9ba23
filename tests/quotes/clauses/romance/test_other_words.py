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


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "« Non », dit Maud Roy. Cette agricultrice a dit qu'elle partait.", "Maud Roy"),
        ("it", "«No», dice Anna Sala. Questa parrucchiera dice che è tardi.", "Anna Sala"),
        ("pt", "“Não”, diz Rita Sá. Esta reformada diz que é tarde.", "Rita Sá"),
        ("it", "«No», dice Luca Neri. Secondo l'ex assessore è tardi.", "Luca Neri"),
        ("fr", "La veuve, Mélanie, pleure. « C'est dur », dit-elle.", "Mélanie"),
        ("pt", "Rui Mota saiu. Ana Sá ficou. “Sim”, disse o próprio Rui.", "Rui Mota"),
        ("fr", "L'Acom assure que tout va bien. L'organisme précise que tout est prêt.", "L'Acom"),
        ("pt", "Fonte da câmara garante que não. A mesma fonte diz que é um erro.", "Fonte da câmara"),
        (
            "pt",
            "O ministro da Ciência diz que sim. Segundo o governante, falta pouco.",
            "O ministro da Ciência",
        ),
        (
            "fr",
            "La secrétaire générale de la CFDT Anne Roy proteste. « Non », dit la syndicaliste.",
            "Anne Roy",
        ),
        (
            "pt",
            "O pedido do ex-deputado Rui Mota caiu. “É injusto”, disse o ex-parlamentar.",
            "Rui Mota",
        ),
        (
            "pt",
            "“É duro”, disse o treinador Rui Mota.\n\n"
            "Questionado sobre Ivo Reis, que saiu, o técnico riu: “Vai voltar”.",
            "Rui Mota",
        ),
    ],
)
def test_who_spoke_or_was_described_last_is_called_so_again(language: str, text: str, name: str) -> None:
    assert _last(text, language) == name


def test_a_court_has_others_than_the_accused() -> None:
    text = "Karim Roy nie. Le prévenu pleure. Pour le procureur, le doute n'est pas permis."
    assert _last(text, "fr") == "le procureur"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Tant la CGT que FO ont fait savoir qu'elles ne viendraient pas.", "la CGT que FO"),
        ("it", "Sia Luca Neri sia Anna Sala hanno detto che è tardi.", "Luca Neri e Anna Sala"),
        ("pt", "Tanto a IL como o Chega garantiram que é tarde.", "a IL como o Chega"),
        ("fr", "À Bercy, on assure que tout va bien.", "Bercy"),
        ("fr", "À Bercy, on minimise : « Tout va bien. »", "Bercy"),
        ("fr", "« Tout va bien », assure-t-on à l'Élysée.", "l'Élysée"),
        ("it", "Da Palazzo Chigi filtra che il piano è pronto.", "Palazzo Chigi"),
        ("it", "Per la consigliera esistono alternative meno care.", "la consigliera"),
        ("it", "Anna Sala protesta. A suo dire le carte sono false.", "Anna Sala"),
        ("it", "Come ricorda Anna Sala, d'estate il ghiacciaio nutre l'Avisio.", "Anna Sala"),
        ("fr", "Anne Roy rit. « Non », dit-elle. Pour cette dernière, le plan est mort.", "Anne Roy"),
        (
            "fr",
            "« C'est dur », a soutenu la présidente et cheffe de la direction, Anne Roy.",
            "Anne Roy",
        ),
        ("it", "«Basta», dice la magistrata al termine dell'udienza.", "la magistrata"),
        ("it", "«Basta», taglia corto la sindaca.", "la sindaca"),
        ("fr", "Ce n'est pas l'avis de Luc Roy : « Le plan est mort. »", "Luc Roy"),
        ("pt", "“É cedo”, declarou a parlamentar a jornalistas.", "a parlamentar"),
        ("pt", "Foi confirmado pela filha, Inês Sá. “Partiu em paz”, disse.", "Inês Sá"),
    ],
)
def test_who_speaks_by_other_ways_of_the_press(language: str, text: str, who: str) -> None:
    assert _last(text, language) == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "it",
            "Per l'associazione dei consumatori, «la tragedia era annunciata da anni».",
            "l'associazione dei consumatori",
        ),
        ("it", "«L'acqua è entrata, ho salvato poco». A parlare è Anna Sala, parrucchiera.", "Anna Sala"),
        ("it", "Luca Neri dice che è tardi. E sul futuro frena: «Piano con i paragoni».", "Luca Neri"),
        ("it", "«Se è un sogno, lasciatemi dormire». Luca Neri ride e firma un cappello.", "Luca Neri"),
        ("it", "Il ministro Luca Neri, il quale ha detto di aver sentito il capo, tace.", "Luca Neri"),
        ("it", "«Lo Stato c'è», ha scritto la sottosegretaria Anna Del Giudice.", "Anna Del Giudice"),
        ("it", "«Io resto», ha detto ai vigili del fuoco Alvaro Sala.", "Alvaro Sala"),
        ("fr", "« On n'a jamais vu ça », témoigne sur BFMTV Luc Roy, maire de Pau.", "Luc Roy"),
        ("fr", "Anne Roy hésite. Et la Vaudoise de rappeler que le Parlement a refusé.", "Anne Roy"),
        ("fr", "Luc Roy dit que non. « Ça va me manquer », confie celui que tous saluent.", "Luc Roy"),
        ("pt", "“O PS devia ter vergonha”, respondeu, pouco depois, o deputado Rui Mota.", "Rui Mota"),
        ("fr", "Anne Roy a dit oui. « Je ne pars pas d'ici ce soir », vocifère le boucher.", "le boucher"),
        ("pt", "“Ela cantava na cozinha, eu botei pra gravar”, entrega o músico.", "o músico"),
        ("pt", "Ana Sá canta com Zé Reis. O sambista diz que é bom.", "Zé Reis"),
        ("pt", "Ao fundo estava Amélia, filha de uma utente. “Foi duro”, disse.", "Amélia"),
        ("pt", "Rui Mota é réu. Ana Sá disse que não. Mota riu. “Não sei, senhora doutora.”", "Rui Mota"),
    ],
)
def test_who_speaks_in_tags_and_sentences_around(language: str, text: str, who: str) -> None:
    assert _last(text, language) == who
