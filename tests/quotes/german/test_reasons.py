"""What a quote says of why it was found."""

import pytest

from reader.quotes import detect
from tests.quotes.german.rules import one


def test_reasons_are_given_only_when_asked_for() -> None:
    text = "Ott sagte, es regne."
    assert one(text).why == ()
    (quote,) = detect(text, "de", engine="rules", explain=True)
    assert any("sagte" in reason for reason in quote.why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "In zehn Jahren, so schätzen die Forscher, soll alles fertig sein.",
            "A verb of saying with its subject stands in commas inside a clause.",
        ),
        ("Er lebt in „einer ganz anderen Welt“.", "Speaker: “Er”, in the same sentence."),
        ("Der Vorwurf, zu spät zu bauen, traf Ott.", "Cue: “Der Vorwurf”."),
        ("Aus Sicht der Stadt reicht das.", "“aus Sicht” names whose view the sentence or clause gives."),
    ],
)
def test_reasons_are_true(text: str, why: str) -> None:
    (quote,) = detect(text, "de", engine="rules", explain=True)
    assert why in quote.why
