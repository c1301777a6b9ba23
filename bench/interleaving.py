"""Whether libraries in step end equal, whatever their people do and whatever becomes of the segments.

    python -m bench.interleaving                 1,000 random interleavings of three libraries
    python -m bench.interleaving --runs 50 --seed 7

In each, three people work on their libraries, undo, and sync now and then, with segments lost, doubled
and in any order. At the end all sync until nothing is new; then all three must say the same, show the
same conflicts, and be without fault. Prints a table; exit code 1 where anything differs, with the seed
that shows it again.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.desks import Folder, conflicts, join, picture, sync
from reader.errors import ReaderError
from reader.library.following import follow_new_text
from reader.models import (
    Article,
    Evidence,
    Memo,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store import Store

PEOPLE = ("anna", "bernd", "clara")
TEXT = (
    "„Die Brücke ist sicher“, sagte Anna Weber am Montag. Sie werde im Mai geprüft.\n\n"
    "Der Rat widersprach. „Wir haben andere Zahlen“, so Bernd Kohl, „und sie sind neu.“"
)
PARTS = (
    "„Die Brücke ist sicher“",
    "„Wir haben andere Zahlen“",
    "„und sie sind neu.“",
    "Sie werde im Mai geprüft",
)
LATER = (" Der Bericht folgt.", " Mehr am Abend.")
NAMES = ("Anna Weber", "Bernd Kohl", "Rat der Stadt")
TAGS = ("bau", "bau/brücke", "rat")
WORDS = ("Nachfragen.", "Zahl stimmt?", "Siehe Protokoll.", "")


def _quote(text: str, part: str) -> Quote:
    start = text.index(part)
    kind = QuoteType.DIRECT if part.startswith("„") else QuoteType.INDIRECT
    return Quote(kind, (Span(start, start + len(part)),))


@dataclass
class Person:
    """Somebody who works on a library, at random."""

    store: Store
    chance: random.Random
    did: Counter[str] = field(default_factory=Counter)

    def act(self) -> None:
        """Do one thing."""
        name = self.chance.choice(list(_ACTS))
        try:
            _ACTS[name](self)
            self.did[name] += 1
        except ReaderError:
            self.did["refused"] += 1

    def article(self) -> int:
        """One of the articles."""
        ids = self.store.articles.ids()
        if not ids:
            raise ReaderError("There is no article.")
        return self.chance.choice(ids)

    def quote(self) -> Quote:
        """One of the quotes."""
        quotes = self.store.quotes.of(self.article())
        if not quotes:
            raise ReaderError("There is no quote.")
        return self.chance.choice(quotes)

    def source(self) -> Source:
        """One of the sources."""
        sources = self.store.sources.all()
        if not sources:
            raise ReaderError("There is no source.")
        return self.chance.choice(sources)

    def note(self) -> Note:
        """One of the notes."""
        notes = self.store.notes.of(self.article())
        if not notes:
            raise ReaderError("There is no note.")
        return self.chance.choice(notes)

    # -- what people do ---------------------------------------------------------------------------------

    def add(self) -> None:
        number = self.chance.randrange(3)
        text = f"{TEXT} {number}"
        article = Article(text, f"Brücke {number}", outlet="Bote", location=f"/{number}", language="de")
        self.store.articles.add(article, [_quote(text, part) for part in PARTS[:2]], "rules-1")

    def write_anew(self) -> None:
        number = self.article()
        old = self.store.articles.get(number)
        with self.store.step("Fetch again"):
            new = replace(old, text=old.text + self.chance.choice(LATER))
            self.store.articles.add(new, [], "", number)
            follow_new_text(self.store, number, [_quote(new.text, part) for part in PARTS[:3]], "rules-1")

    def edit(self) -> None:
        name = self.chance.choice(("title", "byline", "outlet", "section"))
        self.store.articles.update([self.article()], **{name: self.chance.choice(NAMES)})

    def embargo(self) -> None:
        self.store.articles.update([self.article()], embargo=self.chance.choice(("Sperrfrist: 6 Uhr", "")))

    def trash(self) -> None:
        self.store.articles.trash([self.article()])

    def restore(self) -> None:
        self.store.articles.restore(self.store.articles.trashed()[:1])

    def empty_trash(self) -> None:
        self.store.articles.purge(self.store.articles.trashed()[:1])

    def decide(self) -> None:
        self.store.quotes.set_status([self.quote().id], self.chance.choice(list(Status)))

    def check(self) -> None:
        quote, said = self.quote(), self.chance.choice(list(Verification))
        self.store.quotes.set_verification([quote.id], said, Evidence(said, quote.id, "page", "S. 3"))

    def allow(self) -> None:
        self.store.quotes.set_use([self.quote().id], self.chance.choice(list(TermsOfUse)))

    def mark(self) -> None:
        number = self.article()
        self.store.quotes.add(number, _quote(self.store.articles.get(number).text, self.chance.choice(PARTS)))

    def move(self) -> None:
        quote = self.quote()
        if not quote.is_lost:
            (first, *rest) = quote.spans
            self.store.quotes.update(
                replace(quote, spans=(Span(first.start, first.end - 1), *rest), exact=())
            )

    def remove_quote(self) -> None:
        self.store.quotes.drop([self.quote().id])

    def write(self) -> None:
        number = self.article()
        quotes = self.store.quotes.of(number)
        on = self.chance.choice(quotes).id if quotes and self.chance.random() < 0.4 else 0
        span = Span(0, 10) if not on and self.chance.random() < 0.5 else None
        self.store.notes.save(Note(self.chance.choice(WORDS) or "?", number, quote_id=on, span=span))

    def rewrite(self) -> None:
        note = self.note()
        self.store.notes.save(replace(note, body=note.body[:20] + self.chance.choice(WORDS)))

    def remove_note(self) -> None:
        self.store.notes.remove([self.note().id])

    def tag(self) -> None:
        quote = self.quote()
        notes = [note.id for note in self.store.notes.of(quote.article_id)[:1]]
        self.store.tags.attach(
            [self.chance.choice(TAGS)], articles=[quote.article_id], quotes=[quote.id], notes=notes
        )

    def untag(self) -> None:
        quote = self.quote()
        self.store.tags.detach([self.chance.choice(TAGS)], articles=[quote.article_id], quotes=[quote.id])

    def rename_tag(self) -> None:
        tags = self.store.tags.all()
        if tags:
            self.store.tags.rename(self.chance.choice(tags).path, self.chance.choice((*TAGS, "neu")))

    def remove_tag(self) -> None:
        tags = self.store.tags.all()
        if tags:
            self.store.tags.remove(self.chance.choice(tags).path)

    def register(self) -> None:
        name = self.chance.choice(NAMES)
        source = self.store.sources.add(Source(name, aliases=(name.split()[-1],)))
        self.store.sources.assign([self.quote().id], source.id)

    def assign(self) -> None:
        self.store.sources.assign([self.quote().id], self.source().id)

    def change_source(self) -> None:
        use = self.chance.choice(list(TermsOfUse)[1:])
        changed = replace(self.source(), role=self.chance.choice(WORDS), use=use, aliases=("Chef",))
        self.store.sources.update(changed)

    def merge_sources(self) -> None:
        self.store.sources.merge(self.source().id, [self.source().id])

    def remove_source(self) -> None:
        self.store.sources.remove([self.source().id])

    def remember(self) -> None:
        self.store.memos.save(Memo(self.chance.choice(WORDS) or "?"))

    def undo(self) -> None:
        self.store.journal.undo()

    def redo(self) -> None:
        self.store.journal.redo()


_ACTS: dict[str, Callable[[Person], None]] = {
    name.replace("_", " "): act
    for name, act in vars(Person).items()
    if callable(act)
    and not name.startswith("_")
    and name not in ("act", "article", "quote", "source", "note")
}


@dataclass
class Ended:
    """How an interleaving ended."""

    differences: list[str]
    faults: list[str]
    counts: Counter[str]


class Interleaving:
    """Three people, and a folder that loses things."""

    def __init__(self, seed: int, stores: dict[str, Store]) -> None:
        self.chance = random.Random(seed)
        self.stores = stores
        self.people = {name: Person(store, random.Random(f"{seed}{name}")) for name, store in stores.items()}
        self.folder: Folder = {}
        self.counts: Counter[str] = Counter()

    def run(self, steps: int) -> Ended:
        """Work and sync in any order, then sync until nothing is new."""
        for person in self.people.values():
            person.add()
        for _ in range(steps):
            name = self.chance.choice(PEOPLE)
            if self.chance.random() < 0.75:
                self.people[name].act()
            else:
                self._sync(name)
        self._settle()
        self.counts["still moving"] += 0
        return Ended(list(self._differences()), list(self._faults()), self._counted())

    def _sync(self, name: str) -> None:
        dots = sorted(self.folder)
        way = self.chance.choice(("all", "lost", "some", "reordered", "doubled"))
        if way == "lost" and dots:
            del self.folder[self.chance.choice(dots)]
        if way == "some":
            dots = [dot for dot in dots if self.chance.random() < 0.6]
        if way == "reordered":
            self.chance.shuffle(dots)
        self.counts[f"syncs, segments {way}"] += 1
        sync(self.stores[name], self.folder, only=dots, again=way == "doubled")

    def _settle(self) -> None:
        for _ in range(12):
            before = set(self.folder)
            done = [sync(store, self.folder) for store in self.stores.values()]
            if before == set(self.folder) and not any(one.came or one.changed or one.went for one in done):
                return
        self.counts["still moving"] += 1

    def _differences(self) -> Any:
        first, *others = (picture(store) for store in self.stores.values())
        for name, other in zip(PEOPLE[1:], others, strict=True):
            for thing in sorted(set(first) | set(other)):
                ours, theirs = first.get(thing), other.get(thing)
                if ours is None or theirs is None:
                    if ours != theirs:
                        yield f"{thing}: only in the library of {PEOPLE[0] if ours else name}"
                    continue
                for said in sorted(set(ours) | set(theirs)):
                    if ours.get(said) != theirs.get(said):
                        yield f"{thing} {said}: anna {ours.get(said)}, {name} {theirs.get(said)}"
        told = [conflicts(store) for store in self.stores.values()]
        if self.counts["still moving"]:
            yield "they go on writing to each other"
        if told.count(told[0]) != len(told):
            yield f"conflicts: {told}"

    def _faults(self) -> Any:
        for name, store in self.stores.items():
            yield from (f"{name}: {symptom.what}" for symptom in store.doctor() if symptom.serious)
            yield from (f"{name}: {problem}" for problem in store.verify())

    def _counted(self) -> Counter[str]:
        for person in self.people.values():
            self.counts["acts of people"] += sum(person.did.values()) - person.did["refused"]
        self.counts["segments"] = len(self.folder)
        self.counts["things in step"] = len(picture(self.stores[PEOPLE[0]]))
        self.counts["conflicts kept"] = len(conflicts(self.stores[PEOPLE[0]]))
        return self.counts


def interleaved(seed: int, folder: Path, steps: int = 40) -> Ended:
    """One interleaving, in libraries in `folder`."""
    empty = folder / "empty.db"
    if not empty.exists():
        Store(empty).close()
    with ExitStack() as opened:
        stores = {}
        for name in PEOPLE:
            path = folder / f"{seed}-{name}.db"
            shutil.copy(empty, path)
            stores[name] = opened.enter_context(Store(path, actor=name))
            join(stores[name], name)
        with patch("reader.store.steps.urandom", random.Random(seed).randbytes):
            ended = Interleaving(seed, stores).run(steps)
    if not ended.differences and not ended.faults:
        for path in folder.glob(f"{seed}-*"):
            path.unlink()
    return ended


def main() -> int:
    """Run them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    wrong = 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.runs):
            try:
                ended = interleaved(seed, Path(folder), options.steps)
            except Exception as error:  # told with its seed, as a difference is
                ended = Ended([], [f"{type(error).__name__}: {error}"], Counter())
            total.update(ended.counts)
            if ended.differences or ended.faults:
                wrong += 1
                print(f"seed {seed}:", *(ended.differences + ended.faults)[:3], sep="\n  ", flush=True)
    print(f"| {'interleavings of three libraries':40} | {options.runs:>10,} |\n|{'-' * 42}|{'-' * 11}:|")
    for name, count in sorted(total.items()):
        print(f"| {name:40} | {count:>10,} |")
    print(f"| {'ended equal and without fault':40} | {options.runs - wrong:>10,} |")
    print(f"{time.monotonic() - begin:.0f} s")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
