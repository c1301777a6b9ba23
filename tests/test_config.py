"""Where the library is looked for, and what a right and a wrong configuration do."""

from pathlib import Path

import pytest

from reader import config
from reader.config import Config, HandedCommand, SavedSearch
from reader.errors import ReaderError, UsageError


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings" / "config.toml"
    path.parent.mkdir()
    monkeypatch.setenv("READER_CONFIG", str(path))
    return path


def test_without_a_file_every_setting_has_a_default() -> None:
    settings = config.load()
    assert settings == Config()
    assert settings.measure == 76


def test_reads_all_settings(written: Path) -> None:
    written.write_text(
        'library = "~/a.db"\nactor = "Jörg"\nmeasure = 60\ncitation = "dgps"\nascii = true\n'
        '[keymap]\n"desk.accept" = "enter"\n[[searches]]\nname = "Offen"\nquery = "status:suggested"\n',
        encoding="utf-8",
    )
    settings = config.load()
    assert (settings.actor, settings.measure, settings.citation, settings.ascii) == ("Jörg", 60, "dgps", True)
    assert settings.keymap == {"desk.accept": "enter"}
    assert settings.searches == (SavedSearch("Offen", "status:suggested"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("measure = ", "not valid TOML"),
        ('measure = "wide"', "a whole number"),
        ("measure = 3", "between 30 and 200"),
        ("measure = true", "a whole number"),
        ("mesure = 70", 'did you mean "measure"'),
        ("zzz = 1", 'unknown setting "zzz"'),
        ('citation = "MLA"', "house, chicago, dgps"),
        ("keymap = 3", "[keymap]"),
        ("[keymap]\nx = 3", "[keymap]"),
        ("searches = 3", "name and a query"),
        ("commands = 3", "under [commands]"),
        ("[commands]\nx = 3", "a program and its arguments"),
        ('[commands]\nx = "lp \\"x"', "a program and its arguments"),
        ('[commands]\nx = {run = ""}', "a program and its arguments"),
        ('[commands]\nx = {run = ["lp", 3]}', "a program and its arguments"),
        ('[commands]\nx = {run = "lp", key = "pp"}', "one letter"),
        ('[commands]\nx = {run = "lp", key = "1"}', "one letter"),
        ('[commands]\nx = {run = "lp", gives = "all"}', "quote, article, selection"),
        ('[commands]\nx = {run = "lp", shell = true}', 'unknown setting "shell"'),
        ('[commands]\nx = {run = "lp", key = "p"}\ny = {run = "a", key = "p"}', "two commands"),
        ('[[searches]]\nname = "x"', "name and a query"),
        ('[[searches]]\nname = "x"\nquery = "y"\nof = "notes"', "articles or quotes"),
        ('proxy = "localhost"', "socks5h://127.0.0.1:9050"),
        ('user_agent = "a\\nb"', "on one line"),
        ('path = "/x"', 'unknown setting "path"'),
    ],
)
def test_a_broken_file_gives_one_sentence_with_its_name(written: Path, text: str, said: str) -> None:
    written.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        config.load()
    assert said in raised.value.message
    assert str(written) in raised.value.message
    assert "\n" not in raised.value.message


def test_a_file_that_is_not_text_is_named(written: Path) -> None:
    written.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        config.load()


def test_the_option_wins_over_environment_over_configuration(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written.write_text('library = "/three.db"', encoding="utf-8")
    monkeypatch.setenv("READER_LIBRARY", "/two.db")
    assert config.library_path("/one.db") == Path("/one.db")
    assert config.library_path() == Path("/two.db")
    monkeypatch.delenv("READER_LIBRARY")
    assert config.library_path() == Path("/three.db")
    written.write_text("", encoding="utf-8")
    assert config.library_path().name == "library.db"


def test_the_journal_names_the_configured_person_or_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")
    assert config.actor(Config(actor="Anna B.")) == "Anna B."
    assert config.actor(Config()) == "anna"


def test_saving_keeps_comments_and_other_settings(written: Path) -> None:
    written.write_text("# mine\nmeasure = 60 # narrow\n", encoding="utf-8")
    command = HandedCommand("print", ("lp", "-t", "{title}"), "p", "article")
    kept = (SavedSearch("a", "tag:x"), SavedSearch("b", "stance:attacking", "quotes"))
    config.save(theme="reader-light", searches=kept, commands=(command,))
    assert "# mine" in written.read_text(encoding="utf-8")
    assert "# narrow" in written.read_text(encoding="utf-8")
    settings = config.load()
    assert (settings.theme, settings.measure) == ("reader-light", 60)
    assert settings.searches == kept
    assert settings.commands == (command,)
    config.save(theme=None)
    assert config.load().theme == Config().theme


def test_saving_refuses_what_loading_would_refuse(written: Path) -> None:
    written.write_text("measure = 60\n", encoding="utf-8")
    with pytest.raises(UsageError):
        config.save(measure=2)
    assert config.load().measure == 60


def test_saving_creates_the_folder_or_says_why_not(tmp_path: Path) -> None:
    config.save(tmp_path / "new" / "config.toml", measure=50)
    assert config.load(tmp_path / "new" / "config.toml").measure == 50
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError) as raised:
        config.save(tmp_path / "file" / "config.toml", measure=50)
    assert "cannot be" in raised.value.message


def test_plain_drawing_may_be_asked_for_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not config.load().ascii
    monkeypatch.setenv("READER_ASCII", "1")
    assert config.load().ascii


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"measure = {'1' * 5000}\n", "holds a number with thousands of digits"),
        (f"measure = {'[' * 5000}\n", "is nested too deeply"),
    ],
    ids=["long number", "deep"],
)
def test_a_configuration_that_overwhelms_the_parser(written: Path, text: str, said: str) -> None:
    written.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        config.load()


def no_home(*_: object, **__: object) -> Path:
    raise RuntimeError("could not determine the home directory")


def test_without_a_home_folder_there_is_no_configuration_and_a_library_has_to_be_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("READER_CONFIG", raising=False)
    monkeypatch.delenv("READER_LIBRARY", raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", no_home)
    monkeypatch.setattr("platformdirs.user_data_path", no_home)
    monkeypatch.setattr(Path, "expanduser", no_home)
    assert config.load() == Config()
    with pytest.raises(UsageError, match="no home folder here: name the library"):
        config.library_path()
    with pytest.raises(UsageError, match="write the whole path"):
        config.library_path("~/a.db")
