"""PDF files: columns, initials, notes, running heads, quotations set apart, and the page of each part."""

import pytest

from reader.ingest.formats import from_bytes
from reader.models import Article
from tests.ingest.pdfs import by_row, column, pdf_of, wrapped

TEXT = (
    "Der Rat der Stadt hat am Montagabend nach langer Debatte beschlossen, das Hallenbad am Markt zu "
    "schließen. Die Bürgermeisterin sagte, der Bau sei nicht mehr zu retten und das Dach seit dem Winter "
    "undicht. Die Opposition kündigte an, gegen den Beschluss vor Gericht zu ziehen. Der Verein der "
    "Schwimmer sammelt seit Wochen Unterschriften und hat bisher viertausend. Niemand habe mit ihnen "
    "gesprochen, sagte der Vorsitzende Peter Hall. Er verlangt eine Befragung der Bürger noch vor der "
    "Sommerpause, und zwar in allen Ortsteilen. Die Verwaltung rechnet mit Kosten von sechs Millionen."
)


def read(data: bytes) -> Article:
    return from_bytes(data, "a.pdf")


def in_columns(text: str, count: int, width: int) -> list[list[str]]:
    lines = wrapped(text, width)
    each = -(-len(lines) // count)
    return [lines[at : at + each] for at in range(0, len(lines), each)]


@pytest.mark.parametrize(("count", "width", "step"), [(2, 40, 260), (3, 27, 175)])
def test_columns_are_read_one_after_the_other_however_they_are_drawn(
    count: int, width: int, step: int
) -> None:
    parts = in_columns(TEXT, count, width)
    columns = [column(lines, 50 + at * step) for at, lines in enumerate(parts)]
    head = [(50.0, 790.0, 18.0, "Das Bad schließt im Herbst für immer, sagt der Rat")]
    for drawn in (by_row(*columns), [one for lines in columns for one in lines]):
        article = read(pdf_of([*head, *drawn]))
        assert article.title == "Das Bad schließt im Herbst für immer, sagt der Rat"
        # whether a paragraph ends with a sentence at a column's end nobody can tell
        assert article.text.replace("\n\n", " ") == TEXT


def test_columns_whose_lines_stand_at_other_heights() -> None:
    left, right = in_columns(TEXT, 2, 40)
    article = read(pdf_of(by_row(column(left), column(right, 310, top=745))))
    assert article.text == TEXT


def test_a_table_is_read_by_its_rows() -> None:
    rows = [("Ort", "Ja"), ("Norderhaven", "12"), ("Hinterwald", "34"), ("Elbtal", "56"), ("Sundby", "7")]
    cells = [column([row[at] for row in rows], 50 + at * 200) for at in range(2)]
    assert "Norderhaven 12" in read(pdf_of([*column(wrapped(TEXT, 90), top=500), *by_row(*cells)])).text


def test_an_initial_over_three_lines_is_joined_to_its_word() -> None:
    lines = wrapped(TEXT[1:], 80)
    drawn = [*column(lines[:3], 75), *column(lines[3:], 50, top=750 - 3 * 13)]
    article = read(pdf_of([(50.0, 726.0, 34.0, "D"), *drawn]))
    assert article.text == TEXT


def test_feet_and_numbers_of_pages_stay_out_of_words_and_sentences() -> None:
    one, two, three = (f"Norder Bote — Lokales {number}" for number in (14, 15, 16))
    first = ["Der Fährverein verlangt eine Bürgerbefragung noch vor der Som-", ""]
    pages = [
        [(50, 800, 8, one), *column(first), (300, 30, 8, "Seite 1 von 3")],
        [
            (50, 800, 8, two),
            *column(["merpause. Die Bürgermeisterin der Stadt hält dagegen und will den"]),
            (300, 30, 8, "Seite 2 von 3"),
        ],
        [(50, 800, 8, three), *column(["Steg im Herbst erneuern."]), (300, 30, 8, "Seite 3 von 3")],
    ]
    article = read(pdf_of(*pages))
    assert article.text == (
        "Der Fährverein verlangt eine Bürgerbefragung noch vor der Sommerpause. "
        "Die Bürgermeisterin der Stadt hält dagegen und will den Steg im Herbst erneuern."
    )
    assert article.removed == (one, "Seite 1 von 3")


def test_a_note_at_the_foot_of_a_page_does_not_part_a_sentence() -> None:
    note = (50.0, 60.0, 7.0, "1 Die Zahl nennt der Kämmerer im Entwurf vom Februar.")
    pages = [
        [*column(["Die Verwaltung rechnet mit Kosten von sechs Millionen Euro, wie aus der"]), note],
        column(["Vorlage für den Ausschuss hervorgeht, die dieser Zeitung vorliegt."]),
    ]
    article = read(pdf_of(*pages))
    assert "wie aus der Vorlage für den Ausschuss hervorgeht" in article.text
    assert article.text.endswith("1 Die Zahl nennt der Kämmerer im Entwurf vom Februar.")


@pytest.mark.parametrize("where", ["in one column", "across both"])
def test_a_quotation_set_apart_goes_where_it_repeats_the_text(where: str) -> None:
    text = TEXT.replace("Niemand habe mit ihnen gesprochen,", '"Niemand hat mit uns gesprochen",')
    left, right = in_columns(text, 2, 40)
    pulled = [(50.0, 640.0, 16.0, '"Niemand hat mit'), (50.0, 620.0, 16.0, 'uns gesprochen"')]
    if where == "across both":
        pulled = [(100.0, 620.0, 20.0, '"Niemand hat mit uns gesprochen"')]
    drawn = [*column(left[:6]), *column(left[6:], top=590), *column(right[:6], 310)]
    drawn += column(right[6:], 310, top=590)
    article = read(pdf_of([*drawn, *pulled]))
    assert article.text == text
    assert any("Niemand hat mit uns" in line for line in article.removed)


def test_a_title_over_two_lines_is_one() -> None:
    head = [(50.0, 800.0, 20.0, "Das Bad am Markt schließt im"), (50.0, 776.0, 20.0, "Herbst für immer")]
    assert read(pdf_of([*head, *column(wrapped(TEXT, 80))])).title == (
        "Das Bad am Markt schließt im Herbst für immer"
    )


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    assert read(pdf_of(column(wrapped(TEXT, 80)), turned=True)).text == TEXT


def test_words_drawn_twice_for_bold_letters_stand_once() -> None:
    lines = column(wrapped(TEXT, 80))
    again = [(left + 0.3, foot, size, words) for left, foot, size, words in lines]
    assert read(pdf_of([*lines, *again])).text == TEXT


def test_a_pdf_tells_on_which_page_each_part_stands() -> None:
    first, second = wrapped(TEXT, 80)[:4], wrapped(TEXT, 80)[4:]
    article = read(pdf_of(column(first), column(second)))
    there = article.text.index(second[0])
    assert [article.page_of(0, 5), article.page_of(there, there + 5)] == ["1", "2"]
    assert article.page_of(there - 5, there + 5) == "1–2"


def test_pages_are_called_as_the_file_calls_them() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >>"
    article = read(pdf_of(column(wrapped(TEXT, 80)), column(["Das ist das Ende der Sache."]), labels=labels))
    assert [page.label for page in article.pages] == ["iv", "1"]


def test_pages_without_text_are_told() -> None:
    article = read(pdf_of(column(wrapped(TEXT, 80)), [], column(["Das ist das Ende der Sache."])))
    assert article.missing == "Page 2 holds no text, perhaps a picture of some: look at the file."


def test_an_initial_that_stands_close_to_its_word_is_told_from_it() -> None:
    lines = wrapped(TEXT[1:], 80)
    drawn = [*column(lines[:2], 75), *column(lines[2:], 50, top=750 - 2 * 13)]
    article = read(pdf_of([(50.0, 737.0, 34.0, "D"), *drawn]))
    assert article.text == TEXT


def test_a_quotation_set_between_the_lines_of_a_paragraph_does_not_part_it() -> None:
    said = '"Uns hat niemand gefragt", sagte Peter Hall von der Genossenschaft der Fischer am Dienstag.'
    cost = (
        "Das Land trägt 70 Prozent der Kosten von 40 Millionen Euro. Den Rest muss die Stadt selbst zahlen."
    )
    lines = wrapped(cost, 45)
    above = [*column(wrapped(said, 45)), *column(lines[:1], top=750 - 2 * 13)]
    big = [(50.0, 750 - 4 * 13, 16.0, '"Uns hat niemand gefragt"')]
    article = read(pdf_of([*above, *big, *column(lines[1:], top=750 - 6 * 13)]))
    assert article.text == f"{said} {cost}"
    assert article.removed == ('"Uns hat niemand gefragt"',)


def test_a_ragged_line_that_ends_in_mid_sentence_is_no_end_of_a_paragraph() -> None:
    lines = [
        '"Das ist ein Sieg der',
        'Vernunft", sagte',
        "Bürgermeisterin Jana Kolb am Abend",
        "nach der Sitzung.",
    ]
    assert read(pdf_of(column(lines))).text == " ".join(lines)
