"""Words in the marks of a language."""

import pytest

from reader.texts.manners import in_marks


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Anna Kolb", "„Anna Kolb“"),
        ("„Wir bauen“", "„Wir bauen“"),
        ("»Wir bauen«", "„Wir bauen“"),
        ("„Wir bauen …", "„Wir bauen …“"),
        ("„Wir bauen“, sagte sie.", "„‚Wir bauen‘, sagte sie.“"),
        ("der „Plan B“", "„der ‚Plan B‘“"),
    ],
)
def test_words_that_are_in_marks_already_are_not_put_in_marks_twice(words: str, shown: str) -> None:
    assert in_marks(words, "de") == shown
