"""Constructions of German quotations: what is found, of which type, with which speaker and cue."""

import pytest

from reader.models import Quote, QuoteType
from reader.quotes import detect

D, IND, C, F, R = (
    QuoteType.DIRECT,
    QuoteType.INDIRECT,
    QuoteType.INDIRECT_FREE_INDIRECT,
    QuoteType.FREE_INDIRECT,
    QuoteType.REPORTED,
)


def found(text: str) -> list[tuple[QuoteType, str, str, str]]:
    return [
        (q.type, *(" … ".join(text[a:b] for a, b in spans) for spans in (q.spans, q.speaker, q.cue)))
        for q in detect(text, "de", engine="rules")
    ]


def one(text: str) -> Quote:
    (quote,) = detect(text, "de", engine="rules")
    return quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Die Chefin sagte, dass der Umbau läuft.", (IND, "dass der Umbau läuft", "Die Chefin", "sagte")),
        ("Die Chefin sagte, der Umbau laufe gut.", (IND, "der Umbau laufe gut", "Die Chefin", "sagte")),
        ("Der Umbau laufe gut, sagte die Chefin.", (IND, "Der Umbau laufe gut", "die Chefin", "sagte")),
        (
            "Am Abend teilte die Bahn mit, dass nichts fährt.",
            (IND, "dass nichts fährt", "die Bahn", "teilte … mit"),
        ),
        (
            "Ott hat angekündigt, das Haus zu verkaufen.",
            (IND, "das Haus zu verkaufen", "Ott", "hat angekündigt"),
        ),
        ("Ott warf der Stadt vor, zu spät zu handeln.", (IND, "zu spät zu handeln", "Ott", "warf … vor")),
        ("Ott fragte, ob das Geld reiche.", (IND, "ob das Geld reiche", "Ott", "fragte")),
        ("Ott geht davon aus, dass es regnet.", (IND, "dass es regnet", "Ott", "geht davon aus")),
        ("Ott ist der Meinung, dass es reicht.", (IND, "dass es reicht", "Ott", "ist … Meinung")),
        ("Laut Polizei kam niemand zu Schaden.", (IND, "kam niemand zu Schaden", "Polizei", "Laut")),
        ("Nach Angaben der Bahn fährt nichts.", (IND, "fährt nichts", "Angaben der Bahn", "Nach")),
        ("Der Bahn zufolge fährt bis Mai nichts.", (IND, "fährt bis Mai nichts", "Der Bahn", "zufolge")),
        ("Seiner Meinung nach reicht das nicht.", (IND, "reicht das nicht", "Seiner Meinung", "nach")),
        ("Wie die Stadt mitteilte, ruht der Bau.", (IND, "ruht der Bau", "die Stadt", "Wie … mitteilte")),
        ("Der Bau ruht, wie die Stadt mitteilte.", (IND, "Der Bau ruht", "die Stadt", "wie … mitteilte")),
        ("Der Bau ruhe bis Mai, so die Stadt.", (IND, "Der Bau ruhe bis Mai", "die Stadt", "so")),
        ("Demnach ruht der Bau bis Mai.", (IND, "ruht der Bau bis Mai", "Demnach", "Demnach")),
        ("Aus Parteikreisen hieß es, man prüfe das.", (IND, "man prüfe das", "Parteikreisen", "hieß es")),
        ("Der Bau ruht. Das bestätigte die Stadt.", (IND, "Der Bau ruht. Das", "die Stadt", "bestätigte")),
        ("Der Vorwurf, zu spät zu bauen, traf Ott.", (IND, "zu spät zu bauen", "", "Der Vorwurf")),
        ("Das weckt die Hoffnung, dass es hält.", (IND, "dass es hält", "", "die Hoffnung")),
        ("Ott sagte: „Wir bauen weiter.“", (D, "„Wir bauen weiter.“", "Ott", "sagte")),
        ("„Wir bauen weiter“, sagte Ott.", (D, "„Wir bauen weiter“", "Ott", "sagte")),
        ("„Endlich“, seufzt Ida Ott, 43.", (D, "„Endlich“", "Ida Ott, 43", "seufzt")),
        ("„Was soll das?“ empört sich die Lehrerin.", (D, "„Was soll das?“", "die Lehrerin", "empört")),
        ("„Quatsch“, meint dagegen Ida Ott.", (D, "„Quatsch“", "Ida Ott", "meint")),
        ("Ida Ott strahlt: „Endlich.“", (D, "„Endlich.“", "Ida Ott", "")),
        (
            "Laut einem Papier, das der Zeitung vorliegt, ruht der Bau.",
            (IND, "ruht der Bau", "einem Papier", "Laut"),
        ),
        ("„Wir bauen weiter!“ rief Ott.", (D, "„Wir bauen weiter!“", "Ott", "rief")),
        ("Ott: „Wir bauen jetzt endlich weiter.“", (D, "„Wir bauen jetzt endlich weiter.“", "Ott", "")),
        ("Sie nannte den Plan „völlig verfehlt“.", (D, "„völlig verfehlt“", "Sie", "nannte")),
        ("„Wir“, so Ott, „bauen weiter.“", (D, "„Wir“ … „bauen weiter.“", "Ott", "so")),
        ("Gemäß Ida Ott ruht der Bau.", (IND, "ruht der Bau", "Ida Ott", "Gemäß")),
        ("Aus Sicht der Stadt reicht das.", (IND, "reicht das", "Sicht der Stadt", "Aus")),
        ("Ott warf der Stadt vor, ihn zu täuschen.", (IND, "ihn zu täuschen", "Ott", "warf … vor")),
        ("Ott beteuerte, nie dort gewesen zu sein.", (IND, "nie dort gewesen zu sein", "Ott", "beteuerte")),
        ("Ott ließ mitteilen, dass er geht.", (IND, "dass er geht", "Ott", "ließ mitteilen")),
        ("Ott ließ offen, ob er geht.", (IND, "ob er geht", "Ott", "ließ offen")),
        ("Ott gab zu bedenken, dass es regnet.", (IND, "dass es regnet", "Ott", "gab … bedenken")),
        ("Ott wird mit den Worten zitiert: „Nie.“", (D, "„Nie.“", "Ott", "wird … zitiert")),
        ("Es regnet. Das berichten Medien.", (IND, "Es regnet. Das", "Medien", "berichten")),
        (
            "Früher, erzählt Ida Ott, sei alles anders gewesen.",
            (IND, "Früher … sei alles anders gewesen", "Ida Ott", "erzählt"),
        ),
        (
            "Das sei viel, räumte Ott ein, doch man müsse bauen.",
            (IND, "Das sei viel … doch man müsse bauen", "Ott", "räumte … ein"),
        ),
        (
            "In einer verbreiteten Erklärung gab Ott an, es reiche.",
            (IND, "es reiche", "Ott", "gab … an"),
        ),
        (
            "In Parteikreisen wird vermutet, dass er geht.",
            (IND, "dass er geht", "Parteikreisen", "wird vermutet"),
        ),
        (
            "Der Verein wertet das als „klaren Verstoß“.",
            (D, "„klaren Verstoß“", "Der Verein", "wertet … als"),
        ),
        ("Ott witterte „Verrat am Wähler“.", (D, "„Verrat am Wähler“", "Ott", "witterte")),
        ("„Wir“, sagte Ott, „bauen weiter.“", (D, "„Wir“ … „bauen weiter.“", "Ott", "sagte")),
        ("Der Verband forderte mehr Geld.", (R, "Der Verband forderte mehr Geld.", "Der Verband", "")),
        ("Er soll drei Häuser gekauft haben.", (F, "Er soll drei Häuser gekauft haben.", "", "")),
    ],
)
def test_single_constructions(text: str, quote: tuple[QuoteType, str, str, str]) -> None:
    assert found(text) == [quote]


def test_frame_in_the_middle_leaves_two_spans() -> None:
    text = "Der Umbau wird nach Angaben der Stadt erst im Mai fertig."
    assert found(text)[0][:2] == (IND, "Der Umbau wird … erst im Mai fertig")


def test_attribution_in_a_relative_clause_covers_only_that() -> None:
    text = "Der Steg, der laut Gutachten morsch ist, wird gesperrt."
    assert found(text) == [(IND, "der … morsch ist", "Gutachten", "laut")]


def test_fragment_lies_nested_in_the_indirect_quote_with_its_frame() -> None:
    text = "Ott sagte, der Plan sei „ein schlechter Witz“."
    outer, inner = detect(text, "de", engine="rules")
    assert (outer.type, inner.type, inner.nested) == (IND, D, True)
    assert inner.frame == outer.frame
    assert inner.speaker == outer.speaker


def test_subjunctive_goes_on_with_the_speaker_before() -> None:
    text = "Ott sagte, es regne. Er bleibe zu Hause. Das sei besser so. Dann ging er."
    quotes = found(text)
    assert quotes[1][:3] == (C, "Er bleibe zu Hause. Das sei besser so.", "Ott")
    assert len(quotes) == 2


def test_frame_with_apposition() -> None:
    text = "Der Trainer, Karl Ott, sagte am Dienstag, er höre auf."
    assert found(text) == [(IND, "er höre auf", "Der Trainer, Karl Ott", "sagte")]


def test_coordinated_frames_share_their_subject() -> None:
    text = "Ott sagte, es regne, und fügte hinzu, er bleibe."
    assert [q[1:3] for q in found(text)] == [("es regne", "Ott"), ("er bleibe", "Ott")]


def test_addressee_is_found() -> None:
    text = "Ott sagte der Zeitung, es regne."
    assert [text[a:b] for a, b in one(text).addressee] == ["der Zeitung"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Das Haus am Fluss“ lief im Kino.",
        "Die „Seeadler“ lag im Hafen von Emden.",
        "Nach dem Regen kam die Sonne.",
        "Nach Berlin fährt ein Zug.",
        "So ein Wetter gab es lange nicht.",
        "Wie jedes Jahr kamen viele Leute.",
        "Ich freue mich auf den Sommer.",
        "Die reiche Ernte freut die Bauern.",
        "Berlin: Zwei Tote",
        "Das Motto des Fests lautet „Grenzen überwinden“.",
        "Die Bande nennt sich „Elstern“.",
        "Was man „Sonnenwind“ nennt, ist Plasma.",
        "Er steht auf der Liste (deutsch „großer Bär“).",
        "Die Brücke soll im Mai fertig werden.",
        "",
        "„",
    ],
)
def test_no_quote(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["„Nebel“, heißt der Film.", "Die „Nebel“, ein Boot, sank."])
def test_name_in_marks_before_a_verb_is_no_speech(text: str) -> None:
    assert found(text) == []


def test_headline_with_a_speaker() -> None:
    assert found("Merkel: Wir schaffen das") == [(D, "Wir schaffen das", "Merkel", "")]


def test_speakers_of_a_record_with_their_party() -> None:
    text = "Präsident Kurt Ott: Das Wort hat Ida.\n\nIda Bohm (Mitte): Danke.\n\nPräsident Kurt Ott: Bitte."
    assert [q[:3] for q in found(text)] == [
        (D, "Das Wort hat Ida.", "Präsident Kurt Ott"),
        (D, "Danke.", "Ida Bohm (Mitte)"),
        (D, "Bitte.", "Präsident Kurt Ott"),
    ]


@pytest.mark.parametrize("outlet", ["der „Neuen Presse“ (Montag)", "der dpa", "der Rundschau"])
def test_outlet_is_spoken_to_and_does_not_speak(outlet: str) -> None:
    text = f"„Es regnet oft“, sagte Ida Lachmann {outlet}."
    assert found(text)[0][2] == "Ida Lachmann"


def test_words_of_a_second_subject_without_a_verb_are_its_own() -> None:
    text = "Die Mitte spricht von Stückwerk, die Union von einem „Tropfen auf den heißen Stein“."
    assert [q[:3] for q in found(text)] == [(D, "„Tropfen auf den heißen Stein“", "die Union")]


def test_subjunctive_behind_a_speech_act_that_is_told_has_its_subject_as_speaker() -> None:
    text = "„Das ist falsch“, sagte Ida Ott. Kurt Bohm wies das zurück. Man habe genug getan."
    assert found(text)[-1][:3] == (C, "Man habe genug getan.", "Kurt Bohm")


def test_noun_of_saying_inside_a_reported_sentence() -> None:
    text = "Ott sagte, er gehe. Der Vorwurf, er habe gelogen, sei falsch."
    assert [q[:2] for q in found(text)][1:] == [
        (C, "Der Vorwurf, er habe gelogen, sei falsch."),
        (IND, "er habe gelogen"),
    ]


def test_answers_of_an_interview() -> None:
    text = "Frage: Wie war es?\nOtt: Gut. Ich komme wieder.\n\nFrage: Wann?\nOtt: Bald."
    assert [q[1:3] for q in found(text)] == [("Gut. Ich komme wieder.", "Ott"), ("Bald.", "Ott")]


def test_agency_line_is_no_part_of_the_quote() -> None:
    text = "Berlin (dpa) - Der Bau ruhe, sagte Ott."
    assert found(text) == [(IND, "Der Bau ruhe", "Ott", "sagte")]


@pytest.mark.parametrize("place", ["BERN – ", "Neu Ulm - "])
def test_place_is_no_part_of_the_quote(place: str) -> None:
    text = place + "Der Bau ruht. Das teilte die Stadt mit."
    assert [said for _, said, *_ in found(text)] == ["Der Bau ruht. Das"]


def test_list_items() -> None:
    text = "- Ott sagte, es regne.\n- Uhl widersprach nicht.\n- „Nein“, sagte Eck."
    assert [q[1:3] for q in found(text)] == [("es regne", "Ott"), ("„Nein“", "Eck")]


def test_post_in_social_media() -> None:
    text = 'Auf Mastodon schrieb Ott: "Das war knapp! #bahn @leitstelle"'
    assert found(text) == [(D, '"Das war knapp! #bahn @leitstelle"', "Ott", "schrieb")]


def test_spelling_without_umlauts_and_with_old_sharp_s() -> None:
    text = "Ott erklaerte, die Loesung koenne warten. Er sagte, daß es regne."
    assert [q[1] for q in found(text)] == ["die Loesung koenne warten", "daß es regne"]


def test_text_without_paragraphs_is_read_to_the_end() -> None:
    text = "Ott sagte, es regne. Niemand kam. " * 200
    assert len([q for q in found(text) if q[0] == IND]) == 200


def test_forgotten_mark_costs_one_quote() -> None:
    text = "„Wir bauen weiter, sagte Ott.\n\n„Wir hören auf“, sagte Uhl. „Das ist besser so.“"
    direct = [q[1:3] for q in found(text) if q[0] == D]
    assert direct == [("„Wir hören auf“", "Uhl"), ("„Das ist besser so.“", "Uhl")]


def test_quote_over_paragraphs_takes_the_tag_behind_it() -> None:
    text = "„Wir haben lange gewartet.\n\n„Jetzt ist Schluss“, sagte Ott."
    assert found(text) == [(D, "„Wir haben lange gewartet.\n\n„Jetzt ist Schluss“", "Ott", "sagte")]


def test_reasons_are_given_only_when_asked_for() -> None:
    text = "Ott sagte, es regne."
    assert one(text).why == ()
    (quote,) = detect(text, "de", engine="rules", explain=True)
    assert any("sagte" in reason for reason in quote.why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "In zehn Jahren, so schätzen die Forscher, soll alles fertig sein.",
            "A verb of saying with its subject stands in commas inside a clause.",
        ),
        ("Er lebt in „einer ganz anderen Welt“.", "Speaker: “Er”, in the same sentence."),
        ("Der Vorwurf, zu spät zu bauen, traf Ott.", "Cue: “Der Vorwurf”."),
        ("Aus Sicht der Stadt reicht das.", "“aus Sicht” names whose view the sentence or clause gives."),
    ],
)
def test_reasons_are_true(text: str, why: str) -> None:
    (quote,) = detect(text, "de", engine="rules", explain=True)
    assert why in quote.why


ORDINARY = (
    "Der Sprecher sagte: „Wir bauen weiter.“ Ida Ott meinte: „Das ist gut.“\n\n"
    "„Endlich“, seufzte Jan Kolb. Die Chefin sagte, der Umbau laufe gut.\n\n„Nein“, rief Ott."
)


@pytest.mark.parametrize("stray", ["„\n\n", "„“\n\n", '"\n\n', "«\n\n", "»\n\n"])
def test_stray_mark_in_front_of_a_text_costs_nothing(stray: str) -> None:
    assert found(stray + ORDINARY) == found(ORDINARY)


@pytest.mark.parametrize("name", ["Die „ Chefin", "Die „Chefin"])
def test_forgotten_mark_before_a_name_costs_nothing(name: str) -> None:
    spoken = [said for kind, said, *_ in found(ORDINARY.replace("Die Chefin", name)) if kind == D]
    assert spoken == ["„Wir bauen weiter.“", "„Das ist gut.“", "„Endlich“", "„Nein“"]


def test_speech_over_paragraphs_is_one_quote() -> None:
    text = "Kolb sagte: „Wir bauen. Und zwar bald.\n\n„Dann kommt der Turm.“ Mehr sagte er nicht."
    assert [said for _, said, *_ in found(text)] == ["„Wir bauen. Und zwar bald.\n\n„Dann kommt der Turm.“"]
