"""What a new draft leaves of the rows of the one before."""

from dataclasses import replace

from reader.ledgers import Proof, Statement, StatementKind, StatementState
from reader.library.detecting import AS_USUAL
from reader.library.ledgers.carrying import Carried, carried
from reader.library.ledgers.extracting import statements_of
from reader.models import Article

CALL = Proof("call", "Amt, 3.12.")
FIRST = "Bürgermeisterin Helga Brandt (54) sprach am Montag im Rathaus. Der Bau kostet 3,2 Millionen Euro."


def found(text: str) -> list[Statement]:
    return statements_of(Article(text, language="de"), AS_USUAL)


def redrafted(before: list[Statement], text: str) -> Carried:
    return carried(before, found(text), Article(text, language="de"))


def ticked(rows: list[Statement]) -> list[Statement]:
    return [replace(row, state=StatementState.CHECKED, proofs=(CALL,), id=at) for at, row in enumerate(rows)]


def row_of(rows: tuple[Statement, ...], kind: StatementKind) -> Statement:
    (one,) = (row for row in rows if row.kind is kind)
    return one


def test_an_age_that_changes_keeps_what_it_rests_on_and_is_open_again() -> None:
    done = redrafted(ticked(found(FIRST)), FIRST.replace("(54)", "(55)"))
    age = row_of(done.kept, StatementKind.AGE)
    assert (age.words, age.proofs, age.state) == ("55", (CALL,), StatementState.OPEN)
    assert "(54)" in age.before
    assert (done.new, done.gone) == ((), ())


def test_a_row_entered_by_hand_follows_its_sentence() -> None:
    by_hand = Statement(
        StatementKind.OTHER, "Der Bau kostet", "Der Bau kostet 3,2 Millionen Euro.", is_by_hand=True
    )
    for change in (("3,2", "3,3"), ("Der Bau", "Der Umbau")):
        text = FIRST.replace(*change)
        row = row_of(redrafted(ticked([by_hand]), text).kept, StatementKind.OTHER)
        assert (row.proofs, row.state) == ((CALL,), StatementState.OPEN)
        assert row.before == by_hand.sentence
        assert row.words in text
        assert row.sentence in text


def test_a_role_stays_a_row_where_the_name_stands_first_without_it() -> None:
    text = "Helga Brandt kam spät.\n\n" + FIRST.replace("(54)", "(55)")
    done = redrafted(ticked(found(FIRST)), text)
    assert row_of(done.kept, StatementKind.ROLE).proofs == (CALL,)
    name = row_of(done.kept, StatementKind.NAME)
    assert (name.proofs, name.sentence) == ((CALL,), "Helga Brandt kam spät.")


def test_evidence_never_moves_to_another_sentence() -> None:
    done = redrafted(
        ticked(found(FIRST)), "Die Brücke misst 20 Meter. Sprecherin Ina Berg lachte am Dienstag."
    )
    assert done.kept == ()


def test_where_somebody_lives_is_a_place() -> None:
    text = "“She must explain”, said Susan Field, 47, of Leeds. The Hull-based firm declined."
    rows = statements_of(Article(text, language="en"), AS_USUAL)
    assert [row.words for row in rows if row.kind is StatementKind.PLACE] == ["Leeds", "Hull"]


def test_a_heading_and_the_sentence_below_it_make_no_place() -> None:
    text = "The bridge nobody looked at\n\nNobody told the council in Leeds."
    rows = statements_of(Article(text, language="en"), AS_USUAL)
    assert [row.words for row in rows if row.kind is StatementKind.PLACE] == ["Leeds"]


def test_numbers_and_ages_as_papers_write_them() -> None:
    text = "Paul Shade (61, a former clerk) took £2m and 3bn more.[^4]"
    rows = statements_of(Article(text, language="en"), AS_USUAL)
    assert [
        (row.kind, row.words) for row in rows if row.kind in (StatementKind.AGE, StatementKind.NUMBER)
    ] == [
        (StatementKind.AGE, "61"),
        (StatementKind.NUMBER, "£2m"),
        (StatementKind.NUMBER, "3bn"),
    ]
