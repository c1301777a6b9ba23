"""What belongs to no language: codes of agencies, and patterns that mix languages or have no words.

One entry a line; lines that begin with "# " are remarks. The words of a language are in its folder.
"""

from functools import cache
from pathlib import Path


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the table `name`.txt in this folder, in order."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("# "))
