"""Readings of German verb forms: lemma and mood, also behind prefixes and in spellings without umlauts."""

import pytest

from reader.languages import german_verbs as forms
from reader.quotes.german import lexicon as w
from reader.quotes.german.lexicon import load_lexicon, with_umlauts

WORDS = load_lexicon("de")


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [
        ("sei", "sein", forms.SUBJUNCTIVE1),
        ("seien", "sein", forms.SUBJUNCTIVE1),
        ("habe", "haben", forms.SUBJUNCTIVE1),
        ("könne", "können", forms.SUBJUNCTIVE1),
        ("käme", "kommen", forms.SUBJUNCTIVE2),
        ("hätten", "haben", forms.SUBJUNCTIVE2),
        ("handle", "handeln", forms.SUBJUNCTIVE1),
        ("sagte", "sagen", forms.PAST),
        ("mitteilte", "mitteilen", forms.PAST),
        ("bekanntgab", "bekanntgeben", forms.PAST),
        ("angegeben", "angeben", forms.PARTICIPLE),
        ("anzugeben", "angeben", forms.TO_INFINITIVE),
        ("vorgeworfen", "vorwerfen", forms.PARTICIPLE),
        ("verkauft", "verkaufen", forms.PARTICIPLE),
        ("widerspricht", "widersprechen", forms.PRESENT),
        ("koenne", "können", forms.SUBJUNCTIVE1),
        ("liess", "lassen", forms.PAST),
    ],
)
def test_readings(form: str, lemma: str, mood: int) -> None:
    assert any(found == lemma and features & mood for found, features in WORDS.readings(form))


@pytest.mark.parametrize("word", ["Haus", "schön", "zwölf", "xyzzy"])
def test_other_words_have_no_verb_reading(word: str) -> None:
    assert not WORDS[word] & w.FINITE


@pytest.mark.parametrize(
    ("spelt", "read"),
    [("koenne", "könne"), ("fuer", "für"), ("neue", "neue"), ("Quelle", "Quelle"), ("bauen", "bauen")],
)
def test_umlauts(spelt: str, read: str) -> None:
    assert with_umlauts(spelt) == read


def test_a_word_that_is_nothing_but_prefixes_is_no_verb() -> None:
    assert WORDS.readings("auf" * 2000 + "hören") == ()
