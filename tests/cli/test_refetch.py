"""`reader refetch` and `reader add` of an address on this machine: refused, allowed, taken all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.serving import Site, serving

TEXT = """<html lang=de><head><title>Steg wird erneuert</title></head><body><article>
<h1>Steg wird erneuert</h1>
<p>Die Stadt Norderhaven will den alten Steg im kommenden Jahr erneuern, obwohl die Kosten gestiegen sind.</p>
<p>„Wir haben das Geld im Haushalt“, sagte Bürgermeisterin Jana Kolb am Montag vor dem Rat der Stadt.</p>
</article></body></html>"""
SHUT = """<html lang=de><head><title>Wartungsarbeiten</title></head><body>
<h1>Wir sind gleich zurück</h1><p>Unsere Website wird gerade gewartet.
Bitte versuchen Sie es in wenigen Minuten noch einmal.</p></body></html>"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as served:
        yield served


def test_an_address_of_this_machine_is_asked_only_where_a_person_says_so(
    run: Run, site: Site, private_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = site.show("/a", TEXT)
    refused = run("add", address)
    assert refused.exit_code == 1
    assert "--allow-private" in refused.output
    assert "allow_private = true" in refused.output
    assert run("detect", address).exit_code == 1
    assert site.asked == []
    assert run("add", "--allow-private", address).exit_code == 0
    assert run("refetch", "1").exit_code == 1
    assert "„Wir haben das Geld im Haushalt“" in run("detect", "--allow-private", address).output
    configuration = private_folders / "config.toml"
    configuration.write_text("allow_private = true\n", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(configuration))
    assert run("refetch", "1").exit_code == 0
    assert run("add", address).exit_code == 0


@pytest.mark.parametrize("command", [("refetch", "1"), ("add",)])
def test_a_page_that_is_no_article_is_refused_unless_it_is_to_be_taken(
    run: Run, site: Site, command: tuple[str, ...]
) -> None:
    address = site.show("/a", TEXT)
    words = [*command, "--allow-private", *([address] if command == ("add",) else [])]
    run("add", "--allow-private", address)
    site.show("/a", SHUT)
    refused = run(*words)
    assert refused.exit_code == 1
    assert f"There is no longer that article at {address}: the page is shut for maintenance" in refused.output
    assert "Jana Kolb" in run("show", "1").output
    assert run(*words, "--replace").exit_code == 0
    assert "gleich zurück" in run("show", "1").output


def test_a_saved_page_that_is_no_article_is_refused_and_the_rest_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SHUT, encoding="utf-8")
    (tmp_path / "b.html").write_text(TEXT, encoding="utf-8")
    result = run("add", str(tmp_path))
    assert result.exit_code == 1
    assert "There is no article at" in result.output
    assert "1 failed, 1 new" in result.output
    assert "the page is shut for maintenance" in run("detect", str(tmp_path / "a.html")).output
