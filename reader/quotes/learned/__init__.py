"""Quote detection by a small network learned from annotated articles, run with numpy."""

import os

# The matrices are small: threads would mostly wait for each other. Numpy reads this when it is imported.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

from reader.quotes.learned.engine import NAME, OPEN_NAME, available, find  # noqa: E402  # only after the setting above

__all__ = ["NAME", "OPEN_NAME", "available", "find"]
