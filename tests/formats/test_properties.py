"""What must hold for any article, however odd: nothing raises, spans stay true, exports repeat."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import formats
from reader.formats import Dossier
from reader.formats.citation import STYLES, cite, link
from reader.formats.cover import BLOCK
from reader.formats.markdown import FORMAT as MARKDOWN
from reader.formats.redaction import redacted
from reader.models import Article, Note, Quote, QuoteType, Source, Span
from tests.formats.examples import written

ODD = st.text(
    st.sampled_from(list("aZ ü😀„“\"'»«#>*-_[](){}^\\`|~:&<=@\n\r\t\x00\x1b\u2028\u202e\ufeff\u0308…")),
    max_size=40,
)
NAMES = st.lists(
    st.sampled_from(["Erika", "von", "Mustermann", "Groß", "K.", "Öz", "x"]), min_size=1, max_size=4
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    text = draw(ODD.filter(bool))
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True)))
    spans = tuple(Span(a, b) for a, b in zip(offsets[::2], offsets[1::2], strict=False))
    article = Article(
        text,
        title=draw(ODD),
        byline=draw(ODD),
        outlet=draw(ODD),
        url=draw(st.sampled_from(["", "https://example.org/?a=b#c", "weird:„"])),
        published=draw(st.sampled_from(["", "2025", "2025-02-03", "2025-02-03T10:11:12Z", "x"])),
        language=draw(st.sampled_from(["", "de", "en", "fr", "xx"])),
        tags=tuple(draw(st.lists(ODD, max_size=2))),
        uid="11111111-1111-4111-8111-111111111111",
    )
    kind = draw(st.sampled_from(QuoteType))
    quote = Quote(
        kind, spans, speaker=spans[:1], id=1, uid="22222222-2222-4222-8222-222222222222", tags=article.tags
    )
    notes = (Note(draw(ODD), 1, quote_id=1, id=1), Note(draw(ODD), 1, span=spans[0], id=2))
    return Dossier(article, (quote,), notes)


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_every_format_writes_every_dossier(dossier: Dossier) -> None:
    for name in formats.available():
        assert written(name, dossier)


@settings(max_examples=120, deadline=None)
@given(dossiers(), st.booleans())
def test_exporting_markdown_again_changes_nothing(dossier: Dossier, text: bool) -> None:
    from tests.formats.examples import OPTIONS

    options = replace(OPTIONS, text=text)
    once = written("markdown", dossier, options=options)
    assert MARKDOWN.merge
    again = MARKDOWN.merge(once, once)
    assert again == once


@settings(max_examples=80, deadline=None)
@given(dossiers())
def test_a_line_of_a_persons_own_stays(dossier: Dossier) -> None:
    once = written("markdown", dossier)
    assert MARKDOWN.merge
    assert b"\nMein Absatz.\n" in MARKDOWN.merge(once + b"\nMein Absatz.\n", once)


@settings(max_examples=80, deadline=None)
@given(dossiers())
def test_citations_and_links_can_be_made_of_anything(dossier: Dossier) -> None:
    for style in STYLES:
        assert cite(dossier, dossier.quotes[0], style)
    assert isinstance(link(dossier.article, dossier.quotes[0]), str)


@settings(max_examples=120, deadline=None)
@given(dossiers(), NAMES)
def test_covering_names_moves_nothing_and_leaves_none(dossier: Dossier, words: list[str]) -> None:
    name = " ".join(words)
    secret = Source(name, identity_protected=True, id=1)
    text = f"{dossier.article.text} {name} {dossier.article.text}"
    safe = redacted(replace(dossier, article=replace(dossier.article, text=text), protected=(secret,)))
    assert len(safe.article.text) == len(text)
    assert f" {name} " not in safe.article.text
    assert BLOCK in safe.article.text


@pytest.mark.parametrize("name", ["Li", "Öz", "Bo"])
def test_short_names_are_covered_whole(name: str) -> None:
    secret = Source(name, identity_protected=True, id=1)
    safe = redacted(Dossier(Article(f"Da kam {name}. {name}s Hut."), protected=(secret,)))
    assert name not in safe.article.text
