"""A mark that was forgotten costs its own passage, and gives nobody the words of somebody else."""

import pytest

from reader.quotes import detect

FORGOTTEN = [
    ("de", "Kai Orth sagte: „Kein Kommentar.\n\n„Er ist ein guter Junge“, sagte Tom Hahl.", "Tom Hahl"),
    ("en", "Keith Orr said: “No comment.\n\n“He is a good lad,” said Tom Hale.", "Tom Hale"),
    ("en", 'Keith Orr said: "No comment.\n\n"He is a good lad," Tom Hale said.', "Tom Hale"),
    ("fr", "Le maire a dit : « Rien à dire.\n\n« C'est un bon gars », a dit Tom Hal.", "Tom Hal"),
    ("es", "El alcalde dijo: «Sin comentarios.\n\n«Es buen chico», dijo Tomás Gil.", "Tomás Gil"),
    ("nl", 'Kees Pot zei: "Geen commentaar.\n\n"Hij is een goeie jongen", zei Tom Hal.', "Tom Hal"),
    (
        "it",
        "Il sindaco ha detto: «Nessun commento.\n\n«È un bravo ragazzo», ha detto Tom Galli.",
        "Tom Galli",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), FORGOTTEN)
def test_speech_told_before_and_behind_by_two_is_two(language: str, text: str, name: str) -> None:
    (quote,) = detect(text, language)
    assert quote.resolved_speaker == name
    assert quote.spans[0].start > text.index("\n")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kai Orth sagte: „Kein Kommentar.\n\n„Er ist ein guter Junge“, fügte er hinzu."),
        ("en", "Keith Orr said: “No comment.\n\n“He is a good lad,” he added."),
        ("fr", "Le maire a dit : « Rien à dire.\n\n« C'est un bon gars », a-t-il ajouté."),
    ],
)
def test_who_is_told_by_a_pronoun_behind_goes_on(language: str, text: str) -> None:
    (quote,) = detect(text, language)
    assert quote.spans[0].start < text.index("\n") < quote.spans[0].end
