"""What readers wrote below an article never comes into its text."""

import pytest

from reader.ingest import from_bytes

ARTICLE = "\n\n".join(
    (
        "Die Stadt Ufernau will ihre alte Fähre bald erneuern, obwohl die Kosten gestiegen sind.",
        "„Das Geld steht im Haushalt“, sagte Bürgermeisterin Edda Lohse am Montag vor dem Rat.",
        "Der Ruderverein sieht das anders und verlangt eine Befragung der Bürger noch vor der Sommerpause.",
        "„Niemand hat mit uns gesprochen“, sagte der Vorsitzende Ivo Brandt. Er kündigte Widerstand an.",
        "Die Arbeiten sollen im Herbst beginnen und rund acht Monate dauern, wie aus der Vorlage hervorgeht.",
    )
)
POSTS = (
    "<{tag} class=post><b>Uferkater</b> 3.3.2025<p>„Die Lohse lügt wie gedruckt“, sagte mein Nachbar.</p>"
    "</{tag}><{tag} class=post><b>Amsel</b><p>Stimmt, die Fähre war schon 1990 morsch.</p></{tag}>"
)


def _page(before: str, behind: str) -> str:
    paragraphs = "".join(f"<p>{one}</p>" for one in ARTICLE.split("\n\n"))
    return (
        f"<html lang=de><head><title>Fähre wird erneuert</title></head><body><main>{before}"
        f"<article><h1>Fähre wird erneuert</h1>{paragraphs}</article>{behind}</main></body></html>"
    )


@pytest.mark.parametrize(
    "box",
    [
        "<section class='leserbriefe'><h3>Ihre Meinung</h3>{posts}</section>",
        "<div id='disqus_thread'>{posts}</div>",
        "<div class='x1'><h2>12 Kommentare</h2>{posts}</div>",
        "<section><h3>Comments (2)</h3>{posts}</section>",
        "<div class='reacties'>{posts}</div>",
        "<div class='x1'><h2>Alle 12 Leserbriefe</h2>{posts}</div>",
        "<div class='x1'><h2>Alle reacties</h2>{posts}</div>",
        "<aside><h4>Los comentarios</h4>{posts}{posts}{posts}{posts}{posts}{posts}</aside>",
    ],
)
@pytest.mark.parametrize("tag", ["div", "article"])
def test_readers_comments_are_no_part_of_the_article(box: str, tag: str) -> None:
    posts = POSTS.format(tag=tag)

    article = from_bytes(_page("", box.format(posts=posts)).encode(), "page.html")

    assert article.text == ARTICLE
    assert any("Lohse lügt" in line for line in article.removed)


def test_a_page_of_letters_keeps_its_letters() -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in ARTICLE.split("\n\n"))
    page = (
        f"<html lang=de><body><h1>Post an uns</h1><div class='leserbriefe'>{paragraphs}</div></body></html>"
    )

    assert "Niemand hat mit uns gesprochen" in from_bytes(page.encode(), "page.html").text
