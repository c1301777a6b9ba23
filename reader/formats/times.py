"""Times as other programs want them."""

import re
from datetime import UTC, datetime

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?")


def zulu(moment: str) -> str:
    """An ISO 8601 time with Z, as Web Annotation and XML Schema want it; "" where there is no time of day.

    A time without a zone is taken as UTC, which is what the library stores.
    """
    found = _TIME.match(moment)
    if not found:
        return ""
    zone = found[3] or "Z"
    aware = datetime.fromisoformat(f"{found[1]}T{found[2]}{'+00:00' if zone == 'Z' else zone}")
    return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
