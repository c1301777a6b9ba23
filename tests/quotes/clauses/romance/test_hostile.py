"""Hostile input to the Romance grammar: no crash, and time that grows with the length alone."""

from time import process_time

import pytest

from reader.quotes import detect

ROMANCE = {
    "es": ("«Nos quedamos aquí»", ", dijo Ana Gil.", "Ana Gil"),
    "pt": ("«Nós ficamos aqui»", ", disse Ana Gil.", "Ana Gil"),
    "fr": ("« Nous restons ici »", ", a dit Anne Gil.", "Anne Gil"),
    "it": ("«Noi restiamo qui»", ", ha detto Anna Gil.", "Anna Gil"),
}
"""A quote of each language: its words, what follows them, who speaks."""
STUBS = [
    "",
    ".",
    "-",
    "—",
    '"',
    "que",
    "dijo",
    "Según",
    "dijo que",
    "- A",
    "según,",
    "noticia de que",
    "habría",
    "A\ud800",
]
UNITS = [
    "y dijo que no ",
    "dijo ( ",
    "según, dijo Gil, ",
    '"a" dijo que ',
    "- A - dijo Gil. ",
    "aunque dijo Gil ",
]


@pytest.mark.parametrize("code", ROMANCE)
@pytest.mark.parametrize("text", STUBS)
def test_a_stub_of_a_sentence_spoils_nothing_behind_it(code: str, text: str) -> None:
    for whole in (text, f"{text} ", f"{text} {text}"):
        detect(whole, code, engine="rules")
    said, telling, speaker = ROMANCE[code]
    whole = f"{text}\n\n{said}{telling}"
    *_, last = detect(whole, code, engine="rules")
    assert (last.words(whole), last.resolved_speaker) == (said, speaker)


@pytest.mark.parametrize("unit", UNITS)
def test_one_long_sentence_takes_linear_time(unit: str) -> None:
    short, long = (best(unit * count) for count in (400, 3200))
    # eight times the length; a quadratic search would take sixty-four times as long
    assert long < 30 * max(short, 0.01)


def best(text: str) -> float:
    """Processor time of the fastest of three runs, since other programs disturb."""
    times = []
    for _ in range(3):
        begin = process_time()
        detect(text, "es", engine="rules")
        times.append(process_time() - begin)
    return min(times)
