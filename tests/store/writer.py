"""Write to a library until killed, saying of each step when it is kept.

    python -m tests.store.writer FILE NAME STEPS

A step is a note with a tag, a decision about a quote and a new source; the number of the step is printed when
`Store` has returned.
"""

import sys
from itertools import count
from pathlib import Path

from reader.models import Article, Note, Quote, QuoteType, Source, Span, Status
from reader.store import Store


def write(library: Path, name: str, steps: int) -> None:
    """Write `steps` steps, or without end for 0."""
    with Store(library, actor=name) as store:
        text = f"{name} sagte: Alles wird gut."
        quote = Quote(QuoteType.INDIRECT, (Span(0, 5),))
        article = store.articles.add(Article(text=text, location=f"/{name}"), [quote]).id
        for number in count(1):
            one_step(store, article, name, number)
            print(number, flush=True)
            if number == steps:
                return


def one_step(store: Store, article: int, name: str, number: int) -> None:
    """Several changes that belong together."""
    with store.step(f"Step {number}"):
        note = store.notes.save(Note(f"{name} {number}", article))
        store.tags.attach([f"{name}/{number % 3}"], notes=[note.id])
        status = (Status.ACCEPTED, Status.REJECTED)[number % 2]
        store.quotes.set_status([store.quotes.of(article)[0].id], status)
        store.sources.add(Source(f"{name} {number}"))


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
