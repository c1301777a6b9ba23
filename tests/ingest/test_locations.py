"""Standard input and the clipboard."""

import io
import sys

import pytest

from reader.errors import ClipboardError, IngestError
from reader.ingest import Limits, read

TEXT = (
    "Rat schließt das Bad\n\nDer Rat hat am Montag getagt und das Bad geschlossen, sagte die Bürgermeisterin."
)


class Piped:
    """Standard input that is a pipe."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(TEXT.encode("utf-16")))
    article = read("-")
    assert (article.title, article.location, article.language) == ("Rat schließt das Bad", "stdin", "de")


def test_too_much_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b"Wort " * 1000))
    with pytest.raises(IngestError, match="Standard input is larger than 1 KB"):
        read("-", limits=Limits(size=1000))


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b""))
    with pytest.raises(IngestError, match="stdin is empty"):
        read("-")


def test_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.clipboard.read", lambda: TEXT.replace("\n", "\r\n"))
    article = read("clip:")
    assert (article.title, article.location) == ("Rat schließt das Bad", "clipboard")


def test_no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise ClipboardError("No clipboard can be read here: install one.")

    monkeypatch.setattr("reader.clipboard.read", missing)
    with pytest.raises(IngestError, match="No clipboard can be read here"):
        read("clip:")
