"""Where the authorisation of a quote stands (Zitatfreigabe), told from its steps: asked, answered, decided.

The words as spoken are never touched. What the person approved stands beside them, and which of the two is
printed is a decision of a named editor; a later answer opens it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reader.models import Agreed, Authorisation, Authorised, Printed, Silence
from reader.texts.embargo_times import has_passed, in_words
from reader.texts.quotation_marks import bare

_ANSWERS = (Authorisation.APPROVED, Authorisation.CHANGED, Authorisation.WITHDRAWN)
_SILENCE = {Silence.YES: "silence means yes", Silence.NO: "silence means no"}
_AGREED = {
    Agreed.NOTHING: "nothing is to be authorised",
    Agreed.DIRECT: "direct quotes are to be authorised",
    Agreed.INDIRECT: "direct and indirect quotes are to be authorised",
    Agreed.INTERVIEW: "the whole interview is to be authorised",
}


_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("„“”‟«»‹›‘’‚‛´`'", '"') | dict.fromkeys("–—‐‑−", "-") | {"…": "...", "\u00ad": ""}
)


def same_wording(one: str, other: str) -> bool:
    """Whether two wordings are one: other quotation marks, dashes and blanks are no change.

    A comma, a capital or a full stop inside is: it is what people ask to be changed.
    """
    return _plain(one) == _plain(other)


def _plain(wording: str) -> str:
    plain = bare(" ".join(wording.split())).translate(_TYPOGRAPHY).replace("[...]", "...")
    return " ".join(plain.replace("...", " ... ").split()).rstrip(".").rstrip()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the authorisation of one quote stands."""

    state: Authorisation = Authorisation.NONE
    spoken: str = ""
    """The words as they were said, at the last step."""
    wordings: tuple[str, ...] = ()
    """The wordings that the person approved and that differ from what was said, the latest first."""
    asked: Authorised | None = None
    """The step by which it was sent last."""
    answer: Authorised | None = None
    """The last answer."""
    decision: Authorised | None = None
    """Which wording prints, and who decided that, where nothing was answered since."""
    agreed: Agreed = Agreed.UNSAID
    is_overdue: bool = False
    """Whether no answer came until the deadline."""

    @property
    def wording(self) -> str:
        """The wording that was approved last, where it differs from what was said and holds; else ""."""
        holds = self.state in (Authorisation.APPROVED, Authorisation.CHANGED)
        return self.answer.approved if holds and self.answer and self.wordings else ""

    @property
    def is_free(self) -> bool:
        """Whether the words as spoken need nobody's approval any more, or never did."""
        if self.state is Authorisation.SENT:
            return self.is_overdue and self.silence is Silence.YES
        return self.state is Authorisation.APPROVED or self.agreed is Agreed.NOTHING

    @property
    def silence(self) -> Silence:
        """What it means that no answer came."""
        return self.asked.silence if self.asked else Silence.UNSAID

    @property
    def word(self) -> str:
        """Where it stands in a word, as `authorisation:` finds it."""
        if self.state is Authorisation.SENT:
            return "overdue" if self.is_overdue else "asked"
        return str(self.state) or "none"

    def lines(self) -> tuple[str, ...]:
        """What a person should know of it, a short line each; none where nothing ever was asked."""
        return tuple(filter(None, (self._state_line(), _AGREED.get(self.agreed, ""), self._decision_line())))

    def _state_line(self) -> str:
        if self.state is Authorisation.SENT:
            until = in_words(self.asked.until) if self.asked and self.asked.until else ""
            meaning = _SILENCE.get(self.silence, "")
            if self.is_overdue:
                return ", ".join(filter(None, (f"overdue since {until}", meaning)))
            return ", ".join(filter(None, (f"asked until {until}" if until else "asked", meaning)))
        if self.state is Authorisation.NONE:
            return ""
        step = self.answer
        by = f" by {step.who}" if step and step.who else ""
        return f"{self.state}{by}{f', {step.at[:10]}' if step and step.at else ''}"

    def _decision_line(self) -> str:
        if self.decision is None:
            return "which wording prints is undecided" if self.wording else ""
        which = "as spoken" if self.decision.prints is Printed.SPOKEN else "as authorised"
        return f"prints {which}: {self.decision.who}, {self.decision.at[:10]}"


def standing_of(state: Authorisation, steps: Iterable[Authorised], now: datetime | None = None) -> Standing:
    """Where a quote stands whose authorisation is `state`, by its `steps`, the oldest first."""
    asked = answer = decision = last = None
    agreed, wordings = Agreed.UNSAID, list[str]()
    for step in steps:
        last, agreed = step, step.agreed or agreed
        if step.prints:
            decision = step
        elif step.state is Authorisation.SENT:
            # a reply that says nothing of a quote leaves it asked as it was
            asked = step if step.until or step.agreed or asked is None else asked
        elif step.state in _ANSWERS:
            answer, decision = step, None
            wordings += (
                [step.approved] if step.approved and not same_wording(step.approved, step.spoken) else []
            )
        else:
            asked = answer = decision = None
    return Standing(
        state,
        last.spoken if last else "",
        tuple(dict.fromkeys(reversed(wordings))),
        asked,
        answer,
        decision,
        agreed,
        is_overdue=state is Authorisation.SENT and _is_over(asked, now or datetime.now().astimezone()),
    )


def _is_over(asked: Authorised | None, now: datetime) -> bool:
    return asked is not None and bool(asked.until) and has_passed(asked.until, now)
