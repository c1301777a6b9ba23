"""Weights are used only with the flags and classes that they were fitted to."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from reader.errors import WeightsError
from reader.languages import networks
from reader.quotes import detect
from reader.quotes.german import lexicon
from reader.quotes.learned import weights

TEXT = "Die Ministerin sagte, der Hafen werde im Mai geöffnet."
Labels = dict[str, list[str]]


@pytest.fixture
def relabelled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[Callable[[Labels], object]], None]]:
    """Changes the names in the weights file, or leaves them out where the change gives `False`."""

    def relabel(change: Callable[[Labels], object]) -> None:
        shipped = networks.listed("de")[0].file.read_bytes()
        with np.load(io.BytesIO(shipped)) as archive:
            members = dict(archive)
        names = json.loads(bytes(members.pop("labels")))
        if change(names) is not False:
            members["labels"] = np.frombuffer(json.dumps(names).encode(), np.uint8)
        changed = tmp_path / "weights.npz"
        np.savez(changed, **members)
        monkeypatch.setattr(weights, "_file", lambda found: changed)
        weights.load.cache_clear()

    yield relabel
    weights.load.cache_clear()


def swap(names: list[str]) -> None:
    names[:2] = reversed(names[:2])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda names: swap(names["flags of words"]), "flags of words"),
        (lambda names: names["flags of words"].append("VOCATIVE"), "flags of words"),
        (lambda names: names["flags of words"].pop(), "flags of words"),
        (lambda names: swap(names["classes of words"]), "classes of words"),
        (lambda names: swap(names["types of quotes"]), "types of quotes"),
        (lambda names: swap(names["media"]), "media"),
        (lambda names: False, "flags of words"),
    ],
)
@pytest.mark.parametrize("engine", ["learned", "auto"])
def test_weights_for_others_are_refused_with_what_to_do(
    change: Callable[[Labels], object],
    what: str,
    engine: str,
    relabelled: Callable[[Callable[[Labels], object]], None],
) -> None:
    relabelled(change)
    with pytest.raises(WeightsError, match=f"made for other {what} .*--engine rules"):
        detect(TEXT, engine=engine)


def test_weights_that_are_not_there_are_refused_with_what_to_do() -> None:
    with pytest.raises(WeightsError, match=r"no open weights for fr: use --engine rules"):
        weights.load("fr", "open")


def test_every_file_of_weights_names_its_licence() -> None:
    assert networks.listed("de")[0].name == "licensed"
    assert all(found.licence.startswith("CC BY") for found in networks.listed("de"))


def test_a_language_of_which_nothing_was_learned_has_no_weights() -> None:
    assert networks.listed("fr") == networks.listed("../de") == ()
    assert networks.named("fr") is None


def test_rules_need_no_weights(relabelled: Callable[[Callable[[Labels], object]], None]) -> None:
    relabelled(lambda names: swap(names["flags of words"]))
    assert [quote.words(TEXT) for quote in detect(TEXT, engine="rules")] == [
        "der Hafen werde im Mai geöffnet"
    ]


def test_weights_with_the_names_of_this_version_are_used(
    relabelled: Callable[[Callable[[Labels], object]], None],
) -> None:
    expected = detect(TEXT, engine="learned")
    relabelled(lambda names: None)
    assert detect(TEXT, engine="learned") == expected


def test_every_flag_has_a_name_at_its_bit() -> None:
    assert [getattr(lexicon, name) for name in lexicon.FLAG_NAMES] == [1 << bit for bit in range(26)]
