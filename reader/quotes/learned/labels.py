"""What the bits of a word and the columns of the network's outputs stand for, in order.

The weights were fitted to this order, so their file names it, and weights that know another are refused.
"""

from collections.abc import Sequence

from reader.models import Medium, QuoteType
from reader.quotes.german.lexicon import FLAG_NAMES

FRAMELESS = (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT, QuoteType.REPORTED)
"""Types of speech without a frame, as the labels of sentences have them."""
TYPES = (QuoteType.DIRECT, QuoteType.INDIRECT, *FRAMELESS)
"""Types in the order of the columns of `Reading.tokens`, from the second."""
MEDIA = (
    Medium.SPEECH,
    Medium.WRITING,
    Medium.THOUGHT,
    Medium.SPEECH_WRITING,
    Medium.SPEECH_THOUGHT,
    Medium.THOUGHT_WRITING,
    Medium.NONE,
)


def labels(word_classes: Sequence[str]) -> dict[str, list[str]]:
    """All names that weights depend on, in order; `word_classes` are those of the lists beside them."""
    return {
        "flags of words": list(FLAG_NAMES),
        "classes of words": list(word_classes),
        "types of quotes": [str(type_) for type_ in TYPES],
        "media": [str(medium) for medium in MEDIA],
    }
