"""What reader exports it can import: onto the article alone, in another library, and not twice."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.errors import UsageError
from reader.formats import Options
from reader.library import codebook_files
from reader.library.adding import add_locations
from reader.library.exporting import export
from reader.library.importing import import_file
from reader.library.importing.covered import says_the_same
from reader.models import Anchor, Article, Link, Memo, Note, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store
from reader.transcripts import Period, SpokenTurn, TimedStretch, Transcript
from tests.formats.examples import ARTICLE
from tests.library.importing.conftest import Exported

FORMATS = (
    "jsonl",
    "webannotation",
    "recogito",
    "hypothesis",
    "hypothesis-csv",
    "refi",
    "readwise",
    "markdown",
)
WITH_PARTS = ("jsonl", "webannotation", "recogito", "refi")
"""Formats that know the parts of an interrupted quote, and who spoke with which words."""


def told(quote: Quote, text: str) -> dict[str, Any]:
    """What every format says of a quote."""
    return {
        "type": quote.type,
        "speaker": quote.speaker_name(text),
        "tags": quote.tags,
        "start": quote.start,
        "end": quote.end,
        "anchor": quote.anchor,
    }


def noted(note: Note) -> tuple[object, ...]:
    return note.body, note.span, note.exact, note.tags, bool(note.quote_id), note.anchor


@pytest.mark.parametrize("name", FORMATS)
def test_quotes_and_notes_come_back(full: Store, bare: Store, exported: Exported, name: str) -> None:
    report = import_file(bare, exported(full, name))
    assert (report.quotes, report.notes, report.lost, report.left_out) == (2, 2, [], [])
    text = bare.articles.text(1)
    assert [told(q, text) for q in bare.quotes.of(1)] == [told(q, text) for q in full.quotes.of(1)]
    assert sorted(map(noted, bare.notes.of(1))) == sorted(map(noted, full.notes.of(1)))
    assert list(bare.verify()) == []


@pytest.mark.parametrize("name", WITH_PARTS)
def test_parts_roles_and_decisions_come_back(full: Store, bare: Store, exported: Exported, name: str) -> None:
    import_file(bare, exported(full, name))
    for ours, theirs in zip(full.quotes.of(1), bare.quotes.of(1), strict=True):
        fields = ("uid", "spans", "medium", "speaker", "cue", "status", "verification")
        assert [getattr(theirs, f) for f in fields] == [getattr(ours, f) for f in fields]


def test_taguette_brings_quotes_highlights_and_their_tags(
    full: Store, bare: Store, exported: Exported
) -> None:
    path = exported(full, "taguette")
    report = import_file(bare, path)
    assert (report.quotes, report.notes) == (2, 1)
    text = bare.articles.text(1)
    assert [told(q, text) for q in bare.quotes.of(1)] == [told(q, text) for q in full.quotes.of(1)]
    (note,) = bare.notes.of(1)
    assert (note.exact, note.tags) == ("=Gleichheit", ("frage",))
    again = import_file(bare, path)
    assert (again.quotes, again.notes, again.tags) == (0, 0, 0)


@pytest.mark.parametrize("name", [*FORMATS, "taguette"])
def test_what_still_stands_here_is_not_added_beside_it(full: Store, exported: Exported, name: str) -> None:
    before = (full.quotes.of(1), full.notes.of(1), full.articles.get(1).tags)
    report = import_file(full, exported(full, name))
    assert (report.quotes, report.notes, report.decided, report.differing) == (0, 0, 0, [])
    assert (full.quotes.of(1), full.notes.of(1), full.articles.get(1).tags) == before


@pytest.mark.parametrize("name", ["refi-codebook", "taguette-codebook"])
def test_a_codebook_brings_its_tags(full: Store, empty: Store, exported: Exported, name: str) -> None:
    import_file(empty, exported(full, name))
    assert {tag.path for tag in empty.tags.all()} >= {"bau/plan", "frage"}
    assert not any("Mustermann" in tag.path for tag in empty.tags.all())


@pytest.mark.parametrize(("ending", "colour"), [(".qdc", "#3f7fbf"), (".csv", "")])
def test_the_whole_codebook_comes_back_with_what_tags_mean(
    full: Store, empty: Store, tmp_path: Path, ending: str, colour: str
) -> None:
    full.tags.make("zuletzt/leer", "#3f7fbf", "Auf nichts\nund <nirgends>")
    full.tags.arrange(["zuletzt", "frage", "bau"])
    path = codebook_files.write(full, tmp_path / f"codes{ending}")
    empty.tags.make("frage", "", "Steht hier schon")
    import_file(empty, path)
    known = {tag.path: tag for tag in empty.tags.all()}
    assert known["zuletzt/leer"].description == "Auf nichts\nund <nirgends>"
    assert known["zuletzt/leer"].colour == colour
    assert known["frage"].description == "Steht hier schon"
    if ending == ".qdc":
        ours = [tag.path for tag in full.tags.codebook() if tag.path != "frage"]
        assert [tag.path for tag in empty.tags.codebook() if tag.path != "frage"] == ours
        assert ours[:4] == ["zuletzt", "zuletzt/leer", "bau", "bau/plan"]
    assert codebook_files.write(full, path, force=True) == path
    with pytest.raises(UsageError, match="ends in neither"):
        codebook_files.write(full, tmp_path / "codes.xml")


@pytest.mark.parametrize("name", ["jsonl", "refi"])
def test_memos_come_back_once_and_covered(full: Store, empty: Store, tmp_path: Path, name: str) -> None:
    full.sources.add(Source("Gesa Geheim", identity_protected=True))
    full.memos.save(Memo("Akten <anfordern>\nbei Gesa Geheim"))
    story = full.memos.save(Memo("Wer wusste was?", "Die Brücke"))
    full.tags.attach(["offen/dringend"], memos=[story.id])
    path = tmp_path / "out.file"
    options = Options(memos=tuple(full.memos.all()))
    export(full, [1], name, path, options=options)
    report = import_file(empty, path)
    assert (report.memos, report.left_out, report.remarks) == (2, [], [])
    came = {memo.story: memo for memo in empty.memos.all()}
    assert came[""].body == "Akten <anfordern>\nbei ███████████"
    assert (came["Die Brücke"].body, came["Die Brücke"].tags) == ("Wer wusste was?", ("offen/dringend",))
    assert came["Die Brücke"].created == story.created
    assert import_file(empty, path).memos == 0
    export(full, [1], name, tmp_path / "without")
    assert import_file(empty, tmp_path / "without").memos == 0


def test_a_vault_has_a_page_of_memos(full: Store, tmp_path: Path) -> None:
    full.memos.save(Memo("Wer wusste was?\n<!-- /reader -->\nWer?", "Die Brücke"))
    options = Options(memos=tuple(full.memos.all()))
    export(full, [1], "obsidian", f"{tmp_path}/vault/", options=options)
    full.tags.describe("bau/plan", "Pläne, keine Skizzen")
    export(full, [1], "obsidian", f"{tmp_path}/vault/", options=options)
    (page,) = (one for one in (tmp_path / "vault/Tags").iterdir() if "plan" in one.name)
    assert "Pläne, keine Skizzen\n\n- " in page.read_text(encoding="utf-8")
    memos = (tmp_path / "vault/Memos.md").read_text(encoding="utf-8")
    assert "## Die Brücke\n\nWer wusste was?" in memos
    assert memos.count("<!-- /reader -->") == 1


def test_a_project_tells_what_its_codes_mean(full: Store, empty: Store, exported: Exported) -> None:
    full.tags.describe("bau/plan", "Pläne, keine Skizzen")
    full.tags.colour("bau/plan", "#c83737")
    import_file(empty, exported(full, "refi"))
    (plan,) = (tag for tag in empty.tags.all() if tag.path == "bau/plan")
    assert (plan.description, plan.colour) == ("Pläne, keine Skizzen", "#c83737")
    assert not any(tag.path.startswith(("Zitat", "Quelle")) for tag in empty.tags.all())


def test_a_protected_name_stays_out_of_the_codebook(full: Store, tmp_path: Path) -> None:
    full.sources.add(Source("Gesa Geheim", identity_protected=True))
    full.tags.make("akte/Gesa Geheim", "", "Was Gesa Geheim sagt")
    for name in ("codes.qdc", "codes.csv"):
        assert "Geheim" not in codebook_files.write(full, tmp_path / name).read_text(encoding="utf-8")


def test_a_project_brings_its_texts(full: Store, empty: Store, exported: Exported) -> None:
    report = import_file(empty, exported(full, "refi"))
    assert (report.articles, report.quotes, report.notes) == (1, 2, 2)
    theirs = empty.articles.get(1)
    assert (theirs.text, theirs.title, theirs.url) == (ARTICLE.text, ARTICLE.title, ARTICLE.url)


def test_json_lines_bring_everything_back(full: Store, bare: Store, exported: Exported) -> None:
    import_file(bare, exported(full, "jsonl"))
    ours, theirs = full.quotes.of(1), bare.quotes.of(1)
    assert [replace(one, source_id=0, id=0) for one in theirs] == [
        replace(one, source_id=0, id=0) for one in ours
    ]
    assert [replace(one, id=0) for one in bare.sources.all()] == [
        replace(one, id=0) for one in full.sources.all()
    ]
    assert [replace(one, uid="") for one in bare.quotes.evidence_of(1)] == [
        replace(one, uid="") for one in full.quotes.evidence_of(1)
    ]
    assert bare.articles.get(1).tags == ARTICLE.tags


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_import_adds_nothing_and_is_no_step(
    full: Store, bare: Store, exported: Exported, name: str
) -> None:
    path = exported(full, name)
    import_file(bare, path)
    steps = len(bare.journal.entries())
    again = import_file(bare, path)
    assert (again.quotes, again.notes, again.tags, again.same) == (0, 0, 0, 4)
    assert len(bare.journal.entries()) == steps


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_is_one_step_to_undo(full: Store, bare: Store, exported: Exported, name: str) -> None:
    path = exported(full, name)
    import_file(bare, path)
    assert bare.journal.undo() == f"Import {path.name}"
    assert (bare.quotes.of(1), bare.notes.of(1)) == ([], [])
    assert bare.articles.get(1).tags == ()


def test_what_was_removed_here_comes_back_as_it_was(full: Store, exported: Exported) -> None:
    path = exported(full, "jsonl")
    before = (full.quotes.of(1), full.notes.of(1))
    full.notes.remove(note.id for note in before[1])
    with full.step("Remove all"):
        full.quotes.drop(quote.id for quote in before[0])
    assert full.quotes.of(1) == []
    import_file(full, path)
    without = {"id": 0, "quote_id": 0}
    assert [replace(one, id=0) for one in full.quotes.of(1)] == [replace(one, id=0) for one in before[0]]
    assert [replace(one, **without) for one in full.notes.of(1)] == [
        replace(one, **without) for one in before[1]
    ]


def test_an_article_that_is_not_here_comes_in_with_its_text(
    full: Store, empty: Store, exported: Exported
) -> None:
    report = import_file(empty, exported(full, "jsonl"))
    assert (report.articles, report.quotes, report.notes) == (1, 2, 2)
    theirs = empty.articles.get(1)
    assert (theirs.text, theirs.uid, theirs.published) == (ARTICLE.text, ARTICLE.uid, ARTICLE.published)


def test_a_source_that_an_export_described_is_nobody_in_the_register(
    full: Store, bare: Store, exported: Exported
) -> None:
    (source,) = full.sources.all()
    hidden = replace(
        source, use=TermsOfUse.BACKGROUND, description="eine Person im Amt", identity_protected=True
    )
    full.sources.update(hidden)
    path = exported(full, "jsonl")
    assert "Mustermann" not in path.read_text(encoding="utf-8")
    import_file(bare, path)
    quote = bare.quotes.of(1)[0]
    assert bare.sources.all() == []
    assert (quote.resolved_speaker, quote.use) == ("eine Person im Amt", TermsOfUse.BACKGROUND)
    assert bare.articles.text(1) == ARTICLE.text
    assert quote.words(ARTICLE.text) == "„Wir *bauen* <heute>“"


def test_the_stricter_terms_hold(full: Store, bare: Store, exported: Exported) -> None:
    path = exported(full, "jsonl")
    (source,) = full.sources.all()
    bare.sources.add(replace(source, id=0, uid="", use=TermsOfUse.OFF_RECORD))
    import_file(bare, path)
    assert [one.use for one in bare.sources.all()] == [TermsOfUse.OFF_RECORD]


def test_who_made_a_note_is_covered_like_any_name(full: Store, exported: Exported) -> None:
    full.notes.take(Note("Ja.", 1, origin="Erika Mustermann, Hypothesis"))
    (source,) = full.sources.all()
    full.sources.update(replace(source, identity_protected=True))
    told = exported(full, "jsonl").read_text(encoding="utf-8")
    assert "Hypothesis" in told
    assert "Mustermann" not in told


def test_quotes_follow_into_another_text(full: Store, tmp_path: Any, exported: Exported) -> None:
    path = exported(full, "jsonl")
    longer = "Ein neuer Vorspann.\n\n" + ARTICLE.text.replace("am Montag", "am späten Montag")
    shorter = longer.replace("\n\nSie habe, sagte sie, nichts gewusst.", "\n\nMehr wurde nicht bekannt.")
    with Store(tmp_path / "other.db") as other:
        other.articles.add(replace(ARTICLE, id=0, uid="", text=shorter, tags=()))
        report = import_file(other, path)
        by_type = {str(quote.type): quote for quote in other.quotes.of(1)}
        assert by_type["Direct"].words(shorter) == "„Wir *bauen* <heute>“"
        assert by_type["Indirect"].anchor is Anchor.ORPHAN
        assert by_type["Indirect"].stored_words == "Sie habe … nichts gewusst"
        assert [one.quote_id for one in report.lost] == [by_type["Indirect"].id]
        assert list(other.verify()) == []


def test_a_transcript_comes_back_with_its_turns_and_times(empty: Store, tmp_path: Any) -> None:
    text = "Anna Lenz: Guten Abend.\n\nBo Hall: Nein."
    turns = (SpokenTurn(0, 9, 11, 23, True), SpokenTurn(25, 32, 34, 39))
    times = (TimedStretch(11, 16, 0.5, 1.0, 0.9), TimedStretch(17, 23, 1, 1.5), TimedStretch(34, 39, 2, 2.5))
    transcript, sound = Transcript(turns, times), "https://example.org/a.mp3"
    empty.articles.add(Article(text, title="Gespräch", transcript=transcript, recording=sound))
    (path,) = export(empty, [1], "jsonl", tmp_path / "said.jsonl")
    with Store(tmp_path / "other.db") as other:
        import_file(other, path)
        theirs = other.articles.get(1)
        assert (theirs.transcript, theirs.recording) == (transcript, sound)


def test_a_transcript_that_does_not_fit_its_text_is_none(empty: Store, tmp_path: Any) -> None:
    path = tmp_path / "broken.jsonl"
    line = {"text": "Nein.", "quotes": [], "times": [[1, 2, 3]], "pages": [[9, "x"], [1, "y"]]}
    line["turns"] = [{"start": 4, "said": 90, "end": 2}]
    path.write_text(json.dumps(line), encoding="utf-8")
    import_file(empty, path)
    there = empty.articles.get(1)
    assert (there.transcript, [page.label for page in there.pages]) == (None, ["y"])


def test_a_table_that_somebody_worked_on_in_a_spreadsheet_comes_back(
    full: Store, bare: Store, exported: Exported
) -> None:
    path = exported(full, "csv")
    text = path.read_text(encoding="utf-8").replace(",suggested,", ",accepted,")
    path.write_text("\ufeff" + text + "x,,,,,,,,,\n", encoding="utf-8")
    report = import_file(bare, path)
    assert report.quotes == 2
    assert [str(quote.status) for quote in bare.quotes.of(1)] == ["accepted", "accepted"]
    assert report.remarks == ["Row 4 was left out: it has no words, or no type that there is."]


def _drawn(day: str, numbers: str) -> Article:
    body = f"Bei der Ziehung am {day} fielen diese Zahlen: {numbers}. „Wir gratulieren“, sagte Jana Kolb."
    return Article(f"{body}\n\nAlle Angaben sind ohne Gewähr.", title="Lottozahlen", published=day)


@pytest.mark.parametrize("name", ["jsonl", "markdown", "refi"])
def test_another_article_of_the_same_title_is_not_the_same(
    empty: Store, tmp_path: Any, exported: Exported, name: str
) -> None:
    empty.articles.add(_drawn("2024-05-04", "1, 7, 12"))
    empty.quotes.add(1, Quote(QuoteType.DIRECT, (Span(20, 66),)))
    path = exported(empty, name)
    with Store(tmp_path / "other.db") as other:
        other.articles.add(_drawn("2024-05-11", "3, 9, 41"))
        import_file(other, path)
        assert other.quotes.of(1) == []
        texts = [other.articles.text(number) for number in sorted(other.articles.ids())]
        # Markdown has no text to make an article of
        assert [text[20:66] for text in texts[1:]] == [empty.articles.text(1)[20:66]][: name != "markdown"]


def test_the_same_text_without_an_address_is_the_same_article(
    full: Store, tmp_path: Any, exported: Exported
) -> None:
    path = exported(full, "jsonl")
    with Store(tmp_path / "other.db") as other:
        other.articles.add(Article(f"{ARTICLE.text}\n", title="Anders benannt", location="/von/hand.txt"))
        report = import_file(other, path)
        assert (report.articles, report.quotes) == (0, 2)
        assert len(other.quotes.of(1)) == 2


def test_the_same_text_at_another_address_is_another_article(
    full: Store, tmp_path: Any, exported: Exported
) -> None:
    path = exported(full, "jsonl")
    with Store(tmp_path / "other.db") as other:
        other.articles.add(replace(ARTICLE, id=0, uid="", url="https://other.example/x", location=""))
        assert import_file(other, path).articles == 1
        assert other.quotes.of(1) == []


@pytest.mark.parametrize("is_here", [False, True])
def test_a_transcript_comes_back_with_turns_and_times(
    empty: Store, tmp_path: Any, exported: Exported, is_here: bool
) -> None:
    talk = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Eva Kurz>Die Brücke <00:02.500>ist alt.\n"
    (tmp_path / "talk.vtt").write_text(talk)
    list(add_locations(empty, [str(tmp_path / "talk.vtt")]))
    path = exported(empty, "jsonl")
    spoken = empty.articles.get(1)
    with Store(tmp_path / "other.db") as other:
        if is_here:
            other.articles.add(replace(spoken, id=0, uid="", transcript=None))
        import_file(other, path)
        assert other.articles.count() == 1
        assert other.articles.get(1).transcript == spoken.transcript
        assert [quote.period for quote in other.quotes.of(1)] == [Period(1.0, 4.0)]


def test_json_lines_fill_what_is_not_known_of_an_article_that_is_here(tmp_path: Path) -> None:
    text = "Die Fähre fährt.\n\n„Wir fahren“, sagte Anna Muster."
    known = Article(
        text,
        title="Fähre",
        outlet="Blatt",
        published="2026-01-02",
        embargo="SPERRFRIST: Redebeginn",
        embargo_until="Redebeginn",
        links=(Link(Span(4, 9), "https://faehre.example/plan"),),
    )
    with Store(tmp_path / "a.db") as store:
        store.articles.add(known)
        uid = store.articles.get(1).uid
        export(store, [1], "jsonl", tmp_path / "a.jsonl")
    with Store(tmp_path / "b.db") as store:
        store.articles.add(Article(text, title="Die Fähre", uid=uid))
        report = import_file(store, tmp_path / "a.jsonl")
        article = store.articles.get(1)
        assert (article.title, article.outlet, article.published) == ("Die Fähre", "Blatt", "2026-01-02")
        assert (article.embargo, article.embargo_until) == (known.embargo, known.embargo_until)
        assert article.links == known.links
        (taken,) = report.facts
        assert taken.kept == {"title": ("Die Fähre", "Fähre")}
        again = import_file(store, tmp_path / "a.jsonl")
        assert not again.facts[0].filled
        store.journal.undo()
        assert store.articles.get(1).outlet == ""


@pytest.mark.parametrize("name", [*FORMATS, "csv", "taguette", "refi-codebook", "taguette-codebook"])
def test_a_covered_export_changes_nothing_where_it_was_made(
    full: Store, exported: Exported, name: str
) -> None:
    (quote, *_) = full.quotes.of(1)
    full.notes.save(Note("Von Mustermann bestätigt", 1, quote_id=quote.id))
    full.notes.save(Note("Mustermann rief an", 1))
    full.tags.attach(["Mustermann Akte"], articles=[1], quotes=[quote.id])
    (source,) = full.sources.all()
    full.sources.update(replace(source, identity_protected=True))
    before = (full.quotes.of(1), full.notes.of(1), full.articles.get(1), full.tags.all())
    report = import_file(full, exported(full, name))
    assert (report.quotes, report.notes, report.tags, report.differing) == (0, 0, 0, [])
    assert (full.quotes.of(1), full.notes.of(1), full.articles.get(1), full.tags.all()) == before


def test_elsewhere_a_covered_note_keeps_its_other_words_and_a_covered_tag_is_told(
    full: Store, bare: Store, exported: Exported
) -> None:
    full.notes.save(Note("Mustermann rief an", 1))
    full.tags.attach(["Mustermann Akte"], articles=[1])
    (source,) = full.sources.all()
    full.sources.update(replace(source, identity_protected=True))
    report = import_file(bare, exported(full, "jsonl"))
    assert "██████████ rief an" in [note.body for note in bare.notes.of(1)]
    assert not any("█" in tag.path for tag in bare.tags.all())
    assert report.remarks == ["The tag “██████████ Akte” was left out: an export covered a name in it."]


@pytest.mark.parametrize(
    ("theirs", "ours", "is_same"),
    [
        ("█████ rief an", "Erika Mustermann rief an", True),
        ("rief █████ an, dann █████", "rief Otto an, dann Karl", True),
        ("█████", "Otto", True),
        ("█████ rief an", " rief an", False),
        ("rief █████ an", "rief an", False),
        ("█ und █", "Otto oder Karl", False),
        ("Otto rief an", "Karl rief an", False),
        ("a█a█a", "aaa", False),
        ("a█a█a", "aaaaa", True),
    ],
)
def test_words_under_a_cover_are_known_by_those_around_it(theirs: str, ours: str, is_same: bool) -> None:
    assert says_the_same(theirs, ours) is is_same


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_how_words_may_be_used_and_whose_identity_is_protected_comes_back(
    full: Store, bare: Store, tmp_path: Path, name: str
) -> None:
    (source,) = full.sources.all()
    terms = replace(
        source,
        aliases=("Die Chefin", "E. M., Bau"),
        use=TermsOfUse.BACKGROUND,
        description="eine Person im Amt",
        identity_protected=True,
    )
    full.sources.update(terms)
    path = tmp_path / f"named.{name}"
    export(full, [1], name, path, options=Options(confidential=True))
    import_file(bare, path)
    assert [replace(one, id=0) for one in bare.sources.all()] == [replace(terms, id=0)]
    assert [one.use for one in bare.quotes.of(1)] == [one.use for one in full.quotes.of(1)]
    told = tmp_path / "told.md"
    export(bare, [1], "markdown", told)
    assert "Mustermann" not in told.read_text(encoding="utf-8")


def test_a_speaker_written_over_in_the_table_is_not_the_source_of_before(
    full: Store, bare: Store, tmp_path: Path
) -> None:
    (source,) = full.sources.all()
    full.sources.assign([quote.id for quote in full.quotes.of(1)], source.id)
    path = tmp_path / "all.csv"
    export(full, [1], "csv", path)
    first, last = path.read_text(encoding="utf-8").rsplit(source.name, 1)
    path.write_text(f"{first}Otto Neu{last}", encoding="utf-8")
    import_file(bare, path)
    assert [one.name for one in bare.sources.all()] == [source.name]
    assert "Otto Neu" in [quote.speaker_name() for quote in bare.quotes.of(1)]


def test_a_quote_that_cannot_be_read_spoils_itself_alone_and_is_told(empty: Store, tmp_path: Path) -> None:
    direct = {"type": "Direct", "spans": [[0, 4]]}
    bad = [{"type": "Foo", "spans": [[0, 4]]}, {"type": "Direct", "spans": [[0, 900]]}, 7]
    line = {"id": "", "title": "T", "text": "„Ja“, sagte Eva.", "quotes": [*bad, direct]}
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    report = import_file(empty, path)
    assert (report.articles, report.quotes) == (1, 1)
    assert report.remarks == [
        "Line 1: 3 quotes were left out: no words in the text, or no type that there is."
    ]


@pytest.mark.parametrize("name", [*FORMATS, "csv", "taguette"])
def test_a_quote_inside_of_another_comes_back_as_one(tmp_path: Path, exported: Exported, name: str) -> None:
    text = "Die Stadt müsse „endlich handeln“, sagte Eva. „Ja“, sagte Otto, „gut“."
    article = Article(text, title="Inneres", url="https://example.org/i", language="de")
    outer, inner = Span(0, 33), Span(16, 33)
    around, between = (Span(46, 50), Span(64, 69)), Span(52, 62)
    quotes = [
        Quote(QuoteType.INDIRECT, (outer,), resolved_speaker="Eva"),
        Quote(QuoteType.DIRECT, (inner,), nested=True),
        Quote(QuoteType.DIRECT, around),
        Quote(QuoteType.INDIRECT, (between,)),
    ]
    with Store(tmp_path / "one.db") as store, Store(tmp_path / "other.db") as other:
        store.articles.add(article, quotes, "rules-1")
        other.articles.add(article)
        import_file(other, exported(store, name))
        nested = [(one.start, one.nested) for one in other.quotes.of(1)]
    interrupted = name in ("jsonl", "csv", "refi", "webannotation", "recogito", "markdown")
    assert nested[:3] == [(0, False), (16, True), (46, False)]
    assert not interrupted or nested[3] == (52, False)


@pytest.mark.parametrize("name", [*FORMATS, "csv"])
def test_a_note_that_begins_as_our_facts_do_is_a_note(
    full: Store, bare: Store, exported: Exported, name: str
) -> None:
    split = full.quotes.of(1)[1]
    full.notes.save(Note("status: offen; cue: fragen", 1, quote_id=split.id))
    import_file(bare, exported(full, name))
    assert "status: offen; cue: fragen" in [note.body for note in bare.notes.of(1)]


@pytest.mark.parametrize("name", [*FORMATS, "csv", "taguette"])
def test_a_quote_with_a_covered_name_in_its_words_is_known_where_it_was_made(
    tmp_path: Path, exported: Exported, name: str
) -> None:
    text = "„Wir hören“, gab Otto Geheim zu, „nicht auf“. Geheim räumte den Fehler am Ende ein."
    parts = (Span(0, 11), Span(text.index("„nicht"), text.index("auf“") + 4))
    with Store(tmp_path / "one.db") as store:
        hidden = store.sources.add(Source("Otto Geheim", identity_protected=True))
        told = Span(text.index("Geheim räumte"), len(text))
        quotes = [Quote(QuoteType.DIRECT, parts), Quote(QuoteType.REPORTED, (told,))]
        store.articles.add(Article(text, title="Fehler", url="https://example.org/f"), quotes, "rules-1")
        store.sources.assign([1, 2], hidden.id)
        before = store.quotes.of(1)
        report = import_file(store, exported(store, name))
        assert (report.quotes, report.same) == (0, 2)
        assert store.quotes.of(1) == before


@pytest.mark.parametrize("name", [*FORMATS, "csv", "taguette"])
def test_a_quote_whose_words_stand_twice_is_known_where_it_was_made(
    tmp_path: Path, exported: Exported, name: str
) -> None:
    text = "„Wir hören nicht auf“, sagte Eva. Später sagte Otto: „Wir hören nicht auf“."
    later = Span(text.rindex("„"), text.rindex("“") + 1)
    with Store(tmp_path / "one.db") as store:
        quote = Quote(QuoteType.DIRECT, (later,), resolved_speaker="Otto")
        store.articles.add(Article(text, title="Zweimal", url="https://example.org/z"), [quote], "rules-1")
        report = import_file(store, exported(store, name))
        assert (report.quotes, report.same) == (0, 1)
