"""The sample articles: what their gold files say about metadata and leftovers."""

import json
from pathlib import Path

import pytest

from reader.ingest import read
from reader.models import Article

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLES = [path for path in sorted(SEEDS.glob("*")) if path.suffix in (".txt", ".md", ".html")]


def expected(path: Path) -> dict[str, object]:
    gold = path.with_suffix("").with_suffix(".gold.json")
    return dict(json.loads(gold.read_text(encoding="utf-8"))) if gold.exists() else {}


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> tuple[Article, dict[str, object]]:
    return read(str(request.param)), expected(request.param)


def test_metadata(sample: tuple[Article, dict[str, object]]) -> None:
    article, gold = sample
    names = [name for name in ("title", "section", "byline", "outlet", "agency", "language") if name in gold]
    assert {name: getattr(article, name) for name in names} == {name: gold[name] for name in names}


def test_captions(sample: tuple[Article, dict[str, object]]) -> None:
    article, gold = sample
    if "captions" in gold:
        captions = [{"text": caption.text, "credit": caption.credit} for caption in article.captions]
        assert captions == gold["captions"]


def test_leftovers_are_gone_from_the_text(sample: tuple[Article, dict[str, object]]) -> None:
    article, gold = sample
    absent = gold.get("absent", [])
    assert isinstance(absent, list)
    assert [words for words in absent if words in article.text] == []
    assert article.title not in article.text.split("\n\n")
