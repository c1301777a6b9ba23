"""Who speaks where newsrooms name a speaker without a plain verb of saying, or go on behind the name."""

import pytest

from reader.quotes import detect


def speaker(text: str, language: str) -> str:
    """The name of whoever says the first thing in marks."""
    quotes = detect(text, language, engine="rules")
    return next(quote for quote in quotes if quote.type == "Direct").speaker_name(text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "«La strada riapre», ha detto il prefetto lasciando il municipio.", "il prefetto"),
        ("it", "«Non ricordo», ha risposto l'imputato rivolgendosi alla corte.", "l'imputato"),
        ("it", "«Vedrai», sussurra un fornaio di Asti al vicino di banco.", "un fornaio di Asti"),
        ("it", "«Aiuto», ha gridato la donna ai soccorritori.", "la donna"),
        ("it", "«Basta», dice l'assessora alla famiglia.", "l'assessora alla famiglia"),
        ("fr", "« La route rouvre », a dit le préfet en quittant la mairie.", "le préfet"),
        ("fr", "« La route rouvre », a dit le maire sortant.", "le maire sortant"),
    ],
)
def test_what_somebody_does_meanwhile_is_no_part_of_the_name(language: str, text: str, name: str) -> None:
    assert speaker(text, language) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«La strada riapre lunedì». Lo ha detto ieri il prefetto Ugo Neri.", "Ugo Neri"),
        ("«Era buono con tutti». Lo ricordano così gli amici del bar.", "gli amici del bar"),
        ("«Abbiamo giocato male», l'analisi del tecnico Ugo Neri.", "Ugo Neri"),
        ("«Non cambiamo idea», è il commento della sindaca Ada Neri.", "Ada Neri"),
        ("«Non cambiamo idea adesso». Queste le parole del segretario regionale Ugo Neri.", "Ugo Neri"),
        ("«Il bilancio è in ordine», getta acqua sul fuoco la sindaca, Ada Neri.", "Ada Neri"),
    ],
)
def test_a_noun_an_idiom_or_the_next_sentence_tells_whose_words_they_are(text: str, name: str) -> None:
    assert speaker(text, "it") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Per Confcasa "è una stangata mascherata".', "Confcasa"),
        ("Di altro avviso il senatore Ugo Neri, per il quale «quei conti sono sbagliati».", "Ugo Neri"),
        ("Il favorito resta il senatore Ugo Neri, che però frena: «Sto bene dove sto».", "Ugo Neri"),
        ("Le fa eco il pentastellato Ugo Neri: «Siamo alle solite».", "Ugo Neri"),
        ("Della stessa idea Albiera Antani, terza generazione di vignaioli: «Si vende».", "Albiera Antani"),
        (
            "Più netto un diplomatico europeo, che chiede l'anonimato: «Non se ne parla».",
            "un diplomatico europeo",
        ),
        ("Commossa anche Alice Roverde: «Ci ha insegnato tutto».", "Alice Roverde"),
        ("Il suo coach, l'australiano Ugo Neri, predica calma: «Mancano due gare».", "Ugo Neri"),
        ("Di altro avviso il dem Ugo Neri: «Non ci siamo».", "Ugo Neri"),
        ("Commosso anche il ricordo di don Luigi, parroco di Lodi: «L'avevo visto domenica».", "Luigi"),
    ],
)
def test_a_view_or_a_relative_clause_leads_up_to_the_words(text: str, name: str) -> None:
    assert speaker(text, "it") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Anne Roy est formelle. « La femelle attire le mâle avec sa lumière », illustre-t-elle.",
            "Anne Roy",
        ),
        ("Anne Roy pousse un landau vide. « On ferme », soupire cette aide-soignante.", "Anne Roy"),
        ("L'argument ne convainc pas le maire, Luc Petit : « On ferme, c'est tout. »", "Luc Petit"),
    ],
)
def test_french_speakers_by_a_verb_of_no_list_and_by_what_they_are(text: str, name: str) -> None:
    assert speaker(text, "fr") == name


def test_the_infinitive_of_a_narrator_goes_on_with_who_spoke() -> None:
    text = "« On ferme », dit Anne Roy. Et de rappeler que la route reste ouverte."
    *_, last = detect(text, "fr", engine="rules")
    assert last.speaker_name(text) == "Anne Roy"


def test_a_new_paragraph_names_whom_it_is_about_before_the_marks() -> None:
    text = (
        "« On ferme », dit Luc Petit.\n\n"
        "La présidente, Anne Roy, tente de le faire parler. « Que s'est-il passé ce soir-là ? »"
    )
    *_, last = detect(text, "fr", engine="rules")
    assert last.speaker_name(text) == "Anne Roy"


def test_a_study_is_no_person_of_the_name_of_its_review() -> None:
    text = "Selon une étude de la revue Bois Vert, la forêt recule depuis vingt ans."
    (quote,) = detect(text, "fr", engine="rules")
    assert quote.speaker_name(text) == "une étude de la revue Bois Vert"


def test_a_verb_of_the_past_that_no_list_holds_is_nobody() -> None:
    text = "Ada Neri non ama i premi. Quando la chiamarono, salì sul palco e disse: «Datelo a chi lavora»."
    *_, last = detect(text, "it", engine="rules")
    assert last.speaker_name(text) == "Ada Neri"


def test_a_clause_begins_with_its_verb_where_no_comma_parts_it_from_its_source() -> None:
    text = "Secondo la ricercatrice basterebbe aprire le finestre."
    (quote,) = detect(text, "it", engine="rules")
    assert " ".join(text[start:end] for start, end in quote.spans) == "basterebbe aprire le finestre"


def test_a_surname_with_an_apostrophe_is_found_again() -> None:
    text = (
        "La madre, Concetta, tace. Lo ha fatto la zia, Nunzia D'Amore: «Tornava dal lavoro. Non sa niente». "
        "La donna chiede che «chi ha visto parli»."
    )
    *_, last = detect(text, "it", engine="rules")
    assert last.speaker_name(text) == "Nunzia D'Amore"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le metteur en scène Luc Roy, qui l'a dirigée, loue « une actrice sans peur ».", "Luc Roy"),
        ("« Il n'y aura aucun départ sec », fait-on savoir à la mairie.", "mairie"),
    ],
)
def test_a_relative_or_on_stands_for_who_is_named_beside_it(text: str, name: str) -> None:
    assert speaker(text, "fr").removeprefix("la ") == name


def test_avant_d_ajouter_goes_on_with_who_spoke() -> None:
    text = "« Nous irons au bout », a prévenu Anne Roy. Avant d'ajouter, bravache : « Avec ou sans eux »."
    *_, last = detect(text, "fr", engine="rules")
    assert last.speaker_name(text) == "Anne Roy"


def test_a_title_names_whom_a_portrait_is_about() -> None:
    text = "Isild Bercot a le trac. « Je n'ai pas dormi de la nuit », souffle-t-elle en riant."
    (quote,) = detect(text, "fr", "Isild Bercot, la comédie sans filet", engine="rules")
    assert quote.speaker_name(text) == "Isild Bercot"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Renata Neri, ecologa, dice di non sapere nulla.", "Renata Neri"),
        ("Armando Sala, sindaco di Lodi, dice di non sapere nulla.", "Armando Sala"),
        ("Accanto a lei un collega scuote la testa: «Ci trattano come bestie».", "un collega"),
        (
            "Dura la reazione del consigliere dem Ugo Neri, secondo cui i treni sono fermi.",
            "Ugo Neri",
        ),
        ("Accuse respinte dalla società, che fa sapere di aver chiamato tutti.", "società"),
        (
            "Il primario di Pediatria, il professor Ugo Neri, è sereno. Il medico sostiene che è tardi.",
            "Ugo Neri",
        ),
    ],
)
def test_whose_name_looks_like_a_verb_or_stands_behind_what_is_theirs(text: str, name: str) -> None:
    *_, last = detect(text, "it", engine="rules")
    assert last.speaker_name(text) == name


@pytest.mark.parametrize("text", ["«Sì», fa", "detto lo ha", "Ha detto, ha", "« Non », fait-il", "ha: «"])
def test_a_text_that_ends_within_a_tag_is_read(text: str) -> None:
    for language in ("it", "fr", "es", "pt"):
        found = detect(text, language, engine="rules")
        assert all(span.end <= len(text) for quote in found for span in (*quote.spans, *quote.frame))


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # a group is nobody who is in focus; a verb that closes a talk
        (
            "it",
            "Il tecnico Ugo Neri è sereno. Secondo lo staff, è una contusione. «Gioca», chiude Neri.",
            ["lo staff", "Ugo Neri"],
        ),
        ("es", "El técnico Luis Gil está sereno. «Vamos a ganar», cierra Gil.", ["Luis Gil"]),
        # an adverb is no subject
        ("es", "Ana Gil calló. «Es así», admite Gil, y enseguida matiza: «Aquí».", ["Ana Gil", "Ana Gil"]),
    ],
)
def test_neither_a_group_nor_an_adverb_stands_for_somebody(
    language: str, text: str, names: list[str]
) -> None:
    found = detect(text, language, engine="rules")
    assert [quote.speaker_name(text) for quote in found] == names


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("fr", "Inès Roy attendait. « Tout ferme », s'est-elle indignée.", "est … indignée"),
        ("fr", "« Tout ferme », s'est indignée Inès Roy.", "est indignée"),
        ("it", "«Chiude tutto», si è sfogata Ada Neri.", "è sfogata"),
        ("it", "«È una vergogna», si sono sfogati i residenti.", "sono sfogati"),
    ],
)
def test_a_participle_agrees_with_who_vents(language: str, text: str, cue: str) -> None:
    quote = detect(text, language, engine="rules")[0]
    assert quote.speaker_name(text) in {"Inès Roy", "Ada Neri", "i residenti"}
    assert " … ".join(text[span.start : span.end] for span in quote.cue) == cue
