"""The article the project started from: what must be found in it, whatever engine looks."""

import pytest

from reader.models import Quote, Span
from reader.quotes import detect
from tests.gold.loader import Case, articles

EXPECTED = [
    ("Indirect", "Assad habe am Dienstagabend", "gesprochen", "ein Sprecher des Kremls", "sagte"),
    ("IndirectFreeIndirect", "Dabei sei es um den", "Vorstöße seiner Armee", "ein Sprecher des Kremls", ""),
    ("Direct", "„Kampf gegen terroristische", "Gruppierungen“", "ein Sprecher des Kremls", ""),
    ("Indirect", "Russland sei nicht nur bereit", "Lösung des Konflikts", "Putin", "sagte"),
    ("Direct", "„dass sie für die Einheit", "einstehen“", "Assad", ""),
    ("Indirect", "Assads Besuch war", "im Jahr 2011", "syrischer Staatsmedien", "nach"),
    ("Indirect", "Er sei auf Einladung", "Moskau gereist", "die Nachrichtenagentur Sana", "meldete"),
    ("Indirect", "der Einsatz der russische Luftwaffe", "zu stoppen", "Assad", "erklärte"),
]


@pytest.fixture(scope="module")
def seed() -> Case:
    return articles()[0]


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _found(seed: Case, engine: str, kind: str, begin: str) -> Quote:
    quotes = detect(seed.text, "de", seed.title, engine=engine)
    return next(q for q in quotes if q.type == kind and _words(seed.text, q.spans).startswith(begin))


@pytest.mark.parametrize("engine", ["auto", "rules"])
@pytest.mark.parametrize(("kind", "begin", "end", "speaker", "cue"), EXPECTED)
def test_the_quotes_of_the_seed_article_are_found(
    seed: Case, engine: str, kind: str, begin: str, end: str, speaker: str, cue: str
) -> None:
    quote = _found(seed, engine, kind, begin)
    assert _words(seed.text, quote.spans).rstrip(".").endswith(end)
    assert speaker in _words(seed.text, quote.speaker)
    assert cue in _words(seed.text, quote.cue)


def test_the_thanks_name_whom_they_are_for(seed: Case) -> None:
    quote = _found(seed, "rules", "Direct", "„dass sie für die Einheit")
    assert _words(seed.text, quote.addressee) == "der russischen Führung und dem russischen Volk"


def test_the_quote_around_its_frame_has_two_pieces(seed: Case) -> None:
    assert len(_found(seed, "rules", "Indirect", "Assads Besuch war").spans) == 2
