"""Names that people give: of a sensible length, on one line, and of characters that can be seen."""

from reader.errors import StoreError
from reader.visible import is_plain

LONGEST_NAME = 200
"""Characters of the name of a source or tag: the longest office named in our articles takes 96."""


def can_be_name(written: str) -> bool:
    """Whether what an article writes could be the name of a source or tag."""
    cleaned = " ".join(written.split())
    return 0 < len(cleaned) <= LONGEST_NAME and is_plain(cleaned)


def clean_name(name: str, thing: str) -> str:
    """A name with white space folded. Raises StoreError where it is none; `thing` is what it names."""
    cleaned = " ".join(name.split())
    if not cleaned:
        raise StoreError(f"A {thing} needs a name.")
    if not can_be_name(cleaned):
        raise StoreError(
            f"The name of a {thing} has at most {LONGEST_NAME} characters, and no control characters."
        )
    return cleaned
