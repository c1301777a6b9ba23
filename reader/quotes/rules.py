"""What a rule of an engine is worth, and how it is explained to a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction by which an engine finds quotes."""

    worth: float
    """Confidence of its quotes: the share that was right, or where nobody measured it, an estimate."""
    source: str
    """What the worth was measured on, as in "annotated news articles"; empty where it is an estimate."""
    sentence: str
    """What the construction is, for the card of a quote."""

    @property
    def share(self) -> str:
        """How often its quotes are right, as a sentence."""
        if not self.source:
            return "How often this rule is right has not been measured."
        return f"Of the quotes found by this rule in {self.source}, {self.worth:.0%} were right."
