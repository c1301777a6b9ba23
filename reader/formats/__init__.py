"""Ways out: one module per format, all of them redacted unless a person asks otherwise."""

from reader.formats.dossier import Dossier, Options
from reader.formats.format import Format
from reader.formats.registry import available, get

__all__ = ["Dossier", "Format", "Options", "available", "get"]
