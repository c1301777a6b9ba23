"""Properties that hold for any text: spans inside it, in order, of whole characters."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.models import Quote
from reader.quotes import detect, passages_in_marks
from reader.quotes.text.tokens import extends

WORDS = [
    "sagte",
    "Müller",
    "dass",
    "die",
    "Polizei",
    "er",
    "sei",
    "habe",
    "laut",
    "nach",
    "Angaben",
    "zufolge",
    "so",
    "der",
    "Sprecher",
    "teilte",
    "mit",
    "soll",
    "wie",
    "Dr.",
    "5.",
    "und",
    "zu",
    "gehen",
    "Frage:",
    "Ott:",
]
PIECES = st.sampled_from(
    [
        *"„“”\"»«‚‘’'›‹,.:!?;–-()\n   ",
        "\n\n",
        *(f" {word} " for word in WORDS),
        *(
            "u\u0308",
            "\u0301",
            "👩🏽‍🔬",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u200d",
            "\x00",
            "\x1b[31m",
            "\u202e",
        ),
        "x" * 40,
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join))
PARAGRAPHS = st.sampled_from(
    [
        "Das Wetter war gestern schön.",
        "Am 3. Mai kamen zwölf Leute. Danach regnete es.",
        "Der Zug fuhr um 12.30 Uhr ab; niemand stieg ein",
        "Ein Film mit dem Titel „Nebel“ lief im Kino.",
        "Zwischenüberschrift",
    ]
)
ARTICLE = (
    "Der Umbau wird teurer, sagte Stadtrat Jens Ohm am Montag. Er koste nun zwölf Millionen Euro.\n\n"
    "„Das ist bitter“, meinte Ohm. Nach Angaben des Rathauses war der Stahl schuld. „Wir warnten.“\n\n"
    "Die Opposition kritisierte den Plan. Er soll bald beschlossen werden. Laut Ohm gibt es keinen anderen."
)
CAREFUL = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans_of(quote: Quote) -> list[tuple[int, int]]:
    return [
        span for role in ("spans", "speaker", "cue", "addressee", "frame") for span in getattr(quote, role)
    ]


def cuts(text: str, place: int) -> bool:
    return 0 < place < len(text) and extends(text[place])


@CAREFUL
@example("\n\ude00 sei ", "de")
@example("\r\u200dfolge", "de")
@given(TEXTS, st.sampled_from(["de", "en", "fr", ""]))
def test_spans_lie_inside_in_order_and_cut_nothing(text: str, language: str) -> None:
    for quote in detect(text, language, engine="rules"):
        assert quote.spans
        for role in ("spans", "speaker", "cue", "addressee", "frame"):
            spans = getattr(quote, role)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert not [span for span in spans_of(quote) if cuts(text, span[0]) or cuts(text, span[1])]
        assert 0 <= quote.confidence <= 1


@CAREFUL
@given(TEXTS)
def test_quotes_come_in_the_order_of_their_starts(text: str) -> None:
    quotes = detect(text, "de", engine="rules")
    assert all(a.start <= b.start for a, b in pairwise(quotes))


@CAREFUL
@given(TEXTS)
def test_passages_in_marks_lie_inside_in_order(text: str) -> None:
    passages = passages_in_marks(text, "de")
    assert all(a.span.start <= b.span.start for a, b in pairwise(passages))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in passages)


@CAREFUL
@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_text_in_front_only_shifts_the_quotes(front: list[str]) -> None:
    prefix = "\n\n".join(front) + "\n\n"
    alone = detect(ARTICLE, "de", engine="rules")
    moved = [q for q in detect(prefix + ARTICLE, "de", engine="rules") if q.start >= len(prefix)]
    assert [(q.type, q.resolved_speaker, spans_of(q)) for q in alone] == [
        (q.type, q.resolved_speaker, [(a - len(prefix), b - len(prefix)) for a, b in spans_of(q)])
        for q in moved
    ]


@CAREFUL
@given(TEXTS.filter(lambda text: not set(text) & set("„“”\"»«‚‘’'›‹")))
def test_text_without_marks_in_front_moves_no_other_paragraph(front: str) -> None:
    prefix = front + "\n\n"
    alone = detect(ARTICLE, "de", engine="rules")
    moved = [q for q in detect(prefix + ARTICLE, "de", engine="rules") if q.start >= len(prefix)]
    assert [(q.type, q.spans, q.cue, q.frame) for q in alone] == [
        (
            q.type,
            *(
                tuple((a - len(prefix), b - len(prefix)) for a, b in spans)
                for spans in (q.spans, q.cue, q.frame)
            ),
        )
        for q in moved
    ]


@pytest.mark.parametrize("language", ["de", "en", "xx", "", "de-AT"])
def test_any_language_code_is_taken(language: str) -> None:
    assert isinstance(detect('"Yes, of course I will come," said Ann.', language, engine="rules"), tuple)


def test_a_quotation_longer_than_any_sentence_gives_no_empty_quote() -> None:
    text = "Der Rat tagte. „Das ist " + "sehr " * 420 + "lang“, sagte Maria Lang."
    quotes = detect(text, "de", engine="rules")
    assert all(start < end for quote in quotes for start, end in quote.spans)
