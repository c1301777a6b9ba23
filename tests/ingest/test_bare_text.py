"""Text that stands in no paragraph of its own, as old editors and content systems leave it, is kept."""

import pytest

from reader.ingest import from_bytes

FIRST = (
    "Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl die Kosten gestiegen sind."
)
SAID = "„Niemand hat mit uns gesprochen“, sagte der Vorsitzende Peter Hall und kündigte Widerstand an."
LAST = "Im Mai entscheidet der Rat endgültig, danach wird der Auftrag in ganz Europa ausgeschrieben."


def paragraphs_of(body: str) -> list[str]:
    page = f"<html><head><title>Steg</title></head><body><main>{body}</main></body></html>"
    return from_bytes(page.encode(), "/tmp/steg.html").text.split("\n\n")


@pytest.mark.parametrize("box", ["article", "div"])
@pytest.mark.parametrize(
    "body",
    [
        "<h1>Steg</h1>{}<br><br>{}<br><br>{}",
        "<h1>Steg</h1>{}<br><br>{}<p>{}</p>",
        "<h1>Steg</h1><p>{}</p>{}<p>{}</p>",
        "<h1>Steg</h1><p>{}</p><p>{}</p>{}",
    ],
)
def test_text_before_between_and_behind_the_paragraphs_is_kept(box: str, body: str) -> None:
    whole = f"<{box}>{body.format(FIRST, SAID, LAST)}</{box}>"
    assert paragraphs_of(whole) == [FIRST, SAID, LAST]


def test_text_behind_a_heading_and_a_list_is_kept_with_its_bold_words() -> None:
    bold = SAID.replace("Peter Hall", "<b>Peter Hall</b>")
    body = f"<article><h1>Steg</h1><p>{FIRST}</p><h2>Widerstand</h2>{bold}<ul><li>Ein Punkt</li></ul>{LAST}"
    assert paragraphs_of(f"{body}</article>") == [FIRST, "Widerstand", SAID, "• Ein Punkt", LAST]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Der Streit geht weiter. Ich sitze hier seit 40 Jahren, sagt Heinz Voss.", "Der Streit geht weiter"),
        ("Wer zahlt die Brücke? Das fragt sich der Rat von Altenhof seit Jahren.", "Wer zahlt die Brücke?"),
        (
            "Das sagte Frau Dr. Krug am 3. November dem Rat von Altenhof und ging.",
            "Das sagte Frau Dr. Krug am 3. November dem Rat …",
        ),
    ],
)
def test_the_opening_of_a_text_without_a_title_ends_with_its_first_sentence(text: str, title: str) -> None:
    assert from_bytes(text.encode(), "/tmp/paste.txt").title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Rentner will Bank behalten Der Streit geht weiter, sagt Heinz Voss dem Rat.",
            "Rentner will Bank behalten",
        ),
        (
            "Council backs tram line The city council voted for the tram, said Whitlock.",
            "Council backs tram line",
        ),
        (
            "Le maire renonce au parking La ville de Saint-Aubry renonce, dit Paul Rey.",
            "Le maire renonce au parking",
        ),
        (
            "Steg wird teurer als gedacht Sie habe es geahnt, sagte Ina Krug dem Rat.",
            "Steg wird teurer als gedacht",
        ),
        (
            "Tribunal in The Hague hears first witness about the bridge and what followed",
            "Tribunal in The Hague hears first witness about the bridge …",
        ),
    ],
)
def test_a_headline_that_runs_into_the_text_is_the_title(text: str, title: str) -> None:
    assert from_bytes(text.encode(), "/tmp/paste.txt").title == title
