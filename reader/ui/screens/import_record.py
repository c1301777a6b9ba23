"""What an import has brought so far: for its bar, and for the list of failures."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.ui.widgets.import_bar import ImportState

if TYPE_CHECKING:
    from reader.library.adding import Progress

__all__ = ["ImportRecord", "ImportState"]


@dataclass
class ImportRecord:
    """What an import has brought so far; written by its worker alone."""

    state: ImportState = field(default_factory=ImportState)
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Locations with the sentence that says why."""
    gaps: list[str] = field(default_factory=list)
    """What is not there of articles that were added."""
    last_id: int = 0
    """The article added last."""

    def count(self, progress: "Progress") -> None:
        """Count one location."""
        failed = progress.outcome == "failed"
        if failed:
            self.failures.append((progress.location, progress.message))
        if progress.missing:
            self.gaps.append(f"{progress.title}: {progress.missing}")
        self.last_id = progress.article_id or self.last_id
        self.state = replace(
            self.state,
            done=progress.done,
            total=progress.total,
            location=progress.location,
            new=self.state.new + (progress.outcome in ("new", "changed")),
            failed=self.state.failed + failed,
        )
