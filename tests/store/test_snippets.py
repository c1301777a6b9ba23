"""Marking what was found: patterns agree with the search index."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.models import Article
from reader.store import Store, matcher
from reader.store.snippets import WIDTH, snippet


@pytest.mark.parametrize(
    ("query", "text", "matches"),
    [
        ("muller", "Müller, MULLER und Mu\u0308ller, Müllers", ["Müller", "MULLER", "Mu\u0308ller"]),
        ("müll*", "Müller und Mülltonne, Umüll", ["Müller", "Mülltonne"]),
        ('"die wahl"', "die Wahl; DIE  WAHL; die\nWahl; wahl die", ["die Wahl", "DIE  WAHL", "die\nWahl"]),
        ("strasse OR weiß", "Straße, strasse, weiss", ["Straße", "strasse", "weiss"]),
        ("title:a -b", "a b", ["a"]),
        ("москва", "В Москва́ и МОСКВА", ["Москва́", "МОСКВА"]),
        ("speaker:merkel", "Frau Merkel", ["Merkel"]),
        ("aktuell", "aktuell", ["aktuell"]),
        ("neue", "neu neue", ["neue"]),
    ],
)
def test_the_matcher_finds_what_the_index_finds(query: str, text: str, matches: list[str]) -> None:
    pattern = matcher(query)
    assert pattern is not None
    assert [match.group().rstrip("\u0301") for match in pattern.finditer(text)] == [
        m.rstrip("\u0301") for m in matches
    ]


def test_no_words_no_matcher() -> None:
    assert matcher("is:starred") is None
    assert matcher("") is None


WORDS = st.sampled_from(
    ["Straße", "Müller", "neue", "Wahl", "été", "a", "Ärzte", "Mueller", "strasse", "x1", "Œuvre"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=12), wanted=WORDS)
def test_index_and_matcher_agree(store: Store, words: list[str], wanted: str) -> None:
    text = ", ".join(words)
    with store.step("Add"):
        number = store.articles.add(Article(text=text, url=text)).id
    pattern = matcher(wanted)
    assert pattern is not None
    assert bool(pattern.search(text)) == (number in store.articles.ids(f"text:{wanted}"))


def test_a_snippet_is_a_line_cut_between_words() -> None:
    text = "Anfang " * 60 + "Treffer\n\nhier " + "Ende " * 60
    pieces = snippet(text, text.index("Treffer"), matcher("treffer"))
    line = "".join(piece for piece, _ in pieces)
    assert [piece for piece, is_match in pieces if is_match] == ["Treffer"]
    assert line.startswith("… Anfang")
    assert line.endswith("Ende …")
    assert "Treffer hier" in line
    assert len(line) <= WIDTH + 4
