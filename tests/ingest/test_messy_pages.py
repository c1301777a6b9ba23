"""News pages with all that stands around an article: what is text, what is not, and what a page says of "
"itself."""

import json

import pytest

from reader.ingest import from_bytes
from reader.models import Article

ADDRESS = "https://www.kronfurter-bote.example/lokales/fernwaerme-1.html"
TEXT = (
    "Die Stadtwerke Kronfurt wollen die Fernwärmepreise zum Jahreswechsel um 18 Prozent anheben. „Wir "
    "geben nur "
    "weiter, was uns der Einkauf kostet“, sagte Geschäftsführerin Mira Olbrich am Dienstag.",
    "Der Mieterverein sprach von einem Schlag ins Gesicht der Haushalte. Dessen Vorsitzender Jost Rehberg "
    "kündigte an, die Kalkulation gerichtlich prüfen zu lassen.",
    "Nach Angaben der Landesregierung sind mehr als 40.000 Wohnungen an das Netz angeschlossen. Das "
    "Ministerium "
    "wollte sich zu dem Vorgang zunächst nicht äußern.",
)
ONE, TWO, THREE = (f"<p>{paragraph}</p>" for paragraph in TEXT)
TITLE = "<h1>Fernwärme wird teurer</h1>"
LINKED = {
    "@type": "NewsArticle",
    "headline": "Fernwärme wird teurer",
    "author": [{"@type": "Person", "name": "Ina Voss"}],
    "publisher": {"@type": "Organization", "name": "Kronfurter Bote"},
    "datePublished": "2025-11-04T06:00:00+01:00",
}


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def parsed(body: str, head: str = linked(LINKED), encoding: str = "utf-8") -> Article:
    head = f'<meta charset="{encoding}">{head}'
    page = f'<!DOCTYPE html><html lang="de"><head>{head}</head><body>{body}</body></html>'
    return from_bytes(page.encode(encoding), ADDRESS, "text/html")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<div id="cmp"><h2>Wir schätzen Ihre Privatsphäre</h2><p>Wir und unsere 812 Partner verarbeiten '
            "personenbezogene Daten, um Anzeigen zu personalisieren und Inhalte zu messen.</p>"
            "<button>Alle akzeptieren</button></div>"
            '<nav><a href="/">Startseite</a><a href="/sport">Sport</a></nav>'
            f"<article>{TITLE}{ONE}{TWO}{THREE}</article><footer><p>© 2025 Kronfurter Bote</p></footer>",
            id="cookie banner, menu and footer",
        ),
        pytest.param(
            f"<article>{TITLE}<p>Artikel anhören (3 Minuten)</p><p>Lesedauer: 2 Min.</p><p>Von: Ina "
            f"Voss</p>{ONE}"
            f"<p>Anzeige</p><p>Weiter nach der Anzeige</p>{TWO}<p>Artikel weiter unten</p>{THREE}"
            "<p>Zur Startseite</p><p>Fehler gefunden? Jetzt melden.</p></article>",
            id="advertising markers",
        ),
        pytest.param(
            f"<article>{TITLE}{ONE}<p><b>Lesen Sie auch:</b> <a href='/z'>So heizt Kronfurt in zehn "
            "Jahren</a></p>"
            f"{TWO}<div class='newsletter'><h3>Der Newsletter</h3><p>Jeden Morgen das Wichtigste in "
            "Ihrem Postfach. "
            f"Jetzt kostenlos anmelden.</p><form><button>Anmelden</button></form></div>{THREE}</article>",
            id="read also and newsletter",
        ),
        pytest.param(
            f"<article>{TITLE}{ONE}{TWO}<aside><h3>Zur Person</h3><p>Mira Olbrich, 51, leitet die "
            "Stadtwerke seit "
            f"2019. Zuvor arbeitete sie bei einem Netzbetreiber.</p></aside>{THREE}</article>",
            id="fact box",
        ),
        pytest.param(
            f"<article>{TITLE}{ONE}{TWO}{THREE}<p>Dieser Artikel erschien zuerst auf "
            "bote.example.</p></article>"
            "<section id='comments'><h2>Kommentare (1)</h2><p>Das ist doch alles Abzocke, ich zahle das "
            "jedenfalls "
            "nicht und werde kündigen, wie wahrscheinlich viele andere auch.</p></section>",
            id="comments",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img><figcaption>Mira Olbrich. Bild: dpa</figcaption></figure>{ONE}"
            f"<figure><ul><li><figcaption>Bild 1 von 12: Leitungsbau. © "
            "Archiv</figcaption></li></ul></figure>"
            f"{TWO}{THREE}</article>",
            id="captions and gallery",
        ),
        pytest.param(
            f"<article>{TITLE}{ONE}<blockquote><p>„Wir geben nur weiter, was uns der Einkauf kostet“</p>"
            f"<cite>Mira Olbrich</cite></blockquote>{TWO}{THREE}</article>",
            id="pulled quotation",
        ),
        pytest.param(
            "<div>" + "<br><br>".join(TEXT) + f"</div>{TITLE}",
            id="line breaks for paragraphs",
        ),
    ],
)
def test_nothing_but_the_article(body: str) -> None:
    article = parsed(body)
    assert article.text.split("\n\n") == list(TEXT)
    assert (article.title, article.byline) == ("Fernwärme wird teurer", "Ina Voss")
    assert (article.outlet, article.published) == ("Kronfurter Bote", "2025-11-04T06:00:00+01:00")


def test_what_a_paywall_offers_is_no_text() -> None:
    article = parsed(
        f"<article>{TITLE}{ONE}<div class='paywall'><h3>Jetzt weiterlesen mit Bote+</h3><p>Sie haben bereits "
        "ein Abo? "
        "Hier anmelden</p><p>Jetzt 4 Wochen für 1 Euro testen</p><ul><li>Alle Artikel auf bote.example</li>"
        "<li>Jederzeit kündbar</li></ul></div></article>",
        linked(LINKED | {"isAccessibleForFree": False}),
    )
    assert article.text == TEXT[0]
    assert "Jetzt 4 Wochen für 1 Euro testen" in article.removed
    assert article.missing == "This is only its beginning; missing: what is behind a paywall."


def test_a_live_ticker_keeps_times_and_headings() -> None:
    heads = [
        ("18:00 Uhr", "Rat tagt"),
        ("17:30 Uhr", "Protest vor dem Rathaus"),
        ("17:00 Uhr", "Ministerium schweigt"),
    ]
    posts = "".join(
        f'<div class="post"><time>{clock}</time><h2>{head}</h2><p>{paragraph}</p></div>'
        for (clock, head), paragraph in zip(heads, TEXT, strict=True)
    )
    article = parsed(f"<main><h1>Liveblog zur Fernwärme</h1>{posts}</main>", "")
    expected = [part for pair, paragraph in zip(heads, TEXT, strict=True) for part in (*pair, paragraph)]
    assert article.text.split("\n\n") == expected
    assert [article.text[slice(*span)] for span in article.headings] == [
        part for pair in heads for part in pair
    ]


def test_subheadings_that_the_extraction_loses_come_back() -> None:
    parts = "".join(
        f"<article><h2>Teil {at}</h2><p>{words}</p></article>" for at, words in enumerate(TEXT, 1)
    )
    article = parsed(f"<main>{TITLE}{parts}</main><aside><h3>Mehr</h3><p>Heizen mit Holz</p></aside>")
    assert [article.text[slice(*span)] for span in article.headings] == ["Teil 1", "Teil 2", "Teil 3"]


def test_an_old_page_of_tables_with_open_paragraphs() -> None:
    body = (
        "<table><tr><td><a href=/>Start</a></td><td><font size=5><b>Fernwärme wird teurer</b></font><br>"
        f"<font size=1>Von Ina Voss</font><p>{'<p>'.join(TEXT)}</td></tr></table>"
    )
    article = parsed(body, "<title>Kronfurter Bote: Fernwärme wird teurer</title>", "cp1252")
    assert (article.title, article.byline) == ("Fernwärme wird teurer", "Ina Voss")
    assert article.text.split("\n\n") == list(TEXT)


def test_a_title_with_a_speaker_before_the_colon_stays_whole() -> None:
    assert (
        parsed(ONE + TWO, "<title>Olbrich: Wir geben nur weiter</title>").title
        == "Olbrich: Wir geben nur weiter"
    )


def test_json_ld_that_points_to_its_author_and_hides_from_old_browsers() -> None:
    graph = [
        {"@type": "Organization", "@id": "#org", "name": "Kronfurter Bote"},
        {"@type": "Person", "@id": "#voss", "name": "Ina Voss"},
        LINKED | {"author": {"@id": "#voss"}, "publisher": {"@id": "#org"}},
    ]
    script = (
        f'<script type="application/ld+json">/*<![CDATA[*/{json.dumps({"@graph": graph})}/*]]>*/</script>'
    )
    article = parsed(f"<article>{TITLE}{ONE}{TWO}</article>", script)
    assert (article.byline, article.outlet) == ("Ina Voss", "Kronfurter Bote")
    assert article.published == "2025-11-04T06:00:00+01:00"


def test_a_page_filled_in_by_scripts_keeps_the_paragraphs_of_its_json_ld() -> None:
    article = parsed(
        '<div id="root"></div>', linked({"@type": "NewsArticle", "articleBody": "\n\n".join(TEXT)})
    )
    assert article.text.split("\n\n") == list(TEXT)


@pytest.mark.parametrize(
    ("name", "value", "field", "told"),
    [
        ("byl", "By JANE DOE", "byline", "Jane Doe"),
        ("parsely-author", "Jane Doe", "byline", "Jane Doe"),
        ("pdate", "20251104", "published", "2025-11-04"),
        ("parsely-pub-date", "2025-11-04T06:00:00Z", "published", "2025-11-04T06:00:00+00:00"),
    ],
)
def test_names_that_newspapers_give_their_meta_elements(name: str, value: str, field: str, told: str) -> None:
    article = parsed(f"<article>{TITLE}{ONE}{TWO}</article>", f'<meta name="{name}" content="{value}">')
    assert getattr(article, field) == told


def test_a_line_that_breaks_off_is_no_title() -> None:
    beginning = "Die Bürgermeisterin Thiel sagte am Montag in der"
    article = parsed(f"<article><p>{beginning}</p>{ONE}{TWO}</article>", "")
    assert article.text.startswith(f"{beginning}\n\n")


def test_the_outlet_is_no_author() -> None:
    article = parsed(
        f"<article>{ONE}{TWO}</article>", linked(LINKED | {"author": {"name": "Kronfurter Bote"}})
    )
    assert (article.byline, article.outlet) == ("", "Kronfurter Bote")
