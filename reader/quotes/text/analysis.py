"""What every engine starts from: a text with its tokens, paragraphs, sentences and passages in marks."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.languages.tables import Language, load
from reader.models import Span
from reader.quotes.text import sentences as splitter
from reader.quotes.text.marks import Pair, pair_marks, paragraphs
from reader.quotes.text.sentences import Range
from reader.quotes.text.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A text taken apart; ranges `[first, last)` count tokens, `Span`s and `Pair`s count code points."""

    text: str
    title: str
    language: Language
    tokens: Tokens
    blocks: list[Range]
    """Paragraphs as token ranges."""
    sentences: list[Range]
    """Sentences as token ranges; each lies in one paragraph."""
    pairs: tuple[Pair, ...]
    """Passages in marks, by start, outer before inner."""
    sentence_starts: list[int]
    """First token of each sentence."""

    def sentence_at(self, token: int) -> int:
        """Number of the sentence that a token lies in."""
        return max(0, bisect_right(self.sentence_starts, token) - 1)

    def token_at(self, place: int) -> int:
        """Number of the first token that ends behind a code point."""
        return bisect_right(self.tokens.ends, place)

    def range_of(self, start: int, end: int) -> Range:
        """Tokens that begin within `[start, end)`."""
        return bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens `[first, last)`."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])


def analyse(text: str, code: str, title: str = "") -> Analysis:
    """Take a text of the language `code` apart."""
    language = load(code)
    tokens = tokenise(text, language)
    spans = paragraphs(text)
    pairs = pair_marks(text, language, spans)
    sentences = splitter.split(tokens, language, spans, pairs)
    blocks = splitter.token_ranges(tokens, spans)
    return Analysis(
        text, title, language, tokens, blocks, sentences, pairs, [first for first, _ in sentences]
    )
