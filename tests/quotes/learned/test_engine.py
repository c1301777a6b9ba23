"""The learned engine: what it finds, that it repeats itself, and that rules take over without weights."""

import pytest

from reader.languages import networks
from reader.models import QuoteType
from reader.quotes import detect, detector_name

TEXT = (
    "Die Ministerin Jana Kolb sagte am Montag, der Hafen werde im Mai geöffnet. Die Kosten seien gedeckt.\n\n"
    "„Wir haben lange genug gewartet“, erklärte der Sprecher der Reederei.\n\n"
    "Nach Angaben der Polizei wurden zwölf Schiffe geprüft. Der Hafen liegt im Norden."
)


@pytest.fixture
def without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "listed", lambda code: ())


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize("weights", ["licensed", "open"])
def test_plain_constructions_are_found_with_their_roles(weights: str) -> None:
    quotes = detect(TEXT, engine="learned", weights=weights)
    told = [(quote.type, words(TEXT, quote.speaker), words(TEXT, quote.cue)) for quote in quotes]
    assert (QuoteType.INDIRECT, "Die Ministerin Jana Kolb", "sagte") in told
    assert (QuoteType.DIRECT, "der Sprecher der Reederei", "erklärte") in told
    assert any(type_ == QuoteType.INDIRECT and "Polizei" in speaker for type_, speaker, _ in told)
    assert not any(quote.end > TEXT.index("Der Hafen liegt") for quote in quotes)


def test_speech_that_goes_on_keeps_its_speaker() -> None:
    [going_on] = [q for q in detect(TEXT, engine="learned") if q.type == QuoteType.INDIRECT_FREE_INDIRECT]
    assert going_on.words(TEXT) == "Die Kosten seien gedeckt."
    assert "Kolb" in words(TEXT, going_on.speaker)


def test_the_same_text_gives_the_same_quotes() -> None:
    first = detect(TEXT, engine="learned")
    detect("Ganz andere Wörter stehen hier: Zwiebelkuchen, meinte Ottilie.", engine="learned")
    assert detect(TEXT, engine="learned") == first


def test_a_paragraph_in_front_shifts_quotes_and_changes_nothing_else() -> None:
    front = "Ein Vorspann über das Wetter an der Küste.\n\n"
    there = detect(TEXT, engine="learned")
    shifted = [quote for quote in detect(front + TEXT, engine="learned") if quote.start >= len(front)]
    assert [(q.start - len(front), q.end - len(front), q.type, q.confidence) for q in shifted] == [
        (q.start, q.end, q.type, q.confidence) for q in there
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "„", "„“", "a", "\ud800", "“" * 50, "\u0301", "1\n\n\n2"]
)
def test_no_text_is_too_odd(text: str) -> None:
    assert all(
        0 <= start < end <= len(text) for q in detect(text, engine="learned") for start, end in q.spans
    )
    odd = f"{text}\n\n{TEXT}"
    found = [words(odd, quote.spans) for quote in detect(odd, engine="learned")]
    assert "wurden zwölf Schiffe geprüft" in found


@pytest.mark.usefixtures("without_weights")
def test_rules_take_over_without_weights() -> None:
    assert detector_name("de", "learned") == detector_name("de", "rules")
    assert detect(TEXT, engine="learned") == detect(TEXT, engine="rules")


def test_every_quote_says_why_when_asked() -> None:
    explained = detect(TEXT, engine="learned", explain=True)
    assert all(quote.why for quote in explained)
    by_cue = next(quote for quote in explained if words(TEXT, quote.cue) == "sagte")
    assert "“sagte”" in by_cue.why[0]
    assert not any(quote.why for quote in detect(TEXT, engine="learned"))


def test_who_is_named_beside_the_quote_speaks_and_nobody_from_further_up() -> None:
    text = f"{TEXT}\n\n„Der Steg ist sicher“, sagte Eva Lang. Laut Max Ott ist der Steg morsch."
    named = [words(text, quote.speaker) for quote in detect(text, engine="learned")][-2:]
    assert named == ["Eva Lang", "Max Ott"]


def test_a_name_behind_lautet_is_no_speech() -> None:
    text = f"{TEXT}\n\nDer Name des Vereins lautet „Alle wollen jetzt endlich ans Wasser“."
    assert not any("ans Wasser" in quote.words(text) for quote in detect(text, engine="learned"))


def test_a_quote_begins_with_its_first_word_and_not_the_colon() -> None:
    text = "Die Forscher mahnen zur Vorsicht: Die Stichprobe sei klein."
    (quote,) = detect(text, engine="learned")
    assert words(text, quote.spans).startswith("Die Stichprobe sei klein")


@pytest.mark.parametrize("head", ["BERLIN (dpa) - ", "Berlin, 3. März (dpa) - ", "Berlin/Bonn (AFP) – "])
@pytest.mark.parametrize("engine", ["rules", "learned"])
def test_the_head_of_an_agency_neither_speaks_nor_is_said(head: str, engine: str) -> None:
    text = head + "Das Gesetz sei tot, sagte Ott."
    (quote,) = detect(text, "de", engine=engine)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("Das Gesetz sei tot", "Ott")
