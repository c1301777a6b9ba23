"""Who says what where German reports name a source aside: in both engines."""

import pytest

from reader.quotes import detect


def _said(text: str, engine: str) -> dict[str, str]:
    """Who speaks, as resolved, by what is said."""
    quotes = detect(text, "de", engine=engine)
    return {" … ".join(text[a:b] for a, b in q.spans): q.resolved_speaker for q in quotes}


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Ob er sie bedroht habe, wollte die Richterin Anke Petersen wissen. „Nicht direkt“, sagte sie.",
            "Ob er sie bedroht habe",
            "Anke Petersen",
        ),
        (
            "Kolb zitierte aus einem Schreiben des Bauamts, wonach 38 Wagen auf Teile warten.",
            "38 Wagen auf Teile warten",
            "Schreiben des Bauamts",
        ),
        (
            "Landrätin Heike Sommerfeld blieb. „Wir fahren öfter“, sagte die CDU-Politikerin im Kreistag.",
            "„Wir fahren öfter“",
            "Heike Sommerfeld",
        ),
        (
            "Trainer Uwe Wieland ging. „Das war nichts“, sagte der 56-Jährige am Mikrofon von Radio Süd.",
            "„Das war nichts“",
            "Uwe Wieland",
        ),
        (
            "Landrätin Heike Sommerfeld sieht das anders: Der Bus sei zu teuer.",
            "Der Bus sei zu teuer",
            "Heike Sommerfeld",
        ),
        (
            "„Wieland raus“, riefen die Fans. Trainer Uwe Wieland blieb ruhig. Er habe Schlimmeres erlebt.",
            "Er habe Schlimmeres erlebt.",
            "Uwe Wieland",
        ),
    ],
)
def test_who_says_it(text: str, said: str, speaker: str, engine: str) -> None:
    found = _said(text, engine)
    assert [who for words, who in found.items() if words.rstrip(".") == said.rstrip(".")] == [speaker]


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_a_pointer_speaks_for_nobody(engine: str) -> None:
    text = "Der Anwalt verlas ein Papier. Darin heißt es, sein Mandant sei zu Hause gewesen."
    assert _said(text, engine) == {"sein Mandant sei zu Hause gewesen": ""}


def test_whoever_criticism_comes_from_speaks_on() -> None:
    text = "„Nie“, schrieb Jana Kolb. Kritik kam vom Bund der Steuerzahler. Die Reform sei falsch."
    assert _said(text, "rules")["Die Reform sei falsch."] == "Bund der Steuerzahler"


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_a_question_that_is_the_subject_is_reported_with_its_verb(engine: str) -> None:
    text = "Wer das behaupte, habe die Vorlage nicht gelesen."
    assert list(_said(text, engine)) == [text]


def test_an_adjective_is_no_subjunctive() -> None:
    assert _said("Die Schau umfasst 80 Werke, darunter das lange verschollene Bild der Werft.", "rules") == {}


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Landrat Uwe Kolb schwieg. Ein Anwohner winkte ab. „Das ist nichts Neues“, sagte er.", "Anwohner"),
        ("Landrätin Eva Kolb schwieg. Eine Sprecherin kam. Man werde prüfen, sagte sie.", "Sprecherin"),
        ("Landrat Uwe Kolb schwieg. Sein Vorgänger lachte. „Das ist nichts Neues“, sagte er.", "Vorgänger"),
        ("Landrätin Eva Kolb schwieg. Ein Anwohner lachte. „Das ist nichts Neues“, sagte sie.", "Eva Kolb"),
        ("Landrätin Eva Kolb schwieg. Ihre Vorlage lag da. „Das ist nichts Neues“, sagte sie.", "Eva Kolb"),
    ],
)
def test_a_pronoun_means_the_subject_before_also_without_a_name(text: str, speaker: str, engine: str) -> None:
    assert list(_said(text, engine).values()) == [speaker]


@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_whoever_has_no_name_speaks_on(engine: str) -> None:
    text = "Landrat Uwe Kolb schwieg. Ein Anwohner kam. „Das ist nichts“, sagte er. „Gar nichts“, sagte er."
    assert list(_said(text, engine).values()) == ["Anwohner", "Anwohner"]
