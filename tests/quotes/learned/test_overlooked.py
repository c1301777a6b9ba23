"""What the rules see plainly stays, although the network overlooks it."""

from dataclasses import replace

import pytest

from reader.models import QuoteType
from reader.quotes.german.engine import drafts
from reader.quotes.german.parse import parse
from reader.quotes.learned.overlooked import overlooked, with_speakers
from reader.quotes.text.analysis import analyse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ott sagt, das Bad ist zu teuer.", "das Bad ist zu teuer"),
        ("Das Bad ist zu teuer, sagt Ott.", "Das Bad ist zu teuer"),
        ("Das Bad sei zu teuer, findet Ott.", "Das Bad sei zu teuer"),
        ("Ott fragt: Warum ist das Bad zu?", "Warum ist das Bad zu"),
        ("Aus Sicht des Bürgermeisters ist das Bad zu teuer.", "ist das Bad zu teuer"),
    ],
)
def test_a_frame_of_nothing_but_verb_and_speaker_is_kept(text: str, said: str) -> None:
    parsed = parse(analyse(text, "de"))
    (draft,) = overlooked(parsed, drafts(parsed), [], explain=True)
    assert (draft.type, parsed.text(draft.content[0])) == (QuoteType.INDIRECT, said)
    assert 0 < draft.confidence < 0.9
    assert draft.why


def test_what_the_network_found_is_not_found_twice() -> None:
    parsed = parse(analyse("Ott sagt, das Bad ist zu teuer.", "de"))
    ruled = drafts(parsed)
    assert list(overlooked(parsed, ruled, ruled)) == []


def test_a_frame_that_tells_more_is_left_to_the_network() -> None:
    parsed = parse(analyse("Später klagte Ott über Schwindel, dann brach er zusammen.", "de"))
    assert list(overlooked(parsed, drafts(parsed), [])) == []


_GOES_ON = "Die Händlerin zögert. Sie frage sich, wer das bezahlen solle."


def test_a_pronoun_and_a_subjunctive_go_on() -> None:
    parsed = parse(analyse(_GOES_ON, "de"))
    (draft,) = overlooked(parsed, drafts(parsed), [])
    assert draft.speaker
    assert parsed.text(draft.speaker) == "Die Händlerin"


def test_whoever_the_rules_see_go_on_speaks_where_the_network_sees_nobody() -> None:
    parsed = parse(analyse(_GOES_ON, "de"))
    (ruled,) = drafts(parsed)
    (draft,) = with_speakers(parsed, [ruled], [replace(ruled, speaker=None)])
    assert draft == ruled
