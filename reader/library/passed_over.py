"""What of the folders that were added is no article, told in a sentence instead of silence."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reader.i18n import _, listed, ngettext, number

MOST = 5
"""Endings that are named."""


def passed_over_told(names: Iterable[str]) -> str:
    """How many files were passed over, and by which endings; "" for none."""
    endings = Counter(Path(name).suffix.lower() or _("without an ending") for name in names)
    if not endings:
        return ""
    named = [ending for ending, _count in endings.most_common(MOST)]
    told = ngettext(
        "{count} file passed over, of a kind that is not read: {endings}",
        "{count} files passed over, of kinds that are not read: {endings}",
        endings.total(),
    ).format(count=number(endings.total()), endings=listed(named))
    return told + (" …" if len(endings) > MOST else "")
