"""When a quotation counts as joined from two places: each part tells something, and what lacks is told."""

from pathlib import Path

from tests.library.manuscripts import checked, kinds

TALK = "„Das halte ich für falsch, denn der Beton ist schon sehr alt“, sagte Otto Quast."
LATER = "„Die Stadt hat das Gutachten im letzten Mai bekommen“, sagte Otto Quast."
DRAFT = "Otto Quast sagte: „{} Die Stadt hat das Gutachten im letzten Mai bekommen.“"


def test_a_scrap_is_no_place_that_a_quotation_is_joined_from(tmp_path: Path) -> None:
    report = checked(tmp_path, DRAFT.format("Der Beton ist marode."), TALK, LATER)
    assert "joined" not in kinds(report)


def test_a_word_that_stands_in_neither_place_is_told(tmp_path: Path) -> None:
    report = checked(tmp_path, DRAFT.format("Das halte ich für falsch, leider."), TALK, LATER)
    assert kinds(report) == ["joined"]
    assert "“leider” stands in neither" in str(report.findings)
