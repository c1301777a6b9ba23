"""The drafts of the bench hold what they say, and are the same for the same seed."""

from bench.drafts import ALTERATIONS, Planter, Said

SAID = [
    Said(
        "Wir haben am Hafen drei Wochen lang 40 Boote gezählt und keines davon war leer.",
        "Ruth Ahrens",
        "de",
        1,
    ),
    Said(
        "Das Becken wird im Frühjahr geleert, danach prüfen wir gründlich alle 12 Pfähle.",
        "Bodo Lang",
        "de",
        2,
    ),
    Said(
        "The harbour was closed for 9 weeks and nobody ever asked the fishermen about it.",
        "Anna Smith",
        "en",
        3,
    ),
    Said(
        "Every ferry carries 200 people across the river before the morning shift begins.",
        "Tom Jones",
        "en",
        4,
    ),
]


def test_every_kind_is_planted_and_every_altered_quotation_differs() -> None:
    planted = [one for _, row in Planter(SAID, 1).drafts(20) for one in row]
    assert {one.fault for one in planted} == {"", *ALTERATIONS}
    words = {one.words: one.speaker for one in SAID}
    assert all(words.get(one.words) != one.speaker for one in planted if one.fault)


def test_a_draft_has_its_quotations_in_their_order() -> None:
    for text, planted in Planter(SAID, 2).drafts(5):
        places = [text.index(one.words.rstrip(".,")) for one in planted]
        assert len(places) == 6
        assert all(one.speaker in text for one in planted)


def test_the_same_seed_gives_the_same_drafts() -> None:
    assert Planter(SAID, 3).drafts(4) == Planter(SAID, 3).drafts(4)
    assert Planter(SAID, 3).drafts(4) != Planter(SAID, 4).drafts(4)
