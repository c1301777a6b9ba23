"""Ways in: a location (path, address, clipboard, standard input) becomes an article."""

from reader.ingest.limits import Limits
from reader.ingest.locations import expand, from_bytes, from_text, read

__all__ = ["Limits", "expand", "from_bytes", "from_text", "read"]
