"""The subject of an attribution speaks, or nobody: unlisted nouns, handles, whole names, addressees."""

import pytest

from reader.models import Quote, QuoteType, SpeakerBasis
from reader.quotes import detect


def _written(text: str, quote: Quote) -> str:
    return " … ".join(text[start:end] for start, end in quote.speaker)


def _spoken(text: str, language: str) -> list[Quote]:
    return [quote for quote in detect(text, language) if quote.type == QuoteType.DIRECT]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            'Police were there, police said. "It took two," said shop owner Raj Patel.',
            "shop owner Raj Patel",
        ),
        ("en", 'Ann Lee left. "We saw it," said bus driver Ola Peters on Monday.', "bus driver Ola Peters"),
        ("en", 'Ann Lee left. "I am sorry," said the accused, Dean Cole.', "the accused, Dean Cole"),
        (
            "en",
            'Lena Holt said she was leaving. "We will miss her," said the 44-year-old.',
            "the 44-year-old",
        ),
        ("en", 'Ann Lee left. "It burst," the plumber said.', "the plumber"),
        ("en", 'Ann Lee left. "It burst," the shopkeeper told the BBC.', "the shopkeeper"),
        ("en", 'Ann Lee left. "It burst," said will.i.am.', "will.i.am"),
        ("en", 'Paul Grant posted it. @anna_blake wrote: "Shame on you!!"', "@anna_blake"),
        (
            "en",
            'Paul Grant posted it. "deleting this app lol," user harbourcat99 replied.',
            "user harbourcat99",
        ),
        ("en", 'Ann Lee left. One user wrote: "Good riddance to all of them."', "One user"),
        ("en", 'Ann Lee left. The headline read: "Mayor falls in the harbour."', "The headline"),
        (
            "en",
            'Ann Lee left. "We are back," the band\'s Instagram account said.',
            "the band's Instagram account",
        ),
        (
            "en",
            'Ann Lee left. "It\'s over," a source close to the talks told the BBC on condition of anonymity.',
            "a source close to the talks",
        ),
        ("en", 'A spokesman for the Hope & Anchor pub said: "No."', "A spokesman for the Hope & Anchor pub"),
        ("en", 'Ann Lee said: "No." The plumber said: "It is the pipe."', "Ann Lee"),
        ("en", 'Ann Lee left. "We go," said Leeds shop owner Raj Patel.', "Leeds shop owner Raj Patel"),
        ("en", 'Ann Lee left. "Ah," said Ten Hag\'s assistant.', "Ten Hag's assistant"),
        ("en", 'Ann Lee left. "I left," Will Smith said.', "Will Smith"),
        ("nl", 'Piet Smit vertrok. "Ja", schreef gebruiker wolf75.', "gebruiker wolf75"),
        ("es", "Ana Ruiz salió. «Oh», dijo a Efe Luis Gil.", "Luis Gil"),
        (
            "nl",
            'Het was maandag, zei de politie. "Het waren er twee", vertelde winkelier Raj Patel.',
            "winkelier Raj Patel",
        ),
        ("nl", 'Piet Smit vertrok. "Nee", zei de loodgieter.', "de loodgieter"),
        ("fr", "Jeanne Roy est partie. « C'est fini », raconte le boucher.", "le boucher"),
        ("fr", "Jean Roy est parti. « Oui », écrit @pepe.", "@pepe"),
        ("es", "La alcaldesa Rosa Vidal salió. «Se rompió», dijo el fontanero.", "el fontanero"),
        ("es", "La alcaldesa Rosa Vidal salió. «Vergüenza», escribió @pepe en X.", "@pepe"),
        ("es", "Rosa Vidal salió. «Nada», contó la panadera del barrio.", "la panadera del barrio"),
        ("it", "Il sindaco Luca Neri è partito. «Basta», ha detto il barista.", "il barista"),
        ("it", "Il sindaco Luca Neri è partito. «No», scrive @pepe.", "@pepe"),
    ],
)
def test_the_subject_beside_the_verb_speaks(language: str, text: str, speaker: str) -> None:
    quote = _spoken(text, language)[0]
    assert (_written(text, quote), quote.speaker_basis) == (speaker, SpeakerBasis.NAMED)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", '"We go," said shop owner Raj Patel.', "Raj Patel"),
        ("en", '"We go," said the accused, Dean Cole.', "Dean Cole"),
        ("en", '"He rang me," the witness, Carla Dunn, told the court.', "Carla Dunn"),
        ("en", '"I have left," the minister, Paul Grant, said.', "Paul Grant"),
        ("en", '"No," said Greg Moss, a vet.', "Greg Moss"),
        ("en", '"It rains," Ann Lee, 34, from Leeds, said.', "Ann Lee"),
        ("nl", '"Nee", zei een woordvoerder van Shell.', "een woordvoerder van Shell"),
        ("nl", '"Ja", zei directeur Jan van Dijk.', "Jan van Dijk"),
        ("en", '"Sad," said the vicar of St Mary\'s.', "the vicar of St Mary's"),
        ("en", "It will rain, its president, Ursula von der Leyen, said on Tuesday.", "Ursula von der Leyen"),
        ("en", '"We go," said ex-minister Raj Patel.', "Raj Patel"),
        ("en", '"We go," said then-chancellor Ole Brand.', "Ole Brand"),
        ("en", '"We go," said 7-year-old Ben Cole.', "Ben Cole"),
        ("en", '"We go," said Manon de la Cour, who leads them.', "Manon de la Cour"),
        ("en", '"We go," said Piet van den Berg.', "Piet van den Berg"),
        ("en", '"We go," said Piet van ’t Hof.', "Piet van ’t Hof"),
        ("en", '"We go," said Karl-Theodor von und zu Guttenberg.', "Karl-Theodor von und zu Guttenberg"),
        ("en", '"We go," said Bashar al-Assad.', "Bashar al-Assad"),
        ("en", '"We go," said Emmanuel d’Aubigné.', "Emmanuel d’Aubigné"),
        ("en", '"We go," said Khalid bin Salman.', "Khalid bin Salman"),
        ("en", '"We go," said Sinead O’Neill.', "Sinead O’Neill"),
        ("en", "“It is cold,” said Robert “Stilts” Manning, 44.", "Robert “Stilts” Manning"),
        ("en", '"We go," Jana Kolb and Max Ott said.', "Jana Kolb and Max Ott"),
        ("en", '"We go," said Jana Kolb, Max Ott and Eva Lang.', "Jana Kolb, Max Ott and Eva Lang"),
        ("en", '"Ok," said President Emmanuel Macron\'s spokesman.', "President Emmanuel Macron's spokesman"),
        ("en", '"Hm," said the head of the UN\'s agency, Filippo Grandi.', "Filippo Grandi"),
        ("en", '"We go," said Jana Kolb and her husband.', "Jana Kolb and her husband"),
        ("fr", "« Bien », ont dit Jeanne Colbe et Marc Petit.", "Jeanne Colbe et Marc Petit"),
        ("fr", "« Assez », a dit la présidente, Ursula von der Leyen.", "Ursula von der Leyen"),
        ("fr", "« Oui », a dit Emmanuel d’Aubigné.", "Emmanuel d’Aubigné"),
        ("es", "«Sí», dijeron Ana Ruiz y Juan Gil.", "Ana Ruiz y Juan Gil"),
        ("es", "«Vale», dijo Bartolomé de las Casas.", "Bartolomé de las Casas"),
        ("es", "«Nos vamos», dijo el acusado, Luis Gil.", "Luis Gil"),
        ("it", "«Via», hanno detto Anna Rossi e Luca Bianchi.", "Anna Rossi e Luca Bianchi"),
        ("it", "«Eh», ha detto Marcello dell'Utri.", "Marcello dell'Utri"),
        ("nl", '"We sluiten", zei Piet van \'t Hof.', "Piet van 't Hof"),
        ("nl", '"Er waren twee man nodig", vertelde winkelier Raj Patel.', "Raj Patel"),
    ],
)
def test_names_are_whole(language: str, text: str, name: str) -> None:
    assert detect(text, language)[0].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", '"Yes," said Ursula von der Leyen. "No," Von der Leyen said.', "Ursula von der Leyen"),
        (
            "en",
            '"Yes," said Ursula von der Leyen. "No," von der Leyen told lawmakers.',
            "Ursula von der Leyen",
        ),
        ("en", '"Yes," said Faisal al-Harbi. "No," said Al-Harbi.', "Faisal al-Harbi"),
        ("en", '"Yes," said Emmanuel d’Aubigné. "No," said d\'Aubigné.', "Emmanuel d’Aubigné"),
        ("en", '"Yes," said Jana Kolb and Max Ott. "No," said Ott.', "Max Ott"),
        ("fr", "« Oui », a dit Emmanuel d’Aubigné. « Non », a dit d’Aubigné.", "Emmanuel d’Aubigné"),
        ("nl", '"Ja", zei Piet van \'t Hof. "Nee", zei Van \'t Hof.', "Piet van 't Hof"),
    ],
)
def test_a_surname_with_its_particles_is_led_back(language: str, text: str, name: str) -> None:
    assert _spoken(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "speaker", "addressee"),
    [
        ("en", 'Lena Holt told the court: "It is over."', "Lena Holt", "the court"),
        ("en", 'Ms Holt told her husband: "It is over."', "Ms Holt", "her husband"),
        ("en", 'Lena Holt told the Daily Echo: "It is over."', "Lena Holt", "the Daily Echo"),
        ("en", '"It is over," Lena Holt told lawmakers.', "Lena Holt", "lawmakers"),
        ("fr", "« Oui », a déclaré Hélène Forêt à l'Assemblée.", "Hélène Forêt", "l'Assemblée"),
        ("fr", "« Ah », a expliqué à l'AFP le gérant du bar.", "le gérant du bar", "l'AFP"),
        ("it", "«Eh», ha spiegato all'Ansa il gestore del bar.", "il gestore del bar", "Ansa"),
        ("es", "«Nada», dijo Ana Ruiz a Efe.", "Ana Ruiz", "Efe"),
        ("it", "«Ah», ha detto il sindaco all'Ansa.", "il sindaco", "Ansa"),
        ("fr", "« Ah », a répondu l'avocate à la presse.", "l'avocate", "la presse"),
        ("it", "«Sì», ha detto Anna Rossi all'Ansa.", "Anna Rossi", "Ansa"),
        ("nl", '"Ja", zei Piet Smit tegen de NOS.', "Piet Smit", "de NOS"),
    ],
)
def test_whoever_is_told_is_no_part_of_the_speaker(
    language: str, text: str, speaker: str, addressee: str
) -> None:
    (quote,) = detect(text, language)
    told = " ".join(text[start:end] for start, end in quote.addressee)
    assert (quote.type, _written(text, quote), told) == (QuoteType.DIRECT, speaker, addressee)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "« Oui », a dit Anne Roy. « Non », a dit Jean Roy.", ["Anne Roy", "Jean Roy"]),
        ("en", '"Yes," said Ann Hall. "No," said Bo Hall. "Hm," said Hall.', ["Ann Hall", "Bo Hall", "Hall"]),
        ("en", '"Yes," said Jana Kolb. "No," said J. Kolb.', ["Jana Kolb", "Jana Kolb"]),
        ("en", '"Yes," said Bo Hall. "No," said Bo Hall.', ["Bo Hall", "Bo Hall"]),
    ],
)
def test_a_surname_that_two_share_names_neither(language: str, text: str, names: list[str]) -> None:
    quotes = detect(text, language)
    assert [(quote.resolved_speaker, quote.speaker_role) for quote in quotes] == [
        (name, "") for name in names
    ]


def test_a_nickname_is_no_quote() -> None:
    text = 'Robert "Stilts" Manning said he slept by the canal.'
    (quote,) = detect(text, "en")
    assert (quote.type, _written(text, quote)) == (QuoteType.INDIRECT, 'Robert "Stilts" Manning')


def test_a_quote_over_paragraphs_is_said_by_whom_its_own_tag_names() -> None:
    text = '"It has begun," said Smith. "A long way.\n\n"And here it ends," said Brown.'
    assert [quote.resolved_speaker for quote in detect(text, "en")] == ["Smith", "Brown"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_name_behind_a_dash_signs_a_pull_quote(gap: str) -> None:
    text = (
        f'A spokesman said it was fine.\n\n"We had no heating for weeks."{gap}— Ellie Marsh, 29, Harbour Road'
    )
    assert _spoken(text, "en")[0].resolved_speaker == "Ellie Marsh"


@pytest.mark.parametrize(
    ("language", "text", "basis"),
    [
        ("en", '"We go," said Ann Lee. "It is late."', SpeakerBasis.CARRIED),
        ("en", '"We go," said Ann Lee.\n\n"It is late."', SpeakerBasis.CARRIED),
        ("en", '"We go," said Ann Lee. "It is late," she said.', SpeakerBasis.PRONOUN),
        ("es", "Ana Ruiz entró. «Hola», dijo.", SpeakerBasis.CARRIED),
        ("fr", "« Oui », a dit Jean Roy. « Non », a-t-il ajouté.", SpeakerBasis.PRONOUN),
    ],
)
def test_a_speaker_taken_from_before_is_carried(language: str, text: str, basis: SpeakerBasis) -> None:
    assert detect(text, language)[-1].speaker_basis == basis


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Ann Lee said she knew. "We go," quipped with a smile.'),
        ("ro", "Apoi a zis: «Nu mai vreau asta aici.»"),
        ("en", 'Ann Lee said it was fine. Then the baker hollered, "Go home now, you lot!"'),
        ("en", 'Ann Lee said it was fine. "I am not going home at all tonight," snarled the baker.'),
        (
            "fr",
            "Anne Roy a dit oui. « Je ne partirai pas d’ici ce soir », vocifère une foule venue en nombre.",
        ),
        ("nl", 'Piet Smit zei ja. "Ik ga hier vanavond echt niet meer weg", pruttelt de bakker.'),
    ],
)
def test_nobody_speaks_where_no_subject_is_understood(language: str, text: str) -> None:
    assert _spoken(text, language)[0].speaker == ()


def test_the_sentence_behind_a_colons_quote_is_no_tag_of_it() -> None:
    text = "Jean Roy a déclaré : « C'est fini. » Selon lui, tout va bien."
    assert _written(text, _spoken(text, "fr")[0]) == "Jean Roy"


def test_an_age_is_no_role() -> None:
    assert detect('"We go," said 7-year-old Ben Cole.', "en")[0].speaker_role == ""
