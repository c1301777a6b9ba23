"""Memory that a large query needed for a moment goes back to the system."""

import sys
from functools import cache
from typing import Any


@cache
def _trim() -> Any:
    import ctypes  # not for the first paint

    return getattr(ctypes.CDLL(None), "malloc_trim", None)


def give_back() -> None:
    """Return what is free: the C library of Linux keeps some for each thread, 20 MB after a few searches."""
    if sys.platform == "linux" and (trim := _trim()) is not None:  # other C libraries do it by themselves
        trim(0)
