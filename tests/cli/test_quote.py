"""`reader quote`: passages found as they are typed."""

import pytest

from reader.cli.passages import spans_of
from reader.errors import NotFoundError
from reader.models import QuoteType, Span, Status
from reader.store import Store
from tests.cli.conftest import TEXT, Run


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("zwei drei", 0, [(5, 14)]),
        ("zwei", 40, [(31, 35)]),
        ("eins … vier", 0, [(0, 4), (15, 19)]),
        ("eins [...] vier", 0, [(0, 4), (15, 19)]),
        ("zwei   drei", 0, [(5, 14)]),
    ],
)
def test_passages_are_found_over_line_ends_and_in_parts(
    words: str, near: int, expected: list[tuple[int, int]]
) -> None:
    text = "eins zwei\ndrei vier.  Und noch zwei."
    assert spans_of(words, text, near) == tuple(Span(*span) for span in expected)


@pytest.mark.parametrize("words", ["", " … ", "fünf", "vier … eins"])
def test_what_is_not_there_is_said(words: str) -> None:
    with pytest.raises(NotFoundError):
        spans_of(words, "eins zwei drei vier", 0)


def test_a_quote_is_made_changed_and_removed(run: Run, library: object, store: Store) -> None:
    assert run("quote", "1", "hieß es im Amt", "--type", "Reported", "--cue", "hieß").exit_code == 0
    made = store.quotes.get(3)
    assert (made.type, made.origin, made.words(TEXT)) == (QuoteType.REPORTED, "person", "hieß es im Amt")
    run("quote", "--change", "3", "teuer, hieß es", "--speaker", "im Amt", "--medium", "Writing")
    changed = store.quotes.get(3)
    assert (changed.words(TEXT), changed.medium) == ("teuer, hieß es", "Writing")
    assert [TEXT[a:b] for a, b in changed.speaker] == ["im Amt"]
    run("quote", "--change", "3", "--speaker", "")
    assert store.quotes.get(3).speaker == ()
    assert store.quotes.get(3).cue == made.cue
    run("quote", "--remove", "3")
    assert len(store.quotes.of(1)) == 2


def test_another_speaker_is_nobody_in_the_register_yet(run: Run, library: object, store: Store) -> None:
    run("mark", "1", "--source", "Erika Mustermann")
    run("quote", "--change", "1", "--speaker", "im Amt")
    quote = store.quotes.get(1)
    assert (quote.source, quote.resolved_speaker) == ("", "im Amt")
    assert run("undo").stderr == "Undone: Change a quote\n"
    assert store.quotes.get(1).source == "Erika Mustermann"


def test_all_that_is_changed_at_once_is_one_change(run: Run, library: object, store: Store) -> None:
    run(
        "quote",
        "--change",
        "1",
        "hieß es",
        "--speaker",
        "im Amt",
        "--type",
        "Reported",
        "--medium",
        "Writing",
    )
    (change,) = store.journal.entries(1, store.quotes.get(1).uid)[0].changes
    assert {"spans", "speaker", "type", "medium"} <= change.after.keys()


def test_nothing_is_changed_where_one_part_is_not_there(run: Run, library: object, store: Store) -> None:
    before = store.quotes.get(1)
    assert run("quote", "--change", "1", "hieß es", "--speaker", "steht nicht da").exit_code == 1
    assert store.quotes.get(1) == before


def test_what_a_detector_found_is_rejected_instead_of_removed(
    run: Run, library: object, store: Store
) -> None:
    run("quote", "--remove", "1")
    assert store.quotes.get(1).status is Status.REJECTED


def test_a_call_that_says_too_little_is_wrong(run: Run, library: object) -> None:
    assert run("quote", "1").exit_code == 2
    assert run("quote", "1", "steht nicht da").exit_code == 1


@pytest.mark.parametrize("written", ["mixed", "Mixed", "continued", "IndirectFreeIndirect"])
def test_a_type_is_named_as_on_every_screen_or_by_its_value(
    run: Run, library: object, store: Store, written: str
) -> None:
    assert run("quote", "--change", "1", "--type", written).exit_code == 0
    assert store.quotes.get(1).type is QuoteType.INDIRECT_FREE_INDIRECT
    refused = run("quote", "--change", "1", "--type", "half")
    assert refused.exit_code != 0
    assert "free indirect" in refused.stderr
