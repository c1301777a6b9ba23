"""Keys of one's own in the configuration: what is written is read, what cannot be is told with its place."""

from pathlib import Path

import pytest

from reader.config import load, save
from reader.errors import UsageError
from reader.own_keys import OwnKey, Step


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_type_may_be_named_as_screens_name_it(tmp_path: Path) -> None:
    (chain,) = load(written(tmp_path, '[chains]\n"alt+k" = "continued; next"\n')).chains
    assert [step.verb for step in chain.steps] == ["mixed", "next"]


def test_tags_and_chains_are_read(tmp_path: Path) -> None:
    config = load(
        written(
            tmp_path,
            '[tags]\n"alt+r" = " #politik / rente "\n[chains]\n'
            '"alt+k" = "tag politik/rente, frage;  accept ; free  indirect; next; note"\n',
        )
    )
    assert config.tags == (OwnKey("alt+r", (Step("turn", ("politik/rente",)),), "tags"),)
    (chain,) = config.chains
    assert chain.told == "tag politik/rente, frage; accept; free indirect; next; note"
    assert [step.verb for step in chain.steps] == ["tag", "accept", "free indirect", "next", "note"]
    assert (chain.moves, chain.is_of_tags, config.tags[0].is_of_tags) == (1, False, True)
    save(config.path, chains=config.chains, tags=config.tags)
    again = load(config.path)
    assert (again.tags, again.chains) == (config.tags, config.chains)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[chains]\n"alt+k" = "tag a; acept"',
            'knows no step "acept", step 2 of "alt+k" under [chains]; did',
        ),
        ('[chains]\n"alt+k" = "tag; next"', 'needs a tag after "tag" in step 1 of "alt+k" under [chains]'),
        ('[chains]\n"alt+k" = "accept;; next"', "has nothing between two semicolons: step 2"),
        ('[chains]\n"alt+k" = "note; next"', 'has a step after "note", step 1 of "alt+k"'),
        ('[chains]\n"alt+k" = ""', 'needs text in quotation marks for "alt+k" under [chains]'),
        ('[chains]\n"alt+k" = 3', 'needs text in quotation marks for "alt+k" under [chains]'),
        ('[tags]\n"alt+r" = "/"', 'has "/" as a tag in "alt+r" under [tags], which is none'),
        ('[tags]\n"alt r" = "a"', 'knows no key "alt r" under [tags]: write one such as "alt+r"'),
        ('tags = "a"', "needs lines such as"),
        ('[tags]\n"f10" = "a"\n[chains]\n"f10" = "next"', 'has the key "f10" under [tags] and again'),
        (f'[chains]\n"f10" = "{"next;" * 21}"', "has more than 20 steps"),
    ],
)
def test_what_cannot_be_read_names_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        load(path)
    assert said in raised.value.message
    assert str(path) in raised.value.message
