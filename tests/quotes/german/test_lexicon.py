"""Word forms in every spelling."""

from tests.quotes.german.rules import found


def test_spelling_without_umlauts_and_with_old_sharp_s() -> None:
    text = "Ott erklaerte, die Loesung koenne warten. Er sagte, daß es regne."
    assert [q[1] for q in found(text)] == ["die Loesung koenne warten", "daß es regne"]
