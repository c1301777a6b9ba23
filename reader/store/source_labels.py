"""What people read for the fields of a source in which two differ, and for their values."""

from reader.i18n import pgettext
from reader.terms import SourceKind

_LABELS = {
    "kind": pgettext("field of a source", "kind"),
    "role": pgettext("field of a source", "role"),
    "affiliation": pgettext("field of a source", "affiliation"),
    "description": pgettext("field of a source", "description"),
    "external_id": pgettext("field of a source", "number elsewhere"),
    "remarks": pgettext("field of a source", "remarks"),
    "use": pgettext("field of a source", "use"),
}


def field_label(name: str) -> str:
    """What people read for a field, such as "role"; what has no label is its own."""
    return _LABELS.get(name, name)


def value_label(name: str, value: str) -> str:
    """What people read for the value of a field: that of kinds is a word of the program."""
    return SourceKind(value).label if name == "kind" else value
