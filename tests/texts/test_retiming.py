"""Corrected words keep, take over or lose their times; none is made up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ingest import from_bytes
from reader.models import Article
from reader.texts.retiming import renamed, retimed, written_out
from reader.transcripts import Transcript


def talk(*turns: str) -> Article:
    """A transcript with a second for each word: "Anna: one two"."""
    lines, at = ["WEBVTT", ""], 0
    for turn in turns:
        name, _, words = turn.partition(": ")
        said = words.split()
        timed = " ".join(f"<00:00:{at + n:02}.000>{word}" for n, word in enumerate(said))
        lines += [f"00:00:{at:02}.000 --> 00:00:{at + len(said):02}.000", f"<v {name}>{timed}", ""]
        at += len(said)
    return from_bytes("\n".join(lines).encode(), "/tmp/talk.vtt")


TALK = talk("Anna: the bridge is closd now.", "Bob: I said so.", "Anna: Why not?")


def after(new: str, article: Article = TALK) -> Transcript:
    assert article.transcript is not None
    return retimed(article.text, article.transcript, new)


def when(text: str, transcript: Transcript, words: str) -> tuple[float, float] | None:
    place = text.index(words)
    period = transcript.period_of(place, place + len(words))
    return tuple(period) if period else None


def test_nothing_changed_changes_nothing() -> None:
    assert after(TALK.text) == TALK.transcript


def test_a_corrected_word_has_the_time_of_the_wrong_one() -> None:
    new = TALK.text.replace("closd", "closed")
    assert when(new, after(new), "closed") == (3.0, 4.0)
    assert when(new, after(new), "now") == (4.0, 5.0)


def test_two_words_for_one_and_one_for_two() -> None:
    wider = TALK.text.replace("closd", "clos ed")
    assert when(wider, after(wider), "clos ed") == (3.0, 4.0)
    narrower = TALK.text.replace("is closd", "isclosed")
    assert when(narrower, after(narrower), "isclosed") == (2.0, 4.0)


def test_a_word_put_in_belongs_to_the_one_before() -> None:
    new = TALK.text.replace("bridge is", "bridge really is")
    assert when(new, after(new), "really") == (1.0, 2.0)
    assert when(new, after(new), "is") == (2.0, 3.0)


def test_what_is_taken_out_takes_its_time_along() -> None:
    new = TALK.text.replace(" closd now", "")
    assert when(new, after(new), "the bridge is") == (0.0, 3.0)


def test_another_name_moves_no_time() -> None:
    assert TALK.transcript is not None
    new = renamed(TALK.text, TALK.transcript, "anna", "Anna Blake-Hall")
    assert new.startswith("Anna Blake-Hall: the bridge")
    transcript = after(new)
    names = [new[turn.start : turn.name_end] for turn in transcript.turns]
    assert names == ["Anna Blake-Hall", "Bob", "Anna Blake-Hall"]
    assert when(new, transcript, "Why not") == (8.0, 10.0)


def test_a_turn_divided_by_a_new_speaker() -> None:
    new = TALK.text.replace("is closd", "\n\nEva Kurz: is closd").replace(" \n", "\n")
    transcript = after(new)
    assert [new[turn.start : turn.name_end] for turn in transcript.turns] == [
        "Anna",
        "Eva Kurz",
        "Bob",
        "Anna",
    ]
    assert when(new, transcript, "is closd now") == (2.0, 5.0)


def test_a_colon_that_was_there_names_nobody() -> None:
    lone = talk(": Remember this: nobody came.", ": And so on.")
    new = lone.text.replace("nobody", "somebody")
    assert lone.transcript is not None
    assert all(turn.start == turn.name_end for turn in lone.transcript.turns)
    assert after(lone.text, lone).turns == lone.transcript.turns
    assert when(new, after(new, lone), "somebody") == when(lone.text, lone.transcript, "nobody")


def test_questions_stay_questions_under_another_name() -> None:
    asked = talk("Interviewer: Why is it closed?", "Bob: Because.")
    assert asked.transcript is not None
    new = renamed(asked.text, asked.transcript, "Interviewer", "Eva Kurz")
    assert [turn.asks for turn in after(new, asked).turns] == [True, False]


def test_a_corrected_unsure_word_is_sure() -> None:
    assert TALK.transcript is not None
    times = tuple(time._replace(sure=0.2) for time in TALK.transcript.times)
    unsure = Transcript(TALK.transcript.turns, times)
    new = TALK.text.replace("closd", "closed")
    left = {new[word.start : word.end] for word in retimed(TALK.text, unsure, new).unsure}
    assert "closed" not in left
    assert "bridge" in left


def test_lines_of_an_editor_become_paragraphs() -> None:
    assert TALK.transcript is not None
    typed = "Anna: the  bridge\nis closed.\nBob: I said so.\n\n\n  And more. \n\n"
    assert (
        written_out(typed, TALK.text, TALK.transcript)
        == "Anna: the bridge is closed.\n\nBob: I said so.\n\nAnd more."
    )


def test_signs_without_spaces_have_times_of_their_own() -> None:
    signs = from_bytes(
        "WEBVTT\n\n00:00.000 --> 00:04.000\n<00:00.000>今天<00:01.000>天氣<00:02.000>很好\n".encode(),
        "/tmp/a.vtt",
    )
    new = signs.text.replace("天氣", "天气")
    assert when(new, after(new, signs), "很好") == (2.0, 4.0)
    assert when(new, after(new, signs), "天气") == (1.0, 2.0)


@given(st.text(alphabet="ab .,:\nA", max_size=80))
def test_whatever_is_typed_times_lie_in_the_text_in_turns_and_never_over_another(typed: str) -> None:
    assert TALK.transcript is not None
    new = written_out(f"{TALK.text[:30]}{typed}{TALK.text[30:]}", TALK.text, TALK.transcript)
    transcript = retimed(TALK.text, TALK.transcript, new)
    assert all(one.end <= other.start for one, other in pairwise(transcript.times))
    assert all(0 <= time.start < time.end <= len(new) for time in transcript.times)
    assert all(transcript.turn_at(time.start) for time in transcript.times)
    known = {time.said_from for time in TALK.transcript.times}
    assert {time.said_from for time in transcript.times} <= known
