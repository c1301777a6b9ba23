"""What is shown of a draft that gives away a source: neither the name nor what articles call them."""

from pathlib import Path

from reader.ledgers import Ledger, Statement, StatementKind
from reader.library.covering import Covering
from reader.library.ledgers.presenting import sheet_of
from reader.models import Source, TermsOfUse
from reader.store import Store
from tests.library.manuscripts import checked, kinds

ARTICLE = "„Uns hat beim Bad niemand gefragt, leider“, sagte die Vorsitzende des Fördervereins."
WORDS = "Uns hat beim Bad niemand gefragt, leider"


def on_background(store: Store) -> None:
    source = store.sources.add(
        Source("Petra Maulwurf", use=TermsOfUse.BACKGROUND, description="eine Kennerin")
    )
    store.sources.assign(store.quotes.ids(""), source.id)


def off_record(store: Store) -> None:
    store.quotes.set_use(store.quotes.ids(""), TermsOfUse.OFF_RECORD)


def test_what_an_article_calls_a_covered_source_is_covered_in_the_draft(tmp_path: Path) -> None:
    draft = f"„{WORDS}“, sagte die Vorsitzende des Fördervereins."
    report = checked(tmp_path, draft, ARTICLE, then=on_background)
    assert kinds(report)[0] == "must not be named"
    assert "Vorsitzende" not in str(report)
    with Store(tmp_path / "library.db", actor="tests") as store:
        row = Statement(StatementKind.OTHER, draft, draft)
        sheet = sheet_of(store, Covering(store), Ledger("Entwurf"), [row])
        assert "Vorsitzende" not in str(sheet)
        shown = sheet_of(store, Covering(store, confidential=True), Ledger("Entwurf"), [row])
        assert "Vorsitzende" in str(shown)


def test_words_off_the_record_are_found_outside_of_marks(tmp_path: Path) -> None:
    report = checked(tmp_path, f"Im Verein heißt es bitter: {WORDS}. Mehr nicht.", ARTICLE, then=off_record)
    assert "off the record" in kinds(report)
    assert "niemand gefragt" not in str(report.findings)
