"""What a desk or a lawyer reads about a quote, in words."""

from dataclasses import replace

import pytest

from reader.formats.dossier import Dossier
from reader.formats.protocol import rows_of
from reader.models import Status
from tests.formats.examples import ARTICLE, SPLIT


@pytest.mark.parametrize(
    ("origin", "english", "german"),
    [
        ("learned-1", "accepted (found by the program)", "angenommen (vom Programm gefunden)"),
        ("transcript-1", "accepted (from the transcript)", "angenommen (aus der Abschrift)"),
        ("person", "accepted (marked by hand)", "angenommen (von Hand markiert)"),
        ("Anna Lenz, Hypothesis", "accepted (Anna Lenz, Hypothesis)", "angenommen (Anna Lenz, Hypothesis)"),
    ],
)
def test_no_detector_seems_to_have_accepted_a_quote(origin: str, english: str, german: str) -> None:
    quote = replace(SPLIT, origin=origin, status=Status.ACCEPTED)
    dossier = Dossier(ARTICLE, (quote,))
    assert dict(rows_of(dossier, quote, "en"))["Decided"] == english
    assert dict(rows_of(dossier, quote, "de"))["Entschieden"] == german
