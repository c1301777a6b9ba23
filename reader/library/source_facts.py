"""What is written of a source besides its name: fields of one's own, and its number elsewhere, checked."""

import re
from collections.abc import Mapping

from reader.errors import UsageError
from reader.i18n import _, either

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
        known = ", ".join(allowed) or _("none yet")
        raise UsageError(
            _("There is no field “{name}” under [source_fields] ({known}) in the configuration.").format(
                name=name, known=known
            )
        )


def checked_field(name: str, value: str, allowed: Allowed) -> str:
    """The value of a field as it is kept. Raises UsageError where it may not hold that."""
    require_field(name, allowed)
    value = " ".join(value.split())
    found = next((one for one in allowed[name] if one.casefold() == value.casefold()), value)
    if value and allowed[name] and found not in allowed[name]:
        told = _("“{name}” is {values}, or nothing; not “{value}”.")
        raise UsageError(told.format(name=name, values=either(allowed[name]), value=value))
    if len(value) > _LONGEST:
        raise UsageError(_("“{name}” takes {count} characters at most.").format(name=name, count=_LONGEST))
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
            _("“{written}” says not which register it is of: as in wikidata:Q567 or orcid:0000-….").format(
                written=written
            )
        )
    if register in _FORMS and not _FORMS[register].fullmatch(number):
        raise UsageError(_("“{number}” is no number of {register}.").format(number=number, register=register))
    if len(written) > _LONGEST:
        raise UsageError(_("A number elsewhere takes {count} characters at most.").format(count=_LONGEST))
    return f"{register}:{number}"
