"""Pages built as outlets build them: what stands beside the text, and where title and names stand."""

import json

import pytest

from reader.ingest import from_text
from reader.models import Article, Caption

ONE = (
    "Der Rat von Norderhaven hat am Dienstag für einen höheren Deich gestimmt, teilte die Stadt am Abend mit."
)
TWO = "„Das ist ein Sieg der Vernunft“, sagte Bürgermeisterin Jana Kolb nach der Sitzung im Rathaus."
THREE = "Der Bau soll im Herbst beginnen und rund drei Jahre dauern, das Land trägt die meisten Kosten."
TEXT = (ONE, TWO, THREE)


def article(
    middle: str = "", *, head: str = "<h1>Rat stimmt für Deich</h1>", linked: object = None
) -> Article:
    """A page of which `middle` stands between the second and the third paragraph."""
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    body = f"{head}<p>{ONE}</p><p>{TWO}</p>{middle}<p>{THREE}</p>"
    page = f"<head><meta charset=utf-8>{data}</head><body><main><article>{body}</article></main></body>"
    return from_text(f"<html lang=de>{page}</html>", "https://www.nordschau.example/a/deich-101.html")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='opt-in'><h3>Instagram-Inhalt</h3><p>Um mit Inhalten aus Instagram zu interagieren,"
        " brauchen wir deine Zustimmung.</p><button>Aktivieren</button></div>",
        "<div class='x1'><h3>Video</h3><p>An dieser Stelle findest du externe Inhalte</p></div>"
        "<h2>Folgen</h2>",
        "<div class='podcast-teaser'><h3>Ungeklärt</h3><p>Jetzt hören, wo es Podcasts gibt.</p></div>",
        "<div class='poll'><h3>Soll der Deich wachsen?</h3><button>Ja</button><button>Nein</button></div>",
        "<div class='infobox'><h3>Deiche</h3><p>Als Maß gilt der höchste Stand einer Sturmflut.</p></div>",
        "<p><b>Auch spannend:</b> <a href='/fisch'>Wirt verschenkt 1000 Fischbrötchen</a></p>",
        "<p>➔ <a href='/fisch'>Wirt verschenkt 1000 Fischbrötchen</a></p>",
        "<div><span>Weiterlesen nach der Anzeige</span><span>Anzeige</span></div>",
    ],
)
def test_what_stands_between_the_paragraphs_goes(box: str) -> None:
    assert [line for line in article(box).text.split("\n\n") if line != "Folgen"] == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Kolb schrieb auf ihrer Seite: <a href='/kolb'>„Der Deich wird gebaut, und zwar bald.“</a>",
        "Das Ergebnis: <a href='/liste'>17 Mitglieder stimmten mit Ja, 15 mit Nein.</a>",
        "Nachzulesen ist das alles in der <a href='/vorlage'>Vorlage der Verwaltung zum neuen Deich</a>",
    ],
)
def test_a_sentence_of_the_text_with_a_link_at_its_end_stays(line: str) -> None:
    assert len(article(f"<p>{line}</p>").text.split("\n\n")) == len(TEXT) + 1


HEADLINE = "<h1><span class='head__topline'>Küstenschutz</span> <span>Rat stimmt für Deich</span></h1>"


@pytest.mark.parametrize(
    ("stated", "title", "kicker"),
    [
        ("Rat stimmt für Deich", "Rat stimmt für Deich", "Küstenschutz"),
        ("Küstenschutz: Rat stimmt für Deich", "Küstenschutz: Rat stimmt für Deich", ""),
        ("Küstenschutz Rat stimmt für Deich", "Küstenschutz Rat stimmt für Deich", ""),
    ],
)
def test_a_kicker_called_so_is_a_part_of_the_title_only_where_the_outlet_makes_it_one(
    stated: str, title: str, kicker: str
) -> None:
    found = article(head=HEADLINE, linked={"@type": "NewsArticle", "headline": stated})
    assert (found.title, found.section) == (title, kicker)
    assert found.text.split("\n\n") == list(TEXT)


def test_a_headline_with_its_kicker_in_the_data_is_parted_where_another_title_tells_it_alone() -> None:
    linked = {"@type": "NewsArticle", "headline": "Küstenschutz: Rat stimmt für Deich"}
    head = f"<meta property='og:title' content='Rat stimmt für Deich'>{HEADLINE}"
    found = article(head=head, linked=linked)
    assert (found.title, found.section) == ("Rat stimmt für Deich", "Küstenschutz")


def test_a_print_view_has_the_headline_that_its_title_names() -> None:
    body = "</p><p>".join(TEXT)
    page = (
        "<html><head><title>Druckversion - Rat stimmt für Deich - Küstenkurier Online - Politik</title>"
        "<link rel=canonical href='https://www.kuestenkurier.example/deich-a-4711.html'></head><body>"
        f"<h4>Küstenschutz</h4><h2>Rat stimmt für Deich</h2><p>{body}</p><p><i>obr/dpa</i></p>"
        "<p><b>URL:</b> http://www.kuestenkurier.example/deich-a-4711.html</p>"
        "<p>© Küstenkurier Online 2024<br>Vervielfältigung nur mit Genehmigung</p></body></html>"
    )
    found = from_text(page, "/tmp/druck.html")
    assert (found.title, found.agency) == ("Rat stimmt für Deich", "obr/dpa")
    assert found.outlet == "kuestenkurier.example"
    assert found.text.split("\n\n") == list(TEXT)


@pytest.mark.parametrize("name", ["instagram-media", "tiktok-embed"])
def test_posts_of_picture_and_video_platforms_go(name: str) -> None:
    post = f"<blockquote class='{name}'><p>Was für ein Abend</p>&mdash; Hafenkater (@hafenkater)</blockquote>"
    found = article(post)
    assert found.text.split("\n\n") == list(TEXT)
    assert any("Hafenkater" in line for line in found.removed)


def test_an_outlet_that_names_itself_leaves_the_byline_to_the_person_on_the_page() -> None:
    head = (
        "<h1>Rat stimmt für Deich</h1><div class='authorline'>Von Anna Beispiel, NDS, zzt. Norderhaven</div>"
    )
    author = {"@type": "Organization", "name": "nordschau"}
    assert article(head=head, linked={"@type": "NewsArticle", "author": author}).byline == "Anna Beispiel"
    agency = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Reuters"}}
    assert article(linked=agency).byline == "Reuters"


def test_names_in_capitals_are_written_as_one_writes_them_each_for_itself() -> None:
    authors = [{"@type": "Person", "name": name} for name in ("KAI MUSTER", "Lea McProbe")]
    assert article(linked={"@type": "NewsArticle", "author": authors}).byline == "Kai Muster, Lea McProbe"


@pytest.mark.parametrize(
    ("written", "credit"),
    [
        ("<small>Foto: Kai Muster</small>", "Kai Muster"),
        ("<span class='fig__credit'>JEAN PETIT / LE QUOTIDIEN</span>", "JEAN PETIT / LE QUOTIDIEN"),
        (" <span itemprop='copyrightHolder'>(Foto: Kai Muster)</span>", "Kai Muster"),
    ],
)
def test_a_credit_in_an_element_of_its_own_is_no_word_of_the_caption(written: str, credit: str) -> None:
    figure = f"<figure><img><figcaption>Der alte Deich{written}</figcaption></figure>"
    assert article(figure).captions == (Caption("Der alte Deich", credit),)


def behind(title: str, address: str) -> str:
    body = "</p><p>".join(TEXT)
    page = f"<head><title>{title}</title></head><body><h1>Rat stimmt für Deich</h1><p>{body}</p></body>"
    return from_text(f"<html>{page}</html>", address).outlet


def test_the_outlet_stands_behind_the_headline_in_the_title() -> None:
    assert behind("Rat stimmt für Deich – Küstenblog", "/tmp/deich.html") == "Küstenblog"
    assert behind("Rat stimmt für Deich | Norder Bote", "https://www.norderbote.example/a") == "Norder Bote"
    assert behind("Rat stimmt für Deich | Politik", "/tmp/deich.html") == ""
    assert behind("Rat stimmt für Deich | Deichbau", "https://bote.example/a") == "bote.example"
    assert behind("Der Rat – Küstenblog", "/tmp/deich.html") == ""


@pytest.mark.parametrize(
    "offer",
    [
        "Il vous reste 62.5% de cet article à lire. La suite est réservée aux abonnés.",
        "Este contenido es exclusivo para suscriptores.",
        "Jetzt weiterlesen mit Bote+",
        "Lees verder met een abonnement",
    ],
)
def test_what_offers_the_rest_of_an_article_is_no_end_of_its_text(offer: str) -> None:
    lines = "</p><p>".join((*TEXT, offer, "1 € im Monat"))
    page = f"<html><body><main><h1>Rat</h1><p>{lines}</p></main></body></html>"
    assert from_text(page, "/tmp/deich.html").text.split("\n\n") == list(TEXT)


def test_a_word_of_subscribers_inside_an_article_stays() -> None:
    said = "Der Text sei nur für Abonnenten gedacht, teilte der Verlag am Dienstag auf Anfrage mit."
    assert said in article(f"<p>{said}</p>").text


@pytest.mark.parametrize(
    "box",
    [
        "<ul class='sc-authors'><li><div><h2>Jan de Boer</h2><p>redacteur Binnenland</p></div></li></ul>",
        "<div data-component='byline-block'><span>Jan de Boer</span><span>correspondent</span></div>",
        "<div class='author__name'>Jan de Boer</div>",
    ],
)
def test_who_wrote_it_stands_in_a_box_with_what_they_are(box: str) -> None:
    found = article(head=f"<h1>Rat stimmt für Deich</h1>{box}")
    assert found.byline == "Jan de Boer"
    assert found.text.split("\n\n") == list(TEXT)


@pytest.mark.parametrize(
    "end",
    [
        "<h3>Sobre la firma</h3>",
        "<p>Apúntate aquí a la newsletter diaria de Puerto Norte.</p><h3>Mehr dazu</h3>",
        "<p>Dziękujemy, że przeczytałaś nasz artykuł do końca.</p>",
        "<p>Źródło: PAP, Gazeta Nadmorska</p>",
        "<p>Haben Sie Fehler entdeckt? Dann schreiben Sie uns gerne!</p>",
        "<p>Über dieses Thema berichtete die nordschau am 12. März 2024 um 20:00 Uhr.</p>",
    ],
)
def test_lines_at_the_end_are_no_text(end: str) -> None:
    page = f"<html><body><main><h1>Rat</h1><p>{'</p><p>'.join(TEXT)}</p>{end}</main></body></html>"
    assert from_text(page, "/tmp/deich.html").text.split("\n\n") == list(TEXT)


def test_an_agency_named_with_others_as_the_source_is_that() -> None:
    lines = "</p><p>".join((*TEXT, "Źródło: PAP, Gazeta Nadmorska"))
    page = f"<html><body><main><h1>Rat</h1><p>{lines}</p></main></body></html>"
    assert from_text(page, "/tmp/deich.html").agency == "PAP"


def test_a_name_glued_to_a_caption_is_its_credit_and_one_inside_is_not() -> None:
    glued = "<figure><figcaption><span>Kolb nach dem Rat.</span><span>Pedro Sala</span></figcaption></figure>"
    inside = "<figure><figcaption>Bürgermeisterin <b>Jana Kolb</b></figcaption></figure>"
    assert article(glued).captions == (Caption("Kolb nach dem Rat.", "Pedro Sala"),)
    assert article(inside).captions == (Caption("Bürgermeisterin Jana Kolb"),)


@pytest.mark.parametrize(
    "box",
    [
        "<p hidden>Ein Absatz, den niemand sehen soll, weil er versteckt ist.</p>",
        f"<div aria-hidden='true'><p>{ONE}</p></div>",
        "<amp-twitter><blockquote placeholder><p>Was für ein Abend</p></blockquote></amp-twitter>",
        "<amp-list><div>Mehr Artikel von uns</div></amp-list>",
    ],
)
def test_what_nobody_sees_on_the_page_is_no_text(box: str) -> None:
    assert article(box).text.split("\n\n") == list(TEXT)


def test_an_article_that_a_script_shows_is_read_though_it_is_hidden() -> None:
    page = f"<html><body><main hidden><h1>Rat</h1><p>{'</p><p>'.join(TEXT)}</p></main></body></html>"
    assert from_text(page, "/tmp/deich.html").text.split("\n\n") == list(TEXT)


def test_a_sentence_behind_the_headline_in_its_box_is_the_lead() -> None:
    lead = "17 zu 15: Der Deich wird höher, und die Fischer wollen klagen."
    head = (
        f"<div class='x1'><h1>Rat stimmt für Deich</h1><p class='x2'>{lead}</p><span>Ole Brandt</span></div>"
    )
    assert article(head=head).text.split("\n\n") == [lead, *TEXT]


def test_a_column_of_an_old_page_is_no_row_of_a_table() -> None:
    cells = f"<td><a href=a.html>Start</a><br><a href=b.html>Sport</a></td><td>{'<br><br>'.join(TEXT)}</td>"
    page = f"<html><head><title>Bote</title></head><body><table><tr>{cells}</tr></table></body></html>"
    assert from_text(page, "/tmp/alt.html").text.split("\n\n")[-3:] == list(TEXT)


def test_a_day_beside_a_byline_is_no_name() -> None:
    meta = "<div class='meta'><span>Von Ole Brandt</span><span>13.03.2024, 06:15</span></div>"
    assert article(head=f"<h1>Rat stimmt für Deich</h1>{meta}").byline == "Ole Brandt"


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("Deich – Nachrichten aus dem Norden und der ganzen Region Weser", "Deich"),
        ("Haushalt | Kurier Lokal", "Haushalt"),
        ("Rat stimmt zu — der Lokalteil für Stadt und Land Ostermoor", "Rat stimmt zu"),
    ],
)
def test_what_an_outlet_puts_behind_a_headline_is_no_part_of_it(written: str, headline: str) -> None:
    said = "<p>Der Rat hat am Montag lange beraten und dann doch zugestimmt, teilte die Verwaltung mit.</p>"
    page = f"<html><head><title>{written}</title></head><body><h1>{headline}</h1>{said * 3}</body></html>"
    assert from_text(page, "/tmp/a.html").title == headline
