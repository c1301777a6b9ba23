"""The article the project started from gives what its first issue lists, word for word."""

from pathlib import Path

import pytest

from reader.models import Quote, QuoteType
from reader.quotes import detect, detector_name

FILE = Path(__file__).parents[3] / "seeds" / "000_a34b1a85caf9958b.txt"
TITLE = "Assad trifft Putin spontan in Moskau"
EXPECTED = [
    (QuoteType.INDIRECT, "Assad habe am Dienstagabend", "gesprochen", "ein Sprecher des Kremls", "sagte"),
    (
        QuoteType.INDIRECT_FREE_INDIRECT,
        "Dabei sei es um den",
        "Vorstöße seiner Armee.",
        "ein Sprecher des Kremls",
        "",
    ),
    (
        QuoteType.DIRECT,
        "„Kampf gegen terroristische",
        "extremistische Gruppierungen“",
        "ein Sprecher des Kremls",
        None,
    ),
    (QuoteType.INDIRECT, "Russland sei nicht nur bereit", "Lösung des Konflikts", "Putin", "sagte"),
    (QuoteType.DIRECT, "„dass sie für die Einheit", "Unabhängigkeit einstehen“", "Assad", None),
    (QuoteType.INDIRECT, "Assads Besuch war", "im Jahr 2011", "syrischer Staatsmedien", "nach"),
    (
        QuoteType.INDIRECT,
        "Er sei auf Einladung",
        "nach Moskau gereist",
        "die Nachrichtenagentur Sana",
        "meldete",
    ),
    (QuoteType.INDIRECT, "der Einsatz der russische", "zu stoppen", "Assad", "erklärte"),
]


def article() -> str:
    """The text as ingest leaves it: from the first paragraph on, without the credit at the end."""
    text = FILE.read_text(encoding="utf-8")
    return text[text.index("Der bedrängte") : text.index("(dtj/dpa)")].strip()


@pytest.fixture(scope="module", params=["rules", "learned"])
def quotes(request: pytest.FixtureRequest) -> tuple[Quote, ...]:
    if not detector_name("de", request.param).startswith(request.param):
        pytest.skip("no weights for German are here")
    return detect(article(), "de", TITLE, engine=request.param)


@pytest.mark.parametrize(("kind", "start", "end", "speaker", "cue"), EXPECTED)
def test_quote_is_found(
    quotes: tuple[Quote, ...], kind: QuoteType, start: str, end: str, speaker: str, cue: str | None
) -> None:
    text = article()
    found = [
        q
        for q in quotes
        if q.type == kind and text.startswith(start, q.start) and text[: q.end].endswith(end)
    ]
    assert len(found) == 1
    said_by = " ".join(text[a:b] for a, b in found[0].speaker)
    assert speaker in said_by
    if cue is not None:
        assert [text[a:b].split()[0] for a, b in found[0].cue[:1]] == ([cue] if cue else [])


def test_frame_in_the_middle_leaves_two_spans(quotes: tuple[Quote, ...]) -> None:
    text = article()
    (visit,) = [
        q for q in quotes if text.startswith("Assads Besuch", q.start) and q.type == QuoteType.INDIRECT
    ]
    assert len(visit.spans) == 2


def test_thanks_are_addressed_to_leaders_and_people(quotes: tuple[Quote, ...]) -> None:
    text = article()
    (thanks,) = [q for q in quotes if text.startswith("„dass sie", q.start)]
    assert (
        " ".join(text[a:b] for a, b in thanks.addressee) == "der russischen Führung und dem russischen Volk"
    )


def test_full_names_are_resolved() -> None:
    names = {q.resolved_speaker for q in detect(article(), "de", TITLE, engine="rules")}
    assert {"Wladimir Putin", "Baschar al-Assad", "Sana", "Sprecher des Kremls"} <= names
