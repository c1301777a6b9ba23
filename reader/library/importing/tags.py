"""Tags of other programs as reader stores them."""

from reader.store.names import LONGEST_NAME
from reader.store.tags import LONGEST_DESCRIPTION
from reader.visible import is_plain


def tidy_tag(tag: str) -> str:
    """A tag as it is stored, so that one that is there is seen to be; other programs take any sign."""
    plain = "".join(sign if is_plain(sign) else " " for sign in tag)
    levels = (" ".join(level.split()) for level in plain.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)[:LONGEST_NAME].strip("/ ")


def tidy_description(description: str) -> str:
    """What a tag means, as much of it as is kept."""
    return description.strip()[:LONGEST_DESCRIPTION].strip()
