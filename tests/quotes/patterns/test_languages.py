"""Quotations in English, French, Spanish, Italian and Dutch: the cases a newspaper prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.languages.tables import known, load
from reader.models import Medium, Quote, QuoteType
from reader.quotes import detect, passages_in_marks

LANGUAGES = ("en", "fr", "es", "it", "nl")
PIECES = (
    *(
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        '"',
        "'",
        "—",
        "–",
        ",",
        ".",
        ":",
        "?",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "é\u0301",
    ),
    *(
        "said",
        "he",
        "Ann Lee",
        "that",
        "a-t-il",
        "dit",
        "la maire",
        "según",
        "dijo",
        "ha detto",
        "zei",
        "the",
        "was",
    ),
)


def _joined(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _found(text: str, language: str, kind: QuoteType) -> list[tuple[str, str]]:
    """Words and speaker of each quote of a type."""
    quotes = [quote for quote in detect(text, language) if quote.type == kind]
    return [(_joined(text, quote.spans), _joined(text, quote.speaker)) for quote in quotes]


def _direct(text: str, language: str) -> list[tuple[str, str]]:
    return _found(text, language, QuoteType.DIRECT)


def _indirect(text: str, language: str) -> list[tuple[str, str]]:
    return _found(text, language, QuoteType.INDIRECT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_tables(language: str) -> None:
    tables = load(language)
    assert language in known()
    assert tables.name
    assert tables.source
    for words in (tables.verbs, tables.abbreviations, tables.honorifics, tables.roles, tables.title_nouns):
        assert len(words) > 5
    assert all(word == word.lower() for word in tables.verbs | tables.auxiliaries | tables.determiners)
    assert tables.writing | tables.thinking <= tables.verbs


DIRECT = [
    ("en", "“We are tired,” said Ann Lee.", "“We are tired,”", "Ann Lee"),
    ("en", '"We are tired," Ms Lee told reporters.', '"We are tired,"', "Ms Lee"),
    ("en", "‘We are tired,’ the minister added.", "‘We are tired,’", "the minister"),
    ("en", 'The mayor, Ann Lee, said: "We will rebuild."', '"We will rebuild."', "The mayor, Ann Lee"),
    ("en", '"Why now?" Orr asked.', '"Why now?"', "Orr"),
    (
        "en",
        "“We have two doctors left,” according to Dr. Ruth Penn.",
        "“We have two doctors left,”",
        "Dr. Ruth Penn",
    ),
    ("fr", "« C’est fini », a dit M. Durand.", "« C’est fini »", "M. Durand"),
    ("fr", "« Je pars demain », raconte-t-il.", "« Je pars demain »", "il"),
    ("fr", "“C’est vrai”, a-t-elle reconnu.", "“C’est vrai”", "elle"),
    ("fr", "La maire a déclaré : « Nous restons. »", "« Nous restons. »", "La maire"),
    ("fr", "« Non ! » a crié la ministre.", "« Non ! »", "la ministre"),
    ("es", "«No podemos seguir», dijo el señor Pérez.", "«No podemos seguir»", "el señor Pérez"),
    ("es", "“Es mentira”, respondió ella.", "“Es mentira”", "ella"),
    ("es", "El alcalde explicó: «Falta dinero».", "«Falta dinero»", "El alcalde"),
    ("it", "«È finita», ha detto il signor Rossi.", "«È finita»", "il signor Rossi"),
    ("it", "“Non è vero”, spiega la sindaca.", "“Non è vero”", "la sindaca"),
    ("it", "Il ministro ha aggiunto: «Serve tempo».", "«Serve tempo»", "Il ministro"),
    ("nl", "‘Het is voorbij’, zei meneer De Vries.", "‘Het is voorbij’", "meneer De Vries"),
    ("nl", "“Waarom?” vroeg ze.", "“Waarom?”", "ze"),
    ("nl", "„Dat is onzin”, aldus de wethouder.", "„Dat is onzin”", "de wethouder"),
    ("nl", "De minister zei: ‘We wachten af.’", "‘We wachten af.’", "De minister"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), DIRECT)
def test_direct_quotes_have_the_speaker_that_a_verb_of_saying_names(
    language: str, text: str, words: str, speaker: str
) -> None:
    assert _direct(text, language) == [(words, speaker)]


SPLIT = [
    ("it", "«Andiamo avanti – ha aggiunto Anna Bo – con calma».", "«Andiamo avanti … con calma»", "Anna Bo"),
    ("fr", "« Le juge, écrit-elle, a puni. »", "« Le juge … a puni. »", "elle"),
    ("en", "“We,” he said, “are ready.”", "“We,” … “are ready.”", "he"),
    ("fr", "« La ville », dit Luc, « change. »", "« La ville » … « change. »", "Luc"),
    (
        "fr",
        "« La ville change, explique Jeanne Morel. Et vite. »",
        "« La ville change … Et vite. »",
        "Jeanne Morel",
    ),
    ("es", "«La ley», explicó Ana Gil, «entra mañana».", "«La ley» … «entra mañana»", "Ana Gil"),
    ("it", "«La legge», dice Anna Bo, «cambia».", "«La legge» … «cambia»", "Anna Bo"),
    ("nl", "“Nee”, zegt hij, “dat kan niet.”", "“Nee” … “dat kan niet.”", "hij"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), SPLIT)
def test_a_quote_split_by_its_tag_is_one(language: str, text: str, words: str, speaker: str) -> None:
    assert _direct(text, language) == [(words, speaker)]


def test_a_second_sentence_in_marks_has_the_same_speaker() -> None:
    text = '"It is over," said Mr. Smith. "We cannot go on."'
    assert _direct(text, "en") == [('"It is over,"', "Mr. Smith"), ('"We cannot go on."', "Mr. Smith")]


def test_nested_marks_stay_inside_their_quote() -> None:
    text = "“He told me, ‘Go home,’” she said."
    assert _direct(text, "en") == [("“He told me, ‘Go home,’”", "she")]
    text = "«È una “vergogna” per tutti», commenta la sindaca."
    assert _direct(text, "it") == [("«È una “vergogna” per tutti»", "la sindaca")]


PARAGRAPHS = [
    (
        "en",
        "“I grew up by the sea,” Ms Doyle said. “My father fished.\n\n“He never learned to swim.”",
        "Ms Doyle",
    ),
    ("fr", "« Je suis né ici », dit Paul Roy. « Tout a changé.\n\n« Rien ne reviendra. »", "Paul Roy"),
    ("es", "«Nací aquí», dijo Eva Sanz. «Todo ha cambiado.\n\n«Nada volverá».", "Eva Sanz"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), PARAGRAPHS)
def test_a_mark_repeated_at_a_paragraph_goes_on_with_the_quote(
    language: str, text: str, speaker: str
) -> None:
    quotes = _direct(text, language)
    assert {named for _, named in quotes} == {speaker}
    assert quotes[-1][0].rstrip("”» .").endswith(text.rstrip("”» .").rsplit("\n", 1)[1].lstrip("“« "))


DIALOGUE = [
    (
        "es",
        "—¿Vienes? —preguntó Luis.\n—No —contestó ella—. Estoy cansada.",
        ["¿Vienes?", "No … Estoy cansada."],
    ),
    ("fr", "– Tu viens ? demanda-t-il.\n– Non, répond Anne.", ["Tu viens ?", "Non"]),
    (
        "fr",
        "— Plus de tomates ? demanda la cliente.\n— Non, répondit le marchand, tout est parti.\n— Tant pis.",
        ["Plus de tomates ?", "Non … tout est parti.", "Tant pis."],
    ),
    ("it", "— Non torno, disse Anselmo.\n— E tu? chiese Rosa.", ["Non torno", "E tu?"]),
]


@pytest.mark.parametrize(("language", "text", "words"), DIALOGUE)
def test_dashes_open_lines_of_dialogue(language: str, text: str, words: list[str]) -> None:
    assert [said for said, _ in _direct(text, language)] == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_with_dashes_is_no_dialogue(language: str) -> None:
    assert detect("– Uno\n– Dos\n– Tres", language) == ()


SILENT = [
    ("en", "The film “The Quiet Man” was shown. He is known as “the Fox”. It was a so-called “bargain”."),
    ("en", "Rock ’n’ roll fans in the ’90s loved James’ dog, didn't they? It's the band 'Queen'."),
    (
        "en",
        "She said hello to him. He told a story about the war. He added three goals. She asked for water.",
    ),
    ("en", "The man said to be the leader fled. According to plan, nothing happened."),
    (
        "fr",
        "Le film « La Grande Vadrouille » passe ce soir. On l’appelle « le Renard ». L’homme d’hier est là.",
    ),
    ("fr", "Le train, parti de Lyon, est arrivé. Le pont, estimé à deux millions, est fermé."),
    (
        "es",
        "La película «El verdugo» se proyecta hoy. Lo llaman «el Zorro». El puente, cerrado ayer, es viejo.",
    ),
    (
        "it",
        "Il film «La strada» esce oggi. Lo chiamano «la Volpe». Il ponte, costruito nel 1960, è chiuso.",
    ),
    ("it", "L’uomo dell’anno va all’estero. Un po’ di vento."),
    ("nl", "De film ‘Turks fruit’ draait vandaag. ’s Avonds werd het stil. In de jaren ’80 was dat anders."),
    ("nl", "Ze noemen hem ‘de Vos’. De zogenaamde ‘vrijheid’ bleef uit. Foto's van auto's."),
]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_titles_names_scare_quotes_and_apostrophes_are_no_quotes(language: str, text: str) -> None:
    assert _direct(text, language) == []
    assert _indirect(text, language) == []


def test_titles_are_told_from_scare_quotes() -> None:
    text = "The film “The Quiet Man” was a so-called “hit”."
    assert [passage.kind for passage in passages_in_marks(text, "en")] == ["title", "scare"]


INDIRECT = [
    ("en", "As the minister said, the law is dead.", "the law is dead", "the minister"),
    ("fr", "Comme l’a indiqué la police, le suspect est en fuite.", "le suspect est en fuite", "la police"),
    ("fr", "Pour la maire, Anne Roy, il faut attendre.", "il faut attendre", "la maire, Anne Roy"),
    ("es", "Como explicó la ministra, la ley cambia mañana.", "la ley cambia mañana", "la ministra"),
    ("nl", "Zoals de minister zei, gaan de belastingen omlaag.", "gaan de belastingen omlaag", "de minister"),
    ("en", "The mayor said yesterday that the plan was dead.", "that the plan was dead", "The mayor"),
    (
        "en",
        "Dr. Lee, who led the study, warned that it could return.",
        "that it could return",
        "Dr. Lee, who led the study",
    ),
    ("en", "The company said the plan was off.", "the plan was off", "The company"),
    ("en", "He told members the service was losing money.", "the service was losing money", "He"),
    ("en", "According to the police, the driver fled.", "the driver fled", "the police"),
    (
        "en",
        "Prices rose in May, according to figures published on Friday.",
        "Prices rose in May",
        "figures published on Friday",
    ),
    ("en", "The bridge is safe, officials said on Monday.", "The bridge is safe", "officials"),
    ("en", "The bridge, officials said, is safe.", "The bridge … is safe", "officials"),
    ("en", "The MP urged ministers to act before Easter.", "to act before Easter", "The MP"),
    ("en", "He asked whether the plan had changed.", "whether the plan had changed", "He"),
    ("fr", "La ministre a ajouté que la loi serait votée.", "que la loi serait votée", "La ministre"),
    ("fr", "Selon une étude récente, les prix baissent.", "les prix baissent", "une étude récente"),
    ("fr", "D'après l'Insee, les prix ont augmenté.", "les prix ont augmenté", "l'Insee"),
    ("fr", "La grève continuera, ont annoncé les syndicats.", "La grève continuera", "les syndicats"),
    ("fr", "La loi est votée, estime-t-il.", "La loi est votée", "il"),
    ("fr", "Le maire a promis de baisser les impôts.", "de baisser les impôts", "Le maire"),
    (
        "es",
        "El ministro aseguró este lunes que los impuestos bajarán.",
        "que los impuestos bajarán",
        "El ministro",
    ),
    ("es", "Según la policía, el conductor huyó.", "el conductor huyó", "la policía"),
    ("es", "El conductor huyó, según informó la policía.", "El conductor huyó", "la policía"),
    (
        "es",
        "La ley, explicó la ministra, entrará en vigor mañana.",
        "La ley … entrará en vigor mañana",
        "la ministra",
    ),
    (
        "it",
        "Il ministro ha annunciato oggi che le tasse scenderanno.",
        "che le tasse scenderanno",
        "Il ministro",
    ),
    ("it", "Secondo la polizia, l'autista è fuggito.", "l'autista è fuggito", "la polizia"),
    ("it", "Il ministro ha detto di non sapere nulla.", "di non sapere nulla", "Il ministro"),
    (
        "nl",
        "De minister zei dat de belastingen omlaag gaan.",
        "dat de belastingen omlaag gaan",
        "De minister",
    ),
    ("nl", "Volgens de politie is de bestuurder gevlucht.", "is de bestuurder gevlucht", "de politie"),
    ("nl", "De bestuurder is volgens de politie gevlucht.", "De bestuurder is … gevlucht", "de politie"),
    ("nl", "De brug blijft dicht, meldt de gemeente.", "De brug blijft dicht", "de gemeente"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), INDIRECT)
def test_indirect_speech_is_found(language: str, text: str, words: str, speaker: str) -> None:
    assert _indirect(text, language) == [(words, speaker)]


def test_a_fragment_behind_a_verb_of_saying_is_direct() -> None:
    text = "The leader of the opposition accused the government of “running scared”."
    assert _direct(text, "en") == [("“running scared”", "The leader of the opposition")]


def test_a_fragment_inside_indirect_speech_shares_its_speaker() -> None:
    text = "Mr Brown told the BBC he had “no regrets at all”."
    outer, inner = detect(text, "en")
    assert (outer.type, inner.type) == (QuoteType.INDIRECT, QuoteType.DIRECT)
    assert inner.nested
    assert inner.speaker == outer.speaker
    assert _joined(text, outer.addressee) == "the BBC"


def _one(text: str, language: str) -> Quote:
    (quote,) = detect(text, language)
    return quote


def test_cue_and_frame_are_marked() -> None:
    text = "« Un village sans pain dort », a déclaré la maire."
    quote = _one(text, "fr")
    assert _joined(text, quote.cue) == "a déclaré"
    assert _joined(text, quote.frame) == ", a déclaré la maire"


def test_neighbouring_words_of_a_cue_are_one_piece() -> None:
    text = "Come ha detto la sindaca, la legge cambia domani."
    assert _joined(text, _one(text, "it").cue) == "Come ha detto"


def test_a_pronoun_on_its_verb_is_the_speaker_and_no_part_of_the_cue() -> None:
    text = "« Rien n’est décidé », a-t-il déclaré."
    quote = _one(text, "fr")
    assert (_joined(text, quote.cue), _joined(text, quote.speaker)) == ("a … déclaré", "il")


@pytest.mark.parametrize("cue", ["écrit", "a écrit"])
def test_a_verb_of_writing_means_writing_with_and_without_auxiliary(cue: str) -> None:
    assert _one(f"« Un village sans pain dort », {cue} la maire.", "fr").medium == Medium.WRITING


def test_a_surname_resolves_to_the_full_name() -> None:
    text = "“We wait,” said Ann Lee.\n\n“It rains,” Lee added."
    assert [quote.resolved_speaker for quote in detect(text, "en")] == ["Ann Lee", "Ann Lee"]


COUNTED = "texts that no rule was written after"


def test_every_quote_says_why_when_asked() -> None:
    (quote,) = detect("“We wait,” said Ann Lee.", "en", explain=True)
    *what, measured = quote.why
    assert what == [
        "A verb of saying stands with its speaker behind or inside what is said.",
        "Cue: “said”.",
        "Speaker: “Ann Lee”.",
    ]
    assert measured == f"Of the quotes found by this rule in {COUNTED}, {quote.confidence:.0%} were right."


def test_what_nobody_counted_says_so() -> None:
    (quote,) = detect("»Vi venter,« sagde Anna Holm.", "da", explain=True)
    assert quote.why[-1] == "How often this rule is right has not been measured."
    assert quote.confidence < 0.9


def test_a_language_without_tables_still_has_its_marks() -> None:
    text = "„Nie ma już czasu na czekanie, trzeba działać”, powiedział burmistrz."
    assert [words for words, _ in _direct(text, "pl")] == [text[: text.index("”") + 1]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", "“", "””””", "— — —", "said", ",", "« » « »", "a-t-il", "selon", "“A” “B” “C”", "—"]
)
def test_odd_texts_do_no_harm(language: str, text: str) -> None:
    for quote in detect(text, language):
        assert 0 <= quote.start < quote.end <= len(text)


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_lie_in_the_text_in_order_and_apart(language: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    for quote in detect(text, language):
        places = [place for span in quote.spans for place in span]
        assert places == sorted(set(places))
        assert places[0] >= 0
        assert places[-1] <= len(text)
        for role in (quote.speaker, quote.cue, quote.addressee, quote.frame):
            assert all(0 <= start < end <= len(text) for start, end in role)


@pytest.mark.parametrize(
    ("language", "text", "said", "name"),
    [
        (
            "en",
            "LONDON — Minister Alan Crewe ruled out a cap, saying it would “choke off supply” at once.",
            "it would “choke off supply” at once",
            "Alan Crewe",
        ),
        (
            "en",
            "One landlord, who asked not to be named, said he was considering selling up.",
            "he was considering selling up",
            "One landlord",
        ),
        (
            "en",
            "A report warned of losses; others argue the figures are inflated.",
            "the figures are inflated",
            "others",
        ),
        (
            "es",
            "El alcalde, Julián Ortega, defendió el cierre. «No vamos a dar marcha atrás», aseguró ayer.",
            "«No vamos a dar marcha atrás»",
            "Julián Ortega",
        ),
        (
            "it",
            "Il sindaco Paolo Ferri attacca. L'assessora Giulia Moretti respinge. «Si parte», ha assicurato.",
            "«Si parte»",
            "Giulia Moretti",
        ),
        (
            "nl",
            "Sjoerd Bakker is boos. „Dit is het einde”, zei hij dinsdag.",
            "„Dit is het einde”",
            "Sjoerd Bakker",
        ),
        (
            "nl",
            "Burgemeester Marieke de Vries komt. Volgens haar zijn er 140 klachten.",
            "zijn er 140 klachten",
            "Marieke de Vries",
        ),
    ],
)
def test_who_is_meant(language: str, text: str, said: str, name: str) -> None:
    found = [(_joined(text, q.spans), q.resolved_speaker) for q in detect(text, language)]
    assert (said, name) in found
