"""Markdown: front matter, blocks with ids, and exports that update a file somebody works in."""

from dataclasses import replace

import pytest

from reader import formats
from reader.formats import Dossier
from reader.formats.markdown import FORMAT
from reader.models import Article
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, OPTIONS, PASSAGE_NOTE, SPLIT, written


def merged(before: str, now: bytes) -> str:
    assert FORMAT.merge
    return FORMAT.merge(before.encode(), now).decode()


def test_every_quote_is_a_block_quote_with_an_id_of_its_own_line() -> None:
    text = written("markdown").decode()
    assert "\n\n^q-222222222222\n\n" in text
    assert "> — Erika Mustermann, Ministerin, Land\n" in text
    assert "> #bau/plan\n" in text


def test_markup_of_the_article_is_text() -> None:
    text = written("markdown").decode()
    assert r"„Wir \*bauen\* \<heute\>“" in text
    assert r"\[neu\]" in text


def test_front_matter_is_json_that_yaml_reads() -> None:
    front = written("markdown").decode().split("---\n")[1]
    assert 'title: "Bauen: „heute“ [neu]"\n' in front
    assert 'tags: ["politik/bau-amt"]\n' in front
    odd = written("markdown", replace(DOSSIER, article=Article("x", title='a: "b"\n\u2028\x85---')))
    assert 'title: "a: \\"b\\"\\n\\u2028\\u0085---"' in odd.decode()


def test_exporting_again_changes_nothing() -> None:
    once = written("markdown")
    assert merged(once.decode(), once) == once.decode()
    both = written("markdown", DOSSIER, replace(DOSSIER, article=replace(ARTICLE, uid="9" * 32)))
    assert merged(both.decode(), both) == both.decode()


def test_what_a_person_wrote_between_the_blocks_stays() -> None:
    mine = (
        written("markdown").decode().replace("\n^q-222222222222\n", "\n^q-222222222222\n\nMein *Absatz*.\n")
    )
    mine = mine.replace("reader:", "aliases:\n  - Bau\nreader:") + "\n## Offen\n\n- anrufen\n"
    changed = replace(DIRECT, tags=("neu",))
    after = merged(mine, written("markdown", replace(DOSSIER, quotes=(changed, SPLIT))))
    assert "Mein *Absatz*." in after
    assert "## Offen\n\n- anrufen" in after
    assert "aliases:\n  - Bau\n" in after
    assert "> #neu\n" in after
    assert "#bau/plan" not in after
    assert after.count("^q-222222222222") == 1


def test_new_quotes_follow_their_forerunner_and_gone_ones_leave() -> None:
    third = replace(SPLIT, uid="88888888-8888-4888-8888-888888888888", id=3)
    before = written("markdown", replace(DOSSIER, quotes=(DIRECT, SPLIT))).decode() + "\nEnde.\n"
    after = merged(before, written("markdown", replace(DOSSIER, quotes=(DIRECT, third))))
    assert "^q-333333333333" not in after
    assert after.index("^q-2222") < after.index("^q-8888") < after.index("^n-5555") < after.index("Ende.")


def test_a_file_that_was_something_else_keeps_its_content() -> None:
    after = merged("# Meine Notizen\n", written("markdown"))
    assert after.startswith("---\ntitle")
    assert "# Meine Notizen\n" in after
    assert "^q-222222222222" in after


def test_exporting_another_article_onto_the_file_adds_it_and_takes_nothing_away() -> None:
    before = written("markdown").decode() + "\nMein Absatz.\n"
    other = replace(ARTICLE, uid="99999999-9999-4999-8999-999999999999", title="Zweiter")
    quote = replace(SPLIT, uid="88888888-8888-4888-8888-888888888888")
    second = written("markdown", replace(DOSSIER, article=other, quotes=(quote,), notes=()))
    after = merged(before, second)
    assert after.startswith(before.split("\n\n")[0])
    assert (
        after.index("^q-2222")
        < after.index("Mein Absatz.")
        < after.index("# Zweiter")
        < after.index("^q-8888")
    )
    assert merged(after, second) == after
    assert merged(after, written("markdown")) == after


def test_the_text_goes_along_where_asked_and_is_replaced_too() -> None:
    options = replace(OPTIONS, text=True)
    once = written("markdown", options=options)
    assert "kommt es\nso“" in once.decode()
    assert merged(once.decode(), once).count("kommt es") == 1
    assert formats.get("markdown").merge is FORMAT.merge


def test_the_text_of_an_article_cannot_pose_as_a_block() -> None:
    article = Article("> x\n\n^q-222222222222\n", title="t", uid="1" * 32)
    once = written(
        "markdown",
        replace(DOSSIER, article=article, quotes=(), notes=()),
        options=replace(OPTIONS, text=True),
    )
    assert "\\> x" in once.decode()


@pytest.mark.parametrize(
    "line",
    ["- Punkt", "+ Punkt", "1. Punkt", "12) Punkt", "---", "===", "^q-222222222222", "# Kopf", "> Zitat"],
)
def test_no_line_of_an_article_becomes_markup(line: str) -> None:
    article = replace(ARTICLE, text=f"Vorher.\n\n{line}\n\nNachher.", headings=())
    options = replace(OPTIONS, text=True)
    page = written("markdown", Dossier(article), options=options).decode()
    assert f"\n\n{line}\n\n" not in page
    assert f"\n\n{line}\n\n" in page.replace("\\", "")
    assert merged(page, page.encode()) == page


def test_tags_are_those_that_obsidian_takes_and_their_true_names_stand_in_the_front_matter() -> None:
    quote = replace(DIRECT, tags=("2025", "=tag/1,2;x", "bau/plan"))
    text = written("markdown", replace(DOSSIER, quotes=(quote,))).decode()
    assert "> #y2025 #tag/1-2-x #bau/plan\n" in text
    assert 'tag names: ["2025", "=tag/1,2;x", "politik/bau amt"]\n' in text


def test_a_tag_with_a_covered_name_does_not_become_another_tag() -> None:
    quote = replace(DIRECT, tags=("quelle/█████", "█████", "bau/plan"))
    article = replace(ARTICLE, tags=("quelle/█████",))
    text = written("markdown", replace(DOSSIER, article=article, quotes=(quote,))).decode()
    assert "> #bau/plan\n" in text
    assert "#quelle" not in text
    assert "#tag" not in text
    assert "█" not in text.split("---")[1]


def test_a_note_keeps_its_markdown_and_brings_no_script() -> None:
    body = (
        "*wichtig* <https://example.org> a < b\n<script>alert(1)</script> [x](javascript:alert(1))\n<b>fett"
    )
    note = replace(PASSAGE_NOTE, body=body, tags=("<img src=x>",))
    text = written("markdown", replace(DOSSIER, notes=(note,))).decode()
    assert "> *wichtig* <https://example.org> a < b\n" in text
    assert "> \\<script>alert(1)\\</script> [x](#javascript:alert(1))\n" in text
    assert "> \\<b>fett\n" in text
    assert "<img" not in text


def test_a_head_of_which_nothing_is_known_says_so() -> None:
    text = written("markdown", Dossier(Article("Ein Text.", location="/home/anna/x.txt"))).decode()
    assert "# Ein Text.\n\n> (no byline, no outlet, no date)\n" in text
    assert "> —" not in text
    assert "/home/anna" not in text


def test_a_time_is_that_of_readers_and_the_front_matter_keeps_it_whole() -> None:
    text = written("markdown").decode()
    assert "Beispielblatt · 2015-10-21 18:30 (UTC+2)\n" in text
    assert 'published: "2015-10-21T18:30:00+02:00"\n' in text
