"""Hostile input to the Slavic grammar: no crash, and time that grows with the length alone."""

from time import process_time

import pytest

from reader.quotes import detect

SLAVIC = {
    "pl": ("„Zostajemy tutaj”", ", powiedziała Anna Nowak.", "Anna Nowak"),
    "cs": ("„Zůstáváme tady,“", " řekla Anna Nováková.", "Anna Nováková"),
    "ru": ("«Мы остаёмся здесь»", ", — сказала Анна Новак.", "Анна Новак"),
}
"""A quote of each language: its words, what follows them, who speaks."""
STUBS = [
    "",
    ".",
    "–",
    "– ",
    "„",
    "że",
    ", że",
    "powiedział",
    "powiedział, że",
    "Według",
    "jego zdaniem",
    "wynika z",
    "– powiedział",
    "„a” –",
    "Nowak:",
    "miał",
    "по его словам",
    "говорится в",
    "сказал, ли",
    "podle",
    "A\ud800, že",
]
UNITS = [
    "i dodał, że nie ",
    "powiedział w ",
    "zaprzeczył w ",
    "miał ",
    "mówiąc, że a ",
    "Nowak, ",
    "Jana Nowaka ",
    "– a – powiedział Nowak ",
    "„a” – powiedział ",
    "według a ",
    "z a wynika, że ",
    "który twierdzi, że a, ",
    "( Nowak ) ",
]


@pytest.mark.parametrize("code", SLAVIC)
@pytest.mark.parametrize("text", STUBS)
def test_a_stub_of_a_sentence_spoils_nothing_behind_it(code: str, text: str) -> None:
    for whole in (text, f"{text} ", f"{text} {text}", f"{text}\n{text}."):
        detect(whole, code, engine="rules")
    said, telling, speaker = SLAVIC[code]
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
        detect(text, "pl", engine="rules")
        times.append(process_time() - begin)
    return min(times)
