"""Measurements, each a script of its own. Linear algebra keeps to one thread, so that figures compare."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
