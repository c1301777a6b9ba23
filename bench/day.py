"""A working day of 300 actions in the real program: keys, waiting times, memory.

    python -m bench.day            about three minutes

The program runs in a pseudo-terminal of 120×40 on a library made for it. Waiting is the time from a key to
the last change of the screen that it brings; the terminal counts as done when nothing came for 60 ms, which
are not counted. 200 of the actions decide one suggestion each, 60 of them by rejecting, without a bulk key.
Exits with 1 where these take more than 230 keys, or where the library does not hold what was decided.
"""

import os
import select
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pexpect  # type: ignore[import-untyped]  # it has no types, as in the tests

from reader.models import Article, Quote, QuoteType, Span, Status
from reader.store import Store

ENTER, TAB, ESCAPE, KEEP, QUIT = "\r", "\t", "\x1b", "\x13", "\x11"
QUOTES_SCREEN, LIBRARY_SCREEN = "\x1bOS", "\x1bOR"
SUGGESTIONS = 200
WRONG = 60
"""Suggestions that the person rejects."""
ARTICLES = 40
LONG = "Ein langer Tag im Rat"
BUDGET = 230
"""Keys for all the suggestions."""
QUIET = 0.06
"""Seconds without output after which the screen stands."""
FIRST = 1.2
"""Seconds in which a key that shows anything begins to; longer than a key may ever hold the next one."""
STARTING = 20.0

SENTENCE = "„Wir haben lange über Punkt {number} beraten“, sagte die Sprecherin des Ausschusses am Montag. "


class Action(NamedTuple):
    """What a person does, and the keys that do it."""

    kind: str
    keys: tuple[str, ...]


class Done(NamedTuple):
    """An action that was played, and the seconds waited after each of its keys."""

    kind: str
    waits: tuple[float, ...]


# -- the library ---------------------------------------------------------------------------------------------


def build(library: Path) -> None:
    """A library with one long article of 200 suggestions, and forty short ones."""
    with Store(library, actor="bench") as store:
        for number in range(ARTICLES):
            store.articles.add(*written(f"Kurzbericht {number}", 3), detector="bench")
        store.articles.add(*written(LONG, SUGGESTIONS), detector="bench")


def written(title: str, count: int) -> tuple[Article, list[Quote]]:
    """An article of so many sentences, each with a quote."""
    sentences = [SENTENCE.format(number=number) for number in range(count)]
    text = f"{title}.\n\n" + "".join(
        sentence + ("\n\n" if number % 4 == 3 else "") for number, sentence in enumerate(sentences)
    )
    quotes, at = [], 0
    for _ in sentences:
        start = text.index("„", at)
        at = text.index("“", start) + 1
        who = text.index("die Sprecherin", at)
        quotes.append(
            Quote(
                QuoteType.DIRECT,
                (Span(start, at),),
                speaker=(Span(who, who + 34),),
                confidence=0.9,
                resolved_speaker="Sprecherin des Ausschusses",
            )
        )
    return Article(text, title=title, language="de"), quotes


def decided(library: Path) -> Counter[Status]:
    """How the suggestions of the long article stand, when what was asked for is stored."""
    time.sleep(1)
    with Store(library) as store:
        (found,) = (number for number in range(1, ARTICLES + 2) if _title(store, number) == LONG)
        return Counter(quote.status for quote in store.quotes.of(found))


def _title(store: Store, number: int) -> str:
    return store.articles.get(number).title


# -- the day -------------------------------------------------------------------------------------------------


def morning() -> Iterator[Action]:
    """In the library: looking through, starring, opening and leaving, searching: 40 actions."""
    for number in range(20):
        yield Action("a row further", ("j",))
        if number % 4 == 0:
            yield Action("star", ("s",))
    for _ in range(5):
        yield Action("open an article", (ENTER,))
        yield Action("back to the list", (ESCAPE,))
    yield Action("list of quotes", (QUOTES_SCREEN,))
    yield Action("list of articles", (LIBRARY_SCREEN,))
    for word in ("sprecherin", "langer tag"):
        yield Action("search the library", ("/", *word, ENTER))
        yield Action("clear the search", (ESCAPE,))
    yield Action("search the library", ("/", *"langer tag", ENTER))


def deciding(moves_on: bool) -> Iterator[Action]:
    """One suggestion after the other; every one that is wrong is rejected: 200 actions."""
    for number in range(SUGGESTIONS):
        key = "x" if number % 10 in (2, 5, 8) and number < WRONG * 10 // 3 else ENTER
        to_it = () if moves_on and number else (TAB,)
        yield Action("decide a suggestion", (*to_it, key))


def afternoon() -> Iterator[Action]:
    """On the desk: reading, finding, tagging, noting, undoing: 60 actions."""
    yield Action("to the top", ("g",))
    for number in range(10):
        yield Action("next quote", (TAB,))
        yield Action("tag", ("t", *f"rat/{number % 3}", ENTER))
        yield Action("note", ("m", *f"Nachfragen {number}", KEEP))
        yield Action("page down", (" ",))
    for number in range(4):
        yield Action("find in the text", ("/", *f"punkt {number}", ENTER))
        yield Action("leave the find", (ESCAPE,))
    for _ in range(3):
        yield Action("line down", ("j",))
    yield Action("undo", ("u",))
    yield Action("redo", ("\x12",))
    yield Action("paragraph further", ("}",))
    yield Action("to the end", ("G",))
    yield Action("legend", ("\x1bOQ",))
    yield Action("close the legend", (ESCAPE,))


# -- the terminal --------------------------------------------------------------------------------------------


class Terminal:
    """The program, its keys and how long its screen takes."""

    def __init__(self, library: Path, folder: Path) -> None:
        settings = {
            "READER_CONFIG": str(folder / "config.toml"),
            "HOME": str(folder),
            "TERM": "xterm-256color",
        }
        self._child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "reader", "--library", str(library)],
            dimensions=(40, 120),
            env={**os.environ, "TEXTUAL_ANIMATIONS": "none", **settings},
        )
        self.start = self._settle(STARTING, quiet=0.5)

    def _settle(self, first: float, quiet: float = QUIET) -> float:
        """Seconds until the last output, 0 where there is none."""
        begun = last = time.perf_counter()
        patience = first
        while select.select([self._child.child_fd], [], [], patience)[0]:
            try:
                os.read(self._child.child_fd, 65536)
            except OSError:  # the program has ended
                break
            last, patience = time.perf_counter(), quiet
        return last - begun

    def key(self, key: str) -> float:
        """Press one key; seconds until the screen stands."""
        self._child.send(key)
        return self._settle(FIRST)

    def play(self, actions: Iterable[Action]) -> list[Done]:
        """Do all of it, one key after the other."""
        return [Done(action.kind, tuple(self.key(key) for key in action.keys)) for action in actions]

    def memory(self) -> tuple[float, float]:
        """Megabytes now, and at most; none where the system does not tell."""
        try:
            status = Path(f"/proc/{self._child.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0, 0.0
        found = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        now, most = (int(found[name].split()[0]) / 1000 for name in ("VmRSS", "VmHWM"))
        return now, most

    def leave(self) -> None:
        """Quit; what is asked for is stored before."""
        self._child.send(QUIT)
        self._settle(FIRST, quiet=1.0)
        self._child.close(force=True)


def moves_on(terminal: Terminal, library: Path) -> bool:
    """Whether deciding goes on to the next suggestion by itself; the library is as it was afterwards."""
    terminal.play([Action("try", ("g", TAB, ENTER, "x"))])
    found = decided(library)
    if not found[Status.REJECTED]:
        raise SystemExit("The long article is not on the desk, or its keys are others now.")
    terminal.play([Action("take back", ("u", "u", ESCAPE, "g"))])
    return bool(found[Status.ACCEPTED])


# -- figures -------------------------------------------------------------------------------------------------


def report(done: list[Done]) -> None:
    """Print keys and waiting, of each kind of action and of all."""
    kinds = list(dict.fromkeys(one.kind for one in done))
    print(f"{'action':24}{'times':>6}{'keys':>6}{'median ms':>11}{'worst ms':>10}")
    for kind in kinds:
        _line(kind, [one for one in done if one.kind == kind])
    _line("all", done)


def _line(name: str, done: list[Done]) -> None:
    waits = [wait * 1000 for one in done for wait in one.waits]
    print(f"{name:24}{len(done):6}{len(waits):6}{statistics.median(waits):11.0f}{max(waits):10.0f}")


def main() -> int:
    """Play the day; 1 where the suggestions take too many keys or were not decided."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        build(library)
        terminal = Terminal(library, Path(folder))
        try:
            return _day(terminal, library)
        finally:
            terminal.leave()


def _day(terminal: Terminal, library: Path) -> int:
    before = terminal.memory()[0]
    done = terminal.play(morning())
    terminal.play([Action("open the long article", (ENTER,))])
    goes_on = moves_on(terminal, library)
    decisions = terminal.play(deciding(goes_on))
    done += decisions + terminal.play(afternoon())
    report(done)
    found, keys = decided(library), sum(len(one.waits) for one in decisions)
    now, most = terminal.memory()
    print(f"\n{len(done)} actions; the start took {terminal.start * 1000:.0f} ms")
    print(f"memory {before:.0f} MB in the morning, {now:.0f} MB in the evening, {most:.0f} MB at most")
    print(f"deciding goes on to the next by itself: {'yes' if goes_on else 'no'}")
    accepted, rejected = found[Status.ACCEPTED], found[Status.REJECTED]
    right = (accepted, rejected) == (SUGGESTIONS - WRONG, WRONG)
    print(f"{accepted} accepted, {rejected} rejected: {'as played' if right else 'WRONG'}")
    kept = keys <= BUDGET
    print(f"{keys} keys for {SUGGESTIONS} suggestions (budget {BUDGET}: {'kept' if kept else 'BROKEN'})")
    return 0 if right and kept else 1


if __name__ == "__main__":
    sys.exit(main())
