"""Transcripts as programs and people write them: who speaks, what, when."""

import json
from itertools import pairwise

import pytest

from reader.errors import IngestError
from reader.ingest import from_bytes
from reader.models import Article

Turn = tuple[str, str, str]
"""Name, words and time of a turn."""

SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nANNA BLAKE: Good evening, everyone.\n\n"
    "2\n00:00:04,500 --> 00:00:07,000\nWe begin with <i>the</i>\nbudget.\n\n"
    "3\n00:01:08,000 --> 00:01:09,000\nBOB HALL: I object.\n\n"
    "4\n00:01:09,500 --> 00:01:12,000\nANNA BLAKE: Noted.\n"
)
VTT = (
    "WEBVTT - Council meeting\n\nNOTE nobody\nsays this\n\nSTYLE\n::cue { color: red }\n\n"
    "intro\n00:01.000 --> 00:04.000 align:left\n<v.loud Anna Blake>Good &amp; bad</v>\n\n"
    "00:05.000 --> 00:07.000\n<v Bob Hall>I <00:06.000>object.</v>\n<v Anna Blake>Noted."
)
OTTER = (
    "Anna Blake  0:00\nGood evening, everyone. Why are we here?\n\n"
    "Bob Hall  0:12\nBecause of the budget.\nIt is bad.\n\n"
    "Anna Blake  1:02:33\nThank you.\n\nTranscribed by https://otter.ai"
)
LABELLED = (
    "Council meeting\n\n[00:00:12] Chair: Good evening.\n[00:00:15] Anna Blake: I object to the plan.\n"
    "[00:00:20] Bob Hall: So do I.\n[00:00:30] Chair: Noted."
)


def read(text: str | bytes, name: str = "/tmp/talk.txt") -> Article:
    return from_bytes(text if isinstance(text, bytes) else text.encode(), name)


def turns(article: Article) -> list[Turn]:
    """The turns of an article, each with its time as it is shown."""
    assert article.transcript is not None
    return [
        (
            article.text[turn.start : turn.name_end],
            article.text[turn.said : turn.end],
            str(article.transcript.period_of(turn.said, turn.end) or ""),
        )
        for turn in article.transcript.turns
    ]


def test_srt_with_names_before_the_words() -> None:
    assert turns(read(SRT, "/tmp/talk.srt")) == [
        ("ANNA BLAKE", "Good evening, everyone. We begin with the budget.", "00:00:01–00:00:07"),
        ("BOB HALL", "I object.", "00:01:08–00:01:09"),
        ("ANNA BLAKE", "Noted.", "00:01:09–00:01:12"),
    ]


def test_voices_of_webvtt_also_two_in_a_cue() -> None:
    article = read(VTT, "/tmp/talk.vtt")
    assert article.title == "Council meeting"
    assert turns(article) == [
        ("Anna Blake", "Good & bad", "00:00:01–00:00:04"),
        ("Bob Hall", "I object.", "00:00:05–00:00:07"),
        ("Anna Blake", "Noted.", "00:00:06–00:00:07"),
    ]


def test_times_inside_a_cue_are_those_of_its_words() -> None:
    article = read(VTT)
    assert article.transcript is not None
    place = article.text.index("object")
    assert article.transcript.period_of(place, place + 6) == (6.0, 7.0)


def test_captions_that_roll_up_are_read_once() -> None:
    rolling = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nso this is\n\n"
        "00:00:03.000 --> 00:00:03.010\nso this is\n \n\n"
        "00:00:03.010 --> 00:00:05.000\nso this is\nrolling<00:00:04.000><c> captions</c>\n\n"
        "00:00:05.000 --> 00:00:05.010\nrolling captions\n"
    )
    assert turns(read(rolling)) == [("", "so this is rolling captions", "00:00:01–00:00:05")]


def test_what_is_said_twice_with_a_pause_between_stays() -> None:
    twice = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:06.000 --> 00:07.000\nNo.\n"
    assert [words for _, words, _ in turns(read(twice))] == ["No.", "No."]


def test_a_dash_begins_another_voice() -> None:
    dashes = (
        "1\n00:00:01,000 --> 00:00:04,000\n- Why?\n- Because of it.\n\n"
        "2\n00:00:05,000 --> 00:00:06,000\n- Oh.\n"
    )
    assert [words for _, words, _ in turns(read(dashes))] == ["Why?", "Because of it.", "Oh."]


def test_a_colon_in_one_cue_makes_nobody_a_speaker() -> None:
    lone = (
        "1\n00:00:01,000 --> 00:00:02,000\nThe truth is simple.\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nRemember: nobody came.\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nNobody at all.\n"
    )
    assert [name for name, _, _ in turns(read(lone))] == [""]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_foreign_line_ends_byte_order_mark_and_missing_empty_lines(ends: str) -> None:
    packed = SRT.replace("\n\n", "\n")
    data = "\ufeff" + packed.replace("\n", ends)
    assert [name for name, _, _ in turns(read(data, "/tmp/talk.srt"))] == [
        "ANNA BLAKE",
        "BOB HALL",
        "ANNA BLAKE",
    ]


def test_otter_has_names_and_times_on_lines_of_their_own() -> None:
    article = read(OTTER)
    assert turns(article) == [
        ("Anna Blake", "Good evening, everyone. Why are we here?", "00:00:00–00:00:12"),
        ("Bob Hall", "Because of the budget. It is bad.", "00:00:12–01:02:33"),
        ("Anna Blake", "Thank you.", "01:02:33"),
    ]
    assert article.removed == ("Transcribed by https://otter.ai",)


@pytest.mark.parametrize(
    "form",
    [
        "[{0}] {1}: {2}",
        "({0}) {1}: {2}",
        "{0} {1}: {2}",
        "{1} [{0}]: {2}",
        "{1}: [{0}] {2}",
        "{1} {0}\n{2}",
        "[{0}]\n{1}: {2}",
        "[{0} - 00:59:59] {1}: {2}",
    ],
)
def test_times_and_names_in_either_order(form: str) -> None:
    said = (("00:00:12", "Chair", "Good evening."), ("00:00:15", "Anna Blake", "I object."))
    lines = [form.format(*one) for one in (*said, ("00:00:20", "Chair", "Noted."))]
    found = turns(read("\n".join(lines)))
    assert [(name, words) for name, words, _ in found] == [
        ("Chair", "Good evening."),
        ("Anna Blake", "I object."),
        ("Chair", "Noted."),
    ]
    assert [time[:8] for _, _, time in found] == ["00:00:12", "00:00:15", "00:00:20"]


def test_a_headline_above_is_the_title() -> None:
    article = read(LABELLED)
    assert (article.title, article.text[:20]) == ("Council meeting", "Chair: Good evening.")


@pytest.mark.parametrize(
    "text",
    [
        "Programm\n\n10:00 Eröffnung durch Anna Blake\n10:30 Vortrag: Die Stadt\n11:00 Pause\n",
        "Ticker\n\n14:32 Anna Blake: Wir kommen.\n14:50 Bob Hall: Nein.\n15:10 Anna Blake: Doch.",
        "Der Zug fährt um 10:15 und um 11:15.\n\nDas sagte Anna Blake am Montag um 12:00.",
        "Ergebnisse\n\nKöln - Bonn 3:21\nEssen - Trier 1:02\nAalen - Ulm 2:12\n",
    ],
)
def test_programmes_tickers_and_results_are_no_transcripts(text: str) -> None:
    assert read(text).transcript is None


WHISPER = {
    "language": "en",
    "segments": [
        {
            "start": 0.0,
            "end": 2.0,
            "text": " Good evening, everyone.",
            "speaker": "SPEAKER_00",
            "words": [
                {"word": " Good", "start": 0.0, "end": 0.5, "probability": 0.9},
                {"word": " evening", "start": 0.5, "end": 1.1, "probability": 0.3},
                {"word": ",", "start": 1.1, "end": 1.1, "probability": 0.9},
                {"word": " everyone.", "start": 1.1, "end": 2.0, "probability": 0.9},
            ],
        },
        {"start": 4.0, "end": 5.0, "text": " Hello.", "speaker": "SPEAKER_01"},
    ],
}


def test_whisper_tells_words_times_and_how_sure_it_is() -> None:
    article = read(json.dumps(WHISPER), "/tmp/talk.json")
    assert turns(article) == [
        ("SPEAKER_00", "Good evening, everyone.", "00:00:00–00:00:02"),
        ("SPEAKER_01", "Hello.", "00:00:04–00:00:05"),
    ]
    assert article.transcript is not None
    assert [article.text[word.start : word.end] for word in article.transcript.unsure] == ["evening"]


def test_whisper_cpp_writes_parts_of_words() -> None:
    tokens = [
        (" Gu", 0, 400, 0.9),
        ("ten", 400, 800, 0.2),
        (" Abend", 800, 1900, 0.9),
        (".", 1900, 2000, 0.1),
    ]
    segment = {
        "offsets": {"from": 0, "to": 2000},
        "text": " Guten Abend.",
        "tokens": [{"text": "[_BEG_]", "p": 0.9}]
        + [{"text": text, "offsets": {"from": a, "to": b}, "p": p} for text, a, b, p in tokens],
    }
    article = read(json.dumps({"result": {"language": "de"}, "transcription": [segment]}))
    assert turns(article) == [("", "Guten Abend.", "00:00:00–00:00:02")]
    assert article.transcript is not None
    assert [article.text[word.start : word.end] for word in article.transcript.unsure] == ["Guten"]


@pytest.mark.parametrize("wrong", [None, "soon", -1, float("nan"), float("inf"), 1e300, True, [], {}])
def test_times_that_are_none_leave_the_words(wrong: object) -> None:
    broken = {
        "segments": [{"start": wrong, "end": wrong, "text": " Good evening.", "speaker": wrong}, 3, None]
    }
    assert [words for _, words, _ in turns(read(json.dumps(broken)))] == ["Good evening."]


@pytest.mark.parametrize("other", ['{"segments": 3}', '{"segments": [', '{"a": {"segments": []}}', "[1, 2]"])
def test_other_json_is_refused(other: str) -> None:
    with pytest.raises(IngestError, match="JSON"):
        read(other, "/tmp/other.json")


@pytest.mark.parametrize("empty", ["WEBVTT\n", "1\n00:00:01,000 --> 00:00:02,000\n\n", '{"segments": []}'])
def test_a_transcript_without_words_is_told(empty: str) -> None:
    with pytest.raises(IngestError, match="no words"):
        read(empty, "/tmp/empty.srt" if "{" not in empty else "/tmp/empty.json")


def test_escapes_and_markup_stay_text_and_names_stay_names() -> None:
    nasty = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v \x1b[31mAnna: [red]</b>>Good [red] \x1b[2J \u202eevening\n"
    article = read(nasty)
    assert article.transcript is not None
    (turn,) = article.transcript.turns
    assert ":" not in article.text[turn.start : turn.name_end]
    assert "Good [red] \x1b[2J \u202eevening" in article.text


QUESTIONS = ("Why?", "Because of it.", "Really?", "Yes, really.", "And then?", "Nothing at all.")


def test_who_asks_in_most_turns_is_the_interviewer() -> None:
    lines = [
        f"[00:00:{10 + at}] {'Eva Kurz' if at % 2 == 0 else 'Bob Hall'}: {said}"
        for at, said in enumerate(QUESTIONS)
    ]
    article = read("\n".join([*lines, "[00:00:30] Eva Kurz: Thank you for this."]))
    assert article.transcript is not None
    assert [turn.asks for turn in article.transcript.turns] == [True, False] * 3 + [False]


@pytest.mark.parametrize(("asks", "answers"), [("Interviewer", "Bob Hall"), ("Frage", "Antwort"), ("Q", "A")])
def test_labels_tell_questions(asks: str, answers: str) -> None:
    names = (asks, answers, asks, answers)
    lines = [f"[00:00:{10 + at}] {name}: So it is." for at, name in enumerate(names)]
    article = read("\n".join(lines))
    assert article.transcript is not None
    assert [turn.asks for turn in article.transcript.turns] == [True, False, True, False]


def test_no_turn_lies_over_another_and_every_time_is_in_a_turn() -> None:
    for text in (SRT, VTT, OTTER, LABELLED, json.dumps(WHISPER)):
        transcript = read(text).transcript
        assert transcript is not None
        assert all(one.end <= other.start for one, other in pairwise(transcript.turns))
        assert all(one.end <= other.start for one, other in pairwise(transcript.times))
        assert all(transcript.turn_at(word.start) for word in transcript.times)


HELD = "Sperrfrist: 12. Mai 2026, 18:30 Uhr"
SRT_CUES = SRT.replace("ANNA BLAKE: ", "").replace("BOB HALL: ", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (VTT.replace("NOTE nobody\n", f"NOTE {HELD}\n"), "talk.vtt"),
        (VTT.replace("NOTE nobody\n", f"NOTE\n{HELD}\n"), "talk.vtt"),
        (f"{VTT}\n\nNOTE {HELD}\n", "talk.vtt"),
        (VTT.replace("Council meeting", HELD), "talk.vtt"),
        (f"{HELD}\n\n{SRT}", "talk.srt"),
        (f"{HELD}\n\n{SRT}", "stdin"),
        (f"SPERRFRIST\n12. Mai 2026, 18:30 Uhr\n\n{SRT}", "talk.srt"),
        (f"0\n00:00:00,000 --> 00:00:01,000\n{HELD}\n\n{SRT_CUES}", "talk.srt"),
        (f"{HELD}\n\n{OTTER}", "talk.txt"),
        (f"Council meeting\n{HELD}\n\n{OTTER}", "talk.txt"),
        (f"{HELD}\n{LABELLED}", "talk.txt"),
    ],
)
def test_an_embargo_beside_what_is_said_is_read_and_is_no_title(text: str, name: str) -> None:
    article = read(text, name if name == "stdin" else f"/tmp/{name}")
    assert article.embargo_until.startswith("2026-05-12T18:30")
    assert "18:30" in article.embargo
    assert "Sperrfrist" not in article.title
    assert article.transcript is not None
    assert all(turn[0].casefold() != "sperrfrist" for turn in turns(article))


def test_words_that_were_not_said_yet_are_told_of_too() -> None:
    article = read(VTT.replace("NOTE nobody\n", "NOTE Check against delivery\n"), "/tmp/talk.vtt")
    assert article.undelivered == "Check against delivery"


def test_who_speaks_of_an_embargo_in_an_interview_holds_nothing_back() -> None:
    article = read(SRT.replace("I object.", "The embargo until 6 pm was broken."), "/tmp/talk.srt")
    assert (article.embargo, article.undelivered) == ("", "")
    assert read(VTT, "/tmp/talk.vtt").embargo == ""
