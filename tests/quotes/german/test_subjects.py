"""Who is named as the speaker: the subject of the sentence, and never what cannot be one."""

import pytest

from reader.quotes import detect

CLAUSE = "der Steg sei morsch."


def only(text: str) -> tuple[str, str]:
    """The words of the one quote of a text, and its speaker, found by the rules."""
    (quote,) = detect(text, "de", engine="rules")
    return quote.words(text), "".join(text[start:end] for start, end in quote.speaker)


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("Der Zeitung sagte Ott,", "Ott"),
        ("Der Deutschen Hafen-Agentur sagte Ott,", "Ott"),
        ("Der Vorsprung sei klein, sagte Ott,", "Ott"),
        ("Der 58-Jährige sagte,", "Der 58-Jährige"),
        ("Einer der Helfer sagte,", "Einer der Helfer"),
        ("Einige der ältesten Mitglieder sagten,", "Einige der ältesten Mitglieder"),
        ("Besorgt sagte der Förster,", "der Förster"),
        ("Relativierend sagte der Förster,", "der Förster"),
        ("Den Zustand beklagte der Landrat und sagte,", "der Landrat"),
        ("Die in Ulm erscheinende Zeitung schrieb,", "Die in Ulm erscheinende Zeitung"),
        ("Der als streng geltende Richter sagte,", "Der als streng geltende Richter"),
        ("In einem Bericht der Stadt wurde vermutet,", "einem Bericht der Stadt"),
        ("Aus Kreisen der Stadt verlautete,", "Kreisen der Stadt"),
        ("Auf der Internetseite heißt es,", "der Internetseite"),
    ],
)
def test_the_subject_or_source_of_the_frame_speaks(frame: str, speaker: str) -> None:
    text = f"{frame} {CLAUSE}"
    assert "".join(text[a:b] for a, b in detect(text, "de", engine="rules")[-1].speaker) == speaker


@pytest.mark.parametrize("how", ["Ganz anders", "Anders", "Anders als die Stadt"])
def test_how_somebody_sees_it_is_nobody(how: str) -> None:
    assert only(f"{how} sieht das der Schülerrat.")[1] == "der Schülerrat"


def test_the_town_that_is_called_on_does_not_speak() -> None:
    text = "Die Elternvertretung forderte die Stadt auf, eine Fähre einzurichten."
    assert only(text) == ("eine Fähre einzurichten", "Die Elternvertretung")


def test_a_source_before_wonach_is_named() -> None:
    text = "Der Rat wies einen Bericht der Bauaufsicht zurück, wonach der Steg morsch ist."
    assert only(text)[1] == "einen Bericht der Bauaufsicht"


def test_who_holds_a_view_is_the_subject_of_its_clause() -> None:
    text = "Die Gemeinde begegnete der Sorge mit dem Argument, der Steg sei geprüft."
    assert only(text)[1] == "Die Gemeinde" or only(text)[1] == ""


@pytest.mark.parametrize("noun", ["Entscheidung", "Forderung", "Vorschlag"])
def test_an_infinitive_hangs_on_a_noun_with_words_between(noun: str) -> None:
    article = "Der" if noun == "Vorschlag" else "Die"
    text = f"{article} {noun} von Ott nach dem Unfall, den Steg zu sperren, wurde bekannt."
    assert only(text) == ("den Steg zu sperren", "Ott")


def test_what_a_law_provides_is_rendered() -> None:
    assert only("Das Gesetz sieht vor, dass der Steg bleibt.") == ("dass der Steg bleibt", "Das Gesetz")


def test_one_of_one_of_many_ends_somewhere() -> None:
    assert detect("„" + "einer " * 5000 + "“, sagte Ott.", "de", engine="rules") is not None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Steuererhöhungen lehnt die CDU ab.", "die CDU"),
        ("Mehr Geld forderte der Verband.", "der Verband"),
        ("Kritik übte Ina Ott an der Stadt.", "Ina Ott"),
        ("Eva Ott kritisierte Steuererhöhungen.", "Eva Ott"),
    ],
)
def test_what_is_asked_for_or_refused_does_not_speak_though_it_comes_first(text: str, speaker: str) -> None:
    assert only(text)[1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Am Abend hat die Feuerwehr Anwohner gebeten, die Fenster zu schließen.",
            "die Feuerwehr",
            "die Fenster zu schließen",
        ),
    ],
)
def test_whom_and_what_somebody_asks_is_told_from_who_asks(text: str, speaker: str, said: str) -> None:
    assert only(text) == (said, speaker)
