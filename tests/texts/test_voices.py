"""Which names that articles give for speakers name somebody."""

import pytest

from reader.models import SourceKind
from reader.texts.voices import bare_role, names_somebody, surnames, tells_who, without_role

PERSON, ORGANISATION = SourceKind.PERSON, SourceKind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jana Kolb", PERSON),
        ("J. Kolb", SourceKind.UNKNOWN),
        ("Ratsherr Theo Bruns", PERSON),
        ("Sjoukje de Vries", PERSON),
        ("Baschar al-Assad", PERSON),
        ("Hélène Garnier", SourceKind.UNKNOWN),
        ("Bund der Steuerzahler", ORGANISATION),
        ("La Confederación Hidrográfica", ORGANISATION),
        ("Bundesverkehrsministerium", ORGANISATION),
        ("BBC", ORGANISATION),
        ("Gutachten des Ingenieurbüros Haller", SourceKind.DOCUMENT),
    ],
)
def test_who_is_named_could_be_a_source(name: str, kind: SourceKind) -> None:
    assert names_somebody(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", PERSON),
        ("er", PERSON),
        ("man", SourceKind.UNKNOWN),
        ("Demnach", SourceKind.UNKNOWN),
        ("Sprecherin", PERSON),
        ("Sprecher des Kremls", PERSON),
        ("Mitarbeiter des Ministeriums", PERSON),
        ("ehemaliger Bürgermeister", PERSON),
        ("Su jefe", PERSON),
        ("l’élu", PERSON),
        ("Residents", ORGANISATION),
        ("Real estate agents", PERSON),
        ("Polizei", ORGANISATION),
        ("de gemeente", ORGANISATION),
        ("syrischer Staatsmedien", ORGANISATION),
        ("the report", SourceKind.DOCUMENT),
        ("Studie der Fachhochschule", SourceKind.DOCUMENT),
        ("A person familiar with the talks", SourceKind.ANONYMOUS),
        ("Zehn Zentimeter Wasserstand", SourceKind.UNKNOWN),
    ],
)
def test_what_names_nobody_is_no_source(name: str, kind: SourceKind) -> None:
    assert not names_somebody(name, kind)


def test_a_surname_counts_where_somebody_has_it_in_full() -> None:
    known = surnames(["Jana Kolb", "Theo Bruns", "Polizei"])
    assert known == {"kolb", "bruns"}
    assert names_somebody("Kolb", PERSON, known)
    assert not names_somebody("Bootsbauerin", PERSON, known)


def test_a_role_before_a_name_is_told_apart() -> None:
    assert without_role("Ratsherr Theo Bruns") == "Theo Bruns"
    assert without_role("Baustadtrat Ruediger Loew") == "Baustadtrat Ruediger Loew", (
        "no given name that is known"
    )
    assert without_role("Baustadtrat Ruediger Loew", ["Ruediger Loew"]) == "Ruediger Loew"
    assert without_role("Theo Bruns", ["Bruns"]) == "Theo Bruns"
    assert bare_role("His deputy") == "deputy"
    assert bare_role("Ministerin") == "Ministerin"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jana Kolb", PERSON),
        ("Hafenwerke Nord", ORGANISATION),
        ("Polizei Bielefeld", ORGANISATION),
        ("Bundesregierung", ORGANISATION),
        ("FIFA", ORGANISATION),
        ("Mietspiegel der Stadt Bonn", SourceKind.DOCUMENT),
    ],
)
def test_a_name_is_the_same_one_in_every_article(name: str, kind: SourceKind) -> None:
    assert tells_who(name, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kolb", PERSON),
        ("Sprecher der Polizei", PERSON),
        ("Police officials", SourceKind.UNKNOWN),
        ("Unternehmen", ORGANISATION),
        ("das Unternehmen", ORGANISATION),
        ("The company", ORGANISATION),
        ("deutsche Unternehmen", ORGANISATION),
        ("Softwarefirma", ORGANISATION),
        ("Landratsamt", ORGANISATION),
        ("l’entreprise", ORGANISATION),
        ("Bericht", SourceKind.DOCUMENT),
    ],
)
def test_what_is_said_of_many_is_somebody_else_in_every_article(name: str, kind: SourceKind) -> None:
    assert not tells_who(name, kind)
