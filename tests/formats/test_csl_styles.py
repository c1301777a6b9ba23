"""Citation styles as CSL files: two that come with reader, and those of a person."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.formats import Dossier
from reader.formats.citation import cite, markdown
from reader.formats.csl_styles import packaged
from reader.models import Article, PageStart
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER

ON_PAGE = replace(DOSSIER, article=replace(ARTICLE, pages=(PageStart(0, "3"),)))
WHERE = "https://example.org/bauen?a=1&b=2."


def test_two_styles_come_with_the_package() -> None:
    assert packaged() == ("author-date", "presse")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "presse",
            f"Anna Beispiel und Jan de Vries: {ARTICLE.title}. In: Beispielblatt, 21.10.2015, S. 3, {WHERE}",
        ),
        (
            "author-date",
            f"Beispiel, Anna and Jan de Vries. 2015. “Bauen: ‘heute’ [neu]”. Beispielblatt, October 21, 3. "
            f"{WHERE}",
        ),
    ],
)
def test_a_quote_is_cited_in_them(style: str, expected: str) -> None:
    assert (
        cite(ON_PAGE, DIRECT, style)
        == f"„Wir *bauen* <heute>“ (Erika Mustermann, Ministerin, Land). {expected}"
    )
    assert markdown(ON_PAGE, DIRECT, style).endswith(expected)


@pytest.mark.parametrize(
    ("title", "presse", "author_date"),
    [
        ("Wird es teurer?", "Wird es teurer? In: Beispielblatt", "“Wird es teurer?” Beispielblatt"),
        ("Es reicht!", "Es reicht! In: Beispielblatt", "“Es reicht!” Beispielblatt"),
        (
            "Streit: „Wir sind keine Polizei“",
            "Streit: „Wir sind keine Polizei“. In: Beispielblatt",
            "“Streit: ‘Wir sind keine Polizei’”. Beispielblatt",
        ),
    ],
)
def test_marks_in_and_at_the_end_of_a_title_are_those_of_the_style(
    title: str, presse: str, author_date: str
) -> None:
    titled = Dossier(replace(ARTICLE, title=title))
    assert presse in cite(titled, None, "presse")
    assert author_date in cite(titled, None, "author-date")


@pytest.mark.parametrize("style", ["presse", "author-date"])
@pytest.mark.parametrize("published", ["", "2015", "2015-10", "2015-10-21T18:30:00Z", "x"])
@pytest.mark.parametrize(
    "article", [Article("Text."), Article("Text.", byline="dpa", outlet="Blatt"), Article("")]
)
def test_whatever_is_not_known_leaves_no_trace(style: str, published: str, article: Article) -> None:
    cited = cite(Dossier(replace(article, published=published)), None, style)
    assert cited.endswith((".", "”"))
    assert not any(odd in cited for odd in (" .", " ,", "..", "()", "In: ,", ", ,"))


def test_a_style_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    own = tmp_path / "desk.csl"
    text = files("reader.formats").joinpath("styles", "presse.csl").read_text(encoding="utf-8")
    own.write_text(text.replace("In: ", "Aus: "), encoding="utf-8")
    assert "Aus: Beispielblatt" in cite(DOSSIER, DIRECT, str(own))


@pytest.mark.parametrize("content", ["", "kein XML", "<style/>", "<html><body>x</body></html>", "\x00\x01"])
def test_what_is_no_style_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    broken = tmp_path / "broken.csl"
    broken.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"broken\.csl"):
        cite(DOSSIER, DIRECT, str(broken))


def test_a_style_without_a_list_of_references_is_refused(tmp_path: Path) -> None:
    short = tmp_path / "short.csl"
    text = files("reader.formats").joinpath("styles", "presse.csl").read_text(encoding="utf-8")
    short.write_text(text.partition("  <bibliography>")[0] + "</style>", encoding="utf-8")
    with pytest.raises(UsageError, match="no bibliography"):
        cite(DOSSIER, DIRECT, str(short))
    with pytest.raises(UsageError, match="cannot be read"):
        cite(DOSSIER, DIRECT, str(tmp_path / "missing.csl"))
