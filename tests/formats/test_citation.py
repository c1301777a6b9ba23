"""Citations in three styles, quotation marks by language, and links that open at the quote."""

from dataclasses import replace
from urllib.parse import unquote

import pytest

from reader.errors import UsageError
from reader.formats import Dossier
from reader.formats.citation import STYLES, cite, link, markdown
from reader.models import Anchor, Article, Quote, QuoteType, Span
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, SPLIT, TEXT


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("house", "Beispielblatt, „Bauen: ‚heute‘ [neu]“, 21.10.2015, https://example.org/bauen?a=1&b=2"),
        (
            "chicago",
            "Anna Beispiel and Jan de Vries, “Bauen: ‘heute’ [neu],” Beispielblatt, October 21, 2015, "
            "https://example.org/bauen?a=1&b=2.",
        ),
        (
            "dgps",
            "Beispiel, A. & de Vries, J. (2015, 21. Oktober). Bauen: „heute“ [neu]. Beispielblatt. "
            "https://example.org/bauen?a=1&b=2",
        ),
    ],
)
def test_an_article_is_cited_in_each_style(style: str, expected: str) -> None:
    assert cite(DOSSIER, style=style) == expected


def test_a_quote_comes_with_its_speaker_before_the_citation() -> None:
    said = cite(DOSSIER, DIRECT)
    assert said.startswith("„Wir *bauen* <heute>“ (Erika Mustermann, Ministerin, Land). Beispielblatt")


@pytest.mark.parametrize("type_", [one for one in QuoteType if one is not QuoteType.DIRECT])
def test_words_that_are_not_the_speakers_own_stand_in_no_quotation_marks(type_: QuoteType) -> None:
    said = cite(DOSSIER, replace(SPLIT, type=type_))
    assert said.startswith("Sie habe … nichts gewusst (sie). Beispielblatt, „")
    assert "sinngemäß" not in said


def test_a_fragment_that_stood_in_marks_keeps_them_inside_an_indirect_quote() -> None:
    text = 'Er habe das "nie und nimmer" gewollt, sagte er.'
    quote = Quote(QuoteType.INDIRECT, (Span(0, text.index(", sagte")),), resolved_speaker="Bo Hall")
    said = cite(Dossier(Article(text, language="de"), (quote,)), quote)
    assert said.startswith("Er habe das „nie und nimmer“ gewollt (Bo Hall).")


@pytest.mark.parametrize(
    ("language", "text", "parts", "expected"),
    [
        (
            "en",
            "“It is a disgrace,” Smith said, “and everybody knows it.”",
            ("“It is a disgrace,”", "“and everybody knows it.”"),
            "“It is a disgrace … and everybody knows it.”",
        ),
        (
            "de",
            "„Das ist“, sagte sie, „nicht genug.“",
            ("„Das ist“", "„nicht genug.“"),
            "„Das ist … nicht genug.“",
        ),
        (
            "de",
            "»Wer ‚nie‘ sagt«, rief er, »der lügt.«",
            ("»Wer ‚nie‘ sagt«", "»der lügt.«"),
            "„Wer ‚nie‘ sagt … der lügt.“",
        ),
        (
            "fr",
            "« C'est non », dit-il, « et encore non. »",
            ("« C'est non »", "« et encore non. »"),
            "« C'est non … et encore non. »",
        ),
        (
            "en",
            "'Never,' he said. 'And that is it.'",
            ("'Never,'", "'And that is it.'"),
            "“Never … And that is it.”",
        ),
    ],
)
def test_an_interrupted_quotation_is_cited_as_one(
    language: str, text: str, parts: tuple[str, ...], expected: str
) -> None:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    quote = Quote(QuoteType.DIRECT, spans)
    assert cite(Dossier(Article(text, language=language), (quote,)), quote).startswith(expected)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(UsageError, match=", ".join(STYLES)):
        cite(DOSSIER, style="mla")


@pytest.mark.parametrize("style", STYLES)
def test_an_article_of_which_nothing_is_known_can_be_cited(style: str) -> None:
    quote = Quote(QuoteType.DIRECT, (Span(0, 1),))
    assert cite(Dossier(Article("x"), (quote,)), quote, style)


@pytest.mark.parametrize(
    ("language", "published", "expected"),
    [
        ("de", "2026-11-12T06:30:00+01:00", ", 12.11.2026"),
        ("en", "2026-11-12T06:30:00+01:00", ", 12 November 2026"),
        ("en", "2026-11", ", November 2026"),
        ("fr", "2026-05-01", ", 1er mai 2026"),
        ("es", "2026-10-02", ", 2 de octubre de 2026"),
        ("it", "2026-10-02", ", 2 ottobre 2026"),
        ("nl", "2026-10-02", ", 2 oktober 2026"),
        ("xx", "2026-10-02", ", 2026-10-02"),
        ("en", "2026", ", 2026"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(language: str, published: str, expected: str) -> None:
    article = Article("x", title="T", published=published, language=language)
    assert cite(Dossier(article)).endswith(expected)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "url", ["", "/home/anna/akte.txt", "file:///home/anna/akte.txt", "javascript:alert(1)"]
)
def test_a_path_of_this_machine_is_no_address(style: str, url: str) -> None:
    article = replace(ARTICLE, url=url, location="/home/anna/akte.txt")
    assert "anna/" not in cite(Dossier(article), style=style)
    assert "script" not in cite(Dossier(article), style=style)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Streit um Handyverbot: „Wir sind nicht die Polizei“",
            "„Streit um Handyverbot: ‚Wir sind nicht die Polizei‘“",
        ),
        ("„Wir sind nicht die Polizei“", "„Wir sind nicht die Polizei“"),
        ('Wer "das" sagt', "„Wer ‚das‘ sagt“"),
    ],
)
def test_marks_inside_a_title_alternate(title: str, expected: str) -> None:
    assert expected in cite(Dossier(replace(ARTICLE, title=title)))


def test_markdown_puts_the_speaker_below_the_words() -> None:
    copied = markdown(DOSSIER, DIRECT)
    assert copied.startswith(
        "> „Wir *bauen* <heute>“\n>\n> — Erika Mustermann, Ministerin, Land. Beispielblatt, "
    )


def test_a_short_passage_is_linked_whole_without_its_marks() -> None:
    address, _, fragment = link(ARTICLE, DIRECT).partition("#:~:text=")
    assert address == ARTICLE.url
    assert unquote(fragment) == "Wir *bauen* <heute>"
    assert "," not in fragment
    assert "<" not in fragment


def test_a_long_passage_is_linked_by_its_edges() -> None:
    text = "Eins zwei drei vier fünf.\n\n" + "Wort " * 60 + "sieben acht-neun zehn, elf."
    fragment = link(replace(ARTICLE, text=text), Quote(QuoteType.DIRECT, (Span(0, len(text)),)))
    assert unquote(fragment.partition("text=")[2]) == "Eins zwei drei vier,sieben acht-neun zehn, elf."
    assert "acht%2Dneun" in fragment
    assert "zehn%2C" in fragment


def test_a_passage_that_stands_twice_is_linked_with_the_words_before_it() -> None:
    text = "Er kam. Dann sagte er: Nein.\nSpäter schrie sie: Nein."
    start = text.rindex("Nein.")
    fragment = link(replace(ARTICLE, text=text), Quote(QuoteType.DIRECT, (Span(start, start + 5),)))
    assert unquote(fragment.partition("text=")[2]) == "Später schrie sie:-,Nein."


@pytest.mark.parametrize(
    ("text", "words", "opens_at"),
    [
        ("„Nein“, sagte Böhme.\n\n„Nein“, sagte Kurz am Abend.", "„Nein“", "Nein,-“, sagte Kurz am"),
        ("Da rief Kurz: „Nein“\n\nSpäter rief Böhme: „Nein“", "„Nein“", "Später rief Böhme: „-,Nein"),
        ("“No,” Finch said. “No,” said Hall.", "“No,”", "“No,” Finch said. “-,No,,-” said Hall."),
        ("« Oui », dit Paul. Et « oui », dit Anne.", "« oui »", "dit Paul. Et «-,oui,-», dit Anne."),
        ("„Nein“\n\nUnd Schluss, sagte sie.\n\n„Nein“", "„Nein“", "Und Schluss, sagte sie.-,„Nein“"),
    ],
)  # fmt: skip
def test_equal_words_of_two_people_are_told_apart_in_a_link(text: str, words: str, opens_at: str) -> None:
    start = text.rindex(words)
    quote = Quote(QuoteType.DIRECT, (Span(start, start + len(words)),))
    fragment = link(replace(ARTICLE, text=text), quote).partition("text=")[2]
    assert unquote(fragment) == opens_at


def test_words_that_the_title_has_too_are_linked_with_those_beside_them() -> None:
    text = "Er kam spät. „Nie wieder“, rief er."
    start = text.index("„")
    quote = Quote(QuoteType.DIRECT, (Span(start, start + len("„Nie wieder“")),))
    fragment = link(replace(ARTICLE, title="NIE WIEDER, sagt er", text=text), quote).partition("text=")[2]
    assert unquote(fragment) == "Er kam spät. „-,Nie wieder,-“, rief er."


def test_a_fragment_that_is_there_is_kept_and_a_path_is_no_link() -> None:
    with_anchor = replace(ARTICLE, url="https://example.org/x#part")
    assert link(with_anchor, DIRECT).startswith("https://example.org/x#part:~:text=Wir")
    assert link(replace(ARTICLE, url=""), DIRECT) == ""
    assert TEXT


def test_a_lost_quote_is_linked_without_a_fragment() -> None:
    assert link(ARTICLE, replace(DIRECT, anchor=Anchor.ORPHAN)) == ARTICLE.url


def test_what_an_address_cannot_hold_is_encoded_in_a_link() -> None:
    odd = replace(ARTICLE, url="https://example.org/pfad mit {leer}>zeichen")
    assert link(odd, DIRECT).startswith("https://example.org/pfad%20mit%20%7Bleer%7D%3Ezeichen#:~:text=")
