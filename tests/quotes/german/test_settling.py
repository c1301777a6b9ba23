"""Who speaks, whichever engine found the quote: the attribution's own subject, whole, and nobody else."""

import pytest

from reader.models import Quote, SourceKind
from reader.quotes import detect

BEFORE = "Ministerin Anne Lee sagte: „Wir verhandeln.“\n\n"
ENGINES = pytest.mark.parametrize("engine", ["rules", "learned"])


def last(text: str, engine: str) -> Quote:
    return detect(text, "de", engine=engine)[-1]


def written(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)


@ENGINES
@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("so die Klempnerin", "die Klempnerin"),
        ("seufzt die Klempnerin", "die Klempnerin"),
        ("@anna schrieb am Abend", "@anna"),
        ("schrieb @anna_blake am Abend", "@anna_blake"),
        ("schreibt Nutzer hafenkatze99", "Nutzer hafenkatze99"),
        ("schreibt hafenkatze99 auf einer Plattform", "hafenkatze99"),
        ("kommentierte User @pepe_07", "User @pepe_07"),
        ("sagte Ladenbesitzer Raj Patel", "Ladenbesitzer Raj Patel"),
        ("heißt es aus Verhandlungskreisen", "Verhandlungskreisen"),
        ("sagte ein mit der Sache Vertrauter der Zeitung", "ein mit der Sache Vertrauter"),
        (
            "sagte eine mit den Verhandlungen vertraute Person dem Sender",
            "eine mit den Verhandlungen vertraute Person",
        ),
        ("sagte jemand aus dem Umfeld des Vorstands", "jemand aus dem Umfeld des Vorstands"),
        ("sagte einer der Helfer", "einer der Helfer"),
        ("sagte von der Aue", "von der Aue"),
        ("sagte d’Aubigné", "d’Aubigné"),
        ("stand auf einem Plakat", ""),
        ("war aus dem Rathaus zu hören", ""),
        ("hieß es", ""),
        ("schallt es aus dem Saal", ""),
        ("lachte Bäckermeister Olaf Nygaard", "Bäckermeister Olaf Nygaard"),
    ],
)
def test_the_subject_of_the_attribution_speaks_and_never_who_spoke_before(
    tag: str, speaker: str, engine: str
) -> None:
    text = f"{BEFORE}„Es ist vorbei“, {tag}."
    quote = last(text, engine)
    assert written(text, quote.speaker) == speaker
    assert quote.resolved_speaker != "Anne Lee"


@ENGINES
@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("@anna_blake: „Es ist vorbei.“", "@anna_blake"),
        ("Nutzer hafenkatze99 schrieb: „Es ist vorbei.“", "Nutzer hafenkatze99"),
        ("Auf einem Plakat stand: „Es ist vorbei.“", ""),
        ("„Ist es vorbei?“ Das fragte die Klempnerin.", "die Klempnerin"),
        ("„Es“, ruft die Klempnerin, „ist vorbei.“", "die Klempnerin"),
    ],
)
def test_the_subject_speaks_wherever_it_stands(told: str, speaker: str, engine: str) -> None:
    text = BEFORE + told
    assert written(text, last(text, engine).speaker) == speaker


@ENGINES
@pytest.mark.parametrize(
    ("speaker", "hearer"),
    [
        ("Bürgermeisterin Jana Kolb", "der Deutschen Presse-Agentur"),
        ("Bürgermeisterin Jana Kolb", "dem „Moorblatt“"),
        ("Bürgermeisterin Jana Kolb", "der dpa"),
        ("Jana Kolb", "der Nachrichtenagentur AFP"),
        ("Jana Kolb", "dem SWR"),
        ("Jana Kolb", "dieser Zeitung"),
        ("Jana Kolb", "unserer Redaktion"),
        ("Jana Kolb", "den Zeitungen der Funke Mediengruppe"),
        ("Jana Kolb", "der Süddeutschen Zeitung"),
        ("Landrat Ole Brandt", "der Katholischen Nachrichten-Agentur (KNA)"),
        ("die Ministerin", "der Neuen Osnabrücker Zeitung"),
    ],
)
def test_whom_it_was_told_to_is_no_part_of_the_speaker(speaker: str, hearer: str, engine: str) -> None:
    text = f"„Wir prüfen das“, sagte {speaker} {hearer}."
    (quote,) = detect(text, "de", engine=engine)
    assert (written(text, quote.speaker), written(text, quote.addressee)) == (speaker, hearer)
    assert "Deutschen" not in quote.resolved_speaker


@ENGINES
def test_a_pronoun_never_leads_back_to_the_agency(engine: str) -> None:
    text = "„Gut“, sagte Bürgermeisterin Jana Kolb der Deutschen Presse-Agentur. „Das hält“, sagte sie."
    assert [quote.resolved_speaker for quote in detect(text, "de", engine=engine)] == ["Jana Kolb"] * 2


@ENGINES
@pytest.mark.parametrize(
    "phrase", ["die Chefredakteurin der Neuen Zeitung", "ein Sprecher der Süddeutschen Zeitung"]
)
def test_where_somebody_works_stays_with_the_role(phrase: str, engine: str) -> None:
    text = f"„Wir prüfen das“, sagte {phrase}."
    assert written(text, last(text, engine).speaker) == phrase


@ENGINES
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laut Deutschem Wetterdienst fielen 30 Liter Regen.", "Deutscher Wetterdienst"),
        ("Nach Angaben des Deutschen Wetterdienstes fielen 30 Liter Regen.", "Deutscher Wetterdienst"),
        ("Wie der Deutsche Wetterdienst mitteilte, fielen 30 Liter Regen.", "Deutscher Wetterdienst"),
        ("Dem Statistischen Bundesamt zufolge sanken die Preise.", "Statistisches Bundesamt"),
        ("Laut Bayerischem Rundfunk steht der Bau still.", "Bayerischer Rundfunk"),
        ("Laut Deutscher Bahn fährt kein Zug.", "Deutsche Bahn"),
        ("Laut Deutschem Roten Kreuz fehlt Blut.", "Deutsches Rotes Kreuz"),
        ("Laut Frankfurter Polizei war es ruhig.", "Frankfurter Polizei"),
        ("Laut Robert Koch-Institut steigen die Zahlen.", "Robert Koch-Institut"),
        ("Laut Auswärtigem Amt sind zwei Deutsche betroffen.", "Auswärtiges Amt"),
    ],
)
def test_an_organisation_is_named_whole(text: str, name: str, engine: str) -> None:
    quote = last(text, engine)
    assert (quote.resolved_speaker, quote.speaker_kind) == (name, SourceKind.ORGANISATION)


@ENGINES
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das syrische Regime sagte, es regne.", "syrisches Regime"),
        ("Nach Angaben syrischer Staatsmedien regnet es.", "syrische Staatsmedien"),
    ],
)
def test_an_adjective_stands_in_the_nominative(text: str, name: str, engine: str) -> None:
    assert last(text, engine).resolved_speaker == name


@ENGINES
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Minister Faisal al-Harbi kam. „Endlich ist es so weit“, sagte Al-Harbi.", "Faisal al-Harbi"),
        ("Emmanuel d’Aubigné kam. „Das ist ein guter Tag“, sagte d'Aubigné.", "Emmanuel d’Aubigné"),
        ("Der Sprecher Pierre d'Arc sagte, er sei erleichtert.", "Pierre d'Arc"),
        ("Kevin O’Neill kam. „Schluss damit“, sagte O'Neill.", "Kevin O’Neill"),
        ("Marie L’Hôte kam. „Schluss damit“, sagte L’Hôte.", "Marie L’Hôte"),
        ("Karl von und zu Guttenfels sagte, es regne.", "Karl von und zu Guttenfels"),
        ("Ministerin Ina von der Aue kam. „Ich gehe jetzt“, sagte von der Aue.", "Ina von der Aue"),
        ("„Ich bleibe“, sagte Piet van den Berg. „Ich gehe“, sagte Van den Berg.", "Piet van den Berg"),
        ("„Ich bleibe“, sagte Piet van 't Hof. „Ich gehe“, sagte Van 't Hof.", "Piet van 't Hof"),
        ("„Ich bleibe“, sagte Juan de la Cruz. „Ich gehe“, sagte de la Cruz.", "Juan de la Cruz"),
        ("Robert „Stilts“ Manning sagte, er habe am Kanal geschlafen.", "Robert „Stilts“ Manning"),
        ("Der Boxer Karl „die Faust“ Ott sagte: „Ich trete an.“", "Karl „die Faust“ Ott"),
        ("Kolb und Ott sagten, der Bau sei sicher.", "Kolb und Ott"),
        ("„Der Bau ist sicher“, sagten Jana Kolb und Peter Ott.", "Jana Kolb und Peter Ott"),
        ("„Wir gehen“, sagten Jana Kolb (SPD) und Peter Ott (CDU).", "Jana Kolb und Peter Ott"),
        ("„Wir gehen“, sagten Jana Kolb, Peter Ott und Uwe Lind.", "Jana Kolb, Peter Ott und Uwe Lind"),
        ("„Wir gehen“, sagte Jana Kolb, Bürgermeisterin und Landrätin.", "Jana Kolb"),
        ("„Sie lügt“, sagte die 74-jährige Rentnerin Jana Kolb.", "Jana Kolb"),
        ("„Ich sah zwei Männer“, sagte Ladenbesitzer Raj Patel.", "Raj Patel"),
        (
            "„Der Bau ist sicher“, heißt es in einem internen Vermerk des Bauamts.",
            "interner Vermerk des Bauamts",
        ),
        ("In der früheren Version hieß es, der Bau sei sicher.", "frühere Version"),
        ("Scholz kam. „So geht es nicht weiter“, sagte sie.", ""),
    ],
)
def test_names_are_whole(text: str, name: str, engine: str) -> None:
    assert last(text, engine).resolved_speaker == name


@ENGINES
def test_a_name_in_marks_within_a_name_is_no_quote(engine: str) -> None:
    assert len(detect("Der Boxer Karl „die Faust“ Ott sagte: „Ich trete an.“", "de", engine=engine)) == 1


@ENGINES
@pytest.mark.parametrize(
    ("speaker", "role", "affiliation"),
    [
        ("Jana Kolb, 74,", "", ""),
        ("Jana Kolb (74)", "", ""),
        ("Jana Kolb (lacht)", "", ""),
        ("Jana Kolb (räuspert sich)", "", ""),
        ("Jana Kolb (Beifall)", "", ""),
        ("Jana Kolb (SPD)", "", "SPD"),
        ("Jana Kolb (parteilos)", "", "parteilos"),
        ("Jana Kolb, Bürgermeisterin von Arden,", "Bürgermeisterin von Arden", "Arden"),
        ("Die Bürgermeisterin von Arden, Jana Kolb,", "Bürgermeisterin von Arden", "Arden"),
    ],
)
def test_ages_and_stage_directions_are_neither_role_nor_affiliation(
    speaker: str, role: str, affiliation: str, engine: str
) -> None:
    quote = last(f"{speaker} sagte, der Bau sei sicher.", engine)
    assert (quote.resolved_speaker, quote.speaker_role, quote.speaker_affiliation) == (
        "Jana Kolb",
        role,
        affiliation,
    )


@ENGINES
def test_items_of_a_list_are_said_by_nobody(engine: str) -> None:
    items = "- 120 neue Arbeitsplätze bis 2028\n- neue Halle am Hafen\n- mehr Busse im Winter"
    said = "Ein Sprecher sagte, der Plan stehe fest."
    assert len(detect(f"{said}\n\n{items}", "de", engine=engine)) == 1


@ENGINES
@pytest.mark.parametrize(
    "text",
    [
        "„Wir gehen“, sagten Jana Kolb und Peter Hall in einer gemeinsamen Erklärung.",
        "Der Fährverein verlangt eine Befragung noch vor der Sommerpause.",
        "„Wir gehen“, sagte Jana Kolb vor der Abstimmung im Rat.",
        "Jana Kolb sagte vor dem Rathaus, die Brücke werde gebaut.",
    ],
)
def test_times_places_and_statements_hear_nothing(text: str, engine: str) -> None:
    assert [quote.addressee for quote in detect(text, "de", engine=engine)] == [()]


@ENGINES
@pytest.mark.parametrize("hearer", ["der Presse", "dem Ausschuss", "Journalisten"])
def test_whoever_is_spoken_to_is_told(hearer: str, engine: str) -> None:
    text = f"„Wir gehen“, sagte Jana Kolb vor {hearer}."
    assert [written(text, quote.addressee) for quote in detect(text, "de", engine=engine)] == [hearer]


@ENGINES
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ein anderer sagt: „Das geht nicht.“", "Ein anderer"),
        ("Viele sagten, das gehe nicht.", "Viele"),
        ("Viele ältere Menschen sagten, das gehe nicht.", "Viele ältere Menschen"),
        (
            "„Nein“, sagte die Sprecherin Dagmar Voss im Gespräch mit dem Sender.",
            "die Sprecherin Dagmar Voss",
        ),
        ("Ansonsten, so ihre Prognose, werde sich nichts ändern.", "ihre Prognose"),
    ],
)
def test_a_speaker_without_a_name_and_no_more_than_the_speaker(text: str, speaker: str, engine: str) -> None:
    assert written(text, last(text, engine).speaker) == speaker


@ENGINES
@pytest.mark.parametrize(
    "text",
    [
        "Der Verband hat nach dem Platzsturm Ermittlungen aufgenommen.",
        "Mehrere Städte, so Ulm, haben gewonnen.",
    ],
)
def test_no_source_is_named(text: str, engine: str) -> None:
    assert not detect(text, "de", engine=engine)


def test_the_main_clause_is_not_what_its_own_clause_says() -> None:
    text = "Dass Manager Lars Rickert von Konsequenzen sprach, wollte Kovalski nicht kommentieren."
    assert not detect(text, "de")


@ENGINES
@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Der Milan brüte dort, betonte der pensionierte Förster.",
            "Der Milan brüte dort",
            "der pensionierte Förster",
        ),
        ("„Seit Jahren nur Gerede“, brummt der Landwirt.", "„Seit Jahren nur Gerede“", "der Landwirt"),
    ],
)
def test_what_is_said_and_by_whom_behind_an_uncommon_verb(
    text: str, words: str, speaker: str, engine: str
) -> None:
    quote = last(text, engine)
    assert (written(text, quote.spans), written(text, quote.speaker)) == (words, speaker)
