"""What a person did follows the text: placed, marked as unsure, or kept as an orphan."""

from reader.library.following import placed_note, placed_quote
from reader.models import Anchor, Note, Quote, QuoteType, Span, Spans
from reader.texts.passages import Passages

OLD = (
    "Ein erster Absatz über das Wetter.\n\n"
    "„Wir bauen heute dort das Haus“, sagte Erika Mustermann am Montag.\n\nSchluss."
)
NEW = "Vorweg ein neuer Satz dazu.\n\n" + OLD.replace("Erika Mustermann", "die Ministerin Schulz")


def spans(words: str, text: str = OLD) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def test_a_quote_moves_with_its_words_and_a_lost_role_is_left_out() -> None:
    quote = Quote(
        QuoteType.DIRECT,
        spans("„Wir bauen heute dort das Haus“"),
        speaker=spans("Erika Mustermann"),
        cue=spans("sagte"),
        exact=("„Wir bauen heute dort das Haus“",),
    )
    placed = placed_quote(Passages(OLD, NEW), quote)
    assert placed.words(NEW) == "„Wir bauen heute dort das Haus“"
    assert (placed.anchor, placed.exact, placed.speaker) == (Anchor.FUZZY, (), ()), (
        "another is said to have said it"
    )
    assert placed.cue == spans("sagte", NEW)


def test_a_quote_of_which_a_part_is_gone_is_an_orphan_and_keeps_its_place() -> None:
    quote = Quote(QuoteType.INDIRECT, (*spans("Ein erster Absatz"), *spans("Erika Mustermann am Montag")))
    gone = NEW.replace("Ein erster Absatz über das Wetter.", "")
    placed = placed_quote(Passages(OLD, gone), quote)
    assert (placed.anchor, placed.spans) == (Anchor.ORPHAN, quote.spans)
    again = placed_quote(Passages(gone, OLD), placed)
    assert again.anchor is Anchor.ORPHAN


def test_a_note_follows_its_passage_or_is_an_orphan() -> None:
    new = NEW.replace("Ein erster Absatz über das Wetter.", "")
    passages = Passages(OLD, new)
    kept = placed_note(passages, Note("", 1, span=spans("dort das Haus")[0]))
    assert (kept.span, kept.anchor) == (spans("dort das Haus", new)[0], Anchor.EXACT)
    lost = placed_note(passages, Note("", 1, span=spans("erster Absatz über das Wetter")[0]))
    assert (lost.span, lost.anchor) == (spans("erster Absatz über das Wetter")[0], Anchor.ORPHAN)
    on_article = Note("über alles", 1)
    assert placed_note(passages, on_article) is on_article
