"""What is kept of a source for oneself: fields, contacts; and what becomes of both."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import StoreError
from reader.library.forgetting import forget, person, plan
from reader.models import Source
from reader.store import Store


def with_details(store: Store, name: str, contacts: str = "", **fields: str) -> int:
    """Enter a source with fields, and contacts where those may be kept."""
    number = store.sources.add(Source(name)).id
    store.sources.details.set_fields(number, fields)
    if contacts:
        store.sources.details.set_contacts(number, contacts)
    return number


def test_fields_are_changed_taken_off_and_brought_back(store: Store) -> None:
    details = store.sources.details
    number = with_details(store, "Jana Kolb", gender="f", sector="politics")
    details.set_fields(number, {"gender": "x", "sector": ""})
    assert details.fields(number) == {"gender": "x"}
    store.journal.undo()
    assert details.fields(number) == {"gender": "f", "sector": "politics"}
    store.sources.remove([number])
    store.journal.undo()
    assert details.fields(number) == {"gender": "f", "sector": "politics"}, "and with who was removed"


def test_sums_count_everybody_once(store: Store, article: int) -> None:
    kolb = with_details(store, "Jana Kolb", gender="f")
    with_details(store, "Uwe Raumann", gender="m")
    with_details(store, "Ina Berg", gender="f")
    with_details(store, "Amt")
    store.sources.assign([quote.id for quote in store.quotes.of(article)[:2]], kolb)
    found = [(one.value, one.sources, one.quotes) for one in store.sources.details.sums("gender")]
    assert found == [("f", 2, 2), ("m", 1, 0), ("", 1, 0)]


def test_no_contact_is_kept_before_the_warning_was_read(store: Store) -> None:
    with pytest.raises(StoreError, match="plain file"):
        with_details(store, "Jana Kolb", "+49 30 123")
    store.sources.details.confirm()
    number = with_details(store, "Jana Kolb", "+49 30 123")
    assert store.sources.details.contacts(number) == "+49 30 123"


def test_contacts_are_in_no_journal_and_come_back_with_their_source(store: Store) -> None:
    store.sources.details.confirm()
    number = with_details(store, "Jana Kolb", "+49 30 123")
    store.sources.remove([number])
    store.journal.undo()
    assert store.sources.details.contacts(number) == "+49 30 123"
    assert store._db.value("SELECT count(*) FROM journal_changes WHERE after LIKE '%+49%'") == 0


def test_who_is_merged_brings_fields_and_contacts(store: Store) -> None:
    store.sources.details.confirm()
    kept = with_details(store, "Jana Kolb", "+49 30 123", gender="f")
    other = with_details(store, "J. Kolb", "kolb@example.org", gender="m", sector="politics")
    store.sources.merge(kept, [other])
    assert store.sources.details.fields(kept) == {"gender": "f", "sector": "politics"}
    assert store.sources.details.contacts(kept) == "+49 30 123\nkolb@example.org"


def test_of_who_is_forgotten_nothing_is_left(store: Store, library: Path) -> None:
    store.sources.details.confirm()
    number = with_details(store, "Jana Kolb", "+49 30 123", herkunft="Hafenquelle")
    store.voices.dismiss(["Jana Kolb"])
    who = person(store, store.sources.get(number))
    forget(store, Config(), who, plan(store, Config(), who), cover_notes=True)
    left = b"".join(file.read_bytes() for file in library.parent.glob(f"{library.name}*"))
    assert [word for word in (b"+49 30", b"Hafenquelle", b"Kolb") if word in left] == []


@pytest.mark.parametrize("confirmed", [True, False])
def test_another_library_brings_what_is_not_known_here(store: Store, tmp_path: Path, confirmed: bool) -> None:
    ours = with_details(store, "Jana Kolb", gender="f")
    with Store(tmp_path / "other.db") as other:
        other.sources.details.confirm()
        with_details(other, "Jana Kolb", "+49 30 123", gender="m", sector="politics")
    if confirmed:
        store.sources.details.confirm()
    conflicts = store.merge(tmp_path / "other.db").conflicts
    assert store.sources.details.fields(ours) == {"gender": "f", "sector": "politics"}
    if confirmed:
        assert store.sources.details.contacts(ours) == "+49 30 123"
    else:
        assert conflicts == ["Contacts of Jana Kolb stay there: none are kept in this library yet."]
