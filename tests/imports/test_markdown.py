"""reader's Markdown after somebody worked on in it."""

from reader.imports.recognise import read
from reader.imports.values import MarkedText
from tests.formats.examples import DIRECT, DOSSIER, PASSAGE_NOTE, QUOTE_NOTE, written


def edited(*changes: tuple[str, str], windows: bool = False) -> MarkedText:
    content = written("markdown").decode()
    for old, new in changes:
        assert old in content
        content = content.replace(old, new, 1)
    content = content.replace("\n", "\r\n") if windows else content
    (text,) = read(content.encode("utf-8-sig"), "x.md").texts
    return text


def test_a_note_that_was_rewritten_comes_with_its_new_words() -> None:
    text = edited(
        ("Rückruf *morgen*", "Rückruf *heute* <b>"), ("> Was heißt das?", "> Was heißt das?\n> Und wann?")
    )
    assert text.quotes[0].notes[0].body == "Rückruf *heute* <b>\nbei ihr"
    assert text.marks[0].body == "Was heißt das?\nUnd wann?"
    assert text.marks[0].words == "=Gleichheit"
    assert QUOTE_NOTE.uid.replace("-", "").startswith(text.quotes[0].notes[0].uid)
    assert PASSAGE_NOTE.uid.replace("-", "").startswith(text.marks[0].uid)


def test_text_between_the_blocks_stays_where_it_is() -> None:
    text = edited(("# Bauen", "Meine Zeile > mit ^q-123456789012\n\n> Ein Zitat von anderswo\n\n# Bauen"))
    assert len(text.quotes) == len(DOSSIER.quotes)


def test_tags_come_back_as_they_are_called_and_windows_lines_are_read() -> None:
    text = edited(("#bau/plan", "#bau/plan #neu"), windows=True)
    assert text.quotes[0].mark.tags == ("bau/plan", "neu")
    assert text.quotes[0].speaker == "Erika Mustermann"
    assert DIRECT.uid.replace("-", "").startswith(text.quotes[0].mark.uid)


def test_a_block_that_nobody_can_read_any_more_is_left_out() -> None:
    text = edited(("(Direct, accepted, checked)", "(vielleicht)"))
    assert [str(quote.quote.type) for quote in text.quotes] == ["Indirect"]
