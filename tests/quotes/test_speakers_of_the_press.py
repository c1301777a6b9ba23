"""Who speaks in the sentences of real news: not a time, not the one before, not half a name."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“No,” said the mayor on Monday.", "the mayor"),
        ("en", "“No,” said a spokesman for the council on Tuesday.", "a spokesman for the council"),
        ("en", "“No,” said the head of the union in an interview.", "the head of the union"),
        (
            "en",
            "“No,” said the recently elected head of the union.",
            "the recently elected head of the union",
        ),
        ("en", "“No,” said a man at the scene.", "a man at the scene"),
        ("es", "«No», dijo esta tarde Ana Ruiz.", "Ana Ruiz"),
        ("es", "«No», dijo el lunes.", ""),
        ("es", "«No», dijo el alcalde esta mañana.", "el alcalde"),
        ("es", "Este 12 de mayo dijo que no.", ""),
        ("es", "Esta semana dijo que no.", ""),
        ("it", "«No», ha detto questa mattina Rossi.", "Rossi"),
        ("it", "«No», ha detto questa mattina.", ""),
        ("fr", "« Non », a dit le maire ce matin.", "le maire"),
        ("fr", "« Non », a déclaré cette semaine le maire.", "le maire"),
        ("pt", "“Não”, disse o ministro esta manhã.", "o ministro"),
    ],
)
def test_when_it_was_said_is_no_speaker(language: str, text: str, speaker: str) -> None:
    (quote,) = detect(text, language)
    assert " … ".join(text[start:end] for start, end in quote.speaker) == speaker


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Luis Pardo es alcalde. Él mismo dijo que no.", "Luis Pardo"),
        ("es", "Luis Pardo calla. Fue él mismo quien confirmó que no.", "Luis Pardo"),
        ("es", "Ana Ruiz habló con Luis Pardo. Este añadió que no.", "Luis Pardo"),
        ("nl", "Fatima Bos zegt nee. Haar man had nachtdienst. „Hij huilde”, zegt ze.", "Fatima Bos"),
        ("it", "Sua moglie scuote la testa. «Non sa nuotare», confida. «L’acqua era bassa», dice lui.", ""),
        ("pt", "A sua advogada, Ana Sá, disse que é tarde.", "Ana Sá"),
        ("pt", "Ana Sá disse que não. “Ouvimos os prefeitos”, disse a jornalistas.", "Ana Sá"),
        ("pt", "Luis Sá disse que não. Questionado sobre o plano, desconversou: “Vocês vão ver”.", "Luis Sá"),
        # whom the sentence before is about, as an object or behind its verb
        ("es", "«No», dijo Juan Gil. A Ana Ruiz, el plan no le gusta. «Es caro», dice.", "Ana Ruiz"),
        (
            "es",
            "«No», dijo Juan Gil. Eso no lo cree Refugio Cortés, jefa. «Es caro», dice.",
            "Refugio Cortés",
        ),
        # what commas and relatives tell of somebody is no part of the name
        ("es", "Según Luz Dary Angulo, jefa de Acme, no hay agua.", "Luz Dary Angulo"),
        ("es", "Según Ana Gil, coautora del estudio y jefa de obra, no hay agua.", "Ana Gil"),
        ("es", "Una de ellas, Silvina, dijo que no.", "Silvina"),
        ("es", "El gremio que preside Ana Gil dijo que no.", "El gremio que preside Ana Gil"),
        ("es", "«No», dijo Ana Gil. En el Ayuntamiento admiten que no.", "el Ayuntamiento"),
        ("es", "Ana y Luis compraron la casa. «Vinimos por un anuncio», cuentan.", "Ana y Luis"),
        ("es", "Ana Gil calla. «Es de todos», ha escrito en su cuenta de X.", "Ana Gil"),
        ("es", "«No», dijo Luis Gil. Petrona Méndez atiende en un cuarto. «Sí», suelta.", "Petrona Méndez"),
        ("es", "Actúa Ana Gil. «Queríamos incomodar», explicó la actriz antes de la función.", "Ana Gil"),
        # what was done when speaking, and who goes on in a relative clause behind a perfect
        ("es", "Ana Gil calla. «Vamos a esperar», dijo antes de abandonar el salón.", "Ana Gil"),
        (
            "es",
            "«No», ha dicho el dirigente sindical, que ha recordado que llueve.",
            "el dirigente sindical",
        ),
        ("es", "Ana Gil dijo que no. Antes de irse deja una frase: «Aquí se vive bien».", "Ana Gil"),
        ("es", "Luis Pardo dijo que no. Según su versión, llovía.", "Luis Pardo"),
        ("es", "Luis Pardo dijo que no. «Perdona el desorden», se disculpa.", "Luis Pardo"),
        ("es", "Tomás, que reparte cartas, ríe. «Soy medio médico», ironiza.", "Tomás"),
        ("es", "Luiz Inácio Lula da Silva calla. Lula dijo que no.", "Luiz Inácio Lula da Silva"),
        ("es", "El senador Sebastián da Silva dijo que no.", "Sebastián da Silva"),
        ("es", "Ana Gil calla. «Antes había tres bares», rememora uno.", "uno"),
        (
            "es",
            "Ana Gil calla. Desde la corporación municipal explicaron que no.",
            "la corporación municipal",
        ),
        ("es", "Ana Gil calla. Para Gil, el plan es caro.", "Ana Gil"),
        ("es", "«No», dijo Ana Gil, a lo que su antecesor, Luis Pardo, replica que sí.", "Luis Pardo"),
        ("es", "Su marido, el productor Luis Pardo, asiente. «Sí», apostilla él.", "Luis Pardo"),
        ("es", "Su hijo Jorge volvió de Burgos. «Aquí vivo bien», presume el joven.", "Jorge"),
        ("es", "Ana Vidal Mas es diputada. Vidal ha dicho que no.", "Ana Vidal Mas"),
        ("es", "Fue Luis Pardo el que dijo que no.", "Luis Pardo"),
        ("es", "La jefa, Ana Ruiz, dijo que faltan camas. «Llevamos así un mes», se queja.", "Ana Ruiz"),
        ("fr", "Luc Morel est maire. Lui-même affirme que tout va bien.", "Luc Morel"),
        ("fr", "Luc Morel est maire. C’est lui qui a dit que tout va bien.", "Luc Morel"),
        ("en", "Luke Moore is mayor. He himself said that it rained.", "Luke Moore"),
        ("en", "Luke Moore is mayor. Moore himself said that it rained.", "Luke Moore"),
        ("en", "Ann Lee won. Marian Dellow said no. “It was me,” she said.", "Marian Dellow"),
        ("it", "Anna Sala tace. Andrea Sartori parla. «È tardi», ha detto lui.", "Andrea Sartori"),
        ("en", "Ann Lee won. Mr Pratt’s wife, Linda, wept. “It hurts,” she said.", "Linda"),
        ("en", "Ann Lee won. Her mother wept. “It hurts,” she said.", "Her mother"),
        ("en", "Nora Fitch spoke. Mills’ mother, Lorraine, sobbed. “It hurts,” she said.", "Lorraine"),
        ("en", "Harwood Homes said no. Cllr Dev Anand left. He said that it was late.", "Dev Anand"),
        ("en", "Ella’s father, Mark Drury, wept. “It hurts,” he said.", "Mark Drury"),
        (
            "en",
            "Bo Orr won. Coach Tim Brandt said so.\n\nMax Hale won. Hale, for his part, ran. “No,” he said.",
            "Max Hale",
        ),
        ("en", "Ford said it would close. It added that no date was set.", "Ford"),
        ("en", "Lawyers for her said it was late. They added that it was late.", "Lawyers for her"),
        (
            "en",
            "Paul Renner won. Bo Hall said no.\n\nAsked about it, Mr. Renner sighed. “No,” he said.",
            "Paul Renner",
        ),
        (
            "en",
            "Asked twice, NHS England said no. A nurse who asked not to be named cried. “No,” she said.",
            "A nurse",
        ),
    ],
)
def test_whom_a_pronoun_or_a_part_of_a_name_means(language: str, text: str, name: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "“No,” said Ann Lee. Dan Okafor went on, accusing the council of “a cover-up on a huge scale”.",
            "Dan Okafor",
        ),
        ("en", "Tenant Julie Harris, 61, who lives in Leeds, said she had complained.", "Julie Harris"),
        (
            "en",
            "“No,” said Al Roe. Tom Howell, asked about it, smiled and said he knew nothing.",
            "Tom Howell",
        ),
        ("en", "Ann Brooks, who called it “a trap,” wrote that the plan was dead.", "Ann Brooks"),
        ("en", "Manager Steve Callow blasted referee Tim Oddy. “It is a joke,” he fumed.", "Steve Callow"),
        ("en", "Asked about the penalty, Leo Tavares grinned: “Of course!”", "Leo Tavares"),
        ("en", "According to the mayor of Leeds, Ann Lee, the bridge is unsafe.", "Ann Lee"),
        ("es", "Según el ministro de Sanidad, Juan Pérez, el plan es caro.", "Juan Pérez"),
        ("fr", "Selon la ministre de la Santé, Anne Roy, tout va bien.", "Anne Roy"),
        ("it", "Secondo il ministro della Salute, Mario Rossi, il piano è caro.", "Mario Rossi"),
        ("pt", "Segundo a ministra da Saúde, Ana Reis, a obra é cara.", "Ana Reis"),
        (
            "fr",
            "Le ministre du Travail, Luc Morel, est venu. Le maire a, lui, promis que tout irait bien.",
            "Le maire",
        ),
        ("fr", "La ministre du Travail, Anne Roy, dit non. La ministre ajoute qu’il pleut.", "Anne Roy"),
        ("fr", "« Non », dit le maire. Et le préfet d’ajouter : « Jamais. »", "le préfet"),
        ("fr", "Le député LFI Antoine Roy a dénoncé « une honte ».", "Antoine Roy"),
        ("it", "Giulia Neri dice: «Ho perso tutto». «È finita», dice tra le lacrime.", "Giulia Neri"),
        ("es", "Luis Pardo negó todo. «No», resumió a la salida su abogada, Nuria Vega.", "Nuria Vega"),
        ("es", "Ana Ruiz dijo que sí. «Ya veremos», se limitó a decir.", "Ana Ruiz"),
        ("es", "«Nos bajaron a golpes.» Así relató Eva Chan la detención.", "Eva Chan"),
        ("es", "Desde la fiscalía, en cambio, consideraron que la prueba es clara.", "la fiscalía"),
        ("it", "Da Palazzo Chigi fanno sapere che il governo si riunirà.", "Palazzo Chigi"),
        (
            "es",
            "Luis Pardo fue a juicio. La jefa dice que no. Pardo se defendió. «Es falso», aseguró.",
            "Luis Pardo",
        ),
        ("pt", "“É grave”, disse o coordenador do órgão, coronel Márcio Fontes.", "Márcio Fontes"),
        ("pt", "O vizinho, o aposentado Arno Kolb, diz que já tinha avisado.", "Arno Kolb"),
        ("es", "Luis Ruiz dijo que no. La autora prefiere callar. «Cada cual verá», apunta.", "La autora"),
        ("es", "Luis Gil dice que sí; ella no está de acuerdo. «Es falso», se ríe.", ""),
        (
            "es",
            "La jefa dijo que no. A unas calles, Beto Garza hace cuentas. «Es caro», se queja.",
            "Beto Garza",
        ),
        ("es", "Ana Ruiz dijo que no. La respuesta no gustó. «Es lo que hay», añadió.", "Ana Ruiz"),
        ("es", "«No», preguntó a gritos Lupita Cantú, maestra.", "Lupita Cantú"),
        ("es", "«No», cuenta a este periódico Maruja Sordo, vecina.", "Maruja Sordo"),
        ("es", "Ana Ruiz dijo que no. Después fue tajante: «Tengo contrato».", "Ana Ruiz"),
        ("es", "Ana Ruiz dijo que no. A su juicio, «las cuentas no salen».", "Ana Ruiz"),
        ("it", "Anna Rossi dice che è tardi. Il sindaco alza le spalle. «Vedremo», ammette.", "Il sindaco"),
        ("pt", "Ana Reis disse que não. O prefeito recusou o convite. “Não vou”, avisou.", "O prefeito"),
        (
            "es",
            "Un empleado que pidió el anonimato admitió que la red es vieja.",
            "Un empleado que pidió el anonimato",
        ),
        ("pl", "Jan Kot milczy. Kobieta stoi przed domem. – Nie wrócę – mówi.", "Kobieta"),
        ("pl", "Anna Kot mówi, że pada. A co dalej? – Nie wrócę – dodaje.", "Anna Kot"),
        ("pl", "Sąsiad z parteru, pan Zdzisław, nie ma dokąd iść. – Źle – denerwuje się.", "Zdzisław"),
        ("pl", "Przyszła prezydent miasta Anna Kot. – Pomożemy – obiecała poszkodowanym.", "Anna Kot"),
        ("pl", "Prezes Leszek Maj nie chce zmian. – Zostaje – uciął spekulacje.", "Leszek Maj"),
        ("pl", "Wisła przegrała, ale prezes Leszek Maj nie chce zmian. – Zostaje – mówi.", "Leszek Maj"),
        ("pl", "Były wicepremier Jan Kot nazwał tę wypowiedź „szkodliwym absurdem”.", "Jan Kot"),
        ("pl", "Były reprezentant Polski Jan Kot uważa, że problem leży gdzie indziej.", "Jan Kot"),
        ("pl", "Kiedy dzwonię, Olga Kot obiera ziemniaki. „Trzeba jeść” – żartuje.", "Olga Kot"),
        ("pl", "– Tak – mówi Ewa Kot.\nOlga Maj wzrusza ramionami. – Trudno.", "Olga Maj"),
        ("pl", "Zdaniem posła opozycji Tomasza Kota rząd się myli.", "Tomasz Kot"),
        ("pl", "Według związkowców z „Solidarności” projekt jest zły.", "związkowcy z „Solidarności”"),
        ("es", "Más pesimista se mostró la economista Eva Paz, para quien «el consumo cae».", "Eva Paz"),
        (
            "es",
            "Un alto cargo del sector minero que prefirió no dar su nombre dijo que llueve.",
            "Un alto cargo del sector minero que prefirió no dar su nombre",
        ),
        ("es", "La firma ha emitido un comunicado en el que asegura que colaborará.", "La firma"),
        ("es", "«No», dijo Luis Gil. Sí ha querido dejar claro que habrá obras.", "Luis Gil"),
        ("es", "«No», dijo Ana Ruiz. El alcalde descartó ayer esa vía: «Jamás», zanjó.", "El alcalde"),
        (
            "es",
            "El agente declaró que no. En la cinta se oye a Luis Gil decir: «Que se ponga a la cola».",
            "Luis Gil",
        ),
        ("es", "La pareja negocia el reparto, según ha podido saber esta revista.", "esta revista"),
        (
            "es",
            "El letrado, Íñigo Vega, pidió la absolución. Su cliente, insistió, es inocente.",
            "Íñigo Vega",
        ),
        ("es", "Crecerá un 2%, según las cuentas que presentó ayer la junta.", "las cuentas"),
        ("es", "«No», cuenta por teléfono Paco, dueño del bar.", "Paco"),
        ("es", "«Lloré en el suelo». Quien habla así es una médica de urgencias.", "una médica"),
        ("pl", "Autorem pomysłu jest radny Jan Kot. – To proste – przekonywał.", "Jan Kot"),
        ("pl", "Poparła go radna Anna Kot. – To proste – mówiła.", "Anna Kot"),
        ("pl", "Jako pierwszy zeznawał wikariusz. Opowiadał, że pada.", "wikariusz"),
        ("pl", "Jak wynika z ustaleń śledczych, mężczyzna pił. Dodał, że był sam.", "mężczyzna"),
        ("pl", "Trenerka Iskry płakała. Jej zdaniem pada. „Trudno” – powiedziała.", "Trenerka Iskry"),
        ("pl", "Producenci kawy przyjęli badanie ciepło, nazywając je „przełomem”.", "Producenci kawy"),
        ("pl", "Jan Kot nie krył żalu. Podkreślił, że pada, i ostrzegł, że wieje.", "Jan Kot"),
        ("pl", "Jan Kot opublikował wpis, w którym napisał: „Powodzenia wam wszystkim”.", "Jan Kot"),
        ("pl", "Marszałek Sejmu poinformował, że debata ruszy o 9.", "Marszałek Sejmu"),
        ("pl", "„Nikt nie dzwonił” – mówi wzburzona mama małej Zosi.", "wzburzona mama małej Zosi"),
        ("pl", "13:40 Jak przekazał nam pan Marek, ogień gaśnie.", "Marek"),
        ("pl", "Jak mówiła Anna Kot, stracili 3 mld zł. Zapowiedziała, że pomoże.", "Anna Kot"),
        ("no", "Forsvarer Jan Eide sier til Avisa at klienten nekter.", "Jan Eide"),
        ("sv", "Systern Brita Ek, som läst manus, tycker att boken är orättvis.", "Systern Brita Ek"),
        ("sv", "Karin Torell kommer. Boken heter ”Snön”. – Det regnar, säger hon.", "Karin Torell"),
        ("cs", "„Slyšíme to potřetí,“ uvedla poslankyně Jana Suchá.", "Jana Suchá"),
        ("cs", "Obhájce Karel Žák označil obžalobu za „snůšku domněnek“.", "Karel Žák"),
        ("cs", "Aleš Duda míní, že tým potřebuje klid.", "Aleš Duda"),
        ("it", "Come è stato detto dal ministro, la situazione è grave.", "ministro"),
        ("es", "Como ha sido anunciado por el ministro, la obra empieza hoy.", "el ministro"),
        ("de", "Karl Ott bedauerte den Plan. Er nannte sie einen „schweren Fehler“.", "Karl Ott"),
        ("es", "Su productor, Gus Peral, asegura que el disco es libre.", "Gus Peral"),
        (
            "en",
            "Patricia Mullen left. Mullen, who has led it since 2021, warned that the mood was bad.",
            "Patricia Mullen",
        ),
        (
            "nl",
            "Kamerlid Vicky Maas vindt dat het kan. ‘Eerst beloven, dan intrekken’, smaalt ze.",
            "Vicky Maas",
        ),
        (
            "fr",
            "« Non », dit Éric Heyer. La ministre a refusé de répondre, évoquant « une étude de plus ».",
            "La ministre",
        ),
        (
            "it",
            "«Nessuno», dice Marco Neri. Per lo psicologo Ugo Lanci il divieto «non risolve il problema».",
            "",
        ),
        ("pl", "– Nie – mówi Marta Gregor. Pada. Minister Anna Kloss dodała: – Rozmawiamy.", "Anna Kloss"),
        ("pl", "Minister Anna Nowak mówi, że pada. Minister dodała, że wieje.", "Anna Nowak"),
        ("pl", "Zdaniem posłanki Anny Marii Nowackiej budżet jest dziurawy.", "Anna Maria Nowacka"),
    ],
)
def test_who_speaks_behind_what_tells_more_of_them(language: str, text: str, name: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


def test_a_judgement_of_the_same_speaker_is_none_of_what_is_said() -> None:
    text = "Rossi dice che il piano è vecchio, definendolo un errore."
    quote = detect(text, "it")[0]
    assert text[quote.spans[0].start : quote.spans[-1].end] == "che il piano è vecchio"


def test_the_title_of_a_book_behind_a_tag_is_no_speech() -> None:
    text = "«No», recuerda la escritora, que acaba de publicar su novela, «La ventana de enfrente»."
    (quote,) = detect(text, "es")
    assert text[quote.spans[0].start : quote.spans[-1].end] == "«No»"


def test_behind_the_initial_of_a_surname_no_sentence_ends() -> None:
    text = 'Jan Kot mówi, że Ryszard K. "wiedział, że w domu śpią dzieci".'
    outer, inner = detect(text, "pl")
    assert text[outer.spans[0].start : outer.spans[-1].end].startswith("że Ryszard K.")
    assert inner.resolved_speaker == "Jan Kot"


def test_what_the_next_sentence_says_hides_no_clause() -> None:
    text = "Una vecina declaró ante el juez que oyó gritos. «Dijo que la iba a matar», relató la mujer."
    first, *_ = detect(text, "es")
    assert text[first.spans[0].start : first.spans[-1].end] == "que oyó gritos"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ann Lee left. The mayor said that it rained.", "Ann Lee"),
        ("The mayor, Ann Lee, left. The mayor said that it rained.", "Ann Lee"),
        ("The mayor welcomed Tom Lee. The mayor said that it rained.", "The mayor"),
        ("When the mayor came, Tom Lee left. The mayor said that it rained.", "The mayor"),
        ("A spokesman for the mayor, Tom Lee, said no. The mayor said that it rained.", "The mayor"),
        ("The deputy mayor, Tom Lee, said no. The mayor said that it rained.", "The mayor"),
        ("Former mayor Tom Lee left. The mayor said that it rained.", "The mayor"),
    ],
)
def test_a_role_means_only_who_was_introduced_by_it(text: str, name: str) -> None:
    assert detect(text, "en")[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("it", "Mario Neri ha vinto la gara. Al Corriere ha detto: «Me ne vado subito».", "Mario Neri"),
        ("es", "Rosa Gil ganó la carrera. A El País le dijo: «Se acabó todo esto».", "Rosa Gil"),
        ("es", "A Juan Soto le dijo su madre: «Se acabó todo esto».", "su madre"),
        ("pt", "A ministra Rosa Vidal disse: «Acabou tudo isto».", "Rosa Vidal"),
    ],
)
def test_whom_it_is_told_to_does_not_speak(language: str, text: str, speaker: str) -> None:
    (quote,) = detect(text, language, engine="rules")
    assert quote.resolved_speaker == speaker


def test_a_house_named_like_a_person_does_not_speak() -> None:
    text = "Kerry County Council chief executive Moira Falvey left. A report would have to wait, she said."
    assert [quote.resolved_speaker for quote in detect(text, "en", engine="rules")] == ["Moira Falvey"]


def test_who_speaks_on_in_a_paragraph_is_nobody_they_named() -> None:
    text = "Olivia March is late. “I read one Muriel Spark,” she says. “I had to go out for the rest.”"
    speakers = [quote.resolved_speaker for quote in detect(text, "en", engine="rules")]
    assert speakers == ["Olivia March", "Olivia March"]


def test_a_name_in_capitals_that_opens_an_article_is_a_name() -> None:
    text = "GRAHAM FARRELLY cut a poor figure.\n\nFarrelly blamed the referee.\n\n“No,” Farrelly said."
    speakers = [quote.resolved_speaker for quote in detect(text, "en", engine="rules")]
    assert speakers == ["Graham Farrelly", "Graham Farrelly"]
