"""The search language: what a line means, and where it is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store import QueryError
from reader.store.fields import FIELDS
from reader.store.query import parse
from reader.store.query_nodes import And, Node, Not, Or, Term


def shown(node: Node) -> str:
    """A tree as one line, for tables."""
    if isinstance(node, Term):
        value = f'"{node.value}"' if node.exact else node.value
        near = f"~{node.near}" if node.near else ""
        return f"{node.field}:{value}{'*' if node.prefix else ''}{near}".lstrip(":")
    if isinstance(node, Not):
        return f"not {shown(node.part)}"
    word = " and " if isinstance(node, And) else " or "
    return f"[{word.join(shown(part) for part in node.parts)}]"


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("klima", "klima"),
        ("klima wandel", "[klima and wandel]"),
        ("klima OR wetter", "[klima or wetter]"),
        ("klima ODER wetter", "[klima or wetter]"),
        ("a b OR c", "[[a and b] or c]"),
        ("a (b OR c)", "[a and [b or c]]"),
        ("a -b", "[a and not b]"),
        ("-(a OR b)", "not [a or b]"),
        ('"höhere Steuern"', '"höhere Steuern"'),
        ('"er sagte ""nein"""', '"er sagte "nein""'),
        ("wahl*", "wahl*"),
        ('"wahl kampf"*', '"wahl kampf"*'),
        ("title:wahl", "title:wahl"),
        ("Title:Wahl", "title:Wahl"),
        ('speaker:"Angela Merkel"', 'speaker:"Angela Merkel"'),
        ("-is:starred", "not is:starred"),
        ("a & b", "[a and b]"),
        ("", "[]"),
        ("   ", "[]"),
        ("&", "[]"),
        ("12:30", "12:30"),
        ("https://example.org/a", "https://example.org/a"),
        ("or", "or"),
        ("()", "[]"),
        ("a OR &", "a"),
        ("a -()", "a"),
        ("--a", "a"),
        ("e-mail", "e-mail"),
        ("a AND b", "[a and b]"),
        ("a UND b OR c", "[[a and b] or c]"),
        ("after:-7d", "after:-7d"),
        ("before:morgen", "before:morgen"),
        ("steuern NEAR/5 senken", '"steuern senken"~5'),
        ("steuern NEAR senken jetzt", '["steuern senken"~10 and jetzt]'),
        ("a NAHE/3 b NEAR/7 c", '"a b c"~7'),
        ("near", "near"),
        ("re:(Haus|Hof)bau x", "[re:(Haus|Hof)bau and x]"),
        ("(re:Haus OR re:(a+)b)", "[re:Haus or re:(a+)b]"),
        (r"re:\(Haus\) klima", r"[re:\(Haus\) and klima]"),
        ("re:Haus.*", "re:Haus.*"),
        ("re:-?[0-9]+", "re:-?[0-9]+"),
    ],
)
def test_meaning(line: str, meaning: str) -> None:
    assert shown(parse(line)) == meaning


@pytest.mark.parametrize(
    ("line", "position", "hint"),
    [
        ('klima "höhere', 6, "not closed"),
        ("klima (a OR b", 6, "not closed"),
        ("klima)", 5, "too many"),
        ("OR klima", 0, "both sides"),
        ("klima OR", 6, "both sides"),
        ("a OR OR b", 2, "both sides"),
        ("AND klima", 0, "both sides"),
        ("klima AND", 6, "both sides"),
        ("a AND OR b", 2, "both sides"),
        ('tag:"a b"~3', 4, "words of a text"),
        ("a NEAR", 2, "between two words"),
        ("NEAR b", 0, "between two words"),
        ("NEAR(a b, 3)", 0, "between two words"),
        ('a NEAR "b c"', 2, "between two words"),
        ("a titel:b", 2, "title"),
        ("a zzz:b", 2, "outlet"),
        ("a title:", 2, "words of the title"),
        ("a -)", 2, "minus"),
        ("wort " * 300, 1000, "too long"),
        ("(" * 50 + "a" + ")" * 50, 20, "too many brackets"),
    ],
)
def test_errors_name_the_place_and_what_to_do(line: str, position: int, hint: str) -> None:
    with pytest.raises(QueryError, match=hint) as caught:
        parse(line)
    assert caught.value.position == position


def place_of_error(line: str) -> int | None:
    """Where a line is wrong, None where it is right."""
    try:
        parse(line)
    except QueryError as error:
        return error.position
    return None


@given(st.text(alphabet='ab:()"*-O R&ä\x00.', max_size=30) | st.text(max_size=20))
def test_any_line_is_read_or_refused_with_a_place_in_it(line: str) -> None:
    place = place_of_error(line)
    assert place is None or 0 <= place <= len(line)


def test_a_pattern_of_any_signs_is_read_or_refused_with_a_place_in_it() -> None:
    for value in ("(", ")", "((", "\\", "()", "a)b", '"', '(")', "(a b", "\\("):
        line = f"klima re:{value}"
        place = place_of_error(line)
        assert place is None or 0 <= place <= len(line)


def test_every_field_is_explained() -> None:
    assert all(FIELDS.values())
    assert shown(parse("(a OR b)")) == shown(Or((Term("a"), Term("b"))))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("verification", "verified"),
        ("language", "lang"),
        ("author", "byline"),
        ("Sprecher", "speaker"),
        ("authorization", "authorisation"),
        ("outlte", "outlet"),
    ],
)
def test_a_field_is_told_by_what_it_is_called_elsewhere(written: str, meant: str) -> None:
    with pytest.raises(QueryError, match=f"Did you mean “{meant}:”"):
        parse(f"{written}:x")
