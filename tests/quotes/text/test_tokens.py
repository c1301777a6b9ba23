"""Tokens: what is never cut, and where full stops belong."""

import pytest

from reader.languages.tables import load
from reader.quotes.text.tokens import tokenise


def cut(text: str, code: str = "de") -> list[str]:
    return tokenise(text, load(code)).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Am 5. September kam er.", ["Am", "5.", "September", "kam", "er", "."]),
        ("im 19. Jh. und danach", ["im", "19.", "Jh.", "und", "danach"]),
        ("in der 2. Bundesliga", ["in", "der", "2.", "Bundesliga"]),
        ("Es waren 12. Die Zahl stieg.", ["Es", "waren", "12", ".", "Die", "Zahl", "stieg", "."]),
        ("im Jahr 2011. Er ging", ["im", "Jahr", "2011", ".", "Er", "ging"]),
        ("die Fa. Schmidt, Dr. J. Müller", ["die", "Fa.", "Schmidt", ",", "Dr.", "J.", "Müller"]),
        ("z. B. heute, d. h. bald", ["z.", "B.", "heute", ",", "d.", "h.", "bald"]),
        ("Papst Johannes XXIII. starb", ["Papst", "Johannes", "XXIII.", "starb"]),
        ("kostet 1.200,50 Euro", ["kostet", "1.200,50", "Euro"]),
        ("um 12:30 Uhr", ["um", "12:30", "Uhr"]),
        ("auf www.beispiel.de/seite?x=1, so er", ["auf", "www.beispiel.de/seite?x=1", ",", "so", "er"]),
        ("https://beispiel.de.", ["https://beispiel.de", "."]),
        ("an leser@beispiel.de", ["an", "leser@beispiel.de"]),
        ("SPD-Chef sagt's", ["SPD-Chef", "sagt's"]),
        ("die Leser:innen und Bürger*innen", ["die", "Leser:innen", "und", "Bürger*innen"]),
        ("#aus @stadt", ["#aus", "@stadt"]),
        ("Na ja ... gut", ["Na", "ja", "...", "gut"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_elisions_are_words_of_their_own_in_french() -> None:
    assert cut("l'homme qu'on attend", "fr") == ["l'", "homme", "qu'", "on", "attend"]


def test_places_give_the_words_back() -> None:
    text = "Dr. Müller kam am 3. Mai – zu spät?"
    tokens = tokenise(text, load("de"))
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


@pytest.mark.parametrize("sequence", ["u\u0308", "e\u0301\u0323", "👩🏽‍🔬", "\ud83d\ude00", "☀\ufe0f"])
def test_combining_sequences_stay_whole(sequence: str) -> None:
    words = cut(f"Er sah {sequence} und ging.")
    assert any(sequence in word for word in words)


def test_word_with_combining_mark_is_one_token() -> None:
    assert cut("fu\u0308r alle") == ["fu\u0308r", "alle"]
