"""What the columns of the network's outputs stand for, in order."""

from reader.models import Medium, QuoteType

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
