"""Italian sentences, invented, with what a user sees of them: words said and speaker."""

import pytest

from tests.quotes.clauses.romance.test_spanish import said

CLAUSES = [
    ("Il testimone sosteneva che la porta era chiusa.", "che la porta era chiusa", "Il testimone"),
    ("I vicini ribatterono che non c'era luce.", "che non c'era luce", "I vicini"),
    ("La sindaca ha promesso di riaprire l'asilo.", "di riaprire l'asilo", "La sindaca"),
    ("Il ministro nega di sapere qualcosa.", "di sapere qualcosa", "Il ministro"),
    ("Il sindacato ha invitato gli operai a restare a casa.", "a restare a casa", "Il sindacato"),
    ("Il club ha fatto sapere che la gara slitta.", "che la gara slitta", "Il club"),
    ("La giudice chiese se ci fossero altre prove.", "se ci fossero altre prove", "La giudice"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), CLAUSES)
def test_a_clause_hangs_on_a_verb_of_saying(text: str, words: str, speaker: str) -> None:
    assert ("Indirect", words, speaker) in said(text, "it")


def test_whoever_is_told_stands_behind_the_verb_and_is_no_speaker() -> None:
    text = "Il prefetto ha avvertito gli abitanti che la strada resterà chiusa."
    assert said(text, "it") == [("Indirect", "che la strada resterà chiusa", "Il prefetto")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In una lettera ai genitori il preside scrive che la scuola riapre.", "il preside"),
        (
            "La relazione del perito (pagine 3 e 4) rileva che il muro era vecchio.",
            "La relazione del perito (pagine 3 e 4)",
        ),
        (
            "L'economista Rita Neri - premiata a marzo - lamenta che nessuno ascolta.",
            "L'economista Rita Neri",
        ),
        ("Alcuni tacciono, altri invece credono che il bosco sia salvo.", "altri"),
        ("Il geologo che coordina gli scavi rivela che il muro cede.", "Il geologo che coordina gli scavi"),
    ],
)
def test_the_subject_is_whole_over_what_stands_between(text: str, speaker: str) -> None:
    assert [q[2] for q in said(text, "it") if q[0] == "Indirect"] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Il geologo che coordina gli scavi confida da Arzago: "Il muro cede".',
            "Il geologo che coordina gli scavi",
        ),
        ('E ricordatevi di quello che diceva Ugo Bruni: "Non c\'è diga senza acqua".', "Ugo Bruni"),
        ('Tutti sanno quello che ripeteva il vecchio sindaco: "Non c\'è diga".', "il vecchio sindaco"),
        (
            'Commenta Ugo Bruni, Lega, vicesindaco di Arzago e grande esperto di dighe: "Il muro cede".',
            "Ugo Bruni, Lega",
        ),
    ],
)
def test_before_a_colon_the_subject_of_the_verb_speaks(text: str, speaker: str) -> None:
    assert [q[2] for q in said(text, "it")] == [speaker]


def test_behind_a_verb_of_saying_a_clause_is_none_of_the_subject() -> None:
    text = "Il sindaco ha detto a Ugo Bruni che la ministra afferma di non sapere nulla."
    assert said(text, "it") == [("Indirect", "che la ministra afferma di non sapere nulla", "Il sindaco")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Le dighe minori, si precisa, sono piene da ieri.", "Le dighe minori … sono piene da ieri", ""),
        (
            "Le dighe minori, si legge nella nota, sono piene da ieri.",
            "Le dighe minori … sono piene da ieri",
            "nota",
        ),
    ],
)
def test_what_nobody_or_a_text_says_stands_around_its_tag(text: str, words: str, speaker: str) -> None:
    assert said(text, "it") == [("Indirect", words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "I vicini, per paura o per noia, si sostengono a vicenda ma litigano spesso.",
        "Il sindaco, si difende, ha chiuso la diga.",
    ],
)
def test_a_reflexive_verb_beside_a_comma_is_no_tag(text: str) -> None:
    assert said(text, "it") == []
