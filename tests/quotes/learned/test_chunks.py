"""Long texts are read in chunks, and nobody notices."""

import pytest

from reader.quotes import detect
from reader.quotes.learned import chunks

PARAGRAPHS = [
    f"Am Abend meldete die Feuerwehr Nord {n}, der Steg sei gesperrt. Man prüfe die Pfähle. Es wird kalt.\n\n"
    f"„Wir warten auf den Kran Nummer {n}“, sagte Einsatzleiter Kai Lund. Laut Hafenamt dauert es.\n\n"
    for n in range(30)
]


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_LONG", 200)
    monkeypatch.setattr(chunks, "_LONGER", 300)
    monkeypatch.setattr(chunks, "_LONGEST", 400)
    monkeypatch.setattr(chunks, "_LEAD", 60)


def test_stretches_of_paragraphs_give_the_same_quotes(request: pytest.FixtureRequest) -> None:
    text = "".join(PARAGRAPHS)
    whole = detect(text, engine="learned")
    request.getfixturevalue("short_stretches")
    assert detect(text, engine="learned") == whole
    assert len(whole) > 80


@pytest.mark.usefixtures("short_stretches")
@pytest.mark.parametrize("text", ["laut " * 3000, "„" * 1500, "Er sagte, es sei " * 500, "„Ja. “ " * 700])
def test_texts_without_sentences_or_paragraphs_are_cut_too(text: str) -> None:
    for quote in detect(text, engine="learned"):
        assert 0 <= quote.start < quote.end <= len(text)


@pytest.mark.usefixtures("short_stretches")
def test_one_endless_paragraph_loses_nothing() -> None:
    text = "".join(PARAGRAPHS).replace("\n\n", " ")
    found = [quote for quote in detect(text, engine="learned") if "Steg" in quote.words(text)]
    assert len(found) >= 28
