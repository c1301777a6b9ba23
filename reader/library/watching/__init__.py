"""Folders that are looked at: what is saved in them, as soon as it is whole."""

from reader.library.watching.folders import Found, Watcher

__all__ = ["Found", "Watcher"]
