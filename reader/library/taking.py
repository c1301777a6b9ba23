"""A quote in the forms in which one takes it along: all made of what may go out."""

from dataclasses import dataclass

from reader.formats import citation
from reader.formats.cover import BLOCK, evened
from reader.formats.dossier import Dossier
from reader.formats.remarks import in_brackets
from reader.formats.wording import in_print
from reader.library.citing import style_named
from reader.models import Quote


@dataclass(frozen=True, slots=True)
class QuoteToTake:
    """The forms of one quote."""

    quote: str
    """The words alone, with what must be told with them."""
    citation: str
    """The words, who said them, and where."""
    markdown: str
    """A block quote with its attribution."""
    link: str
    """The article's address with a text fragment; "" where it has none, or where a name is covered in it."""
    is_lost: bool
    """Whether the present text does not have it any more, so that the link opens the article alone."""


def to_take(dossier: Dossier, quote: Quote, style: str) -> QuoteToTake:
    """A quote of a dossier that is covered already, in every form."""
    link, how = citation.link(dossier.article, quote), style_named(style)
    words = (in_print(dossier.article, quote), in_brackets(dossier, quote))
    return QuoteToTake(
        quote=evened(" ".join(part for part in words if part)),
        citation=evened(citation.cite(dossier, quote, how)),
        markdown=evened(citation.markdown(dossier, quote, how)),
        link="" if _is_covered(link) else link,
        is_lost=quote.is_lost,
    )


_BLOCK_ENCODED = "%E2%96%88"


def _is_covered(address: str) -> bool:
    """Whether a name is covered in an address: it would open nothing."""
    return BLOCK in address or _BLOCK_ENCODED in address
