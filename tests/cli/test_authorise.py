"""`reader authorise`: what goes on a sheet, what its answer does, and who decides what prints."""

import json
import os
import re
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reader.models import (
    Article,
    Authorisation,
    Authorised,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    TermsOfUse,
)
from reader.store import Store
from tests.cli.conftest import Run
from tests.cli.leaks import NAME, OFF_RECORD, TEXT, traces
from tests.cli.leaks import span as leaky_span

TALK = (
    "Frage: Was kommt?\n\n"
    "Anna Kolb: Die Preise steigen im März nicht.\n\n"
    "Anna Kolb: Danach wird es teurer, das sage ich offen.\n\n"
    "Anna Kolb: Der Vorstand hat es nie verstanden.\n\n"
    "Ben Ohl: Das sehe ich anders."
)
SAID = (
    "Die Preise steigen im März nicht.",
    "Danach wird es teurer, das sage ich offen.",
    "Der Vorstand hat es nie verstanden.",
    "Das sehe ich anders.",
)
TODAY = f"{datetime.now():%Y-%m-%d}"
UNTIL = f"{datetime.now() + timedelta(days=9):%Y-%m-%d}"


def library() -> Path:
    return Path(os.environ["READER_LIBRARY"])


def talk(**more: str) -> Article:
    return replace(Article(TALK, title="Gespräch", location="gespraech.vtt", language="de"), **more)  # type: ignore[arg-type]  # fields of an article


@pytest.fixture
def interview(private_folders: Path) -> Path:
    """A talk with three quotes of Anna Kolb and one of Ben Ohl, all accepted."""
    library().parent.mkdir(parents=True, exist_ok=True)
    with Store(library(), actor="tests") as store:
        places = ((TALK.index(words), words) for words in SAID)
        quotes = [Quote(QuoteType.DIRECT, (Span(at, at + len(words)),)) for at, words in places]
        store.articles.add(talk(), quotes, "transcript")
        anna, ben = store.sources.add(Source("Anna Kolb")), store.sources.add(Source("Ben Ohl"))
        store.sources.assign([1, 2, 3], anna.id)
        store.sources.assign([4], ben.id)
        store.quotes.set_status([1, 2, 3, 4], Status.ACCEPTED)
    return library()


def ask(run: Run, *more: str) -> str:
    done = run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "--mail", *more)
    assert done.exit_code == 0, done.output
    return done.stdout


def standing(run: Run) -> dict[int, str]:
    told = json.loads(run("authorise", "Anna Kolb", "--json").stdout)
    return {one["quote"]: one["authorisation"] for one in told}


def answered(sheet: str, *answers: str) -> str:
    """The mail as it comes back: quoted, with answers behind their labels."""
    lines, left = [], list(answers)
    for line in sheet.splitlines():
        lines.append(f"> {line}{f' {left.pop(0)}' if line == 'Antwort:' and left else ''}")
    head = (
        "From: Anna Kolb <kolb@example.org>",
        "To: r@example.org",
        "Subject: Re: Zitate",
        "Date: Wed, 2 Dec 2026 10:00:00 +0100",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
    )
    return "\n".join((*head, *lines))


def test_a_sheet_has_the_words_of_one_person_and_nothing_around_them(run: Run, interview: Path) -> None:
    sheet = ask(run)
    assert all(words in sheet for words in SAID[:3])
    assert SAID[3] not in sheet
    assert "Ben" not in sheet
    assert "Was kommt" not in sheet
    assert "Anna Kolb:" not in sheet.replace("An: Anna Kolb", "")
    assert set(standing(run).values()) == {"asked"}


def test_picked_quotes_alone_go_and_nobody_is_asked_twice(run: Run, interview: Path) -> None:
    assert SAID[0] not in ask(run, "--quote", "2")
    rest = ask(run)
    assert SAID[0] in rest
    assert SAID[1] not in rest
    again = run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "--mail")
    assert again.exit_code == 1
    assert "already go again only by --quote" in again.stderr


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"url": "https://example.org/x"}, "an address on the web"),
        ({"outlet": "Blatt"}, "an outlet"),
        ({"agency": "dpa"}, "an agency"),
        ({"feed": "Feed"}, "a feed"),
    ],
)
def test_what_others_published_is_never_sent(
    run: Run, interview: Path, known: dict[str, str], told: str
) -> None:
    with Store(library(), actor="tests") as store:
        store.articles.add(talk(**known, location="b.vtt", title="B", text=TALK[::-1]), (), "transcript")
    done = run("authorise", "Anna Kolb", "--from", "2", "--until", UNTIL, "--mail", "--own", "interview")
    assert done.exit_code != 0
    assert "was published" in done.stderr
    assert told in done.stderr


def test_no_quote_of_somebody_else_and_none_off_the_record(run: Run, interview: Path) -> None:
    done = run("authorise", "Anna Kolb", "--from", "1", "--quote", "4", "--until", UNTIL, "--mail")
    assert done.exit_code != 0
    assert "nobody authorises another's words" in done.stderr
    with Store(library(), actor="tests") as store:
        store.quotes.set_use([3], TermsOfUse.OFF_RECORD)
    done = run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "--mail")
    assert SAID[2] not in done.stdout
    assert SAID[0] in done.stdout
    assert "1 quote is not for publication: left out." in done.stderr


def test_words_of_a_third_person_inside_keep_a_quote_back(run: Run, interview: Path) -> None:
    inside = TALK.index("es nie verstanden")
    with Store(library(), actor="tests") as store:
        other = Quote(QuoteType.DIRECT, (Span(inside, inside + 17),), article_id=1, resolved_speaker="Chef")
        store.quotes.add(1, other)
    done = run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "--mail")
    assert SAID[2] not in done.stdout
    assert "holds words of somebody else" in done.stderr


def test_answers_of_a_mail_are_taken_in_with_who_and_when(run: Run, interview: Path, tmp_path: Path) -> None:
    reply = answered(
        ask(run), "freigegeben", "„Danach wird es etwas teurer, das sage ich offen.“", "zurückgezogen"
    )
    (tmp_path / "re.eml").write_text(reply, encoding="utf-8")
    done = run("authorise", "Anna Kolb", "--reply", str(tmp_path / "re.eml"))
    assert done.exit_code == 0, done.output
    assert "{+etwas+}" in done.stdout
    assert "Anna Kolb, 2026-12-02: 1 approved, 1 changed, 1 withdrawn." in done.stderr
    assert standing(run) == {1: "approved", 2: "changed", 3: "withdrawn"}
    assert SAID[1] in run("show", "1").stdout.split("[2]")[1].split("[the person")[0]
    assert "another wording: „Danach wird es etwas teurer" in run("cite", "2").stdout
    before = run("journal").stdout
    again = run("authorise", "Anna Kolb", "--reply", str(tmp_path / "re.eml"))
    assert again.stdout.count("taken in before") == 3
    assert run("journal").stdout == before


def test_what_could_mean_two_things_is_not_taken(run: Run, interview: Path, tmp_path: Path) -> None:
    reply = answered(ask(run), "freigegeben", "da müssten wir noch reden")
    (tmp_path / "re.eml").write_text(reply, encoding="utf-8")
    done = run("authorise", "Anna Kolb", "--reply", str(tmp_path / "re.eml"))
    assert done.exit_code == 1
    assert "Quote 2 (number 2) is for you to read" in done.stderr
    assert standing(run) == {1: "approved", 2: "asked", 3: "asked"}


def test_a_word_document_comes_back_with_boxes_ticked_and_words_changed(
    run: Run, interview: Path, tmp_path: Path
) -> None:
    sheet, back = tmp_path / "sheet.docx", tmp_path / "back.docx"
    assert run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "-o", str(sheet)).exit_code == 0
    with zipfile.ZipFile(sheet) as before, zipfile.ZipFile(back, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == "word/document.xml":
                places = [match.start() for match in re.finditer("☐", content)]
                for at in (places[0], places[4], places[8]):
                    content = content[:at] + "☒" + content[at + 1 :]
                content = content.replace("wird es teurer", "wird es deutlich teurer")
            after.writestr(name, content)
    done = run("authorise", "Anna Kolb", "--reply", str(back), "--on", TODAY)
    assert done.exit_code == 0, done.output
    assert standing(run) == {1: "approved", 2: "changed", 3: "withdrawn"}
    assert "{+deutlich+}" in done.stdout


def test_a_named_editor_decides_and_a_later_answer_opens_it_again(
    run: Run, interview: Path, tmp_path: Path
) -> None:
    sheet, file = ask(run), tmp_path / "re.eml"
    file.write_text(
        answered(sheet, "", "„Danach wird es etwas teurer, das sage ich offen.“"), encoding="utf-8"
    )
    run("authorise", "Anna Kolb", "--reply", str(file))
    call = ("authorise", "Anna Kolb", "--decide", "2", "--print", "authorised")
    assert "Name the editor" in run(*call).stderr
    assert run(*call, "--by", "Eva Sander").exit_code == 0
    assert "prints as authorised by decision of Eva Sander" in run("cite", "2").stdout
    assert "There is no authorised wording of quote 1" in run(*call[:3], "1", *call[4:], "--by", "E").stderr
    file.write_text(answered(sheet, "", "zurückgezogen"), encoding="utf-8")
    run("authorise", "Anna Kolb", "--reply", str(file))
    assert "Eva Sander" not in run("cite", "2").stdout


def test_undo_takes_a_sheet_back_and_the_library_stays_sound(run: Run, interview: Path) -> None:
    ask(run)
    assert run("undo").exit_code == 0
    assert set(standing(run).values()) == {"none"}
    assert run("redo").exit_code == 0
    assert set(standing(run).values()) == {"asked"}
    assert run("verify").exit_code == 0


def test_nothing_is_kept_where_the_sheet_cannot_be_written(run: Run, interview: Path, tmp_path: Path) -> None:
    taken = tmp_path / "sheet.docx"
    taken.write_bytes(b"mine")
    call = ("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "-o")
    assert "is there already" in run(*call, str(taken)).stderr
    assert "call it" in run(*call, str(tmp_path / "sheet.pdf")).stderr
    assert run(*call, str(tmp_path / "none" / "sheet.docx")).exit_code != 0
    assert set(standing(run).values()) == {"none"}
    assert taken.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"PK\x03\x04 broken", "re.docx", "damaged"),
        (b"", "re.txt", "no sheet to Anna Kolb waits"),
        (b"[00000000-1] ja", "re.txt", "No sheet 00000000 was sent"),
        (b"\xff\xfe\x00\xd8", "re.txt", "sheet"),
    ],
)
def test_a_reply_that_is_none_is_told_in_a_sentence(
    run: Run, interview: Path, tmp_path: Path, content: bytes, name: str, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("authorise", "Anna Kolb", "--reply", str(tmp_path / name))
    assert done.exit_code != 0
    assert told in done.stderr
    assert "Traceback" not in done.output


def test_the_deadline_must_be_to_come_and_overdue_is_found(run: Run, interview: Path) -> None:
    done = run("authorise", "Anna Kolb", "--from", "1", "--until", "2020-01-01", "--mail")
    assert "is over" in done.stderr
    ask(run, "--quote", "1", "--silence", "means-no")
    assert [one["id"] for one in json.loads(run("quotes", "authorisation:asked", "--json").stdout)] == [1]
    assert json.loads(run("quotes", "authorisation:overdue", "--json").stdout) == []
    with Store(library(), actor="tests") as store:
        late = Authorised(Authorisation.SENT, "", "", "", "", until="2020-01-01")
        store.quotes.add_authorisation(2, late)
    assert [one["id"] for one in json.loads(run("quotes", "authorisation:overdue", "--json").stdout)] == [2]
    assert standing(run)[2] == "overdue"
    found = json.loads(run("quotes", "authorisation:none", "--json").stdout)
    assert [one["id"] for one in found] == [3, 4]


def test_a_sheet_names_nobody_who_is_covered(run: Run, private_folders: Path, tmp_path: Path) -> None:
    library().parent.mkdir(parents=True, exist_ok=True)
    with Store(library(), actor="tests") as store:
        spoken = f"„Mit {NAME} habe ich gesprochen“"
        text = f"{TEXT}\n\n{spoken}, sagte Nora Offen."
        places = (
            leaky_span("„Alles gut“", text),
            leaky_span(spoken, text),
            leaky_span(f"„{OFF_RECORD}.“", text),
        )
        article = Article(text, title=f"{NAME} und die Zahlen", location=f"{NAME}.eml", language="de")
        store.articles.add(article, [Quote(QuoteType.DIRECT, (place,)) for place in places], "rules-1")
        store.sources.add(Source(NAME, aliases=("Der Maulwurf",), identity_protected=True))
        nora = store.sources.add(Source("Nora Offen"))
        store.sources.assign([1, 2, 3], nora.id)
        store.quotes.set_status([1, 2, 3], Status.ACCEPTED)
        store.quotes.set_use([3], TermsOfUse.OFF_RECORD)
    call = ("authorise", "Nora Offen", "--from", "1", "--until", UNTIL)
    assert "names somebody who is covered" in run(*call, "--mail").stderr
    sheet = run(*call, "--mail", "--anyway")
    assert "Alles gut" in sheet.stdout
    assert traces(sheet.stdout_bytes) == []
    word = tmp_path / "sheet.docx"
    assert run(*call, "-q", "1", "-q", "2", "-o", str(word), "--anyway").exit_code == 0
    assert traces(word.read_bytes()) == []


def test_a_draft_is_checked_against_the_wording_that_prints(
    run: Run, interview: Path, tmp_path: Path
) -> None:
    new = "Die Preise steigen im Frühjahr wohl nicht."
    run("mark", "1", "--authorisation", "changed", "--wording", new)
    draft = tmp_path / "draft.md"
    draft.write_text(f"Zu den Preisen\n\n„{new}“, sagte Anna Kolb.", encoding="utf-8")

    def verdict() -> str:
        (found,) = json.loads(run("check", str(draft), "--json").stdout)["findings"]
        return str(found["verdict"])

    assert verdict() == "as authorised"
    run("authorise", "Anna Kolb", "--decide", "1", "--print", "authorised", "--by", "Ed")
    assert verdict() == "as authorised"
    run("authorise", "Anna Kolb", "--decide", "1", "--print", "spoken", "--by", "Ed")
    assert verdict() == "altered"


def with_remark(sheet: Path, back: Path, *, remark: str, ticked: bool) -> None:
    """The Word document as it comes back with a remark below the first quote."""
    with zipfile.ZipFile(sheet) as before, zipfile.ZipFile(back, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == "word/document.xml":
                place = content.index("Anmerkung")
                empty = content.index("<w:p", content.index("</w:tc>", place))
                end = min(content.index("/>", empty), content.index("</w:p>", empty))
                end = content.index(">", end) + 1
                new = f'<w:p><w:r><w:t xml:space="preserve">{remark}</w:t></w:r></w:p>'
                content = content[:empty] + new + content[end:]
                content = content.replace("☐", "☒", 1) if ticked else content
            after.writestr(name, content)


@pytest.mark.parametrize(
    ("remark", "ticked", "state"),
    [
        ("Alles freigegeben, aber bitte nicht meinen Namen nennen", False, "unclear"),
        ("Nur ohne meinen Namen", True, "unclear"),
        ("Danke für das Gespräch!", True, "approved"),
        ("Danke für das Gespräch!", False, "none"),
    ],
)
def test_a_remark_that_could_mean_two_things_is_for_a_person_to_read(
    run: Run, interview: Path, tmp_path: Path, remark: str, ticked: bool, state: str
) -> None:
    sheet, back = tmp_path / "sheet.docx", tmp_path / "back.docx"
    run("authorise", "Anna Kolb", "--from", "1", "--until", UNTIL, "-o", str(sheet))
    with_remark(sheet, back, remark=remark, ticked=ticked)
    done = run("authorise", "Anna Kolb", "--reply", str(back), "--json")
    first = json.loads(done.stdout)["answers"][0]
    assert first["state"] == state
    assert remark in first["remark"]
    assert done.exit_code == (1 if state == "unclear" else 0)


def test_nobody_answers_on_a_day_to_come_and_a_decision_before_the_answer_is_asked_about(
    run: Run, interview: Path, tmp_path: Path
) -> None:
    file = tmp_path / "re.eml"
    file.write_text(answered(ask(run), "freigegeben"), encoding="utf-8")
    done = run("authorise", "Anna Kolb", "--reply", str(file), "--on", UNTIL)
    assert done.exit_code == 2
    assert "that day is still to come" in done.stderr
    call = ("authorise", "Anna Kolb", "--decide", "2", "--print", "spoken", "--by", "Eva Sander")
    assert "an answer may come until" in run(*call).stderr
    assert run(*call, "--anyway").exit_code == 0


def test_without_an_article_those_with_quotes_are_named(run: Run, interview: Path) -> None:
    done = run("authorise", "Anna Kolb", "--until", UNTIL, "--mail")
    assert done.exit_code == 2
    assert "with --from 1, or quotes with --quote. There: 3 accepted quotes of Anna Kolb." in done.stderr
