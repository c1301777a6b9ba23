"""Words in marks by the noun before them: shouted or written by somebody, or only a name."""

import pytest

from reader.quotes import detect
from tests.quotes.german.rules import D, found


@pytest.mark.parametrize(
    "text",
    [
        "Auf dem Schild stand der Spruch „Nie wieder Filz“.",
        "Zu lesen war die Aufschrift „Wasser für alle“.",
        "Im Saal erklangen Rufe wie zum Beispiel „Nie wieder Filz“.",
    ],
)
def test_what_a_slogan_says_is_direct_speech(text: str) -> None:
    assert [(kind, words) for kind, words, _, _ in found(text)] == [(D, text[text.index("„") :].rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "Das Motto: „Alle wollen ans Wasser!“",
        "Der Name des Vereins lautet also „Alle wollen ans Wasser“.",
        "Sie tagten unter dem Motto „Wir alle wollen jetzt endlich ans Wasser!“",
        "Seitdem nennt sie sich „Saubere Ufer“.",
    ],
)
def test_what_a_thing_is_called_is_none(text: str) -> None:
    assert found(text) == []


def test_a_translation_in_brackets_is_none() -> None:
    text = "Ott sagte, der Grizzly (deutsch „Graubär“) sei satt."
    assert [words for _, words, _, _ in found(text)] == ["der Grizzly (deutsch „Graubär“) sei satt"]


def test_marks_in_the_name_of_who_speaks_are_none() -> None:
    text = "Max Ott vom Verein „Saubere Ufer“ sprach von Unsinn."
    assert not [row for row in found(text) if row[0] == D]


def test_a_fragment_is_of_whom_its_sentence_is_about() -> None:
    text = "„Wir zahlen nicht“, sagte Eva Lang. Max Ott findet: „Es reicht jetzt wirklich.“"
    assert [speaker for _, _, speaker, _ in found(text)] == ["Eva Lang", "Max Ott"]


def test_words_on_a_banner_are_nobodys() -> None:
    text = "„Wir zahlen nicht“, sagte Eva Lang. Die Aufschrift „Wasser für alle“ war zu lesen."
    assert [speaker for _, _, speaker, _ in found(text)] == ["Eva Lang", ""]


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    "text",
    ["Ott hat nie gesagt: „Der Steg hält ewig.“", "Ott hat niemals behauptet, dass der Steg ewig halte."],
)
def test_what_was_never_said_is_no_quote(engine: str, text: str) -> None:
    assert detect(text, "de", engine=engine) == ()


def test_who_never_laughs_may_speak() -> None:
    assert [row[2] for row in found("Ott, der nie lachte, sagte, der Steg sei morsch.")] == ["Ott"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Das Blatt zitiert Ott mit den Worten: „Wir bauen weiter.“", "Ott"),
        ("„Wir bauen weiter“, zitiert das Blatt den Minister.", "den Minister"),
        ("Das Blatt zitiert aus einem Papier: „Wir bauen weiter.“", "einem Papier"),
        ("„Wir bauen weiter“, zitierte Ott.", "Ott"),
        ("Ott wird mit den Worten zitiert: „Wir bauen weiter.“", "Ott"),
    ],
)
def test_who_is_quoted_speaks_and_not_who_quotes(text: str, speaker: str) -> None:
    assert [row[2] for row in found(text)] == [speaker]


def test_times_of_a_live_blog_do_not_speak() -> None:
    text = "10:05 Uhr: Der Steg ist zu.\n\n10:20 Uhr: Die Wehr ist da.\n\n10:45 Uhr: „Alles gut“, sagt Ott."
    quotes = detect(text, "de", engine="rules")
    assert [quote.resolved_speaker for quote in quotes] == ["Ott"]


def test_criticism_that_comes_from_somebody_is_carried_on() -> None:
    assert found("Kritik kam vom Verband. Der Steg sei morsch.")[0][2] == "Verband"


def test_things_do_not_speak_on() -> None:
    text = "Eva Lang gab nach, sagte sie. Die Pegel stiegen.\n\nMan habe zu lange gewartet."
    assert found(text)[-1][2] != "Die Pegel"


def test_an_office_in_the_genitive_has_its_name() -> None:
    text = "Das Bundesamt für Deiche schwieg. Nach Angaben des Bundesamts für Deiche steigt das Wasser."
    assert detect(text, "de", engine="rules")[-1].resolved_speaker == "Bundesamt für Deiche"


def test_a_count_keeps_the_name_of_his_house() -> None:
    text = "Karl Graf zu Hohenfels sagte, der Steg sei morsch."
    assert detect(text, "de", engine="rules")[0].resolved_speaker == "Karl Graf zu Hohenfels"


def test_a_noun_that_somebody_calls_something_is_quoted() -> None:
    text = "Ott sagte, das sei ein „Flickwerk“."
    assert [row[:3] for row in found(text)][-1] == (D, "„Flickwerk“", "Ott")


def test_speech_goes_on_behind_a_fragment_at_a_sentences_front() -> None:
    text = "Ott sagte, „Unsinn“ sei das und für die Stadt auf Jahre hinaus viel zu teuer. Man zahle nie."
    assert found(text)[-1][1:3] == ("Man zahle nie.", "Ott")
