"""Words that a person typed and the library could not take: kept in a file."""

import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reader import private_files


def file_for(library: Path) -> list[Path]:
    """Where unsaved words may go, best first: beside the library, home, temporary files."""
    name = f"reader-unsaved-{datetime.now():%Y-%m-%d-%H%M%S}.txt"
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # Path.home raises where there is none
    return [library.absolute().with_name(name), home / name, Path(tempfile.gettempdir()) / name]


def keep(texts: Sequence[str], places: Sequence[Path]) -> Path | None:
    """Write `texts` to the first of `places` that takes them; None where none does."""
    for place in places:
        try:
            private_files.write(place, "\n\n".join(texts) + "\n")
        except OSError:
            continue
        return place
    return None
