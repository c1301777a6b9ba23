"""Files of other programs: whose article it is, where the words stand, and what is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ReaderError
from reader.library.importing import ImportChoices, ImportReport, import_file
from reader.models import Anchor, Article
from reader.store import Store
from tests.formats.examples import ARTICLE

QUOTE = 'Frau Mustermann zufolge "kommt es so"'
"""As a browser has it: marks straightened, the line not broken."""


def annotation(words: str = "", **fields: Any) -> dict[str, Any]:
    selector = [{"type": "TextQuoteSelector", "exact": words}] if words else []
    usual = {
        "id": f"id-{words[:8]}",
        "user": "acct:anna@hypothes.is",
        "uri": "http://www.example.org/bauen?a=1&b=2&utm_source=mail",
        "text": "",
        "tags": [],
        "document": {"title": ["Bauen: „heute“ [neu] - Beispielblatt"]},
        "target": [{"source": "x", **({"selector": selector} if selector else {})}],
    }
    return usual | fields


class Import:
    """Writes annotations into a file of the Hypothesis client, and imports it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder

    def __call__(self, *items: dict[str, Any], choices: ImportChoices | None = None) -> ImportReport:
        path = self.folder / "highlights.json"
        path.write_text(json.dumps({"client_version": "1.2", "annotations": items}), encoding="utf-8")
        return import_file(self.store, path, choices)


@pytest.fixture
def take(bare: Store, tmp_path: Path) -> Import:
    return Import(bare, tmp_path)


def test_a_highlight_comes_with_its_words_tags_and_maker(bare: Store, take: Import) -> None:
    take(annotation(QUOTE, text="Stimmt das?", tags=["frage/offen"]))
    (note,) = bare.notes.of(1)
    assert note.exact == "Frau Mustermann zufolge „kommt es\nso“"
    assert (note.body, note.tags, note.anchor) == ("Stimmt das?", ("frage/offen",), Anchor.EXACT)
    assert note.origin == "anna, Hypothesis"


def test_a_reply_stands_where_what_it_answers_stands(bare: Store, take: Import) -> None:
    take(annotation(QUOTE), annotation(id="r", text="Nein.", references=[f"id-{QUOTE[:8]}"]))
    first, second = bare.notes.of(1)
    assert (second.body, second.span) == ("Nein.", first.span)


def test_a_page_note_is_about_the_article(bare: Store, take: Import) -> None:
    take(annotation(text="Lesenswert."))
    (note,) = bare.notes.of(1)
    assert (note.body, note.span, note.quote_id) == ("Lesenswert.", None, 0)


def test_what_the_article_does_not_say_is_kept_and_listed(bare: Store, take: Import) -> None:
    report = take(annotation("Davon steht im ganzen Artikel kein Wort", text="?"))
    (note,) = bare.notes.of(1)
    assert (note.anchor, note.exact) == (Anchor.ORPHAN, "Davon steht im ganzen Artikel kein Wort")
    assert [(one.note_id, one.words) for one in report.lost] == [(note.id, note.exact)]
    assert take(annotation("Davon steht im ganzen Artikel kein Wort", text="?")).same == 1


def test_a_page_that_is_not_here_is_left_out_and_counted(bare: Store, take: Import) -> None:
    other = {"uri": "https://elsewhere.example/", "document": {"title": ["Anderes"]}}
    report = take(annotation(id="1", text="a", **other), annotation(id="2", text="b", **other))
    (left,) = report.left_out
    assert (left.title, left.address, left.count) == ("Anderes", "https://elsewhere.example/", 2)
    assert bare.notes.of(1) == []


@pytest.mark.parametrize(
    "where",
    [
        {"uri": "https://example.org/bauen/?a=1&b=2", "document": {}},
        {"uri": "https://amp.example/x", "document": {"title": ['BAUEN: "Heute" [neu]']}},
        {"uri": "https://amp.example/x", "document": {"title": ["Bauen: „heute“ [neu] | Beispielblatt"]}},
        {"uri": "file:///home/anna/b.html", "document": {"title": ["Ganz anders"]}},
    ],
)
def test_the_article_is_known_by_address_title_or_words(
    bare: Store, take: Import, where: dict[str, Any]
) -> None:
    bare.articles.add(Article("Ein anderer Text über Bauen.", title="Anderes", url="https://example.org/b"))
    words = "Sie habe, sagte sie, nichts gewusst."
    take(annotation(words, **where))
    assert [note.exact for note in bare.notes.of(1)] == [words]


def test_one_passage_that_others_quote_too_does_not_tell_the_article(bare: Store, take: Import) -> None:
    here = {"uri": "https://elsewhere.example/", "document": {"title": ["Anderes"]}}
    report = take(
        annotation("Sie habe, sagte sie, nichts gewusst.", id="1", text="a", **here),
        annotation("Der Deich bricht im Frühjahr, sagt der Rat", id="2", text="b", **here),
        annotation("Niemand hat das Geld jemals gesehen", id="3", text="c", **here),
    )
    assert report.left_out[0].count == 3
    assert (bare.notes.of(1), report.lost) == ([], [])


def test_of_two_articles_of_one_title_the_words_tell(bare: Store, take: Import) -> None:
    bare.articles.add(replace(ARTICLE, id=0, uid="", url="", location="zwei", text="Ganz anderer Text."))
    here = {"uri": "https://amp.example/", "document": {"title": [ARTICLE.title]}}
    assert take(annotation("nichts gewusst", **here)).notes == 1
    assert len(bare.notes.of(1)) == 1
    assert take(annotation("steht in keinem", **here)).left_out[0].count == 1


def test_a_person_can_say_which_article_it_is(bare: Store, take: Import) -> None:
    where = {"uri": "https://elsewhere.example/", "document": {}}
    take(annotation("Mustermann", **where), choices=ImportChoices(article=1))
    (note,) = bare.notes.of(1)
    assert note.anchor is Anchor.FUZZY


def test_hostile_values_spoil_nothing_but_themselves(bare: Store, take: Import) -> None:
    odd: list[Any] = [None, 7, "x", {"target": 3, "uri": 4}, {"uri": "a", "target": [None]}]
    tags = ["=1+1", "\x1b]0;x\x07", "a" * 500, "", "///", ["x"], "#a b/c"]
    report = take(*odd, annotation("nichts gewusst", text="\ud800 \x00 [red]", tags=tags))
    (note,) = bare.notes.of(1)
    assert note.body == "? � [red]"
    assert set(note.tags) == {"=1+1", "]0;x", "a" * 200, "a b/c"}
    assert report.notes == 1
    assert list(bare.verify()) == []


def test_facts_of_a_strange_file_are_of_the_kind_that_a_library_holds(empty: Store, tmp_path: Path) -> None:
    odd = {
        "id": "x'; --",
        "url": "javascript:x",
        "location": "/etc/passwd",
        "published": "\x1b[31m",
        "lang": "?" * 99,
    }
    line = {
        "text": "Ein Satz steht hier und noch einer.",
        "title": "T",
        "quotes": [],
        "added": "gestern",
        **odd,
    }
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    assert import_file(empty, path).articles == 1
    article = empty.articles.get(1)
    assert (article.url, article.location, article.published) == ("", "", "")
    assert len(article.uid) == 36
    assert (len(article.language), article.added[:2]) == (2, "20")
    assert import_file(empty, path).articles == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"  \n", b"{", b"[1, 2]", b"[" * 100_000, b"Nur ein Text.", b"\x00\x01\x02" * 99, b"{}", b"null"],
)
def test_what_cannot_be_imported_is_one_sentence(bare: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(ReaderError) as raised:
        import_file(bare, path)
    assert "\n" not in raised.value.message
    assert len(bare.journal.entries()) == 1
