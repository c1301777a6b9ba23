"""Front matter that a person edits: an export touches only what it knows better."""

from dataclasses import replace

import pytest

from reader.formats.front_matter import front_matter, merged, split
from reader.formats.markdown import FORMAT
from tests.formats.examples import ARTICLE, DOSSIER, written

UID = "90616997-810e-4235-9e8d-13c0eb2769b5"
NOW = {"title": "Landrat warnt", "published": "2022-03", "tags": ["bau", "neu"], "reader": UID}


def renewed(before: str, **values: str | list[str]) -> str:
    return merged(before, front_matter({**NOW, **values}))


def test_comments_order_and_style_of_a_person_stay() -> None:
    before = (
        "---\n# Kopf\naliases:\n  - Landrat # der alte\n# zum Datum\npublished: '2022-03' # geschätzt\n\n"
        f"title: Landrat warnt\ncss: [a]\ntags:\n- bau\n# fehlt noch\n- neu\nreader: {UID}\n# Ende\n---\n"
    )
    assert renewed(before) == before


def test_a_value_that_differs_is_written_and_what_stands_beside_it_stays() -> None:
    title = "# zwei\ntitle: >\n  Landrat\n  warnt\n"
    before = f"---\n# eins\npublished: 1999 # geschätzt\n{title}reader: {UID}\n---\n"
    after = renewed(before, tags=[])
    assert after == before.replace("published: 1999 #", 'published: "2022-03"  #')


def test_a_list_keeps_its_lines() -> None:
    tags = "tags:\n  # meine\n  - bau # ja\n  - alt\n"
    before = f"---\ntitle: Landrat warnt\npublished: 2022-03\n{tags}reader: {UID}\n---\n"
    assert renewed(before) == before.replace("  - alt\n", '  - "neu"\n')


def test_what_is_not_known_any_more_goes_without_its_neighbours() -> None:
    before = (
        f"---\ntitle: x\nbyline: Eva\n# über die Stadt\noutlet:\n  - Blatt\nstadt: Köln\nreader: {UID}\n---\n"
    )
    after = renewed(before, tags=[], published="")
    assert after == f'---\ntitle: "Landrat warnt"\n# über die Stadt\nstadt: Köln\nreader: {UID}\n---\n'


def test_new_keys_follow_their_forerunner() -> None:
    before = f"---\nmeins: 1\ntitle: Landrat warnt\n# Rest\nreader: {UID}\n---\n"
    after = renewed(before, byline="Eva", tags=[], published="")
    assert after == before.replace("warnt\n", 'warnt\nbyline: "Eva"\n')


@pytest.mark.parametrize(
    "before",
    [
        "---\ntitle: Streit: Bad\naliases: [a\nmeins: {x\n---\n",
        "---\nmeins: x\n\tdeins: y\n---\n",
        "---\nmeins: &a [*a]\n---\n",
        "---\nmeins: " + "[" * 400 + "\n---\n",
    ],
    ids=["colon", "tab", "loop", "deep"],
)
def test_lines_that_are_no_yaml_stay(before: str) -> None:
    after = renewed(before)
    for line in before.splitlines():
        if not line.startswith("title:"):
            assert line in after.splitlines()
    assert f'reader: "{UID}"\n' in after


@pytest.mark.parametrize("text", ["---\n- eins\n- zwei\n---\n", "---\n\nEin Satz.\n\n---\n"])
def test_lines_between_dashes_that_are_text_are_none(text: str) -> None:
    assert split(text) == ("", text)


def test_that_of_another_article_stays_as_it_is() -> None:
    before = "---\ntitle: x # mein\nreader: 11111111-1111-4111-8111-111111111111\n---\n"
    assert renewed(before) == before


def test_two_in_a_row_after_a_byte_order_mark_are_the_lower_one() -> None:
    mine = "---\ntitle: x\naliases: [Landrat]\n---\n"
    assert split(f"---\ntitle: x\n---\n\ufeff{mine}\n# Text\n") == (mine, "\n# Text\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_byte_order_mark_and_line_ends_of_a_file_stay(mark: str, ends: str) -> None:
    assert FORMAT.merge
    now = written("markdown")
    mine = now.decode().replace("reader:", "# Kommentar\naliases: [Bau]\nreader:") + "\nMein Absatz.\n"
    before = (mark + mine.replace("\n", ends)).encode()
    assert FORMAT.merge(before, now) == before
    other = written("markdown", replace(DOSSIER, article=replace(ARTICLE, title="Anders")))
    after = FORMAT.merge(before, other).decode()
    assert after.startswith(f"{mark}---{ends}title: ")
    assert after.count("---" + ends) == 2
    assert f"# Kommentar{ends}aliases: [Bau]{ends}" in after
    assert after.count("\n") == after.count(ends)


def test_bytes_that_are_no_utf8_stay() -> None:
    assert FORMAT.merge
    before = written("markdown") + b"\nM\xfcller\n"
    assert FORMAT.merge(before, written("markdown")) == before
