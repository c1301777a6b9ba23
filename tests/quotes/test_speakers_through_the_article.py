"""Who speaks, by what an article said of them sentences before."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "11:20 The mayor, Ann Lee, said that the road was shut.", "The mayor, Ann Lee"),
        ("fr", "11h20 Le maire, Luc Roy, affirme que la route est fermée.", "Le maire, Luc Roy"),
        ("es", "11.20. El alcalde, Luis Pardo, dijo que no pasa nada.", "El alcalde, Luis Pardo"),
        ("it", "11:20 Il sindaco, Luca Neri, spiega che la strada è chiusa.", "Il sindaco, Luca Neri"),
        ("pt", "11h20: O presidente, Rui Sá, disse que a rua está fechada.", "O presidente, Rui Sá"),
        ("nl", "11.20 uur – Burgemeester Jan Bos zegt dat de weg dicht is.", "Burgemeester Jan Bos"),
        ("sv", "11.20 Borgmästaren Ann Lund säger att vägen är stängd.", "Borgmästaren Ann Lund"),
        ("pl", "11:20 Burmistrz Jan Nowak mówi, że droga jest zamknięta.", "Burmistrz Jan Nowak"),
        ("de", "11.20 Uhr: Bürgermeister Jan Kolb sagte, die Straße sei zu.", "Bürgermeister Jan Kolb"),
    ],
)
def test_the_hour_of_a_live_report_is_no_part_of_its_sentence(language: str, text: str, speaker: str) -> None:
    (quote,) = detect(text, language, engine="rules")
    assert text[quote.speaker[0].start : quote.speaker[-1].end] == speaker


def test_an_hour_within_a_sentence_is_part_of_it() -> None:
    text = "10.30 Uhr sei es gewesen, sagte Kolb."
    (quote,) = detect(text, "de", engine="rules")
    assert quote.spans[0].start == 0


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Ana Gil dijo que no. «Tiene usted mala memoria», le espetó.", "Ana Gil"),
        ("es", "Ana Gil dijo que no. «Nos engañaron», nos contó.", "Ana Gil"),
        ("it", "Anna Sala ha detto che no. «È tardi», gli ha spiegato.", "Anna Sala"),
        ("es", "Mollá corrige a su consejera y niega que la alerta se enviase tarde.", "Mollá"),
        (
            "es",
            "Fuentes de La Moncloa restan importancia al caso y señalan que hay acuerdo.",
            "Fuentes de La Moncloa",
        ),
        (
            "es",
            "El alcalde socialista corrige a Gil y sostiene que el plan es caro.",
            "El alcalde socialista",
        ),
        (
            "it",
            "Il sindaco di Lodi bacchetta la Regione e sostiene che il piano è vecchio.",
            "Il sindaco di Lodi",
        ),
        (
            "es",
            "El edil, Abel Roig, sostiene que no. Yo le pregunté si era caro y me dijo que la obra, sí.",
            "Abel Roig",
        ),
    ],
)
def test_who_speaks_where_the_verb_has_pronouns_or_stands_beside_another(
    language: str, text: str, name: str
) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lis milczy.\n\n39-latek milczy. Podczas procesu mówił, że nie pamięta.", "39-latek"),
        ("Jeden z radnych, prosząc o anonimowość, powiedział, że pada.", "Jeden z radnych"),
        ("Zakład odwiedza też burmistrz Henryk Pająk. Wspomina, że dawniej był tu las.", "Henryk Pająk"),
        ("Głos zabrała dyrektorka szkoły, Barbara Lenart. Zwróciła uwagę, że pada.", "Barbara Lenart"),
        ("Rzeczniczka wojewody Anna Kut dementuje plotki. Jak zapewniła, tama jest cała.", "Anna Kut"),
        ("Zdaniem wojewody Jana Nowaka rzeka opada.", "Jan Nowak"),
        ("W ocenie naukowca pająk przypłynął statkiem.", "naukowiec"),
        ("Według prezesa Tomasza Kubali rzeka opada.", "Tomasz Kubala"),
        ("Bogdan Kos, rolnik, do dziś uważa, że pada.", "Bogdan Kos"),
        ("Jan Kos milczy. – Trudno – przyznaje zawstydzony.", "Jan Kos"),
        ("Jan Kos milczy. Dopytywany, odpowiada wymijająco: – Zobaczymy.", "Jan Kos"),
        ("Prof. Jan Kos z Instytutu Psychiatrii i Neurologii uważa, że pada.", "Jan Kos"),
        ("– Lekarza trzeba – mówi spotkana na rynku pani Helena.", "Helena"),
        ("Rzecznik odpisuje po trzech dniach: „Sytuacja na odcinku jest stabilna”.", "Rzecznik"),
        ("Mówi o tym trener Jan Kos. – To inna planeta – ocenia były mistrz świata.", "Jan Kos"),
        ("Autorka zdjęć Olga Lis milczy. – Trudno – wspomina operatorka.", "Olga Lis"),
        ("– Nie – mówi ordynator neurologii dr n. med. Adrian Lis.", "Adrian Lis"),
        ("Mniej jednoznaczny był Ryszard Lis. – Niech mówi – ocenił poseł.", "Ryszard Lis"),
        ("Marzena Lis milczy. Posłanka KO dodała, że pada.", "Marzena Lis"),
        ("Według rzecznika PiS Adriana Kubali komisja szuka igrzysk.", "Adrian Kubala"),
        ("Sądzą Leona P. – Nie – mówił świadek.", "świadek"),
        # tags of verbs that say nothing by themselves
        ("– Biliśmy głową w mur – nie owijał w bawełnę trener gości Jan Kos.", "Jan Kos"),
        ("– Te konie głodowały – nie kryła oburzenia Anna Lis, dawna stajenna.", "Anna Lis"),
        ("Jan Kos milczy. – Nie rozdamy ich jutro – studzi entuzjazm mikrobiolog.", "Jan Kos"),
        ("Jan Kos milczy. „To był szok” – nie ukrywa.", "Jan Kos"),
        ("Jan Kos milczy. – Trudno – macha ręką.", "Jan Kos"),
        ("„Nie będę tu stał” – miał powiedzieć Jan Kos.", "Jan Kos"),
        # who it is about: with a possessive, an adjective, a title, "sam", "i", of the verb's gender alone
        ("– Nie – mówi Henryk. Jego kolega milczy, bo liczy, że zostanie. – Tak – mówi.", "Jego kolega"),
        ("Portugalski szkoleniowiec miał pretensje. – Źle – wyliczał.", "Portugalski szkoleniowiec"),
        ("– Lata – mówi kierowniczka zespołu, dr hab. Anna Lis.", "Anna Lis"),
        ("Kacper Dusza strzelił. Sam Dusza mówi, że pada.", "Kacper Dusza"),
        ("– Ufam mu – uciął Jan Kos. I dorzucił: – Na razie.", "Jan Kos"),
        ("Zmarł Jan Kos. „Odszedł” – pisze jego córka Ewa.\n\n„Gram” – wspominał w radiu.", "Jan Kos"),
        ("Sędzia Alicja Bąk uchyliła pytanie. – Proszę nie obrażać – upomniała adwokata.", "Alicja Bąk"),
        ("Jan Kos milczy. Zdaniem historyka sztuki Malinowska „patrzy na ludzi”.", "Jan Kos"),
        ("– Nie – mówi Zygmunt P.", "Zygmunt P."),
        ("Według śledczej dowody były jednoznaczne.", "śledcza"),
        ("Zdaniem trenera Jana Bąkowicza Lech potrzebuje napastnika.", "Jan Bąkowicz"),
        ("Jej córka, Maria Lis, macha ręką. – Nie – żali się.", "Maria Lis"),
        ("– Sto kilometrów – dopowiada jej partner.", "jej partner"),
        ("Jan Kos mówi, że zapłaci. Z jego słów wynika, że zawinił bank.", "Jan Kos"),
        ("Zdaniem śledczej Drela „od początku wiedział”.", "śledcza"),
        (
            "Jan Kos obiecał, że zapłaci. Roman Kondrów czeka. Kondrowa to nie przekonuje. – Nie – mówi.",
            "Roman Kondrów",
        ),
        ("– Nie – powiedział prezydent Ukrainy Ostap Wyszniak.", "Ostap Wyszniak"),
        ("Toczy się proces starosty Wiesława Dreli. Drela dodał, że pada.", "Wiesław Drela"),
        ("Jan Kos nazywa powieść „najważniejszą premierą jesieni”.", "Jan Kos"),
        ("Jan Kos milczy. – A kto zapłaci? – odpowiada pytaniem.", "Jan Kos"),
        ("Jeden z nich zapewnia, że pada. „Nie będzie lekcji” – zapowiadają.", ""),
        ("Sąsiadki uważają, że ulica jest za wąska.", "Sąsiadki"),
    ],
)
def test_polish_speakers_by_their_forms(text: str, name: str) -> None:
    assert detect(text, "pl")[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # a word of the same trade or office as the one that introduced somebody
        ("en", "Tom Hall left. Striker Leo Diaz scored. “No,” said the forward.", "Leo Diaz"),
        ("en", "Lena Holt, 44, left. “No,” said the 44-year-old.", "Lena Holt"),
        ("es", "Leandro Basualdo, guardameta del Racing, calla. «No», dijo el portero.", "Leandro Basualdo"),
        ("es", "La consejera de Vivienda, Eva Gil, calla. La titular de Vivienda dijo que no.", "Eva Gil"),
        ("es", "El edil de IU Saúl Cuervo calla. A juicio del concejal, el plan es caro.", "Saúl Cuervo"),
        ("it", "Il difensore Luca Neri è tornato. «È dura», ha detto il terzino.", "Luca Neri"),
        ("pt", "O zagueiro Rui Mota voltou. “É duro”, disse o defesa.", "Rui Mota"),
        ("nl", "Spits Jan Bos scoorde. „Mooi”, zei de aanvaller.", "Jan Bos"),
        ("pl", "Burmistrz Henryk Pająk milczy. – Nie – powiedział włodarz.", "Henryk Pająk"),
        # whoever is in focus, where the gender agrees
        ("fr", "Le technicien breton Luc Morel hésite. « Non », dit le Breton.", "Luc Morel"),
        ("es", "Lucía Arreola calla. «No», dijo la novelista.", "Lucía Arreola"),
        ("es", "Isabel Rodero calla. La también ministra de Política dijo que no.", "Isabel Rodero"),
        ("pl", "Antoni Milicz zmarnował karny. „Trudno” – powiedział 24-latek.", "Antoni Milicz"),
        ("en", "Fabio Melo smiled. “I am happy,” said the Brazilian.", "Fabio Melo"),
        # where somebody is from, a party, a woman of whom no trade is told, an expert, an office
        ("es", "El técnico Luis Pardo calla.\n\nJuan Gil ganó. «Sí», dijo el técnico jiennense.", "Juan Gil"),
        ("es", "Ana Gil calla. «No», dijo la jiennense.", "Ana Gil"),
        ("es", "Ana Gil calla. «No», dijo la nacionalista.", "Ana Gil"),
        ("es", "Guadalupe Nájera protesta. La mujer dijo que no hay agua.", "Guadalupe Nájera"),
        ("es", "Manel Sabaté firma el trabajo. El investigador dijo que no.", "Manel Sabaté"),
        ("es", "La exedil de Cultura Ana Gil calla. «No», dijo la exconcejala.", "Ana Gil"),
        ("es", "El abogado defensor, Juan Gil, calla. «No», dijo el letrado.", "Juan Gil"),
        ("es", "Retó a la ministra de Sanidad, Eva Paz. «No», dijo la titular de la cartera.", "Eva Paz"),
        ("es", "La escritora Ana Gil calla. «No», dijo la autora de Perros.", "Ana Gil"),
        ("es", "Juzgan al edil Luis Pardo. «No», dijo el acusado.", "Luis Pardo"),
        ("es", "Rubén Baraja calla. El propio Javi Guerra rio. «No», dijo el mediapunta.", "Javi Guerra"),
        (
            "es",
            "El titular de la Secretaría de Gestión del Agua, Juan Gil, calla. El funcionario dijo que no.",
            "Juan Gil",
        ),
        # an article that tells a woman, a role in no list of trades, one who made a goal or a book, a club
        ("es", "La magistrada Eva Gil intervino. «Silencio», pidió la juez.", "Eva Gil"),
        ("es", "El arquitecto Uxío Lema calla. «Yo avisé», dijo el técnico.", "Uxío Lema"),
        ("es", "Pablo Sidoti decretó el luto. «Rosario llora», dijo el jefe comunal.", "Pablo Sidoti"),
        ("es", "Rubén Gil, autor de los dos tantos, calla. «Sí», dijo el ariete.", "Rubén Gil"),
        ("es", "La síndica Yolotzin Lara votó en contra. «No», dijo la regidora de Morena.", "Yolotzin Lara"),
        ("es", "El presidente de la firma, Juan Gil, calla. El directivo dijo que no.", "Juan Gil"),
        ("es", "La presidenta del gremio, Eva Gil, calla. «No», dijo la sindicalista.", "Eva Gil"),
        ("es", "Habló Mauricio Lince. A juicio del economista, el plan es caro.", "Mauricio Lince"),
        ("pl", "Rozmawia Łukasz Derwich. Leśnik uważa, że pada.", "Łukasz Derwich"),
        ("pl", "Asp. szt. Jan Lis milczy. Policjant dodał, że pada.", "Jan Lis"),
        ("pl", "Marta Lis przeczy. – Nie – mówi ekonomistka.", "Marta Lis"),
        ("pl", "Krytyk Jan Kos chwali. Eliza Lis przeczy. – Nie – kwituje recenzentka.", "Eliza Lis"),
        ("pl", "Pani Zofia widziała ogień. Kobieta dodała, że się boi.", "Zofia"),
        ("pl", "Minister finansów Jan Kos milczy. Szef resortu zaznaczył, że pada.", "Jan Kos"),
        ("pl", "Rozmawiał z kanclerzem Janem Kosem. – Nie – uciął kanclerz.", "Jan Kos"),
        ("pl", "Ruszył proces starosty Jana Kosa. Oskarżony dodał, że pada.", "Jan Kos"),
        # words of no list beside speech, the one woman or man, an age, a given name alone
        ("es", "Ana Gil halló un fósil en el Museo Eva Paz. «Es raro», dijo la paleontóloga.", "Ana Gil"),
        ("es", "Uno de ellos, Joaquín, de Lebrija, espera. «No llega», ironizó el afectado.", "Joaquín"),
        ("es", "El defensor penal público Juan Gil recurrió. «No», insistió el abogado.", "Juan Gil"),
        ("es", "La consejera de Salud, Remei Mas, habló. «No», dijo la titular de Salud.", "Remei Mas"),
        ("es", "«No», dijo Ana Gil. «Ya no veo», bromeó la actriz al recoger el premio Goya.", "Ana Gil"),
        ("pl", "Nagrodę im. Wiesława Sochy otrzymała Anna Lis. – Nie wierzę – mówi laureatka.", "Anna Lis"),
        ("pl", "Szef klubu Jan Kos milczy. Radny dodał, że pada.", "Jan Kos"),
        ("pl", "Irena Bielska wstała. Emerytka powiedziała, że pada.", "Irena Bielska"),
        ("pl", "Jan Kos milczy. – Nie – mówi poeta.", "Jan Kos"),
        ("pl", "Prof. Ludmiła Storch milczy. – Nie – mówi entomolożka.", "Ludmiła Storch"),
        ("pl", "Tomasz Dusza strzelił gola. – Wreszcie – mówi wychowanek Radomiaka.", "Tomasz Dusza"),
        ("pl", "Bramkarz Marek Dziekan milczy. – Trudno – mówi golkiper.", "Marek Dziekan"),
        ("pl", "Starosta Jan Kos milczy. – Nie – mówi były samorządowiec.", "Jan Kos"),
        ("sv", "Tränaren Karl Lund var nöjd. ”Vi spelade bra”, sade coachen.", "Karl Lund"),
        ("sv", "Målvakten Erik Berg räddade. ”Skönt var det”, sade dansken.", "Erik Berg"),
        ("da", "Træner Lars Holm var glad. »Vi spillede godt«, sagde cheftræneren.", "Lars Holm"),
        ("no", "Forsvarer Kari Moen tiet. – Det er feil, sa advokaten.", "Kari Moen"),
        ("cs", "Trenér Jan Novák mlčel. „Hráli jsme dobře,“ řekl kouč.", "Jan Novák"),
        ("cs", "Ministryně Jana Nováková mlčela. „Ne,“ řekla šéfka resortu.", "Jana Nováková"),
        ("ru", "Тренер Иван Петров молчал. «Мы играли хорошо», — сказал наставник.", "Иван Петров"),
        # whoever was named last
        ("fr", "La maire, Anne Roy, a salué Luc Morel. Ce dernier a répondu que tout va bien.", "Luc Morel"),
        ("es", "Ana Gil recibió a Luis Pardo. Este último dijo que no.", "Luis Pardo"),
        ("en", "The mayor, Ann Lee, met Tom Hall. The latter said that it was late.", "Tom Hall"),
        ("it", "Anna Sala ha incontrato Luca Neri. Questi ha detto che è tardi.", "Luca Neri"),
        ("pl", "Anna Lis spotkała Marka Kosa. – Pada – dodał ten ostatni.", "Marek Kos"),
        (
            "it",
            "Anna Sala ha incontrato Luca Neri. Quest’ultimo ha detto che il piano è vecchio.",
            "Luca Neri",
        ),
    ],
)
def test_whom_another_word_for_somebody_means(language: str, text: str, name: str) -> None:
    quote = detect(text, language)[-1]
    assert (quote.resolved_speaker, str(quote.speaker_basis)) == (name, "pronoun")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # another gender or trade, an office that nobody holds, somebody else of the same word
        ("fr", "Jeanne Roy est partie. « Non », dit le boucher.", "le boucher"),
        ("es", "El presidente, Luis Pardo, calla. «No», dijo el portero.", "el portero"),
        ("es", "El portero Luis Pardo criticó al árbitro. La jueza dijo que no.", "La jueza"),
        ("en", "Lena Holt left. “We will miss her,” said the 44-year-old.", "the 44-year-old"),
        ("en", "Ann Lee left. “It burst,” the shopkeeper told the BBC.", "the shopkeeper"),
        ("es", "Un portero habló. Luis Pardo calla. «No», dijo el portero.", "el portero"),
        ("es", "El portero Luis Pardo calla. «No», dijo el portero del Betis.", "el portero del Betis"),
        ("es", "El edil Luis Pardo calla. El fiscal Juan Gil habla. «No», dijo el acusado.", "el acusado"),
        ("es", "Ana Gil preside Acme. La empresa lo niega. Ella dijo que no.", "La empresa"),
        ("es", "La ministra Ana Gil calla. «No», dijo la mujer.", "la mujer"),
        ("sv", "Karl Lund skrattade. ”Det var fel”, sade bonden.", "bonden"),
        ("da", "Borgmester Lars Holm tav. »Det var forkert«, sagde ministeren.", "ministeren"),
        ("cs", "Advokát Jan Novák mlčel. „Ne,“ řekl řezník.", "řezník"),
        ("ru", "Министр Анна Петрова молчала. «Нет», — сказал адвокат.", "адвокат"),
        ("pl", "Pani Zofia milczy. Mówi o tym posłanka Anna Lis. – Nie – mówi kobieta.", "kobieta"),
        ("pl", "Trener Lecha Jan Lis milczy. – Nie – mówi opiekun Piasta.", "opiekun Piasta"),
        ("pl", "Sędzia Joanna Mazurek milczy. – Nie – powiedział 39-latek.", "39-latek"),
    ],
)
def test_whom_another_word_does_not_mean(language: str, text: str, name: str) -> None:
    assert detect(text, language)[-1].resolved_speaker == name


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a word of the same trade or office
        ("Trainer Karl Ott schwieg. „Nein“, sagte der Coach.", "Karl Ott"),
        ("Finanzminister Karl Ott kam. Trainer Max Kolb ging. „Nein“, sagte der Ressortchef.", "Karl Ott"),
        ("Finanzministerin Jana Kolb schwieg. „Nein“, sagte die Politikerin.", "Jana Kolb"),
        ("Ministerin Jana Kolb schwieg. Nach Angaben der Ministerin regnet es.", "Jana Kolb"),
        ("Die Autorin Jana Kolb schwieg. „Nein“, sagte die Schriftstellerin in ihrer Rede.", "Jana Kolb"),
        # members of a party, by bracket, role or because nothing tells of another
        (
            "Bürgermeister Karl Ott (SPD) kam. Max Kolb (CDU) ging. „Nein“, sagte der Sozialdemokrat.",
            "Karl Ott",
        ),
        ("Grünen-Chefin Jana Kolb schwieg. „Nein“, sagte die Grünen-Politikerin.", "Jana Kolb"),
        ("Deren Sprecherin Jana Kolb schwieg. „Nein“, sagte die Sozialdemokratin.", "Jana Kolb"),
        # whoever is in focus
        ("Stürmer Karl Ott traf. „Schön“, sagte der Ungar.", "Karl Ott"),
        ("Karl Ott traf. „Schön“, sagte der Angreifer.", "Karl Ott"),
        # an age that was told of somebody
        ("Karl Ott, 44, kam. Auch Max Kolb (51) kam. „Nein“, sagte der 44-Jährige.", "Karl Ott"),
        ("Für Verleger Karl Ott ist es spät. „Nein“, sagte der 71-Jährige.", "Karl Ott"),
    ],
)
def test_whom_another_word_means_in_german(text: str, name: str, engine: str) -> None:
    quote = detect(text, "de", engine=engine)[-1]
    assert quote.resolved_speaker == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karl Ott (CDU) schwieg. „Nein“, sagte der Sozialdemokrat.", "Sozialdemokrat"),
        ("Ein Metzger kam. Karl Ott schwieg. „Nein“, sagte der Metzger.", "Metzger"),
        ("Karl Ott traf. Mara Lind jubelte. „Schön“, sagte der Angreifer.", "Angreifer"),
        ("Richter Karl Ott schwieg. „Schön“, sagte der Angreifer.", "Angreifer"),
        ("Minister Karl Ott kam mit Minister Max Kolb. „Nein“, sagte der Minister.", "Minister"),
        ("Karl Ott sah den 52 Jahre alten Hausmeister. „Nein“, sagte der 52-Jährige.", ""),
        ("Karl Ott sprach. Otts Bücher fehlten. „Nein“, sagte er.", "Karl Ott"),
    ],
)
def test_whom_another_word_does_not_mean_in_german(text: str, name: str) -> None:
    assert detect(text, "de", engine="rules")[-1].resolved_speaker == name


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "de",
            "Max Ott schwieg. „Nein“, sagte Max Ott.\n\n"
            "+++ 13.40 Uhr: Karl Kolb besucht Bonn +++ „Haltet alle durch“, ruft er.\n\n"
            "+++ Regen in Bonn +++ „Es geht immer weiter“, ruft er.",
            ["Max Ott", "Karl Kolb", ""],
        ),
        ("es", "«No», dijo Luis Pardo.\n\n+++ Llueve +++ «Seguimos todos», dice.", ["Luis Pardo", ""]),
        ("pl", "„Nie” – powiedział Jan Kos.\n\n+++ Pada +++ „Idziemy dalej” – powiedział.", ["Jan Kos", ""]),
    ],
)
def test_who_speaks_in_an_entry_of_a_ticker_is_named_in_it(
    language: str, text: str, names: list[str]
) -> None:
    quotes = detect(text, language, engine="rules")
    assert [quote.resolved_speaker for quote in quotes] == names
    assert not any("+" in quote.exact for quote in quotes)
