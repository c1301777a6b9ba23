"""Web addresses without what must not be kept: a name and password in them, and what trackers add."""

import re
from typing import NamedTuple
from urllib.parse import unquote

_LOGIN = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]*:[/\\]{2})(?P<login>[^/?#\s\"<>]*)@", re.IGNORECASE)
"""In the authority of an address, up to its last "@": a password may hold one."""
_TRACKER = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_\w+|xtor|ref_src)=[^&]*", re.I
)


class Login(NamedTuple):
    """What an address says before the "@"."""

    name: str
    password: str


def without_login(text: str) -> str:
    """`text` with every address in it bare of name and password."""
    return _LOGIN.sub(r"\g<scheme>", text) if "@" in text else text


def login_of(address: str) -> Login | None:
    """The name and password in an address, if it has one."""
    found = _LOGIN.match(address)
    if not found:
        return None
    name, _, password = found["login"].partition(":")
    return Login(unquote(name), unquote(password))


def without_trackers(address: str) -> str:
    """An address without what campaigns and networks hang on it; a part named by "#" stays."""
    if "?" not in address:
        return address
    before, mark, part = address.partition("#")
    bare = re.sub(r"\?&+", "?", _TRACKER.sub("", before))
    return re.sub(r"&{2,}", "&", bare).rstrip("?&") + mark + part
