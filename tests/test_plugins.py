"""Plugins add formats and ways in, and a broken one harms nobody."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

import click
import pytest
from click.testing import CliRunner, Result

from reader import plugins
from reader.cli.group import cli
from reader.errors import IngestError
from reader.formats import Dossier, Format, Options
from reader.library.adding import add_locations
from reader.library.detecting import DetectionSettings, detect_article
from reader.library.exporting import available_formats, get_format
from reader.library.preparing import Preparation
from reader.library.renewing import redetect
from reader.models import Article, Quote, QuoteType, Source, Span
from reader.plugins import hookimpl
from reader.store import Store


def write_titles(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    for dossier in dossiers:
        stream.write(dossier.article.title.encode())


class Titles:
    @hookimpl
    def reader_formats(self) -> list[Format]:
        return [
            Format("titles", ".titles", "Titles", write_titles),
            Format("csv", ".csv", "Mine", write_titles),
        ]

    @hookimpl
    def reader_read(self, location: str) -> Article | None:
        if location == "memo:broken":
            raise ValueError("no memo")
        return Article("Ein Memo.", title="Memo", location=location) if location.startswith("memo:") else None


class Broken:
    @hookimpl
    def reader_formats(self) -> list[Format]:
        raise RuntimeError("broken on purpose")


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    ours = (Titles(), Broken())
    for plugin in ours:
        plugins.manager().register(plugin)
    yield
    for plugin in ours:
        plugins.manager().unregister(plugin)


def test_a_plugins_format_is_offered_and_redacted_but_replaces_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    known = available_formats()
    assert known["csv"].label != "Mine"
    hidden = Source("Otto Geheim", identity_protected=True, id=1)
    stream = io.BytesIO()
    dossier = Dossier(Article("x", title="Otto Geheim spricht"), protected=(hidden,))
    get_format("titles").write([dossier], stream, options=Options())
    assert stream.getvalue().decode() == "█████ spricht"
    assert "broken on purpose" in capsys.readouterr().err


def test_a_plugin_reads_its_own_locations(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        steps = list(add_locations(store, ["memo:1", "memo:broken"], preparation=Preparation(None)))
        assert [step.outcome for step in steps] == ["new", "failed"]
        assert "ValueError: no memo" in steps[1].message
        assert store.articles.get(steps[0].article_id).title == "Memo"


def test_other_locations_are_left_to_reader() -> None:
    assert plugins.plugin_article("elsewhere.txt") is None
    with pytest.raises(IngestError):
        plugins.plugin_article("memo:broken")


def test_a_plugin_that_cannot_be_loaded_keeps_no_other_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, code in (("a_broken", "raise RuntimeError('broken at once')"), ("b_whole", "")):
        (tmp_path / f"reader_{name}.py").write_text(code, encoding="utf-8")
        described = tmp_path / f"{name}-1.dist-info"
        described.mkdir()
        (described / "METADATA").write_text(f"Name: {name}\nVersion: 1\n", encoding="utf-8")
        (described / "entry_points.txt").write_text(f"[reader]\n{name} = reader_{name}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    installed = plugins.manager.__wrapped__()
    assert installed.has_plugin("b_whole")
    assert not installed.has_plugin("a_broken")
    assert "a_broken could not be loaded: RuntimeError: broken at once" in capsys.readouterr().err


SWEDISH = "Bron stängs i natt. ”Vi öppnar igen på måndag”, säger Karin Åström på kommunen."


@pytest.fixture
def documented() -> Iterator[None]:
    """The plugin that docs/plugins.md shows."""
    page = (Path(__file__).parents[1] / "docs" / "plugins.md").read_text(encoding="utf-8")
    module = ModuleType("reader_swedish")
    exec(page.partition("```python\n")[2].partition("```")[0], module.__dict__)
    plugins.manager().register(module, "swedish")
    yield
    plugins.manager().unregister(module)


@pytest.mark.usefixtures("documented")
def test_a_plugin_brings_a_language(tmp_path: Path) -> None:
    file = tmp_path / "bron.txt"
    file.write_text(f"Bron stängs\n\n{SWEDISH}", encoding="utf-8")
    with Store(tmp_path / "library.db") as store:
        how = Preparation(language="sv")
        for outcome in ("new", "same"):
            (step,) = add_locations(store, [str(file)], preparation=how)
            assert step.outcome == outcome
        (quote,) = store.quotes.of(1)
        assert quote.exact == ("”Vi öppnar igen på måndag”",)
        assert [SWEDISH[slice(*span)] for span in (*quote.speaker, *quote.cue)] == ["Karin Åström", "säger"]
        assert quote.origin == "plugin-swedish"
        (again,) = redetect(store, [1])
        assert again.outcome == "same"


@pytest.mark.usefixtures("documented")
def test_other_languages_and_engines_chosen_by_name_stay_with_reader() -> None:
    article = Article("„Wir bauen“, sagte Eva Meier.", language="de")
    assert detect_article(article, DetectionSettings()).detector != "plugin-swedish"
    assert (
        detect_article(Article(SWEDISH, language="sv"), DetectionSettings("rules")).detector
        != "plugin-swedish"
    )
    assert available_formats()["titles"].label == "Titles alone"
    memo = plugins.plugin_article("memo:bron")
    assert memo is not None
    assert memo.language == "sv"


def test_a_detector_that_fails_or_points_outside_harms_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    class Careless:
        @hookimpl
        def reader_detect(self, text: str, language: str) -> list[Quote]:
            if "Fehler" in text:
                raise ValueError("careless")
            inside, outside = Span(0, 3), Span(0, len(text) + 1)
            return [
                Quote(QuoteType.DIRECT, (outside,)),
                Quote(QuoteType.DIRECT, (inside,), cue=(Span(9, 9),)),
            ]

    plugin = Careless()
    plugins.manager().register(plugin, "careless")
    try:
        assert plugins.plugin_quotes("Ein Text.", "de") == ((), "plugin-careless")
        assert plugins.plugin_quotes("Ein Fehler.", "de") is None
        assert "The plugin careless finds no quotes: ValueError: careless" in capsys.readouterr().err
    finally:
        plugins.manager().unregister(plugin)


# -- rules, styles and commands of docs/plugins.md -----------------------------------------------------------


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one quote, the one that commands use."""
    path = tmp_path / "library.db"
    monkeypatch.setenv("READER_LIBRARY", str(path))
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    with Store(path) as store:
        article = Article("„Ja“, sagte sie.", title="Tor", outlet="Blatt", language="de")
        store.articles.add(article, [Quote(QuoteType.DIRECT, (Span(0, 4),))], "rules-1")
    return path


def called(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


@pytest.mark.usefixtures("documented")
def test_a_plugins_rule_is_asked_by_lint_and_can_be_skipped(filled: Path) -> None:
    assert "Nobody knows when “Tor” was printed. [without-day]" in called("lint", "1").output
    skipped = called("lint", "1", "--skip", "without-day")
    assert skipped.exit_code == 1
    assert "without-day" not in skipped.output
    assert "without-day" in called("lint", "1", "--skip", "nonsense").output


@pytest.mark.usefixtures("documented")
def test_a_plugins_style_cites_and_an_unknown_one_names_those_there_are(filled: Path) -> None:
    with Store(filled) as store:
        store.articles.update([1], published="2015-10-21")
    assert called("cite", "1", "--style", "plugin:short").output == "„Ja“ (?). Blatt 2015\n"
    unknown = called("cite", "1", "--style", "plugin:long")
    assert unknown.exit_code == 2
    assert "plugin:short" in unknown.output


@pytest.mark.usefixtures("documented")
def test_a_plugins_command_is_called_and_stands_in_the_help(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert called("longest").output == "„Ja“\n"
    shown = called("--help").output
    assert "longest" in shown.partition("Plugins")[2]
    assert "Print the longest quote" in shown
    monkeypatch.chdir(tmp_path)
    (tmp_path / "longest").write_text("x", encoding="utf-8")
    context = click.Context(cli)
    assert cli.resolve_command(context, ["longest"])[0] == "PATHS", "a file of that name comes first"
    assert cli.resolve_command(context, ["nosuchcommand"])[0] == "PATHS"


@pytest.mark.usefixtures("documented")
@pytest.mark.parametrize("is_before", [True, False])
def test_a_plugins_command_opens_the_library_that_was_named(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_before: bool
) -> None:
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "another.db"))
    option = ["--library", str(filled)]
    assert (
        called(*(option if is_before else []), "longest", *([] if is_before else option)).output == "„Ja“\n"
    )
    assert "another.db" in called("longest").output, "without it, the one of the configuration"


class Failing:
    @hookimpl
    def reader_lint_rules(self) -> dict[str, object]:
        return {"failing": lambda quote, article, source: 1 / 0, "no-rule": "x"}

    @hookimpl
    def reader_citation_styles(self) -> dict[str, object]:
        return {"failing": lambda article, quote: 1 / 0}

    @hookimpl
    def reader_commands(self) -> list[click.Command]:
        raise RuntimeError("no commands")


class Raising:
    @hookimpl
    def reader_commands(self) -> list[click.Command]:
        def fail(error: type[Exception]) -> None:
            raise error("no")

        faults = {"crash": ValueError, "gone": FileNotFoundError, "told": IngestError}
        return [
            click.Command(name, callback=lambda error=error: fail(error)) for name, error in faults.items()
        ]


def test_a_command_that_raises_is_told_as_its_plugins_fault(filled: Path) -> None:
    raising = Raising()
    plugins.manager().register(raising, "dreyfus")
    try:
        for name, fault in (("crash", "ValueError: no"), ("gone", "FileNotFoundError: no")):
            failed = called(name)
            assert failed.exit_code == 1
            told = f"reader: The command {name} of the plugin dreyfus fails: {fault}.\n"
            assert failed.output == told
        assert called("told").output == "reader: no\n"
    finally:
        plugins.manager().unregister(raising)


def test_rules_styles_and_commands_that_fail_harm_nobody(filled: Path) -> None:
    failing = Failing()
    plugins.manager().register(failing, "failing")
    try:
        linted = called("lint", "1")
        assert "The rule failing of a plugin fails: ZeroDivisionError" in linted.output
        assert "[no-speaker]" in linted.output
        cited = called("cite", "1", "--style", "plugin:failing")
        assert cited.exit_code == 1
        assert "ZeroDivisionError" in cited.output
        assert "no commands" in called("--help").output
    finally:
        plugins.manager().unregister(failing)


class Odd:
    @hookimpl
    def reader_lint_rules(self) -> dict[str, object]:
        return {"authorisation": lambda quote, article, source: "mine", "seven": lambda *_: 7, "text": "x"}

    @hookimpl
    def reader_formats(self) -> list[object]:
        return ["csv", 7]

    @hookimpl
    def reader_citation_styles(self) -> None:
        return None


def test_what_a_plugin_gives_that_is_none_of_it_is_told(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plugins.manager().register(odd := Odd(), "odd")
    try:
        assert set(plugins.plugin_rules()) == {"seven"}
        plugins.plugin_findings(Article("Nein."), [Quote(QuoteType.DIRECT, (Span(0, 4),))], {})
        available_formats()
        plugins.plugin_styles()
    finally:
        plugins.manager().unregister(odd)
    told = capsys.readouterr().err
    assert 'A rule of the plugin odd is left out: "authorisation" is one of reader\'s.\n' in told
    assert "The plugin odd gives rules that cannot be called: text.\n" in told
    assert "The rule seven of a plugin fails: TypeError: it gives int instead of a sentence\n" in told
    assert "The plugin odd gives formats that are none: int, str.\n" in told
    assert "The plugin odd gives no citation styles: TypeError" in told
