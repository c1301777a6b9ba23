"""People who work at random on libraries that are in step: every act that a sync has to carry along."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reader import config
from reader.errors import ReaderError
from reader.library.following import follow_new_text
from reader.library.forgetting import forget, person, plan
from reader.models import (
    Article,
    Authorisation,
    Authorised,
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
    start = text.find(part)
    if start < 0:
        raise ReaderError("These words are covered here.")
    kind = QuoteType.DIRECT if part.startswith("„") else QuoteType.INDIRECT
    return Quote(kind, (Span(start, start + len(part)),))


@dataclass
class Person:
    """Somebody who works on a library, at random."""

    store: Store
    chance: random.Random
    did: Counter[str] = field(default_factory=Counter)
    authorises: bool = False
    """Whether they have quotes authorised too, which those of earlier figures did not."""

    def act(self) -> None:
        """Do one thing."""
        name = self.chance.choice([one for one in _ACTS if self.authorises or one != "authorise"])
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
        found = [_quote(text, part) for part in PARTS[:2]]
        with self.store.step("Add"):
            added = self.store.articles.add(article, found, "rules-1")
            if added.outcome == "changed":  # somebody's page, which was covered or is a newer one
                follow_new_text(self.store, added.id, found, "rules-1")

    def write_anew(self) -> None:
        number = self.article()
        old = self.store.articles.get(number)
        with self.store.step("Fetch again"):
            new = replace(old, text=old.text + self.chance.choice(LATER))
            self.store.articles.add(new, [], "", number)
            found = [_quote(new.text, part) for part in PARTS[:3] if part in new.text]
            follow_new_text(self.store, number, found, "rules-1")

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

    def authorise(self) -> None:
        state, words = self.chance.choice(list(Authorisation)), self.chance.choice(WORDS)
        self.store.quotes.add_authorisation(self.quote().id, Authorised(state, "", words, "", ""))

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

    def protect(self) -> None:
        changed = replace(self.source(), identity_protected=True, description="jemand vom Amt")
        self.store.sources.update(changed)

    def unprotect(self) -> None:
        changed = replace(self.source(), identity_protected=False, use=TermsOfUse.ON_RECORD)
        self.store.sources.update(changed)

    def forget_source(self) -> None:
        if self.chance.random() < 0.3:
            settings, who = config.Config(), person(self.store, self.source())
            forget(self.store, settings, who, plan(self.store, settings, who), cover_notes=True)

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
