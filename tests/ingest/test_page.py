"""Web pages: the article and what is known about it, whatever the page is made of."""

from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes, from_text, read
from reader.models import Article, Caption

PAGES = Path(__file__).parent / "pages"
FIRST = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad zu schließen. "
    "Das sagte Bürgermeisterin Sabine Thiel nach der Sitzung."
)
SECOND = (
    "Die Opposition kündigte an, gegen den Beschluss vorzugehen. Er sei rechtswidrig, erklärte Henning Raab "
    "am Dienstag vor Journalisten im Rathaus."
)
BODY = f"<article><h1>Rat schließt das Bad</h1><p>{FIRST}</p><p>{SECOND}</p></article>"


def page(body: str = BODY, head: str = "", attributes: str = 'lang="de"') -> str:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def parsed(html: str, location: str = "https://www.blatt.example/a/bad-4711.html") -> Article:
    return from_text(html, location)


@pytest.fixture
def article() -> Article:
    return read(str(PAGES / "haushalt.html"))


def test_metadata_of_a_whole_page(article: Article) -> None:
    assert article.title == "Streit um den Haushalt: Kämmerin warnt vor Sperre"
    assert article.byline == "Jana Petersen, Ole Brandt"
    assert article.outlet == "Elbtal-Zeitung"
    assert article.section == "Lokalpolitik"
    assert article.agency == "epd/jp"
    assert article.published == "2024-11-05T06:45:00+01:00"
    assert article.url == "https://www.elbtal-zeitung.example/politik/haushalt-sperre-4711.html"
    assert article.language == "de"
    assert article.captions == (Caption("Das Rathaus von Elbtal am Montagabend.", "Karla Winter"),)


def test_text_of_a_whole_page(article: Article) -> None:
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0].startswith("Der Stadt fehlen zwölf Millionen Euro.")
    assert paragraphs[-1].endswith("mit allen Fraktionen zu sprechen.")
    assert len(paragraphs) == 6
    assert [article.text[slice(*span)] for span in article.headings] == ["Was jetzt gestrichen werden könnte"]


def test_leftovers_of_a_whole_page_can_be_seen(article: Article) -> None:
    assert "Lesen Sie auch: So teuer wird das neue Hallenbad" in article.removed
    assert "3 Kommentare" in article.removed
    assert article.text.count("Wenn wir jetzt nicht handeln") == 1
    for gone in ("Cookies", "Teilen mit", "Anzeige", "Newsletter", "Alle Rechte", "Startseite"):
        assert gone not in article.text


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (
            '<meta property="og:title" content="Rat schließt das Bad | Blatt">',
            "title",
            "Rat schließt das Bad",
        ),
        ("<title>Ganz anderer Titel der Seite</title>", "title", "Ganz anderer Titel der Seite"),
        ('<meta property="og:site_name" content="Das Blatt">', "outlet", "Das Blatt"),
        ("", "outlet", "blatt.example"),
        ('<meta name="author" content="Von Eva Beispiel">', "byline", "Eva Beispiel"),
        ('<meta name="author" content="https://www.facebook.com/blatt">', "byline", ""),
        ('<meta property="article:section" content="Lokales &amp;amp; Mehr">', "section", "Lokales & Mehr"),
        (
            '<meta property="article:published_time" content="2024-03-01T05:00:00Z">',
            "published",
            "2024-03-01T05:00:00+00:00",
        ),
        ('<meta name="date" content="2024-03-01">', "published", "2024-03-01"),
        ('<meta itemprop="datePublished" content="1. März 2024">', "published", "2024-03-01"),
        ('<link rel="canonical" href="/a/bad">', "url", "https://www.blatt.example/a/bad"),
        (
            '<link rel="canonical" href="https://www.blatt.example/">',
            "url",
            "https://www.blatt.example/a/bad-4711.html",
        ),
        ('<link rel="canonical" href="//[">', "url", "https://www.blatt.example/a/bad-4711.html"),
        ('<script type="application/ld+json">{broken</script>', "byline", ""),
        ('<script type="application/ld+json">[[[[[[[]]]]]]]</script>', "byline", ""),
    ],
)
def test_statements_of_the_head(head: str, field: str, value: str) -> None:
    body = BODY.replace("<h1>Rat schließt das Bad</h1>", "") if "Ganz anderer" in head else BODY
    assert getattr(parsed(page(body, head)), field) == value


@pytest.mark.parametrize(
    ("linked", "field", "value"),
    [
        ('{"@type":"NewsArticle","author":"Eva Beispiel"}', "byline", "Eva Beispiel"),
        ('{"@type":"NewsArticle","author":[{"name":"A B"},{"name":"C D"}]}', "byline", "A B, C D"),
        (
            '{"@graph":[{"@type":"WebPage"},{"@type":"Article","datePublished":"2024-01-02"}]}',
            "published",
            "2024-01-02",
        ),
        ('[{"@type":"ReportageNewsArticle","articleSection":["Stadt","Rat"]}]', "section", "Stadt"),
        ('{"@type":"http://schema.org/NewsArticle","publisher":{"name":"Blatt"}}', "outlet", "Blatt"),
        (
            '{"@type":["NewsArticle"],"headline":"Rat schließt &quot;Bad&quot;"}',
            "title",
            "Rat schließt das Bad",
        ),
        ('{"@type":"NewsArticle","author":{"@type":"Person"},"headline":7,"publisher":null}', "byline", ""),
    ],
)
def test_json_ld(linked: str, field: str, value: str) -> None:
    assert getattr(parsed(page(head=f'<script type="application/ld+json">{linked}</script>')), field) == value


def test_text_that_only_scripts_would_show() -> None:
    body = (
        f"{FIRST} {SECOND}\\n\\n" * 1
        + f"{SECOND} Und noch ein Satz dazu.\\n\\n{FIRST} Danach ist Schluss." * 2
    )
    linked = '{"@type":"NewsArticle","headline":"Rat schließt das Bad","articleBody":"' + body + '"}'
    html = page("<div id=app></div>", f'<script type="application/ld+json">{linked}</script>')
    assert parsed(html).text.startswith(FIRST)


@pytest.mark.parametrize(
    "html",
    [
        page("<p>404 – Seite nicht gefunden</p>"),
        page("<div id='root'></div><script>start()</script>"),
        "<html>",
        "<!DOCTYPE html>",
        page("<ul>" + "<li><a href='/x'>Nachrichten</a></li>" * 50 + "</ul>"),
    ],
)
def test_page_without_an_article(html: str) -> None:
    with pytest.raises(IngestError, match="There is no article on") as caught:
        parsed(html)
    assert "reader add clip:" in caught.value.message


@pytest.mark.parametrize("depth", [300, 5_000, 100_000])
def test_deep_nesting(depth: int) -> None:
    html = page("<div>" * depth + f"<p>{FIRST}</p><p>{SECOND}</p>" + "</div>" * depth)
    assert parsed(html).text == f"{FIRST}\n\n{SECOND}"


def test_entity_bomb_stays_small() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    html = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{entities}]>'
    html += f"<html><body><article><p>{FIRST} &e11;</p><p>{SECOND}</p></article></body></html>"
    assert len(from_bytes(html.encode(), "bombe.xhtml").text) < 1000


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    html = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    html += f"<html><body><article><p>{FIRST} &x;</p><p>{SECOND}</p></article></body></html>"
    assert "geheim" not in from_bytes(html.encode(), "seite.xhtml").text


def test_line_breaks_lists_tables_and_quotations() -> None:
    body = (
        f"<article><h1>Rat schließt das Bad</h1><p>{FIRST}<br><br>{SECOND}</p>"
        "<ul><li>Das Bad schließt im Mai nächsten Jahres.</li>"
        "<li>Der Eintritt bleibt bis dahin gleich.</li></ul>"
        "<blockquote><p>„Ein ganz anderes Wort, das sonst nirgends steht“, sagte sie.</p></blockquote>"
        "</article>"
    )
    text = parsed(page(body)).text
    assert f"{FIRST}\n\n{SECOND}" in text
    assert "• Das Bad schließt im Mai nächsten Jahres.\n\n• Der Eintritt" in text
    assert text.endswith("„Ein ganz anderes Wort, das sonst nirgends steht“, sagte sie.")


def test_old_page_in_windows_1252_with_entities_twice() -> None:
    body = f"<div><p>{FIRST} &amp;bdquo;Schlu&amp;szlig;&amp;ldquo;, sagte er.</p><p>{SECOND}</p></div>"
    meta = '<meta http-equiv="content-type" content="text/html; charset=windows-1252">'
    html = f"<html><head>{meta}</head>{body}</html>"
    article = from_bytes(html.encode("cp1252"), "alt.htm")
    assert "„Schluß“, sagte er." in article.text


def test_escapes_stay_in_place_and_null_is_gone() -> None:
    article = parsed(page(BODY.replace("Hallenbad", "Hallen\x1b[31mbad\x00")))
    assert "\x00" not in article.text


def test_page_from_a_pipe_is_told_by_its_content() -> None:
    assert from_bytes(page().encode(), "stdin").title == "Rat schließt das Bad"


def test_what_trackers_add_to_an_address_goes() -> None:
    address = "https://www.blatt.example/a?utm_source=x&id=7&fbclid=abc#comments"
    assert parsed(page(), address).url == "https://www.blatt.example/a?id=7"


WHOLE_PAGES = {
    "wordpress": ("Die Bürgerinitiative „Ruhiges Tal“ hat", "vor dem kommenden Jahr.", 4, "Eva Beispiel", ""),
    "interview": ("Die Försterin Annegret Holm über", "In ihrer Rechnung schon.", 9, "Tom Reuter", ""),
    "english": ("Residents face another summer", "misspelled Moira Tennant’s name.", 6, "Niamh Doyle", ""),
    "french": ("La commune espérait une", "est prévue le 15 mai.", 4, "Camille Roux", "AFP"),
    "amp": ("Het waterschap begint in mei", "achter de dijk woont.", 3, "Joost de Wit", ""),
    "table": ("GRENZHEIM (dpa) - Der Stadtrat", "400 Millionen Euro geschätzt.", 3, "", "dpa"),
}


@pytest.mark.parametrize("name", WHOLE_PAGES)
def test_whole_pages(name: str) -> None:
    start, end, paragraphs, byline, agency = WHOLE_PAGES[name]
    article = read(str(PAGES / f"{name}.html"))
    assert article.text.startswith(start)
    assert article.text.endswith(end)
    assert article.text.count("\n\n") + 1 == paragraphs
    assert (article.byline, article.agency) == (byline, agency)
    assert article.published
    assert article.title not in article.text


def test_outlet_behind_the_title_of_an_old_page() -> None:
    article = read(str(PAGES / "table.html"))
    assert (article.title, article.outlet) == ("Stadtrat vertagt Entscheidung", "Neue Grenzpost online")
    assert article.published == "2003-03-05T18:12"


def test_what_the_extraction_left_out_can_be_seen() -> None:
    article = read(str(PAGES / "interview.html"))
    assert "Annegret Holm, 54, leitet seit 2009 das Forstamt Eichgrund." in article.removed
    assert not [line for line in article.removed if line in article.text]
    assert not [line for line in article.removed if "schema.org" in line]
    assert len(set(article.removed)) == len(article.removed)


def test_a_tag_with_thousands_of_attributes_is_read_without_them() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(2000))
    read = parsed(
        page(
            f"<p {attributes}>{FIRST}</p><p>{SECOND}</p>",
            f'<meta {attributes} name="author" content="Eva Beispiel">',
        )
    )
    assert read.text == f"{FIRST}\n\n{SECOND}"
    assert read.byline == ""


@pytest.mark.parametrize(
    "control", ["\f", "\v", "\x01", "\x1f", "&#12;", "&#x0B;", "&#1;", "\ufffe", "\ud800"]
)
@pytest.mark.parametrize(
    "body",
    [
        f"<article><figcaption>Das Bad.</figcaption>{{}}Foto<p>{FIRST}</p><p>{SECOND}</p></article>",
        f"<table><tr><td>{FIRST}{{}}<br>{FIRST} {SECOND} {SECOND}{{}}<br>{SECOND}</td></tr></table>",
        f"<article><h2>Rat {{}}tagt</h2><p>{FIRST}</p>{{}}<blockquote>{SECOND}{{}}</blockquote></article>",
    ],
    ids=["after a caption", "in a layout table", "in a heading"],
)
def test_control_characters_anywhere_on_a_page(body: str, control: str) -> None:
    read = parsed(page(body.replace("{}", control)))
    assert FIRST in read.text
    assert SECOND in read.text
