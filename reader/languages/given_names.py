"""Given names, to tell where a person's name begins and whom a pronoun can mean."""

from functools import lru_cache

from reader.languages.folders import home

_GENDERS = {"f": "f", "m": "m", "either": ""}


@lru_cache(maxsize=32)
def given_names(language: str = "") -> dict[str, str]:
    """Given names of the press of Europe with the gender they tell: "f", "m", or empty.

    A `language` by its code puts in what a name tells there, where that is another thing than elsewhere.
    """
    if language:
        return given_names() | _read(f" {language}") if _read(f" {language}") else given_names()
    return _read("")


@lru_cache(maxsize=32)
def _read(end: str) -> dict[str, str]:
    """The names of the lines whose head is a gender and `end`: "f: Anna", "m it: Andrea"."""
    file = home().joinpath("given_names.txt")
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    heads = {gender + end: told for gender, told in _GENDERS.items()}
    return {name: heads[head] for head, _, names in lines if head in heads for name in names.split()}
