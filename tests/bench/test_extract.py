"""The gate of extraction: no score on pages of our own falls below its floor."""

import json

from bench import extract


def test_no_score_of_extraction_is_below_its_floor() -> None:
    figures, missed = extract.measure("reader")
    floors = json.loads(extract.FLOORS.read_text(encoding="utf-8"))
    below = {name: (figures[name], floor) for name, floor in floors.items() if figures[name] < floor}
    assert below == {}, missed


def test_there_are_pages_in_eight_languages_and_twenty_layouts() -> None:
    names = [name.split("-", 1) for name, _, _ in extract.pages()]
    assert len({language for language, _ in names}) == 8
    assert len({layout for _, layout in names}) == 20


def test_a_text_that_lacks_a_paragraph_scores_less() -> None:
    _, _, truth = next(iter(extract.pages()))
    assert extract.f1_of("\n".join(truth.text), truth) == 1
    assert extract.f1_of("\n".join(truth.text[1:]), truth) < 0.95
