"""Small words that belong to a cue."""

import pytest

from reader.quotes import detect


@pytest.mark.parametrize("engine", ["rules", "learned"])
@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ida Ott ist der Meinung, dass der Damm hält.", "ist der Meinung"),
        ("Der Gutachter kam zu dem Schluss, dass der Damm hält.", "kam zu dem Schluss"),
        ("Es wird vermutet, dass der Damm bricht.", "Es wird vermutet"),
        ("Ida Ott begründete das damit, dass der Damm alt sei.", "begründete damit"),
        ("Ida Ott sagte im Mai, dass der Damm alt sei.", "sagte"),
        ("Ida Ott vertraute darauf und sagte, dass der Damm alt sei.", "sagte"),
    ],
)
def test_what_belongs_to_a_cue(text: str, cue: str, engine: str) -> None:
    (quote,) = detect(text, "de", engine=engine)
    assert " ".join(text[a:b] for a, b in quote.cue) == cue
