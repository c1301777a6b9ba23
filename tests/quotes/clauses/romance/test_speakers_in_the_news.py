"""Who speaks in Spanish and Portuguese news, invented: tags of any verb, brackets, asides, relatives."""

import pytest

from reader.quotes import detect


def speaker(language: str, text: str) -> str:
    """Who says the last quote of a text."""
    return detect(text, language, engine="rules")[-1].resolved_speaker


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "«Hay que ahorrar ya mismo», diagnosticó Ana Gil.", "Ana Gil"),
        ("es", "«Hay que ahorrar ya mismo», diagnosticó este martes la jefa, Ana Gil, en Vigo.", "Ana Gil"),
        ("es", "Ana Gil no cede. «Yo no soy así», chicaneó.", "Ana Gil"),
        ("es", "«Hay que ahorrar ya mismo», minimizó ante Clarín una fuente oficial.", "una fuente oficial"),
        ("es", "Ana Gil no lo duda. «Hay que ahorrar ya mismo», diagnosticó.", "Ana Gil"),
        ("es", "«Es agua muy mala», resume su autora, la hidrogeóloga Alma Paz.", "Alma Paz"),
        ("pt", "“É preciso poupar”, diagnosticou esta terça-feira a médica Ana Sá, em Braga.", "Ana Sá"),
    ],
)
def test_a_tag_needs_no_verb_that_is_listed(language: str, text: str, name: str) -> None:
    assert speaker(language, text) == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "O prefeito de Sumé (PB), Glêdson Arrais (Podemos), disse que não sabia.", "Glêdson Arrais"),
        ("pt", "Para o presidente da Câmara, Hugo Sá (PL-PB), a equipe “terceiriza o ajuste”.", "Hugo Sá"),
        ("es", "El club condenó los hechos y, en un comunicado, aseguró que colaborará.", "El club"),
        (
            "es",
            "Un dictamen del centro al que este medio tuvo acceso advierte que falta agua.",
            "Un dictamen del centro al que este medio tuvo acceso",
        ),
        (
            "es",
            "Un informe del banco al que ha tenido acceso EL PAÍS sostiene que falta agua.",
            "Un informe del banco al que ha tenido acceso EL PAÍS",
        ),
    ],
)
def test_what_stands_between_hides_no_subject(language: str, text: str, name: str) -> None:
    assert speaker(language, text) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Questionado sobre as vaias, o técnico Rui Sá foi direto:", "Rui Sá"),
        ("Perguntado se teme a queda, o técnico Rui Sá riu:", "Rui Sá"),
        ("O técnico Rui Sá viu o jogo. “Foi um jogo ruim”, disse. Sobre o clube, foi direto:", "Rui Sá"),
    ],
)
def test_a_line_of_dialogue_alone_belongs_to_whom_the_paragraph_before_is_about(
    before: str, name: str
) -> None:
    text = f"{before}\n\n— Jogamos muito bem hoje e vamos ganhar."
    *_, quote = detect(text, "pt", engine="rules")
    assert text[quote.spans[0].start : quote.spans[-1].end] == "Jogamos muito bem hoje e vamos ganhar."
    assert quote.resolved_speaker == name


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert not detect("O plano tem dois pontos:\n\n— Gastar menos água.\n\n— Plantar mais árvores.", "pt")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "La vicepresidenta tercera y ministra de Obras Públicas, Elena Arranz Vela, calló ante Ana Gil. "
            "Luis Paz aplaudió. La vicepresidenta dijo que volverá.",
            "Elena Arranz Vela",
        ),
        # known by the first of two surnames
        (
            "es",
            "Elena Arranz Vela llegó a las nueve de la mañana. "
            + "La sala estaba llena de gente. " * 14
            + "Arranz "
            "dijo que no. «Vamos a proteger a quien lo necesita», apuntó la también líder socialista.",
            "Elena Arranz Vela",
        ),
        # the one person of a portrait, however far back the name stands
        (
            "es",
            "Elena Arranz llegó a las nueve de la mañana. "
            + "La sala estaba llena de gente. " * 14
            + "La autora "
            "de Los inviernos cortos cree que la novela es triste.",
            "Elena Arranz",
        ),
    ],
)
def test_a_description_means_who_is_known_by_it(language: str, text: str, name: str) -> None:
    assert speaker(language, text) == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "O líder do governo, Rui Sá, vê “uma perseguição política sem nome” no caso.", "Rui Sá"),
    ],
)
def test_the_first_words_in_marks_belong_to_the_subject_of_their_sentence(
    language: str, text: str, name: str
) -> None:
    assert speaker(language, text) == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # the office first, the bare name in the sentence behind it
        (
            "pt",
            "O presidente da Câmara do Porto fala em “chantagem pura”. Ontem, Rui Sá foi a Braga.",
            "Rui Sá",
        ),
        (
            "es",
            "El alcalde de Vigo habla de “un chantaje vil”. En un acto, Ana Gil sonrió.",
            "El alcalde de Vigo",
        ),
        (
            "es",
            "El alcalde de Vigo habla de “un chantaje vil”. El edil Juan Gil sonrió.",
            "El alcalde de Vigo",
        ),
        # the bare name first, then the office
        (
            "pt",
            "Rui Sá jogou a toalha. Num almoço, o ministro da Fazenda disse que não há dinheiro.",
            "Rui Sá",
        ),
        (
            "es",
            "El edil Juan Gil sonrió. Ayer, el ministro de Hacienda dijo que no hay dinero.",
            "el ministro de Hacienda",
        ),
    ],
)
def test_an_office_means_the_bare_name_beside_it(language: str, text: str, name: str) -> None:
    assert speaker(language, text) == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "Tras pisar la Philippe Chatrier, Juan Gil rió. «Me he visto fuera», dijo el murciano.",
            "Juan Gil",
        ),
        ("es", "La senadora UDI Luz Ebensperger dijo que no hay dinero.", "Luz Ebensperger"),
        (
            "es",
            "El presidente Juan Gil rió. Luis Paz calló. «No hay nadie aquí», dijo el jefe de Estado.",
            "Juan Gil",
        ),
        ("es", "Juan Gil (PP) defendió la nueva tasa, que calificó de «imposición vil».", "Juan Gil"),
        (
            "es",
            "De acuerdo a la última encuesta, un 71% de los chilenos cree que llueve.",
            "la última encuesta",
        ),
        ("es", "Para el central, «quien gane este partido da un paso de gigante».", "el central"),
        (
            "pt",
            "A juíza-presidente, Ana Sá, leu a pena. “O senhor roubou muito”, disse a magistrada.",
            "Ana Sá",
        ),
    ],
)
def test_what_stands_beside_a_name_is_read_with_it(language: str, text: str, name: str) -> None:
    assert name in {quote.resolved_speaker for quote in detect(text, language, engine="rules")}


def test_who_reacts_in_the_paragraph_before_speaks_though_another_spoke_last() -> None:
    text = (
        "O deputado Rui Sá acusou Ana Lima de “atrasar o Norte”. Ana Lima reagiu:\n\n— O senhor me respeite."
    )
    assert speaker("pt", text) == "Ana Lima"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "O presidente Lula elogiou a obra. “É um milagre neste país”, discursou o petista.", "Lula"),
        (
            "es",
            "Juan Gil ganó al alemán Zverev. Zverev calló. «He jugado mejor», dijo el hamburgués.",
            "Zverev",
        ),
    ],
)
def test_one_word_behind_a_role_or_an_origin_is_a_name(language: str, text: str, name: str) -> None:
    assert speaker(language, text) == name


def test_a_clause_ends_before_the_verb_that_leads_to_speech() -> None:
    text = "Juan Gil admitió que el equipo sufrió mucho y puso deberes a los suyos: «Hay que ganar siempre»."
    first, *_ = detect(text, "es", engine="rules")
    assert text[first.spans[0].start : first.spans[-1].end] == "que el equipo sufrió mucho"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pt", "O advogado Nélio Machado Filho fala em “vingança vil”.", "Nélio Machado Filho"),
        ("pt", "Votaram ontem Ana Sá e Rui Gil. Para a ministra, há “provas robustas” do crime.", "Ana Sá"),
        ("pt", "A mulher dele, a vereadora Ana Sá, fez um vídeo no qual diz que não há dinheiro.", "Ana Sá"),
        ("es", "Para su portavoz, el médico jubilado Juan Gil, «no faltan máquinas en Madrid».", "Juan Gil"),
        ("es", "Juan Gil llegó tarde. «A mí me ocupan los demás», despejó el lavianés.", "Juan Gil"),
    ],
)
def test_names_and_who_is_meant_by_them(language: str, text: str, name: str) -> None:
    assert name in {quote.resolved_speaker for quote in detect(text, language, engine="rules")}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            "Le maire a vu Luc Roy. L'attaquant malien Zoumi Kabran arrive. « On joue », dit le joueur.",
            "Zoumi Kabran",
        ),
        (
            "es",
            "El alcalde vio a Luis Gil. Llega el delantero chileno Zumel Kabrán. «Sí», dijo el jugador.",
            "Zumel Kabrán",
        ),
        (
            "fr",
            "« Bon », dit Inès Roy, seule femme à diriger un club. « On tient », ajoute la technicienne.",
            "Inès Roy",
        ),
    ],
)
def test_an_origin_before_a_name_and_a_word_for_a_woman_leave_her_her_trade(
    language: str, text: str, name: str
) -> None:
    assert detect(text, language, engine="rules")[-1].speaker_name(text) == name
