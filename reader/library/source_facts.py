"""What is written of a source besides its name: fields of one's own, and its number elsewhere, checked."""

import re
from collections.abc import Mapping

from reader.errors import UsageError

Allowed = Mapping[str, tuple[str, ...]]
"""The fields of `[source_fields]`, and what each may hold; with nothing, anything."""

_LONGEST = 200
_FORMS = {
    "wikidata": re.compile(r"Q[1-9]\d*"),
    "orcid": re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"),
    "gnd": re.compile(r"[\dX-]{3,12}"),
    "viaf": re.compile(r"\d{1,22}"),
}
"""How a number looks in each of the registers that are known; another one is taken as it is."""
_ADDRESSES = {
    "wikidata.org": "wikidata",
    "orcid.org": "orcid",
    "d-nb.info": "gnd",
    "viaf.org": "viaf",
}
_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]+)/(?:.*/)?([^/?#]+)/?$")


def require_field(name: str, allowed: Allowed) -> None:
    """Refuse a field that the configuration does not name, with a UsageError."""
    if name not in allowed:
        known = ", ".join(allowed) or "none yet"
        raise UsageError(f"There is no field “{name}” under [source_fields] ({known}) in the configuration.")


def checked_field(name: str, value: str, allowed: Allowed) -> str:
    """The value of a field as it is kept. Raises UsageError where it may not hold that."""
    require_field(name, allowed)
    value = " ".join(value.split())
    found = next((one for one in allowed[name] if one.casefold() == value.casefold()), value)
    if value and allowed[name] and found not in allowed[name]:
        raise UsageError(f"“{name}” is {_or(allowed[name])}, or nothing; not “{value}”.")
    if len(value) > _LONGEST:
        raise UsageError(f"“{name}” takes {_LONGEST} characters at most.")
    return found


def checked_id(written: str) -> str:
    """A number elsewhere, as "wikidata:Q567"; an address of such a page is read. Raises UsageError."""
    written = "".join(written.split())
    if not written:
        return ""
    if found := _ADDRESS.fullmatch(written):
        register = next((name for site, name in _ADDRESSES.items() if found[1].endswith(site)), "")
        if not register:
            return written[:_LONGEST]
        written = f"{register}:{found[2]}"
    register, colon, number = written.partition(":")
    register = register.casefold()
    if not colon or not number:
        raise UsageError(
            f"“{written}” says not which register it is of: as in wikidata:Q567 or orcid:0000-…."
        )
    if register in _FORMS and not _FORMS[register].fullmatch(number):
        raise UsageError(f"“{number}” is no number of {register}.")
    if len(written) > _LONGEST:
        raise UsageError(f"A number elsewhere takes {_LONGEST} characters at most.")
    return f"{register}:{number}"


def _or(values: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(values[:-1]), values[-1])))
