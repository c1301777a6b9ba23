"""A person who is forgotten is in no byte of the library but in what articles say."""

from pathlib import Path

import pytest

from reader.config import Config, SavedSearch
from reader.library.forgetting import forget, person, plan
from reader.models import Authorisation, Evidence, Note, Source, Verification
from reader.store import Store
from reader.texts.name_mentions import COVER, NameMentions

GONE = (b"Kolb", b"kolb", b"KOLB", b"Jana", b"jana", b"Hafenquelle", b"Dietrich")


def bytes_of(library: Path) -> bytes:
    """All that lies on the disk under the library's name."""
    return b"".join(file.read_bytes() for file in sorted(library.parent.glob(f"{library.name}*")))


@pytest.fixture
def traces(store: Store, article: int) -> int:
    """A library in which a person has left traces everywhere; their number in the register."""
    first, second, _ = (quote.id for quote in store.quotes.of(article))
    kolb = store.sources.add(
        Source("Jana Kolb", role="Informantin", aliases=("Hafenquelle",), remarks="Kolbs Tel.")
    )
    other = store.sources.add(Source("J. Kolb-Dietrich", affiliation="Amt"))
    store.sources.add(Source("Ina Berg", remarks="kennt Jana Kolb seit 2019"))
    store.sources.assign([first], kolb.id)
    store.sources.assign([second], other.id)
    store.sources.merge(kolb.id, [other.id])
    note = store.notes.save(Note("Treffen mit\nKolb am Kanal", article))
    store.notes.save(Note("Treffen mit Kolb; JANA KOLB ruft an; zu kurz", article, id=note.id))
    store.tags.attach(["quellen/kolb", "Jana Kolb"], articles=[article], quotes=[first])
    evidence = Evidence(
        Verification.CHECKED, first, "recording", "aufnahmen/kolb.mp3", "Frau Kolb bestätigt", "Kolb"
    )
    store.quotes.set_verification([first], Verification.CHECKED, evidence)
    store.quotes.set_authorisation(first, Authorisation.APPROVED, "Kolb sagt ja")
    store.articles.update([article], title="Gespräch mit Kolb")
    store.articles.update([article], title="Ätna bebt")
    store.sources.update(Source("Jana Kolb", id=kolb.id, aliases=("Hafenquelle", "J. Kolb-Dietrich")))
    store.journal.undo()
    return kolb.id


def test_nothing_of_a_forgotten_person_is_left_in_the_file(store: Store, traces: int, library: Path) -> None:
    assert all(name in bytes_of(library) for name in GONE)
    who = person(store, store.sources.get(traces))
    found = plan(store, Config(), who)
    assert (found.traces.sources, found.traces.quotes, len(found.traces.notes)) == (1, 2, 1)
    assert set(found.traces.tags) == {"Jana Kolb", "quellen/kolb"}
    assert forget(store, Config(), who, found, cover_notes=True) == []
    left = bytes_of(library)
    assert [name for name in GONE if name in left] == []
    assert [source.name for source in store.sources.all()] == ["Ina Berg"]
    assert store.notes.of(store.articles.ids()[0])[0].body == f"Treffen mit {COVER}; {COVER} ruft an; zu kurz"


def test_neither_undo_nor_redo_brings_a_forgotten_person_back(
    store: Store, traces: int, library: Path
) -> None:
    who = person(store, store.sources.get(traces))
    forget(store, Config(), who, plan(store, Config(), who), cover_notes=True)
    while store.journal.undo():
        assert not [name for name in GONE if name in bytes_of(library)]
    while store.journal.redo():
        assert not [name for name in GONE if name in bytes_of(library)]
    assert [symptom.what for symptom in store.doctor() if symptom.serious] == []


def test_what_articles_say_stays_and_is_told(store: Store, article: int) -> None:
    source = store.sources.add(Source("Müller"))
    who = person(store, source)
    found = plan(store, Config(), who)
    assert found.traces.articles == (article,)
    forget(store, Config(), who, found, cover_notes=True)
    assert "Müller widersprach" in store.articles.get(article).text
    assert list(store.verify()) == []


def test_files_and_searches_of_ours_are_covered_and_backups_told(
    store: Store, traces: int, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    unsaved = tmp_path / "reader-unsaved-2026-01-01-000000.txt"
    unsaved.write_text("Notiz: Jana Kolb kommt am Montag", encoding="utf-8")
    (tmp_path / "config.toml").write_text(
        '[[searches]]\nname = "Akte"\nquery = "source:kolb"\n', encoding="utf-8"
    )
    settings = Config(searches=(SavedSearch("Akte", "source:kolb"),), path=tmp_path / "config.toml")
    backup = store.backup(tmp_path / "library-2026-01-01-000000.db")
    who = person(store, store.sources.get(traces))
    found = plan(store, settings, who)
    assert (found.files, found.searches, found.backups) == ((unsaved,), ("Akte",), (backup,))
    forget(store, settings, who, found, cover_notes=True)
    assert unsaved.read_text(encoding="utf-8") == f"Notiz: {COVER} kommt am Montag"
    assert "kolb" not in (tmp_path / "config.toml").read_text(encoding="utf-8")


def test_a_name_no_longer_in_the_register_can_be_forgotten(store: Store, article: int, library: Path) -> None:
    source = store.sources.add(Source("Jana Kolb"))
    store.sources.update(Source("Quelle Nord", id=source.id))
    who = person(store, None, "Jana Kolb")
    forget(store, Config(), who, plan(store, Config(), who), cover_notes=True)
    assert b"Kolb" not in bytes_of(library)
    assert [one.name for one in store.sources.all()] == ["Quelle Nord"]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Anruf von Jana Kolb", f"Anruf von {COVER}"),
        ("KOLBS Akte, jana kolb, Kolb, Jana", f"{COVER} Akte, {COVER}, {COVER}"),
        ("jana-kolb@example.org", f"{COVER}@example.org"),
        ("J. Kolb und Bernd Kolbe", f"{COVER} und Bernd Kolbe"),
        ("Jána Kolb", COVER),
        ("der Kolben, ein kolb", "der Kolben, ein kolb"),
        ("Jana Berg", "Jana Berg"),
    ],
)
def test_where_a_person_is_named(text: str, covered: str) -> None:
    assert NameMentions(["Jana Kolb"], ["Jana Berg"]).covered(text) == covered


@pytest.mark.parametrize(
    ("names", "text", "covered"),
    [
        (["Sebastian Kurz"], "zu kurz gedacht, sagt Kurz", f"zu kurz gedacht, sagt {COVER}"),
        (["Анна Новак"], "от Анны Новака", "от Анны ████"),
        (["张伟"], "给张伟打电话", "给████打电话"),
        (['Robert "Stilts" Manning'], 'bei Robert "Stilts" Manning', f"bei {COVER}"),
        (["Faisal al-Harbi"], "mit Al-Harbi", f"mit Al-{COVER}"),
    ],
)
def test_names_of_other_kinds(names: list[str], text: str, covered: str) -> None:
    assert NameMentions(names).covered(text) == covered
