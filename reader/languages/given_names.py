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
        return given_names() | _read(language) if _read(language) else given_names()
    return _read("")


@lru_cache(maxsize=32)
def _read(language: str) -> dict[str, str]:
    """The names of the lines of a language, or of none: "f: Anna", "m it: Andrea", "m es pt: Gerson"."""
    file = home().joinpath("given_names.txt")
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    told = ((head.split(), names) for head, _, names in lines if head)
    fitting = (
        (gender, names)
        for (gender, *codes), names in told
        if gender in _GENDERS and (language in codes if language else not codes)
    )
    return {name: _GENDERS[gender] for gender, names in fitting for name in names.split()}
