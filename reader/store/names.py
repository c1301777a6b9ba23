"""Names that people give: of a sensible length, on one line, and of characters that can be seen."""

from reader.errors import StoreError
from reader.i18n import _
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
        raise StoreError(_NEEDED[thing])
    if not can_be_name(cleaned):
        raise StoreError(_TOO_LONG[thing].format(most=LONGEST_NAME))
    return cleaned


_NEEDED = {
    "feed": _("A feed needs a name."),
    "folder": _("A folder needs a name."),
    "story": _("A story needs a name."),
    "source": _("A source needs a name."),
    "tag": _("A tag needs a name."),
}
_TOO_LONG = {
    "feed": _("The name of a feed has at most {most} characters, and no control characters."),
    "folder": _("The name of a folder has at most {most} characters, and no control characters."),
    "story": _("The name of a story has at most {most} characters, and no control characters."),
    "source": _("The name of a source has at most {most} characters, and no control characters."),
    "tag": _("The name of a tag has at most {most} characters, and no control characters."),
}
"""What is said of a name, by what it names."""
