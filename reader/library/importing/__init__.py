"""Take in what others marked and know: highlights, notes, quotes and facts, each file as one step to undo."""

from reader.library.importing.files import ImportChoices, import_file
from reader.library.importing.report import ImportReport

__all__ = ["ImportChoices", "ImportReport", "import_file"]
