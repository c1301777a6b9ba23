"""What people are told of the values that quotes are counted by; searches have the values themselves."""

from collections.abc import Callable, Mapping

from reader.i18n import _, day, pgettext
from reader.language_names import language_name
from reader.languages.stances import UNMEASURED
from reader.store.dimensions import DIMENSIONS, NOTHING
from reader.terms import UNDECIDED, Authorisation, QuoteType, SourceKind, Status, Verification

_VALUES: Mapping[str, Mapping[str, str]] = {
    "source": {UNDECIDED: pgettext("speaker", "undecided")},
    "kind": {str(one): one.label for one in SourceKind},
    "named": {
        "name": pgettext("how somebody is named", "name"),
        "office": pgettext("how somebody is named", "office"),
    },
    "type": {one.typed: one.label for one in QuoteType},
    "place": {
        "top": pgettext("place in an article", "top"),
        "middle": pgettext("place in an article", "middle"),
        "end": pgettext("place in an article", "end"),
    },
    "stance": {
        "neutral": pgettext("stance", "neutral"),
        "stressing": pgettext("stance", "stressing"),
        "doubting": pgettext("stance", "doubting"),
        "conceding": pgettext("stance", "conceding"),
        "denying": pgettext("stance", "denying"),
        "attacking": pgettext("stance", "attacking"),
        "warning": pgettext("stance", "warning"),
        "praising": pgettext("stance", "praising"),
        "demanding": pgettext("stance", "demanding"),
        UNMEASURED: pgettext("stance", "unmeasured"),
    },
    "status": {
        "suggested": pgettext("status of a quote in a count", "suggested"),
        "accepted": Status.ACCEPTED.label,
    },
    "verification": {
        "unverified": pgettext("verification in a count", "unverified"),
        "checked": Verification.CHECKED.label,
        "disputed": Verification.DISPUTED.label,
    },
    "authorisation": {str(one): one.label for one in Authorisation if one},
}
"""By dimension; what people named themselves, such as outlets and tags, stays as it is."""


def month(value: str) -> str:
    """A month as ISO 8601 writes it, such as "2024-03", as lists have it."""
    year, _dash, number = value.partition("-")
    return pgettext("a month", "{year}-{month}").format(year=year, month=number) if number else value


def week(value: str) -> str:
    """A week as ISO 8601 writes it, such as "2024-W09", as people number weeks."""
    year, _dash, number = value.partition("-W")
    return pgettext("a week", "{year}-W{week}").format(year=year, week=number) if number else value


_TOLD: Mapping[str, Callable[[str], str]] = {
    "language": language_name,
    "month": month,
    "week": week,
    "day": day,
}
"""By dimension, what tells of any value."""


def shown_value(by: str, value: str) -> str:
    """A value of a dimension as people read it."""
    dimension = DIMENSIONS.get(by)
    if value == (dimension.nothing if dimension else "unknown"):
        return NOTHING.get(value) or _("unknown")
    told = _TOLD.get(by)
    return told(value) if told else _VALUES.get(by, {}).get(value, value)
