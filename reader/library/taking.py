"""A quote in the forms in which one takes it along: all made of what may go out."""

from dataclasses import dataclass, replace

from reader.formats import citation
from reader.formats.cover import BLOCK, evened
from reader.library.covering import Covering
from reader.models import Quote


@dataclass(frozen=True, slots=True)
class Copied:
    """The forms of one quote."""

    words: str
    """The words alone."""
    citation: str
    """The words, who said them, and where."""
    markdown: str
    """A block quote with its attribution."""
    link: str
    """The article's address with a text fragment, "" where it has none or where it is covered."""


def copied(covering: Covering, quote: Quote, style: str) -> Copied | None:
    """A stored quote in every form, covered; None where it is not for publication."""
    covered = covering.quote(quote)
    if covered is None:
        return None
    article, source = covering.article(quote.article_id), covering.source(covered)
    article = replace(article, title=evened(article.title))
    cited = evened(citation.cite(article, covered, source, style))
    words = evened(citation.in_marks(article, covered))
    said = cited[len(words) :].strip() if cited.startswith(words) else cited
    link = citation.link(article, covered)
    return Copied(
        words=evened(covered.words(article.text)),
        citation=cited,
        markdown=f"> {words}\n>\n> — {said}",
        link="" if _is_covered(link) else link,
    )


def _is_covered(address: str) -> bool:
    """Whether an address has a name covered in it, in letters or encoded: it would open nothing."""
    return BLOCK in address or "%E2%96%88" in address.upper()
