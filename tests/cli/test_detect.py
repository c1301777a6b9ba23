"""`reader detect`: readable, and the JSON lines that detection is measured through."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "😀 „Wir wollen das heute wirklich bauen“, sagte Erika Mustermann."
KEYS = ["type", "medium", "spans", "speaker", "cue", "addressee", "frame", "confidence"]
KEYS += ["speaker_basis", "speaker_confidence"]


def lines(*objects: object) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def test_readable_output_names_speaker_and_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Titel des Textes\n\n{SAID}\n", encoding="utf-8")
    result = run("detect", str(tmp_path / "a.txt"), "--engine", "rules")
    assert "Erika Mustermann" in result.stdout
    assert "„Wir wollen das heute wirklich bauen“" in result.stdout
    assert "1 quote (de)" in result.stderr


def test_a_feed_is_no_article_and_the_advice_leads_to_its_articles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.rss").write_text("<rss><channel><title>x</title></channel></rss>", encoding="utf-8")
    for asked in (f"feed:{tmp_path}/news.rss", f"{tmp_path}/news.rss"):
        result = run("detect", asked)
        assert result.exit_code == 1
        assert f"`reader add feed:{tmp_path}/news.rss`" in result.stderr


def test_standard_input_is_read_and_json_given(run: Run) -> None:
    told = json.loads(run("detect", "--json", "--engine", "rules", "--lang", "de", stdin=SAID).stdout)
    assert told["quotes"][0]["exact"] == ["„Wir wollen das heute wirklich bauen“"]


def test_json_lines_come_back_in_order_with_the_contracts_keys(run: Run) -> None:
    given = lines({"id": 7, "text": SAID, "lang": "de", "title": "T"}, {"id": "ü", "text": "Nichts."})
    result = run("detect", "--jsonl", "--engine", "rules", stdin=given)
    first, second = map(json.loads, result.stdout.splitlines())
    assert list(first) == ["id", "lang", "quotes"]
    assert list(first["quotes"][0]) == KEYS
    assert (first["id"], first["lang"], second["id"], second["quotes"]) == (7, "de", "ü", [])


def test_spans_are_code_points_of_the_text_as_given(run: Run) -> None:
    text = f"\ufeff  Teilen mit:\r\n\n{SAID}  "
    told = json.loads(
        run(
            "detect", "--jsonl", "--engine", "rules", stdin=lines({"id": 1, "text": text, "lang": "de"})
        ).stdout
    )
    ((start, end),) = told["quotes"][0]["spans"]
    assert "wollen das heute wirklich bauen" in text[start:end]
    ((start, end),) = told["quotes"][0]["speaker"]
    assert text[start:end] == "Erika Mustermann"


def test_language_is_told_where_it_is_missing_and_can_be_forced(run: Run) -> None:
    english = (
        "“We will certainly build the new bridge this year,” said Mary Jones on Monday in the town hall."
    )
    result = run("detect", "--jsonl", "--engine", "rules", stdin=lines({"id": 1, "text": english}))
    assert json.loads(result.stdout)["lang"] == "en"
    forced = run(
        "detect", "--jsonl", "--engine", "rules", "--lang", "nl", stdin=lines({"id": 1, "text": english})
    )
    assert json.loads(forced.stdout)["lang"] == "nl"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{", "not JSON"),
        (b"[1]", 'not an object with a "text"'),
        (b'{"id": 1}', 'not an object with a "text"'),
        (b'{"id": 1, "text": 3}', 'not an object with a "text"'),
        (b'{"id": 1, "text": "x", "lang": 3}', '"lang" is not a text'),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8"),
        (b"[" * 200_000, "not JSON"),
    ],
)
def test_a_malformed_line_is_named_and_the_rest_goes_on(run: Run, bad: bytes, said: str) -> None:
    good = lines({"id": 2, "text": "Ja.", "lang": "de"}).encode()
    result = run("detect", "--jsonl", "--engine", "rules", stdin=good + bad + b"\n\n" + good)
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [2, 2]
    assert result.stderr.startswith(f"line 2: {said}")
    assert result.stderr.count("\n") == 1


def test_half_characters_and_controls_in_a_text_do_no_harm(run: Run) -> None:
    given = '{"id": "\\ud83d", "text": "\\ud83d \\u0000\\u001b[31m „Ja“", "lang": "de"}\n'
    result = run("detect", "--jsonl", "--engine", "rules", stdin=given)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "\ud83d"


def test_explaining_adds_reasons(run: Run) -> None:
    given = lines({"id": 1, "text": SAID, "lang": "de"})
    told = json.loads(run("detect", "--jsonl", "--engine", "rules", "--explain", stdin=given).stdout)
    assert set(told["quotes"][0]) == {*KEYS, "rule", "why"}


@pytest.mark.parametrize("arguments", [("missing.txt",), ("--jsonl", "missing.jsonl")])
def test_a_missing_file_is_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("detect", *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_an_empty_input_is_said_and_empty_lines_are_nothing(run: Run) -> None:
    assert run("detect", stdin="").exit_code == 1
    assert run("detect", "--jsonl", stdin="").exit_code == 0


def test_engine_and_language_are_those_of_the_configuration(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('engine = "rules"\nlanguage = "nl"\n', encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    untold = lines({"id": 1, "text": "1 2 3"})
    assert json.loads(run("detect", "--jsonl", stdin=untold).stdout)["lang"] == "nl"
    given = lines({"id": 1, "text": SAID, "lang": "de"})
    configured = run("detect", "--jsonl", "--explain", stdin=given).stdout
    chosen = [
        run("detect", "--jsonl", "--explain", "--engine", name, stdin=given).stdout
        for name in ("rules", "learned")
    ]
    assert configured == chosen[0] != chosen[1]


def test_a_page_that_asks_for_consent_is_told_as_that_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "consent.html"
    file.write_text(
        "<html lang=de><title>Norder Bote</title><h1>Mit Werbung oder im Pur-Abo lesen</h1>"
        "<p>Wir und unsere 214 Partner verwenden Cookies, um Ihnen personalisierte Inhalte anzuzeigen. Mit"
        " einem Klick auf „Alle akzeptieren“ stimmen Sie zu. Die Einwilligung ist jederzeit widerruflich.</p>"
        "<p>Mit dem Pur-Abo lesen Sie ohne Werbetracking. Bereits Abonnent? Hier anmelden.</p></html>",
        encoding="utf-8",
    )
    result = run("detect", str(file), "--engine", "rules")
    assert result.exit_code == 1
    assert "This is no article: the page asks for consent to cookies or tracking." in result.stderr
    assert "paywall" not in result.stderr


def test_advice_for_a_file_is_no_advice_to_save_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leer.html"
    file.write_text("<html><body><nav><a href='/'>Start</a></nav></body></html>", encoding="utf-8")
    told = run("detect", str(file)).stderr
    assert "reader add clip:" in told
    assert "save the page" not in told
