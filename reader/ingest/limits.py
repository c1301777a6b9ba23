"""How much one location may cost before it is given up."""

from dataclasses import dataclass

from reader.i18n import pgettext


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading one location; what goes beyond becomes an `IngestError`."""

    size: int = 20_000_000
    """Bytes, of a file as it lies there, of a page after decompression."""
    seconds: float = 30.0
    """For one web address from beginning to end, redirects included."""
    patience: float = 10.0
    """Seconds to wait for a connection and for every further piece."""
    redirects: int = 10
    allow_private: bool = False
    """Whether addresses of one's own machine and network may be asked."""
    via: str = ""
    """Command that pages are read with in the place of reader itself, with {url} where the address goes."""


def megabytes(size: int) -> str:
    """`size` in bytes as a person writes it: "20 MB", "1.5 MB", "300 KB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"  # not shown: a unit
    told = f"{size / 1_000_000:.1f}".removesuffix(".0").replace(".", pgettext("before decimals", "."))
    return f"{told} MB"  # not shown: a unit
