"""What other programs are handed: covered, with what must be told, and read by no shell."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.config import HandedCommand
from reader.errors import ReaderError
from reader.library import handing, running_programs
from reader.library.handing import Handed, questions_of, run, to_hand
from reader.library.running_programs import running
from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, TermsOfUse
from reader.store import Store

TEXT = "Die Stadt spart. „Das wird teuer“, sagte Erika Mustermann am Montag. Mehr weiß niemand."
SPOKEN = Span(TEXT.index("„"), TEXT.index("“") + 1)
NAME = Span(TEXT.index("Erika"), TEXT.index(" am Montag"))


@pytest.fixture(autouse=True)
def nothing_runs_on() -> Iterator[None]:
    """What a test has left running ends with it."""
    yield
    for program in running():
        program.end()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    article = Article(
        TEXT,
        title="Stadt $(spart); '",
        outlet="Blatt",
        url="https://blatt.example/a",
        language="de",
        embargo="SPERRFRIST: Redebeginn",
    )
    quote = Quote(QuoteType.DIRECT, (SPOKEN,), speaker=(NAME,), resolved_speaker="Erika Mustermann")
    with Store(tmp_path / "library.db") as store:
        store.articles.add(article, [quote])
        yield store


def python(code: str, *more: str) -> HandedCommand:
    return HandedCommand("probe", (sys.executable, "-c", code, *more))


ECHO = "import sys; print(sys.argv[1:], sys.stdin.read())"


def test_an_article_goes_with_its_facts_and_what_must_be_told(store: Store) -> None:
    handed = to_hand(store, 1, "article", 0, None, "house")
    told = run(python(ECHO, "{title}", "--at={url}"), handed).words
    assert TEXT in told
    assert "[embargo: SPERRFRIST: Redebeginn]" in told
    assert repr(["Stadt $(spart); '", "--at=https://blatt.example/a"]) in told, "no shell reads the title"


def test_a_quote_goes_with_its_citation_and_the_address_at_it(store: Store) -> None:
    handed = to_hand(store, 1, "quote", 1, None, "house")
    assert "„Das wird teuer“" in handed.text
    assert "Erika Mustermann" in handed.text
    assert "embargo" in handed.text
    assert handed.link == "https://blatt.example/a#:~:text=Das%20wird%20teuer"


def test_a_passage_says_what_must_be_told_of_it(store: Store) -> None:
    handed = to_hand(store, 1, "selection", 0, (0, 16), "house")
    assert handed.text == "Die Stadt spart. [embargo: SPERRFRIST: Redebeginn]\n"


def test_who_is_protected_is_named_to_no_program(store: Store) -> None:
    source = store.sources.add(Source("Erika Mustermann", SourceKind.PERSON, identity_protected=True))
    store.sources.assign([1], source.id)
    for gives, quote in (("article", 0), ("quote", 1), ("selection", 0)):
        assert "Mustermann" not in to_hand(store, 1, gives, quote, (0, len(TEXT)), "house").text
    assert questions_of(store, 1) == ()


def test_what_is_not_for_publication_is_not_handed_over(store: Store) -> None:
    source = store.sources.add(Source("Erika Mustermann", SourceKind.PERSON, use=TermsOfUse.OFF_RECORD))
    store.sources.assign([1], source.id)
    with pytest.raises(ReaderError, match="not for publication"):
        to_hand(store, 1, "quote", 1, None, "house")
    assert "Das wird teuer" not in to_hand(store, 1, "article", 0, None, "house").text


def test_words_stand_in_one_argument_and_become_no_option(store: Store) -> None:
    at = TEXT.index("Stadt")
    handed = to_hand(store, 1, "selection", 0, (at, at + 5), "house")
    (first, *_rest) = run(python("import sys; print(*sys.argv[1:], sep='|')", "{words}"), handed).words.split(
        "|"
    )
    assert first.startswith("Stadt")
    argued = python("import sys; print(sys.argv[1:])", "{words}", "https://wb.example/?q={words}")
    told = run(argued, Handed("--rm  teuer\n& billig\n")).words
    assert told == repr(["rm teuer & billig", "https://wb.example/?q=rm%20teuer%20%26%20billig"])


def test_a_command_that_fails_or_is_not_there_is_said() -> None:
    with pytest.raises(ReaderError, match=r"probe failed \(3\): nothing works"):
        run(python("import sys; print('nothing works'); sys.exit(3)"), Handed("x"))
    with pytest.raises(ReaderError, match="cannot be started"):
        run(HandedCommand("probe", ("/no/such/program",)), Handed("x"))


def test_a_command_that_reads_nothing_and_says_much_is_heard() -> None:
    told = run(python("print('ä' * 100_000)"), Handed("x" * 1_000_000))
    assert told.words.startswith("ää")
    assert len(told.words) <= 20_000


def test_a_command_that_runs_on_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "LONGEST_WAIT", 0.1)
    assert run(python("import time; time.sleep(60)"), Handed("x")).is_running


def test_a_command_that_says_something_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running_programs, "MOST_SAID", 100_000)
    with pytest.raises(ReaderError, match="without end, and was stopped"):
        run(python("while True: print('y' * 1000)"), Handed("x"))
    assert running() == ()


def test_what_runs_is_told_and_stopped_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing, "MOMENT", 0.1)
    still = tmp_path / "still"
    child = f"import time, pathlib; time.sleep(1); pathlib.Path({str(still)!r}).write_text('here')"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    told: list[str] = []

    def stop() -> None:
        told.extend(one.name for one in running())
        for one in running():
            one.stop()

    outcome = run(python(code), Handed("x"), say_long=stop)
    assert told == ["probe"]
    assert outcome.was_stopped
    time.sleep(1)
    assert not still.exists()


def test_a_command_that_does_not_listen_is_ended_by_force() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    assert run(python(code), Handed("x"), say_long=lambda: running()[0].stop()).was_stopped
    assert running() == ()


def test_an_interrupted_wait_ends_the_command() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(python("import time; time.sleep(60)"), Handed("x"), say_long=interrupt)
    assert running() == ()
