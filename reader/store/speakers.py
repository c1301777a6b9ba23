"""How articles call speakers, as counts ask for every quote: remembered, since few names are said often."""

from functools import lru_cache

from reader.texts.naming import is_nameless
from reader.texts.role_names import is_role

_REMEMBERED = 100_000


@lru_cache(maxsize=_REMEMBERED)
def named(written: str) -> str:
    """A speaker as written, "" where that names nobody: "sie"."""
    return "" if is_nameless(written) else written


@lru_cache(maxsize=_REMEMBERED)
def naming(name: str) -> str:
    """How somebody is called: by "name", by an "office" alone ("ein Sprecher der Polizei"), or not, ""."""
    return "" if not name else "office" if is_role(name) else "name"
