"""What people read for the signs that the learned engine goes by."""

import pytest

from reader.languages import folders
from reader.quotes.learned import sign_words as words
from reader.quotes.learned import told
from reader.quotes.learned.word_features import read_classes


def test_every_class_of_words_has_words() -> None:
    names, _bits = read_classes(list(folders.lines_of("de", "classes.txt")))
    assert set(names) == set(words._CLASSES)


def test_every_kind_of_speech_act_has_words() -> None:
    kinds = {line.split()[0].rstrip("!?") for line in folders.lines_of("de", "acts.txt")}
    assert kinds <= set(words._KINDS)


def test_every_sign_of_the_judge_has_words() -> None:
    judge = told.load("de")
    assert judge is not None
    known = {*words._SIGNS, *words._COUNTED}
    others = [sign for sign in judge.weights if not sign.startswith(("verb ", "kind "))]
    assert {sign for sign in others if sign not in known and sign.rpartition(" ")[0] not in known} == set()


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("verb berichten von", "the verb “berichten von”"),
        ("kind demand", "a speech act of the kind: demand"),
        ("length 4", "length of the sentence, of 0 to 4: 4"),
        ("subject full name", "a full name as the subject"),
        ("of tomorrow", "of tomorrow"),
    ],
)
def test_a_sign_in_words(sign: str, shown: str) -> None:
    assert words.sign_words(sign) == shown
