"""Names planted in every field come out of no way out, whatever is selected; a new way out is named here."""

import json
import os
import shutil
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import click
import pytest

from reader import formats
from reader.cli.commands import COMMANDS
from reader.cli.group import cli
from reader.formats.citation import STYLES
from reader.formats.csl_styles import packaged
from reader.models import QuoteType, Status
from reader.store import Store
from reader.store.dimensions import DIMENSIONS
from tests.cli.conftest import Run
from tests.cli.leaks import NAME, OFF_RECORD, PUBLIC, TRACES, WITNESS, fill, traces

SELECTIONS = {
    "all": (),
    "accepted": ("--accepted",),
    "public": ("-q", "5"),
    "another": ("-q", "7"),
    "orphan": ("-q", "2"),
    "covered": ("-q", "1,3"),
    "rejected": ("-q", "6"),
    "off the record": ("-q", "4"),
    "article and quotes": ("1", "2", "--text"),
}
CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "add": (("add", "{file}", "--json"),),
    "list": (("list", "--json"), ("list", "--trash", "--json")),
    "show": (
        ("show", "1", "--json"),
        ("show", "2", "--json"),
        ("show", "1", "--version", "1", "--json"),
        ("show", "1", "--versions", "--json"),
    ),
    "search": tuple(
        ("search", word, "--json") for word in ("Umbau", "erfunden", "Zwörnhagen", "treffen", "sagte")
    ),
    "stories": (
        ("stories",),
        ("stories", "--json"),
        ("stories", "1"),
        ("stories", "1", "--json"),
        ("stories", "2"),
    ),
    "versions": (
        ("versions", "1"),
        ("versions", "1", "--json"),
        ("versions", "1", "--full"),
        ("versions", "1", "--full", "--json"),
    ),
    "transcript": (
        ("transcript", "1"),
        ("transcript", "1", "--json"),
        ("transcript", "1", "--unsure"),
        ("transcript", "1", "--unsure", "--json"),
    ),
    "facets": (("facets",), ("facets", "--json")),
    "edit": (("edit", "1", "--star", "--json"),),
    "open": (("open", "1", "--print", "--json"), ("open", "1", "--links", "--json")),
    "pipe": (
        ("pipe", "article", "1", "--anyway"),
        *(("pipe", "quote", str(n), "--anyway") for n in range(1, 8)),
        *(("pipe", "quote", str(n), "--anyway", "--json") for n in range(1, 8)),
    ),
    "refetch": (("refetch", "1", "--json"),),
    "original": (("original", "1", "--json"), ("original", "2", "--json"), ("original", "1")),
    "reread": (("reread", "1", "2", "--dry-run", "--json"), ("reread", "1", "2", "--replace", "--json")),
    "trash": (("trash", "2", "--json"),),
    "feeds": (
        ("feeds", "--json"),
        ("feeds", "list", "--json"),
        ("feeds", "edit", "1", "--off", "--json"),
        ("feeds", "rename", "1", f"Neues von {NAME}", "--json"),
        ("feeds", "export"),
        ("feeds", "remove", "2", "--json"),
    ),
    "quotes": (("quotes", "--json"), ("quotes", "-s", "speaker", "--json")),
    "quote": tuple(("quote", "--change", str(n), "--type", "Indirect", "--json") for n in (1, 3, 4, 5, 6)),
    "mark": (("mark", "1-7", "--reopen", "--json"),),
    "cite": (
        *(
            ("cite", str(n), *style, "--anyway")
            for n in range(1, 8)
            for style in ((), ("--json",), ("--link",))
        ),
        *(("cite", "1,2,3,5,6,7", "--style", style, "--anyway") for style in (*STYLES, *packaged())),
    ),
    "trail": tuple(("trail", str(n), *how) for n in range(1, 8) for how in ((), ("--json",))),
    "redetect": (("redetect", "2", "--json"),),
    "authorise": (
        *(("authorise", str(n), "--json") for n in range(1, 5)),
        ("authorise", "4", "--agreed", "nothing", "-q", "5", "--json"),
        ("authorise", "4", "--decide", "5", "--print", "authorised", "--by", "E", "--json"),
        (
            "authorise",
            "1",
            "--from",
            "1",
            "--until",
            f"{date.today() + timedelta(days=9)}",
            "--mail",
            "--anyway",
            "--json",
        ),
    ),
    "translate": (
        *(("translate", str(n), "--json") for n in range(1, 8)),
        ("translate", "1", f"Von {NAME}", "--into", "fr", "--by", NAME, "--json"),
    ),
    "note": (
        ("note", "1", "--json"),
        ("note", "--quote", "1", f"Zu {NAME}", "--json"),
        ("note", "--edit", "1", "--json"),
    ),
    "tag": (("tag", "--json"), ("tag", "zwörnhagen/neu", "--article", "1", "--json")),
    "sources": (
        ("sources", "--json"),
        ("sources", "similar", "--json"),
        ("sources", "suggest", "--json"),
        ("sources", "card", "1", "--json"),
        ("sources", "card", "4", "--json"),
        ("sources", "merge", "1", "4", "--json"),
        ("sources", "edit", "1", "--role", "Oberreferent", "--json"),
        ("sources", "add", f"Doktor {NAME}", "--protect", "--json"),
    ),
    "import": (("import", "{marked}", "--json"),),
    "check": (
        ("check", "{draft}"),
        ("check", "{draft}", "--json"),
        ("check", "{draft}", "--faults", "--json"),
    ),
    "ledger": (
        ("ledger", "{draft}", "--json"),
        ("ledger", "{file}", "--json"),
        ("ledger", "1", "--row", "1", "-q", "1", "--article", "1", "--remark", NAME, "--json"),
        ("ledger", "{draft}"),
        ("ledger", "--json"),
        ("ledger", "--uses", "3", "--json"),
        ("ledger", "--reached", "--json"),
        ("ledger", "--name", NAME, "{marked}"),
        ("ledger", "2", "--row", "1", "-q", "1", "--remark", NAME),
        ("ledger",),
        ("ledger", "--uses", "1"),
        ("ledger", "--reached"),
    ),
    "lint": (("lint", "--all"), ("lint", "--all", "--json")),
    "balance": (
        *(("balance", "--all", "--by", by, *how) for by in DIMENSIONS for how in ((), ("--json",))),
        ("balance", "--all", "--csv"),
        ("balance", "--all", "--svg"),
        ("balance", "1", "-q", "status:suggested", "--by", "role", "--count", "quotes"),
    ),
    "table": (
        *(("table", by, "type", *how) for by in DIMENSIONS if by != "type" for how in ((), ("--json",))),
        *(("table", "source", by, "--csv") for by in DIMENSIONS if by != "source"),
        ("table", "tag", "tag", "--svg"),
    ),
    "timeline": (("timeline",), ("timeline", "--json"), ("timeline", "--svg"), ("timeline", "--csv")),
    "agree": (("agree", "{other}", "--json"), ("agree", "{copy}", "--blind", "--anyway", "--json")),
    "undo": (("undo", "--json"),),
    "redo": (("redo", "--json"),),
    "journal": (
        ("journal", "--json", "-n", "500"),
        *(("journal", "-q", str(n), "--json") for n in range(1, 8)),
    ),
    "verify": (("verify", "--json"),),
    "doctor": (("doctor", "--json"),),
}
"""Every way out but `export`, with what is printed of it."""
DRAFT = (
    f"{NAME} sagte: „Der Umbau kostet das Dreifache.“ Der Maulwurf sagte: „Ich war dabei“.\n\n"
    f"„Es war ein Fehler“, sagte {WITNESS}, Kämmerin von Quellbach.\n\n"
    f"Jemand sagte: „{OFF_RECORD}.“ „{OFF_RECORD.replace('jeder', 'keiner')}“, sagte {PUBLIC}.\n\n"
    "„Das ist richtig“, sagte der Hausmeister des Amts."
)
"""A manuscript that says all that must not be said."""
ON_RECORD = {"sources": {"brachvogel", "kammerin von quellbach"}}
"""What a command may name: the register lists those who are on record by default."""
WHOLE = {
    "train": "prints figures",
    "archive": "asks files beside the library, which hold what their articles say",
    "detect": "finds quotes in a text that is given, without the library",
    "export": "tested for each format and selection",
    "sql": "is the library itself, whole, and told so",
    "backup": "is the library itself, whole, and told so",
    "restore": "is the library itself, whole, and told so",
    "merge": "is the library itself, whole, and told so",
    "sync": "prints numbers; what goes to the desk is tested in tests/library/test_syncing.py",
    "play": "plays a recording, and tells whoever listens where it lies",
    "inbox": "goes on until ctrl+c: tested as a running program",
    "serve": "shows the desk, which names everybody, to who has the token",
    "watch": "goes on until ctrl+c: tested as a running program",
    "vacuum": "prints nothing of what is in the library",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planted") / "library.db"
    fill(path)
    return path


@pytest.fixture
def leaky(planted: Path, private_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library full of names, the one commands use."""
    path = Path(os.environ["READER_LIBRARY"])
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(planted, path)
    echo = json.dumps([sys.executable, "-c", "import sys; print(sys.argv, sys.stdin.read())"])
    given = '"{url}", "{title}", "{link}"]'
    lines = (f'{gives} = {{run = {echo[:-1]}, {given}, gives = "{gives}"}}' for gives in ("article", "quote"))
    config = path.with_name("config.toml")
    config.write_text("[commands]\n" + "\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(config))
    return path


def options_of(command: click.Command) -> set[str]:
    own = {word for parameter in command.params for word in parameter.opts}
    subs = command.commands.values() if isinstance(command, click.Group) else ()
    return own.union(*map(options_of, subs))


def test_every_command_is_tried_here_or_told_to_be_whole() -> None:
    assert set(CALLS) | set(WHOLE) == set(COMMANDS)
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        if "--json" in options_of(command) and name not in WHOLE:
            assert "--with-confidential" in options_of(command), f"reader {name} cannot name who is covered"


def test_the_traces_are_there_where_names_are_asked_for(run: Run, leaky: Path) -> None:
    named = run("export", "1", "2", "-f", "jsonl", "--text", "--with-confidential").stdout_bytes
    missing = {word for word in ("maulwurf", "brachvogel", "hausmeister") if word not in traces(named)}
    assert missing == set()
    assert "frei erfunden" not in traces(named), "words not for publication leave in nothing"
    assert TRACES.pattern


@pytest.mark.parametrize("name", formats.available())
@pytest.mark.parametrize("selection", SELECTIONS)
def test_no_format_names_anybody(run: Run, leaky: Path, tmp_path: Path, name: str, selection: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    words = SELECTIONS[selection]
    articles = () if (words and words[0] == "-q") or "1" in words[:1] else ("1", "2")
    done = run("export", *articles, *words, "-f", name, "-o", str(folder), "--anyway")
    assert done.exit_code == 0, done.output
    written = [file for file in folder.rglob("*") if file.is_file()]
    assert written
    for file in written:
        assert traces(str(file.relative_to(folder)).encode()) == []
        assert traces(file.read_bytes()) == []


def decide_otherwise(ours: Path, theirs: Path) -> None:
    """Make a second library in which everything is decided in another way."""
    with Store(ours) as store:
        store.quotes.set_status(store.quotes.ids(), Status.ACCEPTED)
    shutil.copy(ours, theirs)
    with Store(theirs) as store:
        first, *others = store.quotes.ids()
        store.quotes.set_status([first], Status.REJECTED)
        for number in others:
            quote = store.quotes.get(number)
            store.quotes.update(replace(quote, type=QuoteType.FREE_INDIRECT, source_id=0))
            store.tags.attach([f"{NAME}/{number}"], quotes=[number])


@pytest.mark.parametrize("name", CALLS)
def test_no_command_names_anybody(run: Run, leaky: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "neu.txt"
    file.write_text(f"Notizen zu {NAME}\n\nDer Maulwurf sagte: „Nichts davon stimmt.“", encoding="utf-8")
    marked = tmp_path / "marked.csv"
    marked.write_text(
        f"document,content,tag\nNotizen zu {NAME},Treffen mit {NAME},{NAME}\n", encoding="utf-8"
    )
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    named = {"{file}": str(file), "{marked}": str(marked), "{draft}": str(draft)}
    named |= {"{other}": str(tmp_path / "other.db"), "{copy}": str(tmp_path / "copy.db")}
    if name == "agree":
        decide_otherwise(leaky, tmp_path / "other.db")
    for call in CALLS[name]:
        done = run(*(named.get(word, word) for word in call))
        assert set(traces(done.stdout_bytes)) <= ON_RECORD.get(name, set()), call


def test_no_report_on_a_manuscript_names_anybody(run: Run, leaky: Path, tmp_path: Path) -> None:
    draft, page, sarif = (tmp_path / name for name in ("zwoernhagen.md", "out.html", "out.sarif"))
    draft.write_text(DRAFT, encoding="utf-8")
    done = run("check", str(draft), "--html", str(page), "--sarif", str(sarif))
    assert done.exit_code == 1, done.output
    assert "must not be named" in done.stdout
    assert "off the record" in done.stdout
    for file in (page, sarif):
        assert traces(file.read_bytes()) == []


@pytest.mark.parametrize(
    "command",
    [
        ("facets",),
        ("balance", "--all"),
        ("balance", "--all", "--by", "role"),
        ("balance", "--all", "--by", "tag"),
        ("table", "source", "affiliation"),
        ("timeline",),
    ],
)
@pytest.mark.parametrize("ending", ["svg", "csv"])
def test_no_figure_names_anybody(
    run: Run, leaky: Path, tmp_path: Path, command: tuple[str, ...], ending: str
) -> None:
    file = tmp_path / f"figure.{ending}"
    done = run(*command, "-o", str(file))
    assert done.exit_code == 0, done.output
    assert traces(file.read_bytes()) == []


def test_what_was_said_publicly_stands_under_the_name(run: Run, leaky: Path) -> None:
    assert PUBLIC in run("cite", "5", "--anyway").stdout
    assert PUBLIC in run("export", "1", "-f", "jsonl", "--anyway").stdout
    assert "Nora Offen" in run("cite", "7", "--anyway").stdout


def test_the_register_names_everybody_where_it_is_asked_to(run: Run, leaky: Path) -> None:
    whole = run("sources", "--json", "--with-confidential").stdout
    assert NAME in whole
    assert "Oberreferent" in whole
    assert OFF_RECORD not in whole


def test_words_not_for_publication_are_only_counted(run: Run, leaky: Path) -> None:
    done = run("export", "1", "-f", "markdown", "--anyway")
    assert "1 quote is not for publication: left out." in done.stderr
    assert OFF_RECORD not in done.stdout
    assert run("cite", "4", "--anyway").stdout == ""


def test_the_agreed_description_stands_for_the_name(run: Run, leaky: Path) -> None:
    output = run("export", "1", "-f", "csv", "--anyway").stdout
    assert "eine Person aus der Verwaltung" in output
    assert "eine der Redaktion bekannte Person" in output
    assert "jemand aus dem Haus" in run("cite", "6", "--anyway").stdout


def test_a_title_that_names_who_is_covered_stops_the_way_out(run: Run, leaky: Path) -> None:
    for call in (("export", "1", "-f", "csv"), ("cite", "1")):
        done = run(*call)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "The title of article 1 names somebody who is covered" in done.stderr
        assert "--anyway" in done.stderr


def test_a_command_of_ones_own_gets_what_may_go_out(run: Run, leaky: Path) -> None:
    assert PUBLIC in run("pipe", "quote", "5", "--anyway").stdout
    assert "Nora Offen" in run("pipe", "article", "1", "--anyway").stdout
    refused = run("pipe", "quote", "4", "--anyway")
    assert (refused.exit_code, refused.stdout) == (1, "")
    asked = run("pipe", "article", "1")
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert "names somebody who is covered" in asked.stderr
