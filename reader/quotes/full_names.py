"""Full names in a text of any language: a given name with the family name behind it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.languages.given_names import given_names
from reader.languages.interview_labels import interview_labels

_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\.(?=\s))?(?:[^\S\n]+[^\W\d_][\w'’-]*\.?)*")


@lru_cache(maxsize=2)
def all_names(text: str) -> tuple[str, ...]:
    """The full names of a text, kept while it is worked on: one asks for them at every label."""
    return tuple(dict.fromkeys(names_in(text)))


def names_in(text: str) -> Iterator[str]:
    """The full names of a text: a given name with the family name behind it."""
    for match in _NAME.finditer(text):
        words, at = match[0].split(), 0
        while at < len(words) - 1:
            end = _end_of_name(words, at)
            if end > at + 1:
                yield " ".join(words[at:end]).rstrip(".")
            at = max(end, at + 1)


def _end_of_name(words: Sequence[str], at: int) -> int:
    """Behind the name that begins with a given name at a word, or that word's number where none does."""
    if words[at] not in given_names():
        return at
    end = at + 1
    # "Ana" goes on with "Maria", "de" and "Souza".
    while end < len(words) and (words[end][0].isupper() or words[end] in interview_labels().particles):
        end += 1
        if words[end - 1].endswith(".") and len(words[end - 1]) > 2:
            break  # the end of a sentence, not an initial
    while end > at + 1 and words[end - 1][0].islower():
        end -= 1
    return end
