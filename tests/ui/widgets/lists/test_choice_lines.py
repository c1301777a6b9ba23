"""A line of a list to choose from: the name and what is said of it share the room."""

import pytest

from reader.models import Source, TermsOfUse
from reader.ui.dialogs.source_picker import _about
from reader.ui.widgets.lists.choices import _beside
from tests.ui.translated import translated


@pytest.mark.parametrize(
    ("label", "detail", "room", "shown"),
    [
        ("Anna", "SPD", 12, "Anna     SPD"),
        ("Karl Maulwurf", "identity protected · background", 30, "Karl Maulwurf identity protec…"),
        ("Ein sehr langer Name mit Titel", "SPD", 20, "Ein sehr langer… SPD"),
        ("Anna", "", 6, "Anna  "),
    ],
)
def test_neither_takes_the_room_of_the_other(label: str, detail: str, room: int, shown: str) -> None:
    assert " ".join(filter(None, _beside(label, detail, room))) == shown


def test_what_must_not_be_overlooked_stands_first() -> None:
    karl = Source("Karl", role="Vorsitzender", use=TermsOfUse.BACKGROUND, identity_protected=True)
    assert (
        _about(karl) == f"{translated('identity protected')} · {TermsOfUse.BACKGROUND.label} · Vorsitzender"
    )
