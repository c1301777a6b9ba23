"""Where the authorisation of a quote stands (Zitatfreigabe), told from its steps: asked, answered, decided.

The words as spoken are never touched. What the person approved stands beside them, and which of the two is
printed is a decision of a named editor; a later answer opens it again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reader import i18n
from reader.i18n import _, pgettext, spoken
from reader.models import Agreed, Authorisation, Authorised, Printed, Silence
from reader.texts.embargo_times import has_passed, in_words
from reader.texts.quotation_marks import bare

_ANSWERS = (Authorisation.APPROVED, Authorisation.CHANGED, Authorisation.WITHDRAWN)
_SILENCE = {Silence.YES: _("silence means yes"), Silence.NO: _("silence means no")}
_AGREED = {
    Agreed.NOTHING: _("nothing is to be authorised"),
    Agreed.DIRECT: _("direct quotes are to be authorised"),
    Agreed.INDIRECT: _("direct and indirect quotes are to be authorised"),
    Agreed.INTERVIEW: _("the whole interview is to be authorised"),
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

    @property
    def word_label(self) -> str:
        """The same as people read it."""
        told = {
            "overdue": pgettext("authorisation", "overdue"),
            "none": pgettext("authorisation", "none"),
        }
        return told.get(self.word, self.state.label)

    def lines(self) -> tuple[str, ...]:
        """What a person should know of it, a short line each; none where nothing ever was asked."""
        return tuple(filter(None, (self._state_line(), _AGREED.get(self.agreed, ""), self._decision_line())))

    def _state_line(self) -> str:
        if self.state is Authorisation.SENT:
            until = in_words(self.asked.until, spoken()) if self.asked and self.asked.until else ""
            told = self.state.label
            if self.is_overdue or until:
                told = _("overdue since {until}") if self.is_overdue else _("asked until {until}")
            return ", ".join(filter(None, (told.format(until=until), _SILENCE.get(self.silence, ""))))
        if self.state is Authorisation.NONE:
            return ""
        who, at = (self.answer.who, self.answer.at) if self.answer else ("", "")
        told = _("{state} by {who}").format(state=self.state.label, who=who) if who else self.state.label
        return ", ".join(filter(None, (told, i18n.day(at))))

    def _decision_line(self) -> str:
        if self.decision is None:
            return _("which wording prints is undecided") if self.wording else ""
        told = _("prints as authorised: {who}, {day}")
        if self.decision.prints is Printed.SPOKEN:
            told = _("prints as spoken: {who}, {day}")
        return told.format(who=self.decision.who, day=i18n.day(self.decision.at))


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
