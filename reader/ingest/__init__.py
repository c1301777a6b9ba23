"""Ways in: a location (path, address, clipboard, standard input) becomes an article."""

from reader.ingest.containers import with_parts
from reader.ingest.entries import FeedEntry
from reader.ingest.feeds import entry_at, read_entry, read_summary, with_entries
from reader.ingest.limits import Limits
from reader.ingest.locations import SavedPage, expand, from_bytes, from_text, read, read_saved
from reader.ingest.part_reading import read_part
from reader.ingest.parts import Mapping, Part

__all__ = [
    "FeedEntry",
    "Limits",
    "Mapping",
    "Part",
    "SavedPage",
    "entry_at",
    "expand",
    "from_bytes",
    "from_text",
    "read",
    "read_entry",
    "read_part",
    "read_saved",
    "read_summary",
    "with_entries",
    "with_parts",
]
