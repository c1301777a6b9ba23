"""Who wrote a page: persons without their outlet, with the small words that belong to a name."""

import pytest

from reader.ingest import from_bytes

TEXT = (
    "<p>Der Rat von Ufernau hat am Montag über die alte Fähre beraten und dann für den Neubau gestimmt.</p>"
    "<p>Die Arbeiten beginnen im Herbst und dauern acht Monate, wie aus der Vorlage der Stadt hervorgeht.</p>"
    "<p>Im Mai entscheidet der Rat endgültig, danach wird der Auftrag in ganz Europa ausgeschrieben.</p>"
)


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("Edda Lohse, UFER ANZEIGER", "Edda Lohse"),
        ("Edda Lohse, Ufer Anzeiger", "Edda Lohse"),
        ("Edda Lohse, Ivo Brandt", "Edda Lohse, Ivo Brandt"),
        ("von der Weide, Edda", "von der Weide, Edda"),
        ("von Lohse, Ivo", "von Lohse, Ivo"),
        ("van den Berg, Ivo", "van den Berg, Ivo"),
        ("von Edda Lohse", "Edda Lohse"),
        ("Von Edda Lohse und Ivo von Brandt", "Edda Lohse und Ivo von Brandt"),
        ("von Edda Lohse, Ivo Brandt", "Edda Lohse, Ivo Brandt"),
    ],
)
def test_a_byline_names_persons_only(stated: str, byline: str) -> None:
    page = (
        f'<html lang=de><head><title>Fähre | Ufer Anzeiger</title><meta name=author content="{stated}">'
        f"</head><body><article><h1>Neue Fähre</h1>{TEXT}</article></body></html>"
    )

    assert from_bytes(page.encode(), "page.html").byline == byline
