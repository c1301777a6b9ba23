"""Ways in: a location (path, address, clipboard, standard input) becomes an article."""

from reader.ingest.entries import FeedEntry
from reader.ingest.feeds import entry_at, read_entry, read_summary, with_entries
from reader.ingest.limits import Limits
from reader.ingest.locations import SavedPage, expand, from_bytes, from_text, read, read_saved

__all__ = [
    "FeedEntry",
    "Limits",
    "SavedPage",
    "entry_at",
    "expand",
    "from_bytes",
    "from_text",
    "read",
    "read_entry",
    "read_saved",
    "read_summary",
    "with_entries",
]
