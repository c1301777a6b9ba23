"""Memory that a large query needed for a moment goes back to the system.

The C library of Linux keeps a heap for each thread, and what is free in it: 20 MB after a few searches in
100,000 articles. Other systems do better by themselves.
"""

import sys
from functools import cache
from typing import Any

LATER = 0.5
"""Seconds after counting by which the other queries of a search have ended too."""
_ARENA_MAX = -8
"""M_ARENA_MAX of `malloc.h`."""


@cache
def _library() -> Any:
    """The C library, None where it cannot do this."""
    if sys.platform != "linux":
        return None
    import ctypes  # not for the first paint

    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


@cache
def share_heap() -> None:
    """Threads that begin from now on use the heaps there are."""
    if (library := _library()) is not None:
        library.mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Return what is free."""
    if (library := _library()) is not None:
        library.malloc_trim(0)
