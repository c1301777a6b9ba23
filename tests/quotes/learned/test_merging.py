"""What the learned engine makes of what the network and the rules see together."""

import pytest

from reader.models import QuoteType
from reader.quotes import detect


def found(text: str) -> list[tuple[QuoteType, str, str]]:
    return [
        (q.type, *(" … ".join(text[a:b] for a, b in spans) for spans in (q.spans, q.speaker)))
        for q in detect(text, "de", engine="learned")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "„Ohne Netze kein Strom“, sagt der Ökonom Jan Weiler von der Universität Halmstadt.",
        "Die Nutzerin Erna Vogt schrieb unter den Beitrag: „Dann stellt die Dinger in euren Vorgarten!“",
    ],
)
def test_words_in_marks_are_given_once(text: str) -> None:
    assert [kind for kind, *_ in found(text)] == [QuoteType.DIRECT]


def test_indirect_speech_with_marks_inside_is_kept() -> None:
    text = "Der Antrag sei „ins Blaue hinein“ gestellt, sagte Richter Uwe Lachmann."
    assert {kind for kind, *_ in found(text)} == {QuoteType.DIRECT, QuoteType.INDIRECT}


def test_speech_interrupted_by_its_tag_is_one_quote() -> None:
    text = "„Wir haben lange gesucht“, sagte Ida Voigt, „und niemanden gefunden.“"
    assert found(text) == [
        (QuoteType.DIRECT, "„Wir haben lange gesucht“ … „und niemanden gefunden.“", "Ida Voigt")
    ]


def test_speaker_before_a_colon_takes_the_word() -> None:
    text = (
        "Das sei gut für das Land, sagte die Ministerin. Man komme damit schneller voran. "
        "Der Naturschutzbund zeigte sich skeptisch: Entscheidend sei nicht der Abstand zum Haus."
    )
    last = found(text)[-1]
    assert last[1:] == ("Entscheidend sei nicht der Abstand zum Haus.", "Der Naturschutzbund")


def test_place_and_agency_are_no_part_of_what_is_said() -> None:
    text = "Ostheide (lno) - Das Klinikum schließt die Station. Das teilte die Leitung mit."
    assert found(text) == [
        (QuoteType.INDIRECT, "Das Klinikum schließt die Station.", "die Leitung"),
    ]


def test_speaker_in_a_list_keeps_bracket_and_loses_bullet() -> None:
    text = (
        "Trainer Nikos Kosta wurde deutlich. Stimmen zum Spiel:\n"
        "- Kosta (Trainer Brakenfeld): „Ich habe keine Erklärung für das, was hier passiert ist.“\n"
        "- Lindner (Trainerin Hasel): „Drei Punkte, mehr nicht, aber die nehmen wir gern mit.“\n"
    )
    assert [who for _, _, who in found(text)] == ["Kosta (Trainer Brakenfeld)", "Lindner (Trainerin Hasel)"]


@pytest.mark.parametrize(
    "text",
    [
        "Dass die Inszenierung abgesetzt wird, schließt Dramaturgin Nele Wick aus.",
        "Zuvor war spekuliert worden, ein Feuerwerkskörper habe den Brand ausgelöst.",
    ],
)
def test_cue_that_only_the_rules_are_sure_of_is_read(text: str) -> None:
    assert [kind for kind, *_ in found(text)] == [QuoteType.INDIRECT]


def test_sentence_in_marks_is_no_part_of_the_free_indirect_speech_before() -> None:
    text = "„Wir kommen“, sagte Ida Ott. Sie sei müde. „Aber froh.“"
    assert ("Sie sei müde.", "Ida Ott") in [quote[1:] for quote in found(text)]


def test_passage_that_the_rules_are_sure_of_is_speech() -> None:
    text = (
        "Das war 2011, die Werft hatte gerade dichtgemacht, und Bernd Quante sass in der Kueche. "
        'Er habe nicht gewusst, wohin mit sich. "Ich dachte: Irgendwas muss ich ja tun." Heute lacht er.'
    )
    assert '"Ich dachte: Irgendwas muss ich ja tun."' in [said for _, said, _ in found(text)]


def test_sentence_with_a_verb_of_saying_is_given_once() -> None:
    text = (
        "In dem Schreiben heißt es: „Die Standsicherheit ist nicht mehr gegeben.“ "
        "Passiert sei nichts, klagt ein früherer Mitarbeiter, der anonym bleiben möchte."
    )
    assert [said for kind, said, _ in found(text) if kind != QuoteType.DIRECT] == ["Passiert sei nichts"]


def test_tag_of_direct_speech_is_no_free_indirect_speech() -> None:
    text = (
        "Telefone müssen laut Erlass in der Tasche bleiben. „Endlich“, findet Sabine Kroll, deren Söhne "
        "die achte Klasse besuchen. „Die gucken sich wieder an.“"
    )
    assert QuoteType.INDIRECT_FREE_INDIRECT not in [kind for kind, *_ in found(text)]
