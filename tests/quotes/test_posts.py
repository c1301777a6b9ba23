"""Embedded posts of social media are quotes of the one whose handle stands below."""

import pytest

from reader.models import Medium, QuoteType
from reader.quotes import detect

POST = "Der Zehner ist zu, aber das Mundwerk ist offen. #freibad"


@pytest.mark.parametrize(
    ("language", "signature"),
    [
        ("de", " — Ratsherr Theo Bruns (@theobruns) 8. Juli 2025"),
        ("de", "\n— Ratsherr Theo Bruns (@theobruns)"),
        ("en", " -- Ratsherr Theo Bruns (@theobruns@example.social) July 8, 2025"),
    ],
)
def test_an_embedded_post_is_a_direct_quote(language: str, signature: str) -> None:
    text = f"Gestern war Sitzung.\n\n{POST}{signature}\n\nDann war Pause."
    (quote,) = detect(text, language)
    assert (quote.type, quote.medium) == (QuoteType.DIRECT, Medium.WRITING)
    assert [text[start:end] for start, end in quote.spans] == [POST]
    assert [text[start:end] for start, end in quote.speaker] == ["Ratsherr Theo Bruns"]
    assert text[quote.frame[0].start : quote.frame[0].end] == signature.strip()


def test_a_handle_in_a_sentence_is_no_post() -> None:
    assert detect("Das Amt ist jetzt auch bei Bluesky (@amt) zu finden – endlich.", "de") == ()


def test_quotes_around_a_post_stay() -> None:
    said = "„Das ist schade für alle Kinder“, sagte Frau Berg."
    text = f"{said}\n\n{POST} — Theo Bruns (@theobruns)\n\n{said}"
    assert len(detect(text, "de")) == 3
