"""Names in bylines: family and given names, people apart from agencies, places and papers."""

import pytest

from reader.formats.bylines import Author, agencies_beside, authors


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Von Anna Beispiel und Jan de Vries", [Author("Beispiel", "Anna"), Author("de Vries", "Jan")]),
        ("dpa", [Author("dpa")]),
        ("By John van der Berg", [Author("van der Berg", "John")]),
        ("dpa/AFP", [Author("dpa"), Author("AFP")]),
        ("", []),
        ("Heide, Anna; Hall, Bo", [Author("Heide", "Anna"), Author("Hall", "Bo")]),
        ("Heide, A.; Quax, Zz", [Author("Heide", "A."), Author("Quax", "Zz")]),
        ("Anna Heide (dpa)", [Author("Heide", "Anna")]),
        ("Anna Heide, Berlin", [Author("Heide", "Anna")]),
        ("Anna Heide, Frankfurt am Main", [Author("Heide", "Anna")]),
        ("Anna Heide, Berlin; Bo Hall, Paris", [Author("Heide", "Anna"), Author("Hall", "Bo")]),
        ("Anna Heide | Berlin", [Author("Heide", "Anna")]),
        ("Dr. Hans von und zu Stein", [Author("von und zu Stein", "Dr. Hans")]),
        ("von und zu Stein, Hans", [Author("von und zu Stein", "Hans")]),
        ("José Ortega y Gasset", [Author("Ortega y Gasset", "José")]),
        (
            "Ortega y Gasset, José; Ramón y Cajal, Santiago",
            [Author("Ortega y Gasset", "José"), Author("Ramón y Cajal", "Santiago")],
        ),
        ("Ana López y Juan Pérez", [Author("López", "Ana"), Author("Pérez", "Juan")]),
        (
            "Maria dos Santos et Jean-Luc Le Pen",
            [Author("dos Santos", "Maria"), Author("Le Pen", "Jean-Luc")],
        ),
        (
            "von der Heide, Anna and O'Neill, Bob; Jean Dupont",
            [Author("von der Heide", "Anna"), Author("O'Neill", "Bob"), Author("Dupont", "Jean")],
        ),
        ("Von Anna Heide, Berlin", [Author("Heide", "Anna")]),
        ("von Trotha, Lars", [Author("von Trotha", "Lars")]),
        ("Di Anna Rossi, Roma", [Author("Rossi", "Anna")]),
        ("Di Maio, Luigi", [Author("Di Maio", "Luigi")]),
        ("Piet van 't Hof en Jan ten Brink", [Author("van 't Hof", "Piet"), Author("ten Brink", "Jan")]),
        ("Martin Luther King, Jr.", [Author("King Jr.", "Martin Luther")]),
        ("Peter und Paul Müller", [Author("Müller", "Peter"), Author("Müller", "Paul")]),
        ("Text: Anna Heide, Fotos: Bo Hall", [Author("Heide", "Anna")]),
        ("Ann Lee in London", [Author("Lee", "Ann")]),
        ("Jean Dupont avec AFP", [Author("Dupont", "Jean")]),
        ("Dr. Anna Heide, Prof. Bo Hall", [Author("Heide", "Dr. Anna"), Author("Hall", "Prof. Bo")]),
        ("Heide, Anna, Dr.", [Author("Heide", "Dr. Anna")]),
        ("Smith, J., Jones, K.", [Author("Smith", "J."), Author("Jones", "K.")]),
        ("López, Juan y Pérez, Eva", [Author("López", "Juan"), Author("Pérez", "Eva")]),
        ("Interview: Anna Heide", [Author("Heide", "Anna")]),
        ("Anna Heide, Mitarbeit: Bo Hall", [Author("Heide", "Anna"), Author("Hall", "Bo")]),
        ("Von unserem Korrespondenten Hans Meier, Kairo", [Author("Meier", "Hans")]),
        ("Anna Heide und Team", [Author("Heide", "Anna")]),
        ("Josep Puig i Cadafalch", [Author("Puig i Cadafalch", "Josep")]),
    ],
)
def test_names_are_read_out_of_bylines(byline: str, expected: list[Author]) -> None:
    assert authors(byline) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Anna Heide (dpa)", ("dpa",)),
        ("Anna Heide, dpa/AFP", ("dpa", "AFP")),
        ("Ann Lee with agencies", ("agencies",)),
        ("Ann Lee, The Associated Press", ("The Associated Press",)),
        ("Anna Heide, Deutsche Presse-Agentur", ("Deutsche Presse-Agentur",)),
        ("Von Anna Heide (mit dpa)", ("dpa",)),
        ("dpa", ()),
        ("Anna Heide (Text)", ()),
    ],
)
def test_agencies_stand_apart_from_people(byline: str, expected: tuple[str, ...]) -> None:
    assert agencies_beside(byline) == expected


def test_the_paper_is_no_author() -> None:
    assert authors("Peter Ahrens, Norder Bote", "Norder Bote") == [Author("Ahrens", "Peter")]


def test_a_title_gives_no_initial() -> None:
    assert authors("Prof. Dr. Eva Maria von Stein")[0].initials == "von Stein, E. M."
