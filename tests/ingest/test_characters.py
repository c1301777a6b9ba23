"""Characters are tidied without losing anything a person could see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.characters import tidy


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"),
        ("a\u2029b", "a\n\nb"),
        ("10\u00a0000\u202fEuro\u2009–\u3000rund", "10 000 Euro – rund"),
        ("Bundes\u00adregie\u00adrung", "Bundesregierung"),
        ("Bundes\u00ad\nregierung", "Bundesregierung"),
        ("\ufeffText\u200b mit\u2060 nichts", "Text mit nichts"),
        ("Auf\u200clage, aber می\u200cخواهم", "Auflage, aber می\u200cخواهم"),
        ("Scho\u0308n", "Schön"),
        ("Aﬀäre um das Oﬃzielle", "Affäre um das Offizielle"),
        ("Er sagte &quot;Nein&quot; &amp; ging", 'Er sagte "Nein" & ging'),
        ("&amp;amp;quot;Ja&amp;amp;quot;", '"Ja"'),
        ("&bdquo;Gr&uuml;&szlig;e&ldquo; &#8211; &#x2019;", "„Grüße“ – ’"),
        ("AT&T, R&D; und a && b", "AT&T, R&D; und a && b"),
        ("fÃ¼r GrÃ¶ÃŸe und â€žWorteâ€œ", "für Größe und „Worte“"),
        ("MÃ¼ller allein", "MÃ¼ller allein"),
        ("Ein Ã und ein Â im Text", "Ein Ã und ein Â im Text"),
        ("\x1b[31mrot\x1b[0m \u202eabc", "\x1b[31mrot\x1b[0m \u202eabc"),
        ("null\x00 und \ud800", "null\ufffd und \ufffd"),
        ("Ende der Seite und\n\fweiter im Satz", "Ende der Seite und\nweiter im Satz"),
        ("Ende.\n\n12\n\fNeuer Absatz", "Ende.\n\n\n\nNeuer Absatz"),
        ("Ende.\nSeite 2 von 3\n\fNeuer Absatz", "Ende.\n\n\nNeuer Absatz"),
    ],
)
def test_tidy(raw: str, tidied: str) -> None:
    assert tidy(raw) == tidied


@given(st.text())
def test_tidy_text_can_be_stored_and_has_one_kind_of_line_end(text: str) -> None:
    tidied = tidy(text)
    tidied.encode("utf-8")
    assert not set(tidied) & set("\r\x00\f\x0b\x85\u2028\u2029\u00ad\ufeff")
