"""Adding articles: one's failure never stops the rest, what is done is kept, every core helps."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ReaderError
from reader.library.adding import Progress, add_locations
from reader.library.detecting import DetectionSettings
from reader.library.preparing import Preparation
from reader.library.renewing import redetect, refetch
from reader.models import Anchor, Article, Note, Quote, QuoteType, Span, Status
from reader.store import Store

SAID = "„Wir wollen das Haus Nummer {0} heute wirklich bauen“, sagte Erika Mustermann am Montag im Rathaus."
RULES = Preparation(DetectionSettings("rules"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def fill(folder: Path, count: int) -> None:
    for number in range(count):
        text = f"Titel Nummer {number}\n\nDas ist der Vorspann zu dem Text.\n\n{SAID.format(number)}\n"
        (folder / f"{number:04d}.txt").write_text(text, encoding="utf-8")


def outcomes(steps: Iterator[Progress]) -> list[str]:
    return [step.outcome for step in steps]


def test_articles_are_added_with_their_quotes(store: Store, folder: Path) -> None:
    fill(folder, 3)
    steps = list(add_locations(store, [str(folder)], preparation=RULES))
    assert [(step.done, step.total, step.outcome, step.quotes) for step in steps] == [
        (1, 3, "new", 1),
        (2, 3, "new", 1),
        (3, 3, "new", 1),
    ]
    assert store.articles.get(steps[0].article_id).title == "Titel Nummer 0"
    assert store.quotes.of(steps[0].article_id)[0].origin == "rules-1"


def test_the_same_again_is_the_same(store: Store, folder: Path) -> None:
    fill(folder, 2)
    list(add_locations(store, [str(folder)], preparation=RULES))
    assert outcomes(add_locations(store, [str(folder)], preparation=RULES)) == ["same", "same"]
    assert store.articles.count() == 2


def test_a_bad_location_is_one_sentence_and_the_rest_goes_on(store: Store, folder: Path) -> None:
    fill(folder, 2)
    (folder / "leer.txt").write_text("", encoding="utf-8")
    given = [
        str(folder / "0000.txt"),
        str(folder / "none.txt"),
        str(folder / "leer.txt"),
        str(folder / "0001.txt"),
    ]
    steps = list(add_locations(store, given, preparation=RULES))
    assert [step.outcome for step in steps] == ["new", "failed", "failed", "new"]
    assert "none.txt" in steps[1].message
    assert all("\n" not in step.message for step in steps)


def test_a_fault_in_reading_spoils_one_article_only(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reader.ingest

    fill(folder, 2)
    read = reader.ingest.read

    def breaking(location: str, **options: Any) -> Article:
        if location.endswith("0000.txt"):
            raise RuntimeError("two\nlines")
        return read(location, **options)

    monkeypatch.setattr("reader.ingest.read", breaking)
    steps = list(add_locations(store, [str(folder)], preparation=RULES))
    assert [step.outcome for step in steps] == ["failed", "new"]
    assert "RuntimeError: two lines" in steps[0].message


def test_ended_early_what_was_read_is_kept(store: Store, folder: Path) -> None:
    fill(folder, 120)
    with closing(add_locations(store, [str(folder)], preparation=RULES)) as steps:  # type: ignore[type-var]  # a generator
        for step in steps:
            if step.done == 60:
                break
    assert store.articles.count() >= 60
    rest = outcomes(add_locations(store, [str(folder)], preparation=RULES))
    assert rest.count("same") >= 60
    assert store.articles.count() == 120


def test_an_interrupt_while_reading_keeps_and_tells_what_was_ready(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reader.ingest

    fill(folder, 10)
    read = reader.ingest.read

    def interrupted(location: str, **options: Any) -> Article:
        if location.endswith("0005.txt"):
            raise KeyboardInterrupt
        return read(location, **options)

    monkeypatch.setattr("reader.ingest.read", interrupted)
    steps = add_locations(store, [str(folder)], preparation=RULES)
    assert [next(steps).outcome for _ in range(5)] == ["new"] * 5
    with pytest.raises(KeyboardInterrupt):
        next(steps)
    assert store.articles.count() == 5


def test_a_long_import_goes_on_without_reading_again_what_has_not_changed(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reader.ingest

    monkeypatch.setattr("reader.library.adding.WORTH_IT", 5)
    fill(folder, 6)
    for path in folder.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    later = "9999-01-01T00:00:00Z"  # whatever the clock says of files made a moment ago
    monkeypatch.setattr("reader.store.adding.now", lambda: later)
    assert outcomes(add_locations(store, [str(folder)], preparation=RULES)) == ["new"] * 6
    asked = list[str]()
    read = reader.ingest.read

    def noted(location: str, **options: Any) -> Article:
        asked.append(location)
        return read(location, **options)

    monkeypatch.setattr("reader.ingest.read", noted)
    (folder / "0006.txt").write_text(
        "Neu\n\nEin Text, den es noch nicht gab, sagte Eva Beispiel.", encoding="utf-8"
    )
    assert outcomes(add_locations(store, [str(folder)], preparation=RULES)) == ["same"] * 6 + ["new"]
    assert asked == [str(folder / "0006.txt")]
    replaced = Preparation(replace=True)
    assert outcomes(add_locations(store, [str(folder)], preparation=replaced)) == ["same"] * 7
    assert len(asked) == 8


def test_several_processes_give_the_same_library(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.preparing.WORTH_IT", 10)
    fill(folder, 30)
    (folder / "0010.txt").write_bytes(b"\x00\x01\x02" * 500)
    alone = [(s.outcome, s.title, s.quotes) for s in add_locations(store, [str(folder)], preparation=RULES)]
    with Store(tmp_path / "other.db") as other:
        steps = list(add_locations(other, [str(folder)], jobs=2, preparation=RULES))
        assert [(s.outcome, s.title, s.quotes) for s in steps] == alone
        assert [s.done for s in steps] == list(range(1, 31))
        assert list(other.verify()) == []


def test_a_batch_is_one_step_to_undo(store: Store, folder: Path) -> None:
    fill(folder, 5)
    list(add_locations(store, [str(folder)], preparation=RULES))
    assert store.journal.undo() == "Add 5 articles"
    assert store.articles.count() == 0


def test_tags_and_language_are_put_on_all(store: Store, folder: Path) -> None:
    fill(folder, 1)
    how = Preparation(None, language="nl", tags=("neu",))
    (step,) = add_locations(store, [str(folder)], preparation=how)
    article = store.articles.get(step.article_id)
    assert (article.language, article.tags, step.quotes) == ("nl", ("neu",), 0)
    list(add_locations(store, [str(folder)], preparation=Preparation(tags=("nochmal",))))
    assert store.articles.get(step.article_id).tags == ("neu", "nochmal")


def test_a_changed_text_is_a_new_version_with_quotes_and_notes_in_place(store: Store, folder: Path) -> None:
    path = folder / "a.txt"
    body = "Der Vorspann nennt das Thema und den Ort.\n\n" + SAID.format(1)
    path.write_text(f"Titel\n\n{body}\n\nDer letzte Absatz des Textes steht hier.\n", encoding="utf-8")
    (first,) = add_locations(store, [str(path)], preparation=RULES)
    text = store.articles.text(first.article_id)
    quote = next(q for q in store.quotes.of(first.article_id) if q.type == QuoteType.DIRECT)
    store.quotes.set_status([quote.id], Status.ACCEPTED)
    start = text.index("Der letzte Absatz")
    note = store.notes.save(Note("Stimmt das?", first.article_id, span=Span(start, start + 17)))
    gone = store.quotes.add(first.article_id, Quote(QuoteType.REPORTED, (Span(0, text.index("„") - 2),)))

    path.write_text(
        f"Titel\n\nGanz anders fängt es nun an, mit neuen Worten.\n\n{SAID.format(1)}\n\n"
        "Noch ein Satz. Der letzte Absatz des Textes steht hier.\n",
        encoding="utf-8",
    )
    (second,) = add_locations(store, [str(path)], preparation=RULES)
    assert (second.outcome, second.article_id) == ("changed", first.article_id)
    now = store.articles.text(first.article_id)
    kept = store.quotes.get(quote.id)
    assert (kept.status, kept.words(now)) == (Status.ACCEPTED, quote.words(text))
    assert kept.speaker
    placed = store.notes.get(note.id)
    assert placed.span is not None
    assert now[placed.span.start : placed.span.end] == "Der letzte Absatz"
    assert store.quotes.get(gone.id).anchor == Anchor.ORPHAN
    assert store.articles.text(first.article_id, 1) == text
    assert list(store.verify()) == []
    assert len([q for q in store.quotes.of(first.article_id) if q.type == QuoteType.DIRECT]) == 1


def test_fetching_again_reads_the_same_place(store: Store, folder: Path) -> None:
    fill(folder, 1)
    (added,) = add_locations(store, [str(folder)], preparation=RULES)
    assert outcomes(refetch(store, [added.article_id], RULES)) == ["same"]
    path = folder / "0000.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nEin neuer Absatz kommt hinzu.\n", encoding="utf-8")
    assert outcomes(refetch(store, [added.article_id], RULES)) == ["changed"]
    path.unlink()
    (failed,) = refetch(store, [added.article_id], RULES)
    assert (failed.outcome, store.articles.get(added.article_id).version) == ("failed", 2)


def test_what_came_from_nowhere_cannot_be_fetched(store: Store) -> None:
    added = store.articles.add(Article("Ein Text.", location="clipboard"))
    (step,) = refetch(store, [added.id])
    assert "clipboard" in step.message


def test_looking_again_keeps_what_a_person_did(store: Store, folder: Path) -> None:
    fill(folder, 1)
    (added,) = add_locations(store, [str(folder)], preparation=Preparation(None))
    mine = store.quotes.add(added.article_id, Quote(QuoteType.REPORTED, (Span(0, 7),)))
    (step,) = redetect(store, [added.article_id], DetectionSettings("rules"))
    assert step.outcome == "changed"
    assert {quote.origin for quote in store.quotes.of(added.article_id)} == {"person", "rules-1"}
    assert store.quotes.get(mine.id).spans == mine.spans
    assert outcomes(redetect(store, [added.article_id, 99], DetectionSettings("rules"))) == ["same", "failed"]


def test_an_unreadable_folder_is_said(store: Store, folder: Path) -> None:
    fill(folder, 1)
    steps = list(add_locations(store, [str(folder / "none"), str(folder)], preparation=RULES))
    assert [step.outcome for step in steps] == ["failed", "new"]


def test_a_library_that_cannot_be_written_fails_each_article_and_raises_nothing(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, 2)

    def full(*_: object, **__: object) -> None:
        raise ReaderError("The disk is full.")

    monkeypatch.setattr(store.articles, "add", full)
    steps = list(add_locations(store, [str(folder)], preparation=RULES))
    assert [(step.outcome, step.message) for step in steps] == [("failed", "The disk is full.")] * 2


FEED = """<rss version="2.0"><channel><title>Stadtblatt</title>
<item><title>Eins</title><guid>1</guid><description>Anna Weber sagte: „Wir warten.“</description></item>
<item><title>Zwei</title><guid>2</guid><description>Die Fähre fährt wieder.</description></item>
<item><title>Leer</title><guid>3</guid></item>
</channel></rss>"""


def test_a_feed_becomes_its_articles_and_says_where_they_came_from(tmp_path: Path) -> None:
    (tmp_path / "news.rss").write_text(FEED, encoding="utf-8")
    with Store(tmp_path / "library.db") as store:
        first = [one.outcome for one in add_locations(store, [str(tmp_path)])]
        assert first == ["failed", "new", "new"]
        again = [one.outcome for one in add_locations(store, [str(tmp_path / "news.rss")])]
        assert again == ["failed", "same", "same"]
        titles = [row.title for row in store.articles.rows(store.articles.ids("feed:stadt"))]
        assert titles == ["Eins", "Zwei"], "what stands first in a feed stands first in the library"
        assert store.articles.ids("feed:bote") == []
        (facet,) = store.articles.facets().feed
        assert (facet.value, facet.count, facet.query) == ("Stadtblatt", 2, 'feed:"Stadtblatt"')
        assert len(store.articles.ids(facet.query)) == 2
        assert store.articles.get(1).feed == "Stadtblatt"


def test_fetching_again_reads_in_the_language_that_a_person_named(store: Store, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("Gesperrt\n\nDie Brücke ist zu.", encoding="utf-8")
    (added,) = add_locations(store, [str(path)], preparation=Preparation(language="en"))
    path.write_text(
        'Gesperrt\n\nDie Brücke ist zu. "We will open it again on Monday," said Karin Miller.',
        encoding="utf-8",
    )
    assert outcomes(refetch(store, [added.article_id])) == ["changed"]
    fetched = store.quotes.of(added.article_id)
    assert outcomes(redetect(store, [added.article_id])) == ["same"]
    assert [quote.spans for quote in fetched] == [quote.spans for quote in store.quotes.of(added.article_id)]
    assert fetched


FILE = (
    "---\ntitle: Streit um das Bad\npublished: 2022-03\ntags: [bad]\nurl: https://blatt.example/bad\n---\n\n"
)


@pytest.fixture
def edited(store: Store, folder: Path) -> Path:
    """A Markdown file that is in the library, written long before it."""
    path = folder / "bad.md"
    write_at(path, FILE, -3600)
    assert outcomes(add_locations(store, [str(path)], preparation=RULES)) == ["new"]
    return path


def write_at(path: Path, front: str, seconds: float) -> None:
    """Write the file as of so many seconds from now."""
    path.write_text(front + SAID.format(1), encoding="utf-8")
    moment = time.time() + seconds
    os.utime(path, (moment, moment))


def test_what_a_person_wrote_above_a_text_is_stored(store: Store, edited: Path) -> None:
    article = store.articles.get(1)
    assert (article.title, article.published, article.tags) == ("Streit um das Bad", "2022-03", ("bad",))
    assert outcomes(add_locations(store, [str(edited)], preparation=RULES)) == ["same"]


def test_facts_that_were_corrected_in_the_file_are_taken_over(store: Store, edited: Path) -> None:
    corrected = (
        FILE.replace("2022-03", "2021-12-05").replace("[bad]", "[bad, rat]").replace("/bad\n", "/rat\n")
    )
    write_at(edited, corrected, 3600)
    (step,) = add_locations(store, [str(edited)], preparation=RULES)
    assert (step.outcome, step.message, step.quotes) == ("changed", "changed facts: published, url, tags", 1)
    article = store.articles.get(1)
    assert (article.published, article.url) == ("2021-12-05", "https://blatt.example/rat")
    assert (article.tags, article.version, store.articles.count()) == (("bad", "rat"), 1, 1)


def test_what_was_changed_in_the_library_later_stays(store: Store, edited: Path) -> None:
    store.articles.update([1], published="2020")
    store.tags.detach(["bad"], articles=[1])
    assert outcomes(add_locations(store, [str(edited)], preparation=RULES)) == ["same"]
    assert (store.articles.get(1).published, store.articles.get(1).tags) == ("2020", ())


def test_a_new_text_and_new_facts_are_one_step(store: Store, edited: Path) -> None:
    write_at(edited, FILE.replace("2022-03", "2022-04") + "Ein neuer Absatz steht davor.\n\n", 3600)
    assert outcomes(add_locations(store, [str(edited)], preparation=RULES)) == ["changed"]
    assert (store.articles.get(1).published, store.articles.get(1).version) == ("2022-04", 2)
    store.journal.undo()
    assert (store.articles.get(1).published, store.articles.get(1).version) == ("2022-03", 1)
