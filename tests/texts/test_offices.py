"""What somebody does and where they belong, as a register has it."""

import pytest

from reader.texts.offices import as_registered, besides


@pytest.mark.parametrize(
    ("name", "role", "affiliation", "registered"),
    [
        ("Karl Ott", "Vorsitzende des Sozialverbands", "Sozialverbands",
         ("Vorsitzender des Sozialverbands", "Sozialverband")),
        ("Karl Ott", "Erste stellvertretende Vorsitzende", "", ("Erster stellvertretender Vorsitzender", "")),
        ("Karl Ott", "Parlamentarische Geschäftsführer", "", ("Parlamentarischer Geschäftsführer", "")),
        ("Karl Ott", "frühere Präsident", "", ("früherer Präsident", "")),
        ("Karl Ott", "Kollege", "", ("Kollege", "")),
        ("Karl Ott", "Experte für Rente", "", ("Experte für Rente", "")),
        ("Anna Ott", "Vorsitzende des Vereins", "Vereins", ("Vorsitzende des Vereins", "Verein")),
        ("Jana Kolb", "Sprecherin der Stadt", "Stadt", ("Sprecherin der Stadt", "Stadt")),
        ("Jana Kolb", "Sprecherin des Deutschen Bundes", "Deutschen Bundes",
         ("Sprecherin des Deutschen Bundes", "")),
        ("Jana Kolb", "Leiterin des Amtes Nord", "Amtes Nord", ("Leiterin des Amtes Nord", "Amt Nord")),
        ("Anna Weber", "Ministerin", "SPD", ("Ministerin", "SPD")),
        ("Anna", "", "", ("", "")),
    ],
)  # fmt: skip
def test_a_german_role_is_written_as_it_stands_alone(
    name: str, role: str, affiliation: str, registered: tuple[str, str]
) -> None:
    assert as_registered(name, role, affiliation, "de") == registered


def test_other_languages_stay_as_they_are() -> None:
    assert as_registered("Jean Roux", "président des Verts", "Verts", "fr") == (
        "président des Verts",
        "Verts",
    )


def test_where_somebody_belongs_is_not_said_twice() -> None:
    assert besides("Jana Kolb", "Sprecherin der Stadt", "Stadt") == ("Sprecherin der Stadt",)
    assert besides("Karl Ott", "Vorsitzender des Sozialverbands", "Sozialverband") == (
        "Vorsitzender des Sozialverbands",
    )
