"""Folders that are looked at: what is saved in them, as soon as it is whole."""

from reader.library.watching.watcher import Found, Watcher

__all__ = ["Found", "Watcher"]
