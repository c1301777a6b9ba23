"""Whatever a person does, undoing all of it leads back to the start, and redoing all of it to the end."""

import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.models import (
    Anchor,
    Article,
    Authorisation,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    Verification,
)
from reader.store import Store
from tests.store.conftest import FOUND, TEXT

CHOICE = st.integers(0, 10)
NAMES = st.sampled_from(["Anna", "Bernd", "Carla"])
TAGS = st.lists(st.sampled_from(["a", "a/b", "a/b/c", "d"]), min_size=1, max_size=2)
SPANS = st.integers(0, len(TEXT) - 20).map(lambda start: Span(start, start + 15))


def state(store: Store) -> list[Any]:
    """Everything a person can see of a library."""
    seen: list[Any] = [store.sources.all(), store.tags.all()]
    for article_id in store.articles.ids():
        seen += [
            store.articles.get(article_id),
            [asdict(row) for row in store.articles.rows([article_id])],
            store.notes.of(article_id),
        ]
        for quote in store.quotes.of(article_id):
            evidence, steps = store.quotes.evidence(quote.id), store.quotes.authorisations(quote.id)
            seen += [quote, evidence, steps]
    return seen


class Person(RuleBasedStateMachine):
    """Does anything to a library with two articles, in any order."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "library.db", actor="anna")
        for number in range(2):
            self.store.articles.add(
                Article(text=TEXT, location=f"/{number}", outlet=str(number)), FOUND, "rules-1"
            )
        self.opening = len(self.store.journal.entries())
        self.start = state(self.store)

    def quote(self, choice: int) -> Quote | None:
        """One of the quotes, None without any."""
        found = [quote for number in self.store.articles.ids() for quote in self.store.quotes.of(number)]
        return found[choice % len(found)] if found else None

    def source(self, choice: int) -> Source | None:
        """One of the sources, None without any."""
        found = self.store.sources.all()
        return found[choice % len(found)] if found else None

    def article(self, choice: int) -> int:
        """One of the articles, 0 without any."""
        found = self.store.articles.ids()
        return found[choice % len(found)] if found else 0

    @rule(choice=CHOICE, status=st.sampled_from(Status))
    def decide(self, choice: int, status: Status) -> None:
        if quote := self.quote(choice):
            self.store.quotes.set_status([quote.id, quote.id + 1], status)

    @rule(choice=CHOICE, span=SPANS)
    def mark(self, choice: int, span: Span) -> None:
        if article := self.article(choice):
            self.store.quotes.add(article, Quote(QuoteType.DIRECT, (span,)))

    @rule(choice=CHOICE, span=SPANS)
    def correct(self, choice: int, span: Span) -> None:
        if quote := self.quote(choice):
            placed = replace(quote, spans=(span,), type=QuoteType.REPORTED, anchor=Anchor.EXACT)
            self.store.quotes.update(placed)

    @rule(choice=CHOICE)
    def remove_quote(self, choice: int) -> None:
        if quote := self.quote(choice):
            self.store.quotes.remove([quote.id])

    @rule(choice=CHOICE, kept=st.integers(0, 3))
    def detect_again(self, choice: int, kept: int) -> None:
        if article := self.article(choice):
            self.store.quotes.replace_suggestions(article, FOUND[:kept], "rules-2")

    @rule(choice=CHOICE, body=st.text(max_size=5), span=SPANS)
    def write_note(self, choice: int, body: str, span: Span) -> None:
        quote = self.quote(choice)
        if article := self.article(choice):
            on = quote.id if quote and quote.article_id == article else 0
            note = self.store.notes.save(Note(body, article, quote_id=on, span=span))
            self.store.notes.save(replace(note, body=body + "!"))

    @rule(choice=CHOICE, remove=st.booleans())
    def change_note(self, choice: int, remove: bool) -> None:
        for note in self.store.notes.of(self.article(choice))[:1]:
            if remove:
                self.store.notes.remove([note.id])
            else:
                self.store.notes.save(replace(note, body=note.body + "?"))

    @rule(choice=CHOICE, paths=TAGS)
    def tag(self, choice: int, paths: list[str]) -> None:
        quote, article = self.quote(choice), self.article(choice)
        if quote and article:
            notes = [note.id for note in self.store.notes.of(article)]
            self.store.tags.attach(paths, articles=[article], quotes=[quote.id], notes=notes)

    @rule(choice=CHOICE, paths=TAGS)
    def untag(self, choice: int, paths: list[str]) -> None:
        if quote := self.quote(choice):
            self.store.tags.detach(paths, quotes=[quote.id], articles=[quote.article_id])

    @rule(choice=CHOICE, remove=st.booleans())
    def reorder_tags(self, choice: int, remove: bool) -> None:
        tags = self.store.tags.all()
        if tags:
            path = tags[choice % len(tags)].path
            if remove:
                self.store.tags.remove(path)
            else:
                self.store.tags.rename(path, "d")

    @rule(name=NAMES, choice=CHOICE)
    def assign(self, name: str, choice: int) -> None:
        with self.store.step(f"Assign to {name}"):
            source = self.store.sources.add(Source(name, aliases=(name[0], "x")))
            if quote := self.quote(choice):
                self.store.sources.assign([quote.id], source.id)

    @rule(choice=CHOICE, way=st.sampled_from(["merge", "split", "remove", "change"]))
    def arrange_sources(self, choice: int, way: str) -> None:
        if source := self.source(choice):
            others = [other.id for other in self.store.sources.all()][:2]
            quotes = self.store.quotes.ids("has:source")[:1]
            {
                "merge": lambda: self.store.sources.merge(source.id, others),
                "split": lambda: self.store.sources.split(source.id, "Neu", quotes, source.aliases[:1]),
                "remove": lambda: self.store.sources.remove([source.id]),
                "change": lambda: self.store.sources.update(replace(source, role="Chef", aliases=("y",))),
            }[way]()

    @rule(choice=CHOICE, verification=st.sampled_from(Verification))
    def check(self, choice: int, verification: Verification) -> None:
        if quote := self.quote(choice):
            evidence = Evidence(verification, quote.id, "page", "S. 3")
            self.store.quotes.set_verification([quote.id], verification, evidence)
            self.store.quotes.set_authorisation(quote.id, Authorisation.SENT, "so")

    @rule(choice=CHOICE, starred=st.booleans())
    def set_fields(self, choice: int, starred: bool) -> None:
        self.store.articles.update([self.article(choice)], starred=starred, title=f"Titel {choice}")

    @rule(choice=CHOICE)
    def trash_and_restore(self, choice: int) -> None:
        if len(self.store.articles.ids()) > 1:
            self.store.articles.trash([self.article(choice)])
        else:
            self.store.articles.restore(self.store.articles.trashed())

    @rule(choice=CHOICE)
    def change_text(self, choice: int) -> None:
        if article := self.article(choice):
            with self.store.step("New version"):
                old = self.store.articles.get(article)
                self.store.articles.add(replace(old, text=old.text + " Mehr."))
                orphans = [
                    replace(quote, anchor=Anchor.ORPHAN) for quote in self.store.quotes.of(article)[:1]
                ]
                self.store.articles.reanchor(article, orphans, self.store.notes.of(article))

    @rule()
    def undo(self) -> None:
        if len(self.undoable()) > self.opening:
            self.store.journal.undo()

    @rule()
    def redo(self) -> None:
        self.store.journal.redo()

    def undoable(self) -> list[int]:
        """Steps that are done at present."""
        entries = self.store.journal.entries(limit=10_000)
        return [entry.id for entry in entries if entry.kind == "do" and not entry.undone]

    @invariant()
    def every_span_proves(self) -> None:
        if hasattr(self, "store"):
            assert not list(self.store.verify())

    def teardown(self) -> None:
        if hasattr(self, "store"):
            try:
                self.replay()
            finally:
                self.store.close()
                self.folder.cleanup()

    def replay(self) -> None:
        """Redo what is undone, undo everything, redo everything."""
        while self.store.journal.redo():
            pass
        end = state(self.store)
        while len(self.undoable()) > self.opening:
            assert self.store.journal.undo()
        assert state(self.store) == self.start
        while self.store.journal.redo():
            pass
        assert state(self.store) == end
        assert not [finding for finding in self.store.doctor() if finding.serious]


TestReplay = Person.TestCase
TestReplay.settings = settings(
    max_examples=12, stateful_step_count=22, deadline=None, suppress_health_check=list(HealthCheck)
)
