"""An inbox that listens, with what came of the pages."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.library.detecting import DetectionSettings
from reader.library.inbox import Inbox, Receipt, SentPage, take, token_of
from reader.library.preparing import Preparation
from reader.store import Store

SENTENCES = "".join(
    f"<p>„Die Fähre fährt am {day} wieder nach Fehmarn“, sagte Kapitänin Ada Brandt in Heiligenhafen.</p>"
    for day in ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
)


def page(title: str = "Die Fähre fährt wieder", text: str = SENTENCES) -> str:
    """An article as a site shows it."""
    return (
        f"<html><head><title>{title}</title><meta property='og:site_name' content='Blatt am Sund'></head>"
        f"<body><nav>Start Politik</nav><article><h1>{title}</h1>{text}</article></body></html>"
    )


@dataclass
class Listening:
    """An inbox at work."""

    inbox: Inbox
    library: Path
    taken: list[Receipt] = field(default_factory=list)

    def titles(self) -> list[str]:
        """Of the articles in the library."""
        with Store(self.library) as store:
            return sorted(row.title for row in store.articles.rows(store.articles.ids()))


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Listening]:
    """An inbox on any free port."""
    library = tmp_path / "library.db"
    Store(library).close()
    done: list[Receipt] = []
    preparation = Preparation(DetectionSettings(engine="rules"))

    def keep(sent: SentPage, anyway: bool) -> Receipt:
        done.append(take(lambda: Store(library, create=False), sent, preparation, anyway=anyway))
        return done[-1]

    with Inbox(0, token_of(library), "library.db", keep) as inbox:
        threading.Thread(target=inbox.serve_forever, args=(0.02,), daemon=True).start()
        yield Listening(inbox, library, done)
        inbox.shutdown()
