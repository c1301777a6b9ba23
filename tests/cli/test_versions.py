"""`reader versions`: what changed in a text, and what became of its quotes."""

import json
import sqlite3
from pathlib import Path

import pytest

from reader.library.adding import add_locations
from reader.models import Note, Quote, QuoteType, Span
from reader.store import Store
from tests.cli.conftest import Run

OLD = """Brücke bleibt zu

Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, wie die Stadt am Dienstag mitteilte.

„Wir öffnen erst, wenn wirklich alles sicher ist“, sagte Bürgermeisterin Erna Ölmann vor Journalisten.

„Das haben wir seit Jahren gewusst“, sagte Gutachter Max Muster. Er nannte keine Einzelheiten.

Der Rat will in seiner nächsten Sitzung über die Kosten beraten."""
CHANGED = OLD.replace("wirklich alles sicher", "fast alles fertig")
LOST = CHANGED.replace("„Das haben wir seit Jahren gewusst“, sagte Gutachter Max Muster. ", "")


def passage(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def changed(store: Store, tmp_path: Path) -> int:
    """An article with two accepted quotes and a note, of which the next text changed one and lost two."""
    path = tmp_path / "bruecke.txt"
    path.write_text(OLD, encoding="utf-8")
    (added,) = add_locations(store, [str(path)])
    number, text = added.article_id, store.articles.text(added.article_id)
    store.quotes.remove([quote.id for quote in store.quotes.of(number)])
    for words in ("„Wir öffnen erst, wenn wirklich alles sicher ist“", "„Das haben wir seit Jahren gewusst“"):
        store.quotes.add(number, Quote(QuoteType.DIRECT, (passage(text, words),), resolved_speaker="Wer"))
    span = passage(text, "sagte Gutachter Max Muster")
    store.notes.save(Note("Anrufen", number, span=span))
    path.write_text(LOST, encoding="utf-8")
    assert [progress.outcome for progress in add_locations(store, [str(path)])] == ["changed"]
    return number


def numbers(store: Store, article: int, anchor: str) -> list[int]:
    return [
        quote.id
        for quote in store.quotes.of(article)
        if quote.anchor == anchor and quote.status != "rejected"
    ]


def test_changes_and_what_became_of_quotes(run: Run, changed: int) -> None:
    told = run("versions", str(changed)).stdout
    assert "From version 1 to 2:" in told
    assert "erst, wenn [-wirklich-] {+fast+} alles [-sicher-] {+fertig+} ist“" in told.replace(
        "-sicher ist“,-", ""
    )
    assert "Changed silently" in told
    assert "Lost" in told
    assert "[-„Das haben wir seit Jahren gewusst“" in told


def test_a_list_of_quotes_says_which_are_lost_or_changed(run: Run, changed: int) -> None:
    told = run("quotes", "-a", str(changed)).stdout.splitlines()
    assert any("to decide, lost" in line and "seit Jahren gewusst" in line for line in told)
    assert any("to decide, changed" in line and "fast alles fertig" in line for line in told)
    rows = json.loads(run("quotes", "-a", str(changed), "--json").stdout)
    assert {row["anchor"] for row in rows if row["status"] == "suggested"} == {"orphan", "fuzzy"}


def test_json_has_versions_difference_and_passages(run: Run, changed: int) -> None:
    told = json.loads(run("versions", str(changed), "--json").stdout)
    assert [version["current"] for version in told["versions"]] == [False, True]
    assert {piece["change"] for piece in told["difference"]} == {"same", "gone", "new"}
    passages = {(passage["kind"], passage["anchor"]) for passage in told["passages"]}
    assert passages == {("quote", "fuzzy"), ("quote", "orphan"), ("note", "orphan")}
    (fuzzy,) = (passage for passage in told["passages"] if passage["anchor"] == "fuzzy")
    assert any(piece == {"change": "gone", "text": "wirklich "} for piece in fuzzy["difference"])


def test_a_lost_quote_is_placed_by_hand_and_undone(run: Run, store: Store, changed: int) -> None:
    (lost,) = numbers(store, changed, "orphan")
    other = ("versions", str(changed), "--place", str(lost), "Er nannte keine Einzelheiten")
    refused = run(*other)
    assert refused.exit_code != 0
    assert "The quote says: „Das haben wir seit Jahren gewusst“" in refused.stderr
    assert "There it would say: Er nannte keine Einzelheiten" in refused.stderr
    assert store.quotes.get(lost).anchor == "orphan"
    assert run(*other, "--yes").exit_code == 0
    placed = store.quotes.get(lost)
    assert placed.earlier == "„Das haben wir seit Jahren gewusst“"
    assert "before: „Das haben wir seit Jahren gewusst“" in run("export", str(changed)).stdout
    assert (placed.exact, placed.anchor) == (("Er nannte keine Einzelheiten",), "exact")
    assert list(store.verify()) == []
    run("undo")
    assert (store.quotes.get(lost).anchor, store.quotes.get(lost).earlier) == ("orphan", "")


def test_a_lost_quote_goes_and_a_lost_note_stays_on_the_article(run: Run, store: Store, changed: int) -> None:
    (lost,), note = numbers(store, changed, "orphan"), store.notes.of(changed)[0]
    run("versions", str(changed), "--dismiss", str(lost), "--dismiss", f"n{note.id}")
    assert numbers(store, changed, "orphan") == []
    kept = store.notes.get(note.id)
    assert (kept.span, kept.anchor, kept.body) == (None, "exact", "Anrufen")
    run("undo")
    assert (numbers(store, changed, "orphan"), store.notes.get(note.id).anchor) == ([lost], "orphan")


def test_a_changed_quote_is_confirmed(run: Run, store: Store, changed: int) -> None:
    (fuzzy,) = numbers(store, changed, "fuzzy")
    run("versions", str(changed), "--confirm", str(fuzzy))
    assert store.quotes.get(fuzzy).anchor == "exact"


def test_a_lost_note_is_placed(run: Run, store: Store, changed: int) -> None:
    note = store.notes.of(changed)[0]
    run("versions", str(changed), "--place", f"n{note.id}", "keine Einzelheiten")
    assert store.notes.get(note.id).exact == "keine Einzelheiten"


def test_what_cannot_be_named_is_said(run: Run, changed: int) -> None:
    assert run("versions", str(changed), "--confirm", "999").exit_code == 1
    assert "There is no version 7" in run("versions", str(changed), "--from", "7").stderr
    assert "only one text" in run("versions", "1").stderr


def test_the_whole_text_with_its_paragraphs(run: Run, changed: int) -> None:
    told = run("versions", str(changed), "--full").stdout
    assert "  Die Brücke über den Fluss bleibt" in told
    assert told.count("\n  \n") + told.count("\n\n") > 2


def test_quote_change_places_a_lost_quote_too(run: Run, store: Store, changed: int) -> None:
    (lost,) = numbers(store, changed, "orphan")
    run("quote", "--change", str(lost), "Er nannte keine Einzelheiten")
    assert store.quotes.get(lost).anchor == "exact"


def test_a_changed_quote_stays_marked_until_confirmed(
    run: Run, store: Store, changed: int, tmp_path: Path
) -> None:
    (fuzzy,) = numbers(store, changed, "fuzzy")
    (tmp_path / "bruecke.txt").write_text(f"{LOST} Das dauert.", encoding="utf-8")
    list(add_locations(store, [str(tmp_path / "bruecke.txt")]))
    assert numbers(store, changed, "fuzzy") == [fuzzy]
    assert "[-wirklich-] {+fast+}" in run("versions", str(changed)).stdout


def test_a_lost_quote_goes_out_with_its_own_words_and_the_version_it_stood_in(
    run: Run, store: Store, changed: int
) -> None:
    (lost,) = numbers(store, changed, "orphan")
    for told in (
        run("cite", str(lost)).stdout,
        run("export", str(changed), "-f", "csv").stdout,
        run("export", str(changed)).stdout,
    ):
        assert "Das haben wir seit Jahren gewusst" in told
        assert "not in the current text (version 1)" in told
    assert "Das haben wir seit Jahren gewusst" not in run("export", str(changed), "-f", "corpus").stdout


@pytest.mark.parametrize("words", [("mark", "{}", "--type", "Indirect"), ("mark", "{}", "--accept"),
                                   ("quote", "--change", "{}", "--type", "Reported"),
                                   ("mark", "{}", "--source", "Max Muster"),
                                   ("mark", "{}", "--verification", "checked")])  # fmt: skip
def test_no_edit_takes_the_words_of_a_lost_quote_from_another_text(
    run: Run, store: Store, changed: int, words: tuple[str, ...]
) -> None:
    (lost,) = numbers(store, changed, "orphan")
    before = store.quotes.get(lost)
    assert run(*(word.format(lost) for word in words)).exit_code == 0
    after = store.quotes.get(lost)
    assert (after.exact, after.spans, after.anchor) == (before.exact, before.spans, "orphan")
    assert after.version == 1
    assert list(store.verify()) == []
    assert "Das haben wir seit Jahren gewusst" in run("show", str(changed), "--no-text").stdout


def test_nothing_of_the_present_text_becomes_part_of_a_lost_quote(
    run: Run, store: Store, changed: int
) -> None:
    (lost,) = numbers(store, changed, "orphan")
    done = run("quote", "--change", str(lost), "--speaker", "Erna Ölmann")
    assert done.exit_code == 1
    assert "not in the present text" in done.stderr


def test_a_lost_quote_is_proved_by_the_version_it_stood_in(
    run: Run, store: Store, changed: int, library: Path
) -> None:
    (lost,) = numbers(store, changed, "orphan")
    raw = sqlite3.connect(library)
    raw.execute("UPDATE quotes SET words = 'Anderes' WHERE id = ?", (lost,))
    raw.commit()
    raw.close()
    (problem,) = store.verify()
    assert problem.quote_id == lost
    assert "In version 1: the text at the span is not the wording" in problem.what


TRAM = """Tram works

The tram line was opened on Monday after years of work, and the mayor came to see it run.

“We waited eleven years for this tram,” said Mo Farouk, who sells bread on the square. He gave away rolls.

“It is the most expensive line in the country,” said Ann Blake, the treasurer. She read out the figures.

“No comment,” said Tom Reed, the engineer.

The works cost four million pounds."""


def add(store: Store, path: Path, text: str) -> tuple[str, list[Quote]]:
    """Store the article as `text`; its number as typed, and its quotes."""
    path.write_text(text, encoding="utf-8")
    (added,) = add_locations(store, [str(path)])
    return str(added.article_id), store.quotes.of(added.article_id)


def test_suggestions_that_vanished_changed_or_are_new_are_told(
    run: Run, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "tram.txt"
    number, _ = add(store, path, TRAM)
    kept = [line for line in TRAM.split("\n") if "Farouk" not in line]
    text = (
        "\n".join(kept).replace("most expensive line", "most expensive tram").replace("Tom Reed", "Ina Lund")
    )
    path.write_text(f"{text}\n\n“Nobody asked the residents,” said Lea Roth.", encoding="utf-8")
    news = "1 suggested quote gone, 2 changed, 1 new."
    assert news in run("add", str(path)).stderr
    told = run("versions", number).stdout
    assert news in told
    assert "[-line-] {+tram+}" in told
    assert "said [-Tom Reed,-] {+Ina Lund,+}" in told
    path.write_text(f"{text}\n\n“Nobody asked the residents,” said Lea Roth.\n\nMore.", encoding="utf-8")
    run("add", str(path))
    assert news in run("versions", number).stdout, "the news stays news with the next text"
    lost = next(quote for quote in store.quotes.of(int(number)) if quote.is_lost)
    assert (lost.stored_words, lost.version) == ("“We waited eleven years for this tram,”", 1)
    path.write_text(TRAM, encoding="utf-8")
    run("add", str(path))
    assert not store.quotes.get(lost.id).is_lost, "what is there again is lost no more"
    assert list(store.verify()) == []


def test_what_follows_an_undo_is_placed_from_the_text_it_stands_in(
    run: Run, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "tram.txt"
    number, quotes = add(store, path, TRAM)
    run("mark", *(str(quote.id) for quote in quotes), "--accept")
    path.write_text(
        TRAM.replace("The tram line", "In a long ceremony with speeches, the tram line"), encoding="utf-8"
    )
    run("add", str(path))
    run("undo")
    path.write_text(TRAM.replace("years of work", "much work"), encoding="utf-8")
    run("add", str(path))
    before = [
        "“We waited eleven years for this tram,”",
        "“It is the most expensive line in the country,”",
        "“No comment,”",
    ]
    assert [quote.stored_words for quote in store.quotes.of(int(number))] == before
    assert {quote.anchor for quote in store.quotes.of(int(number))} == {"exact"}


def test_of_equal_words_each_stays_with_who_said_them(run: Run, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    sam = '"It is a scandal," said Sam Reed, who leads the opposition. He left the room soon after the vote.'
    ann = '"It is a scandal," said Ann Blake, the treasurer, when asked about the bill. She read out figures.'
    lead = "The council met on Monday to talk about the old bridge, which has been closed since May."
    _, quotes = add(store, path, f"Bridge row\n\n{lead}\n\n{sam}\n\n{ann}")
    reed, blake = (quote.id for quote in quotes)
    run("mark", str(reed), str(blake), "--accept")
    path.write_text(f"Bridge row\n\n{lead}\n\n{ann}", encoding="utf-8")
    run("add", str(path))
    first, second = store.quotes.get(reed), store.quotes.get(blake)
    assert (first.anchor, second.resolved_speaker) == ("orphan", "Ann Blake")
    assert second.anchor in ("exact", "moved")
    assert "not in the current text (version 1)" in run("cite", str(reed)).stdout


def test_another_speaker_of_an_accepted_quote_is_told_until_confirmed(
    run: Run, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "steg.txt"
    text = (
        "Streit um Steg\n\nDer Rat beriet am Montag über den alten Steg, der seit dem Sturm gesperrt ist.\n\n"
        "„Wir haben das Geld, und wir werden es ausgeben“, sagte Kämmerer Ole Brand. Er ging."
    )
    number, (quote,) = add(store, path, text)
    run("mark", str(quote.id), "--accept", "--source", "Ole Brand")
    path.write_text(text.replace("Kämmerer Ole Brand", "Oppositionsführerin Rita Mohn"), encoding="utf-8")
    run("add", str(path))
    assert "[-Kämmerer Ole Brand-] {+Oppositionsführerin Rita Mohn+}" in run("versions", number).stdout
    assert "[changed-words]" in run("lint", number).stdout
    run("redetect", number)
    assert "[changed-words]" in run("lint", number).stdout
    run("versions", number, "--confirm", str(quote.id))
    assert "[changed-words]" not in run("lint", number).stdout


def test_in_another_order_no_speaker_is_taken_for_changed(run: Run, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "steg.txt"
    lead = "Der Rat beriet am Montag über den alten Steg, der seit dem Sturm gesperrt ist."
    hall = "„Kein Kommentar“, sagte Peter Hall, der Vorsitzende."
    kolb = "„Kein Kommentar“, sagte Jana Kolb, die Bürgermeisterin."
    number, quotes = add(store, path, f"Streit um Steg\n\n{lead}\n\n{hall}\n\n{kolb}")
    run("mark", *(str(quote.id) for quote in quotes), "--accept")
    add(store, path, f"Streit um Steg\n\n{lead}\n\n{kolb}\n\n{hall}")
    text = store.articles.text(int(number))
    for quote in store.quotes.of(int(number)):
        assert quote.anchor in ("exact", "moved")
        assert text[quote.end :].startswith(f", sagte {quote.resolved_speaker}")
    assert "Changed silently" not in run("versions", number).stdout
