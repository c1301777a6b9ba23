"""Equal words of several people: the words around decide which is which, and a changed frame is told."""

import random
import re
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.models import Anchor, Span
from reader.texts.passages import Passage, Passages

LEAD = "Der Rat beriet am Montag über den alten Steg, der seit dem Sturm gesperrt ist."
SAID = {
    "Hall": "„Kein Kommentar“, sagte Peter Hall, der Vorsitzende des Vereins.",
    "Kolb": "„Kein Kommentar“, sagte Jana Kolb, die Bürgermeisterin.",
    "Mohn": "Rita Mohn sagte nach der Sitzung: „Kein Kommentar“.",
}
TAIL = "Die Ingenieure verlangen vier Millionen Euro."
WORDS = "„Kein Kommentar“"


def text_of(*people: str) -> str:
    return "\n\n".join([LEAD, *(SAID[name] for name in people), TAIL])


def passage(text: str, name: str, words: str = WORDS) -> Passage:
    at = text.index(SAID[name]) + SAID[name].index(words)
    full = {"Hall": "Peter Hall", "Kolb": "Jana Kolb", "Mohn": "Rita Mohn"}[name]
    speaker = text.index(full)
    return Passage((Span(at, at + len(words)),), (Span(speaker, speaker + len(full)),), (full,))


def placed(old: str, new: str, *people: str) -> dict[str, tuple[str, Anchor]]:
    """For each person, whose words their quote is on now, and how sure that is."""
    known = {name: passage(old, name) for name in people}
    passages = Passages(old, new, known.values())
    found = {}
    for name, one in known.items():
        spans, anchor = passages.place(one)
        if spans and anchor is not Anchor.FUZZY and not passages.keeps_frame(one, spans):
            anchor = Anchor.FUZZY
        line = new[new.rfind("\n\n", 0, spans[0].start) + 2 :].partition("\n\n")[0] if spans else ""
        found[name] = (line, anchor)
    return found


@pytest.mark.parametrize("order", list(permutations(SAID)))
def test_in_another_order_each_stays_with_who_said_it(order: tuple[str, ...]) -> None:
    found = placed(text_of(*SAID), text_of(*order), *SAID)
    assert {name: line for name, (line, _) in found.items()} == SAID
    assert {anchor for _, anchor in found.values()} <= {Anchor.EXACT, Anchor.MOVED}


@pytest.mark.parametrize("gone", list(SAID))
def test_of_one_that_is_gone_nobody_else_s_words_are_taken(gone: str) -> None:
    left = [name for name in SAID if name != gone]
    found = placed(text_of(*SAID), text_of(*left), *SAID)
    assert found.pop(gone) == ("", Anchor.ORPHAN)
    assert {name: line for name, (line, _) in found.items()} == {name: SAID[name] for name in left}


def test_one_more_of_the_same_words_takes_nothing_away() -> None:
    found = placed(text_of("Kolb"), text_of("Hall", "Kolb", "Mohn"), "Kolb")
    line, anchor = found["Kolb"]
    assert (line, anchor in (Anchor.EXACT, Anchor.MOVED)) == (SAID["Kolb"], True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It is a scandal,” said Sam Reed.", "“It is a scandal,” said Ann Blake."),
        ("“It is a scandal,” said Sam Reed.", "“It is a scandal,” denied Sam Reed."),
        ("“It is a scandal,” said Sam Reed, who leads.", "“It is a scandal,” said Sam Reed, who follows."),
        ("Sam Reed said: “It is a scandal.”", "Sam Reed has never said: “It is a scandal.”"),
        ("Sam Reed sagte: „Es ist ein Skandal.“", "Sam Reed hat nie gesagt: „Es ist ein Skandal.“"),
        ("Sam Reed a dit : « C’est un scandale. »", "Sam Reed n’a jamais dit : « C’est un scandale. »"),
        ("Sam Reed dijo: «Es un escándalo».", "Sam Reed nunca dijo: «Es un escándalo»."),
        ("Sam Reed ha detto: «È uno scandalo».", "Sam Reed non ha mai detto: «È uno scandalo»."),
        ("Sam Reed heeft gezegd: “Een schande.”", "Sam Reed heeft nooit gezegd: “Een schande.”"),
        ("Sam Reed nie powiedział: „Skandal.”", "Sam Reed powiedział: „Skandal.”"),
        ("Sam Reed stood up. “It is a scandal,” he said.", "Ann Blake stood up. “It is a scandal,” he said."),
        ("“No,” Sam Reed said.", "“No,” Ann Blake said."),
        ("„Nein“, sagte Reed.", "„Nein“, sagte Blake."),
        ("“No!” Sam Reed shouted.", "“No!” Ann Blake shouted."),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_changed_speaker_verb_role_or_denial_is_a_change(old: str, new: str, named: bool) -> None:
    assert not keeps(old, new, named=named or "he said" in old)


def keeps(old: str, new: str, *, named: bool = True) -> bool:
    """Whether the quotation of `old` stands unchanged in `new`, both between other sentences."""
    old, new = f"{LEAD}\n\n{old}\n\n{TAIL}", f"{LEAD}\n\n{new}\n\n{TAIL}"
    (words,) = re.finditer("[“„«][^”“»]+[”“»]", old)
    names = tuple(name for name in ("Sam Reed", "Reed") if name in old)[:1] if named else ()
    roles = tuple(Span(old.index(name), old.index(name) + len(name)) for name in names)
    passages = Passages(old, new)
    one = Passage((Span(*words.span()),), roles, names)
    spans, anchor = passages.place(one)
    return anchor in (Anchor.EXACT, Anchor.MOVED) and passages.keeps_frame(one, spans)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“It is a scandal,” said Sam Reed.", "«It is a scandal», said Sam Reed."),
        ("“It is a scandal,” said Sam Reed.", "“It is a scandal”,\n  said Sam  Reed."),
        ("“It is a scandal,” said Sam Reed.", "“It is a scandal,”\n\nsaid Sam Reed."),
        ("“It is a scandal,” said Sam Reed yesterday.", "“It is a scandal,” said Sam Reed, yesterday."),
        ("“It is a scandal,” said Sam Reed. He left.", "“It is a scandal,” said Sam Reed; he left."),
        ("Sam Reed said: “It is a scandal.” He left.", "Sam Reed said:\n\n“It is a scandal.”\n\nHe left."),
        ("„Nein“, sagte Dr. Reed. Er ging.", "„Nein“, sagte Dr. Reed. Er blieb noch lange."),
        ("“No,” Sam Reed said. The meeting ended.", "“No,” Sam Reed said. The meeting was over by ten."),
    ],
)
def test_marks_space_commas_and_paragraphs_are_no_change(old: str, new: str) -> None:
    assert keeps(old, new)


def test_both_parts_of_an_interrupted_quote_stay_with_their_speaker() -> None:
    hall = "“It is,” said Sam Reed, “a scandal.”"
    kolb = "“It is,” said Ann Blake, “a scandal.”"
    old, new = f"Lead here.\n\n{hall}\n\n{kolb}", f"Lead here.\n\n{kolb}\n\n{hall}"
    first, second = old.index("“It is,”"), old.index("“a scandal.”")
    one = Passage((Span(first, first + 8), Span(second, second + 12)), names=("Sam Reed",))
    spans, anchor = Passages(old, new, [one]).place(one)
    assert anchor is Anchor.MOVED
    assert spans[0].start == new.index(hall)
    gone = Passages(old, f"Lead here.\n\n{kolb}", [one])
    spans, anchor = gone.place(one)
    assert anchor is Anchor.ORPHAN or not gone.keeps_frame(one, spans)


NAMES = ("Sam Reed", "Ann Blake", "Jana Kolb")
TAGS = (
    "{w} said {n}.",
    "{w} {n} said.",
    "{n} said: {w}.",
    "{n} denied saying {w}.",
    "{n} has never said {w}.",
)
QUOTED = ("“No comment”", "“No”", "“It is a scandal”")
LINES = st.tuples(st.sampled_from(TAGS), st.sampled_from(NAMES), st.sampled_from(QUOTED))
FILLING = st.sampled_from(("The rain fell.", "A vote followed.", "Then they left the hall."))
TEXTS = st.lists(st.one_of(LINES, FILLING), min_size=1, max_size=7)


def written(lines: "list[tuple[str, str, str] | str]", join: str) -> str:
    return join.join(one if isinstance(one, str) else one[0].format(n=one[1], w=one[2]) for one in lines)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(("\n\n", " ")), st.randoms(use_true_random=False))
def test_a_quote_never_ends_unchanged_beside_another_speaker(
    before: "list[tuple[str, str, str] | str]",
    after: "list[tuple[str, str, str] | str]",
    join: str,
    chance: random.Random,
) -> None:
    kept = [one for one in before if chance.random() < 0.7]
    mixed = kept + after
    chance.shuffle(mixed)
    old, new = written(before, join), written(mixed, join)
    known, frames, at = [], [], 0
    for one in before:
        line = one if isinstance(one, str) else one[0].format(n=one[1], w=one[2])
        if not isinstance(one, str):
            words, name = at + line.index(one[2]), at + line.index(one[1])
            spans = (Span(words, words + len(one[2])),)
            known.append(Passage(spans, (Span(name, name + len(one[1])),), (one[1],)))
            frames.append(line)
        at += len(line) + len(join)
    passages = Passages(old, new, known)
    for one, line in zip(known, frames, strict=True):
        spans, anchor = passages.place(one)
        if spans and anchor is not Anchor.FUZZY and passages.keeps_frame(one, spans):
            stands = [match.start() for match in re.finditer(re.escape(line), new)]
            inside = [at for at in stands if at <= spans[0].start < at + len(line)]
            assert inside, f"{line!r} in {new!r} at {spans}"
