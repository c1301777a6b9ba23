"""Quotes seen side by side: what cannot be right together is put right."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.models import Medium, QuoteType
from reader.quotes.german.lexicon import load_lexicon
from reader.quotes.learned.features import Featured, featurise
from reader.quotes.learned.merging import FoundQuote, merge
from reader.quotes.learned.overlaps import resolve_overlaps
from reader.quotes.learned.role_choice import ROLES
from reader.quotes.learned.windows import CUE, MARKED, SENTENCES, Candidate
from reader.quotes.learned.word_features import Vocabulary, WordRows
from reader.quotes.text.analysis import analyse

Finder = Callable[..., FoundQuote]


def read(text: str) -> Featured:
    return featurise(analyse(text, "de"), WordRows(Vocabulary({}, {}, ({}, {})), load_lexicon("de")), [])


def tokens(text: Featured, words: str) -> tuple[int, ...]:
    """The tokens of the first place where `words` stand."""
    start = text.analysis.text.index(words)
    return tuple(range(*text.analysis.range_of(start, start + len(words))))


def quote(text: Featured, kind: int, content: str, **roles: str) -> FoundQuote:
    """A quote with its roles given in words; pieces are divided by " | "."""
    places = {"content": content, **roles}
    filled = {
        role: tuple(token for part in places[role].split(" | ") for token in tokens(text, part))
        if places.get(role)
        else ()
        for role in ROLES
    }
    types = {CUE: QuoteType.INDIRECT, MARKED: QuoteType.DIRECT, SENTENCES: QuoteType.INDIRECT_FREE_INDIRECT}
    anchor = filled["cue"] if kind == CUE else filled["content"]
    return FoundQuote(types[kind], Candidate(kind, anchor[0], anchor[-1]), 0.9, filled, Medium.SPEECH)


def told(text: Featured, found: FoundQuote, role: str) -> str:
    words = text.analysis.tokens.words
    return " ".join(words[token] for token in found.roles[role])


def test_speech_that_its_tag_interrupts_is_one_quote_with_the_tag_as_its_frame() -> None:
    text = read("„Endlich“, findet Wirt Ole Brandt, „wir warten seit Mai.“ Dann ging er.")
    one = quote(text, MARKED, "„Endlich“", cue="findet", speaker="Wirt Ole Brandt, „wir warten seit Mai.“")
    [whole] = resolve_overlaps(text, [one, quote(text, MARKED, "„wir warten seit Mai.“")])
    assert told(text, whole, "content") == "„ Endlich “ „ wir warten seit Mai . “"
    assert told(text, whole, "frame") == ", findet Wirt Ole Brandt ,"
    assert told(text, whole, "speaker") == "Wirt Ole Brandt"


@pytest.mark.parametrize(
    "line",
    [
        "„Nein“, sagte Ole Brandt. „ich gehe.“",
        "„Ja!“, sagte Ole Brandt, „ich gehe.“",
        "„Ja“, sagte Ole Brandt, „Halt“ sei falsch.",
        "„Ja“ und Ole Brandt sagte, „so“ gehe es.",
    ],
)
def test_other_passages_in_marks_stay_apart(line: str) -> None:
    text = read(line)
    opening = line.index("„", 1)
    second = line[opening : line.index("“", opening) + 1]
    first = quote(text, MARKED, line[: line.index("“") + 1], cue="sagte", speaker="Ole Brandt")
    assert len(resolve_overlaps(text, [first, quote(text, MARKED, second)])) == 2


def test_a_sentence_with_a_frame_of_its_own_does_not_go_on_without_one() -> None:
    text = read("Das Eis sei dünn. Es schmelze, sagte Kolb. Man müsse warten.")
    run = quote(text, SENTENCES, text.analysis.text)
    framed = quote(text, CUE, "Es schmelze", cue="sagte")
    parts = [told(text, q, "content") for q in merge(text, [run, framed]) if q.anchor.kind == SENTENCES]
    assert parts == ["Das Eis sei dünn .", "Man müsse warten ."]


def test_nobody_is_spoken_to_by_a_preposition_alone() -> None:
    text = read("Theater, sagte sie im Foyer, müsse sein.")
    found = quote(text, CUE, "müsse sein", cue="sagte", addressee="im")
    assert resolve_overlaps(text, [found])[0].roles["addressee"] == ()
    kept = replace(found, roles=found.roles | {"addressee": tokens(text, "im Foyer")})
    assert told(text, resolve_overlaps(text, [kept])[0], "addressee") == "im Foyer"


def test_lone_words_are_no_part_of_a_frame_unless_they_carry_it() -> None:
    text = read("Der Wirt nickt. Laut sagte sie, es regne.")
    crumbs = quote(text, CUE, "es regne", cue="sagte", frame="Der | . | sagte")
    assert told(text, resolve_overlaps(text, [crumbs])[0], "frame") == "sagte"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ott zweifelte, dass das Eis halte, und erntete dafür Pfiffe.", "dass das Eis halte"),
        ("Ott zweifelte, dass das Eis halte, und warnte.", "dass das Eis halte, und warnte"),
        ("Ott zweifelte, dass das Eis halte und trage am Ende.", "dass das Eis halte und trage am Ende"),
        ("Ott sagte, das Eis halte, und gehe weit.", "das Eis halte, und gehe weit"),
    ],
)
def test_what_the_speaker_then_did_is_not_what_was_said(line: str, said: str) -> None:
    text = read(line)
    content = line[line.index(",") + 2 : -1]
    found = quote(text, CUE, content, cue="zweifelte" if "zweifelte" in line else "sagte")
    assert resolve_overlaps(text, [found])[0].roles["content"] == tokens(text, said)
