"""How far asking feeds has got; a value of its own, which the first paint does without."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.i18n import _

if TYPE_CHECKING:
    from reader.library.refreshing import FeedProgress


@dataclass(frozen=True, slots=True)
class FeedRun:
    """How far asking feeds has got."""

    done: int = 0
    total: int = 0
    name: str = ""
    """The feed that was read last."""
    new: int = 0
    """Articles that came in, or changed."""
    failures: tuple[tuple[str, str], ...] = ()
    """Feeds that gave nothing, with the sentence that says why."""
    running: bool = True
    stopped: bool = False
    """Whether somebody stopped it."""

    @property
    def note(self) -> str:
        """In a few words, while it goes on; "" afterwards."""
        if not self.running:
            return ""
        if self.stopped:
            return _("feeds: stopping …")
        told = _("feeds {done} of {total}, {new} new") if self.new else _("feeds {done} of {total}")
        return told.format(done=self.done, total=self.total, new=self.new)

    def after(self, step: "FeedProgress", new: int) -> "FeedRun":
        """One step further, with so many articles in all."""
        failed = ((step.name, step.message),) if step.outcome == "failed" else ()
        return replace(
            self, done=step.done, total=step.total, name=step.name, new=new, failures=self.failures + failed
        )

    def so_far(self, *, stopped: bool, running: bool = True) -> "FeedRun":
        """The same, stopped or not, running or not."""
        return replace(self, stopped=stopped, running=running)
