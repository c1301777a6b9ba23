"""Quotation marks of a citation: outer and inner ones by turns, apostrophes and inches left alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.wording import in_print
from reader.models import Article, Quote, QuoteType, Span


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Das ist ‚neu‘“", "„Das ist ‚neu‘“"),
        ("de", '"Das ist neu"', "„Das ist neu“"),
        ("de", "Das sei „neu“ und „alt“", "„Das sei ‚neu‘ und ‚alt‘“"),
        ("de", "»Das ist neu«", "„Das ist neu“"),
        ("fr", "«Bonjour»", "« Bonjour »"),
        ("en", "„Hi“", "“Hi”"),
        ("xx", "„A“ und „B“", "“‘A’ und ‘B’”"),
        ("de", "", "„“"),
        ("de", '"Er sagte ("nie wieder") und ging"', "„Er sagte (‚nie wieder‘) und ging“"),
        ("de", "„Sie nannte es „Unfug“ und ging“", "„Sie nannte es ‚Unfug‘ und ging“"),
        ("de", "»Wir ›müssen‹ gehen«", "„Wir ‚müssen‘ gehen“"),
        ("de", '"Die 5" dicke Wand"', '„Die 5" dicke Wand“'),
        ("de", "\"Das 'Haus' von O'Neill's Tante\"", "„Das ‚Haus‘ von O'Neill's Tante“"),
        ("de", "„Er las „Krieg und ‚Frieden‘“ gern“", "„Er las ‚Krieg und „Frieden“‘ gern“"),
        ("de", "„Die „Bild“-Zeitung lügt“", "„Die ‚Bild‘-Zeitung lügt“"),
        ("de", "„Und dann: „Ja!“, „Nein!“ – „Doch!“.“", "„Und dann: ‚Ja!‘, ‚Nein!‘ – ‚Doch!‘.“"),
        ("de", ",,Alte Zeichen''", "„Alte Zeichen“"),
        ("de", '"Gemischt“', "„Gemischt“"),
        ("de", "„Eins.\n\n„Zwei ‚drei‘.“", "„Eins. Zwei ‚drei‘.“"),
        ("de", "«Er sagte «nie» und ging»", "«Er sagte ‹nie› und ging»"),
        ("fr", "« Un.\n\n» Deux « trois ».\n\n» Fin. »", "« Un. Deux “trois”. Fin. »"),
        ("fr", "« L'homme a dit « jamais » et puis »", "« L'homme a dit “jamais” et puis »"),
        (
            "en",
            '"=HYPERLINK("http://127.0.0.1/x","click"),"',
            "“=HYPERLINK(‘http://127.0.0.1/x’,‘click’),”",
        ),
        ("en", "‘The lads’ families come first now.’", "“The lads’ families come first now.”"),
        ("en", "\"He said 'It's the fans' loss' and left\"", "“He said ‘It's the fans' loss’ and left”"),
        ("en", "‘He said “never” and left’", "“He said ‘never’ and left”"),
        ("en", '"the 5\'10" man said "no""', "“the 5'10\" man said ‘no’”"),
        ("en", "“rock ’n’ roll in the ’90s”", "“rock ’n’ roll in the ’90s”"),
        ("es", "“Dijo ‘nunca’ y se fue”", "«Dijo “nunca” y se fue»"),
        ("it", '"Ha detto "mai" e via"', "«Ha detto “mai” e via»"),
        ("nl", "'Hij zei \"nooit\" en ging'", "“Hij zei ‘nooit’ en ging”"),
        ("pl", '"Powiedział "nigdy" i poszedł"', "„Powiedział «nigdy» i poszedł”"),
        ("da", '"Han sagde "aldrig" og gik"', "»Han sagde ›aldrig‹ og gik«"),
        ("sv", '"Han sa "aldrig" och gick"', "”Han sa ’aldrig’ och gick”"),
        ("ru", '"Он сказал "никогда" и ушёл"', "«Он сказал „никогда“ и ушёл»"),
    ],
)
def test_marks_are_those_of_the_language_by_turns(language: str, text: str, expected: str) -> None:
    quote = Quote(QuoteType.DIRECT, (Span(0, len(text)),))
    assert in_print(Article(text, language=language), quote) == expected


PIECES = st.lists(
    st.sampled_from([*"„“”\"»«›‹‚‘’'`,.!?( )–5s", "a", "Bär", " ", "\n\n", ",,", "''"]), max_size=40
)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_marks_change_and_words_never(pieces: list[str]) -> None:
    text = "".join(pieces)
    quote = Quote(QuoteType.DIRECT, (Span(0, len(text)),))
    shown = in_print(Article(text, language="de"), quote)
    assert re.findall(r"\w+", shown) == re.findall(r"\w+", text)
    assert shown[:1] + shown[-1:] in ("„“", "«»")
