"""What people write back on a sheet for authorisation, and what it means; what is unsure means nothing."""

import pytest

from reader.imports.approval_answers import answer_to_all, meaning_of
from reader.imports.approval_replies import Answered, read_reply
from reader.models import Authorisation

SHOWN = "Danach wird es teurer, das sage ich ganz offen."
YES, NEW, NO = Authorisation.APPROVED, Authorisation.CHANGED, Authorisation.WITHDRAWN


@pytest.mark.parametrize(
    ("said", "state", "wording"),
    [
        ("freigegeben", YES, ""),
        ("Ja, freigegeben.", YES, ""),
        ("OK", YES, ""),
        ("approved", YES, ""),
        ("zurückgezogen", NO, ""),
        ("Nein!", NO, ""),
        ("nicht freigegeben", NO, ""),
        ("„Danach wird es etwas teurer.“", NEW, "Danach wird es etwas teurer."),
        ("Danach wird es teurer, das sage ich offen.", NEW, "Danach wird es teurer, das sage ich offen."),
        ("neu: Es wird teurer", NEW, "Es wird teurer"),
        ("„Danach wird es teurer, das sage ich ganz offen“", None, ""),
        ("da müssten wir reden", None, ""),
        ("bitte „offen“ streichen", None, ""),
        ("mit Änderung freigegeben", None, ""),
        ("freigegeben, aber bitte ohne „ganz“", None, ""),
    ],
)
def test_an_answer_is_read_or_left_to_a_person(said: str, state: Authorisation | None, wording: str) -> None:
    meaning = meaning_of(Answered(1, said=said), SHOWN)
    assert (meaning.state, meaning.wording) == (state, wording)
    assert bool(meaning.unclear) is (state is None)


@pytest.mark.parametrize(
    "answer",
    [
        Answered(1, ticked=("freigegeben", "zurückgezogen")),
        Answered(1, words="", ticked=("freigegeben",)),
        Answered(1, words="Es wird billiger.", ticked=("zurückgezogen",)),
        Answered(1, ticked=("mit änderung freigegeben",)),
    ],
)
def test_contradictions_are_for_a_person(answer: Answered) -> None:
    meaning = meaning_of(answer, SHOWN)
    assert meaning.state is None
    assert meaning.unclear


def test_other_marks_and_dashes_are_no_change() -> None:
    typed = '"Danach wird es teurer, das sage ich ganz offen."'
    assert meaning_of(Answered(1, words=typed, ticked=("freigegeben",)), SHOWN).state is YES


@pytest.mark.parametrize(
    ("lines", "state", "is_clear"),
    [
        ("Alles freigegeben.", YES, True),
        ("Guten Tag, alles freigegeben, viele Grüße", YES, True),
        ("I approve all quotes.", YES, True),
        ("Ich ziehe alle Zitate zurück.", NO, True),
        ("Alles freigegeben, bis auf Zitat 2.", None, False),
        ("Alles freigegeben, aber bitte ohne Namen.", None, False),
        ("Alles freigegeben.\nNichts freigegeben.", None, False),
        ("Vielen Dank für das Gespräch.", None, True),
    ],
)
def test_an_answer_to_all(lines: str, state: Authorisation | None, is_clear: bool) -> None:
    meaning = answer_to_all(read_reply(lines.encode(), "re.txt"))
    assert meaning.state is state
    assert bool(meaning.unclear) is not is_clear


def test_a_mail_answered_between_its_lines() -> None:
    mail = (
        "Liebe Frau Sander,\n\n> [3F2A9C1B-1] Zitat 1\n> „Es war so.“\n> Antwort:\nfreigegeben\n\n"
        "> [3F2A9C1B-2] Zitat 2\n> „Es war anders.“\n> Antwort:\nbitte streichen\n"
    )
    reply = read_reply(mail.encode(), "re.txt")
    assert reply.code == "3F2A9C1B"
    meanings = [
        meaning_of(one, shown)
        for one, shown in zip(reply.answers, ("Es war so.", "Es war anders."), strict=True)
    ]
    assert [one.state for one in meanings] == [YES, NO]


def test_a_mail_answered_by_numbers_above() -> None:
    mail = (
        "Zitat 1: freigegeben\nzu 2: nein\n\n"
        "> [3F2A9C1B-1] Zitat 1\n> „A b.“\n> Antwort:\n> [3F2A9C1B-2] Zitat 2\n> „C d.“\n> Antwort:\n"
    )
    reply = read_reply(mail.encode(), "re.txt")
    assert [
        meaning_of(one, shown).state for one, shown in zip(reply.answers, ("A b.", "C d."), strict=True)
    ] == [
        YES,
        NO,
    ]


@pytest.mark.parametrize(
    ("written", "state", "wording"),
    [
        (f"freigegeben\nWortlaut: „{SHOWN}“", YES, ""),
        (f"Wortlaut: „{SHOWN}“\n\nzurückgezogen", NO, ""),
        ("mit Änderung freigegeben\nWortlaut: „Es wird etwas teurer.“", NEW, "Es wird etwas teurer."),
        ("Words: “It will cost a bit more.”\napproved with a change", NEW, "It will cost a bit more."),
    ],
)
def test_a_mail_with_the_labels_of_the_word_sheet_is_understood(
    written: str, state: Authorisation, wording: str
) -> None:
    (answer,) = read_reply(f"[0A1B2C3D-1]\n{written}\n".encode(), "reply.txt").answers
    meaning = meaning_of(answer, SHOWN)
    assert (meaning.state, meaning.wording) == (state, wording)
