"""Steps of an authorisation are kept whole, wherever a library goes."""

from dataclasses import replace
from pathlib import Path

from reader.config import Config
from reader.library.forgetting import forget, person, plan
from reader.models import Agreed, Authorisation, Authorised, Printed, Silence, Source
from reader.store import Store
from tests.store.conftest import FOUND, TEXT
from tests.store.test_merging import ARTICLE
from tests.store.test_replay import state

SENT = Authorised(
    Authorisation.SENT,
    "",
    "",
    "",
    "2026-11-20T10:00:00Z",
    agreed=Agreed.INDIRECT,
    until="2026-12-04",
    silence=Silence.NO,
    sheet="3f2a9c1b-aaaa",
    number=2,
    shown="So war es",
)
DECIDED = Authorised(
    Authorisation.CHANGED,
    "",
    "",
    "Eva Sander",
    "2026-12-05T09:00:00Z",
    prints=Printed.SPOKEN,
    remark="Kürzer",
)


def test_a_merge_brings_the_steps_and_undo_takes_them_back(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "other.db", actor="bernd") as other:
        number = other.articles.add(ARTICLE, FOUND, "rules-1").id
        first = other.quotes.of(number)[0].id
        for step in (SENT, DECIDED):
            other.quotes.add_authorisation(first, step)
        kept = other.quotes.authorisations(first)
        store.sources.add(Source("Davor"))
        before = state(store)
        store.merge(other.path)
    (mine,) = store.articles.ids()
    here = store.quotes.of(mine)[0]
    assert [replace(one, quote_id=first) for one in store.quotes.authorisations(here.id)] == kept
    assert here.authorisation is Authorisation.CHANGED
    store.journal.undo()
    assert state(store) == before


def test_a_step_says_who_and_what_was_said_where_it_leaves_that_open(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    store.quotes.add_authorisation(first.id, SENT)
    (step,) = store.quotes.authorisations(first.id)
    assert step.spoken == first.stored_words
    assert step.spoken in TEXT
    assert step.who
    assert store.quotes.authorisations_on("3f2a9c1b") == [step]
    assert store.quotes.authorisations_on("3f2a9c1c") == []


def test_who_is_forgotten_is_in_no_step(store: Store, article: int, library: Path) -> None:
    first = store.quotes.of(article)[0].id
    kolb = store.sources.add(Source("Jana Kolb"))
    store.quotes.add_authorisation(first, replace(SENT, who="Jana Kolb"))
    store.quotes.add_authorisation(first, replace(DECIDED, remark="Frau Kolb rief an"))
    who = person(store, store.sources.get(kolb.id))
    forget(store, Config(), who, plan(store, Config(), who), cover_notes=True)
    content = b"".join(file.read_bytes() for file in library.parent.glob(f"{library.name}*"))
    assert b"Kolb" not in content


def test_the_doctor_finds_a_term_that_is_none(store: Store, article: int, library: Path) -> None:
    import sqlite3

    store.quotes.add_authorisation(store.quotes.of(article)[0].id, SENT)
    raw = sqlite3.connect(library)
    raw.execute("UPDATE authorisations SET silence = 'perhaps'")
    raw.commit()
    raw.close()
    assert any("silence" in finding.what or "perhaps" in finding.what for finding in store.doctor())
