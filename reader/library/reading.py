"""The one question "read the article at this location": plugins are asked first, then reader itself."""

from reader.models import Article


def read_article(location: str) -> Article:
    """The article at a path or address, "-" or "clip:"; an `IngestError` where it cannot be read."""
    from reader.ingest import read  # lxml and its like
    from reader.plugins import plugin_article  # pluggy, and a search for entry points: 50 ms

    return plugin_article(location) or read(location)
