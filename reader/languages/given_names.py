"""Given names, to tell where a person's name begins and whom a pronoun can mean."""

from functools import lru_cache

from reader.languages.folders import home

_GENDERS = {"f": "f", "m": "m", "either": ""}


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given names of the press of Europe with the gender they tell: "f", "m", or empty."""
    file = home().joinpath("given_names.txt")
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return {
        name: _GENDERS[gender] for gender, _, names in lines if gender in _GENDERS for name in names.split()
    }
