"""Quote detection by a small network learned from annotated articles, run with numpy."""

from reader.quotes.learned.engine import available, find

__all__ = ["available", "find"]
