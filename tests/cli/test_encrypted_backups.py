"""Encrypted backups: `reader backup --encrypt` and back, by passphrase and by key."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.store import Store, encryption
from tests.cli.conftest import Run

pyrage = pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")
WORDS = "korrekt Pferd Batterie Heftklammer"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with a passphrase."""
    path = tmp_path / "passphrase"
    path.write_text(f"{WORDS}\n", encoding="utf-8")
    return path


def test_a_passphrase_closes_a_backup_and_opens_it(
    run: Run, library: Path, tmp_path: Path, secret: Path
) -> None:
    target = tmp_path / "copy.age"
    assert run("backup", str(target), "--encrypt", "--passphrase-file", str(secret)).exit_code == 0
    sealed = target.read_bytes()
    assert sealed.startswith(b"age-encryption.org/v1")
    assert b"SQLite" not in sealed
    assert target.stat().st_mode & 0o077 == 0
    back = tmp_path / "back.db"
    told = run("--library", str(back), "restore", str(target), "--yes", "--passphrase-file", str(secret))
    assert told.exit_code == 0, told.stderr
    with Store(back) as store:
        assert store.articles.count() == 2
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".new")]


def test_a_key_closes_a_backup_and_opens_it(run: Run, library: Path, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    private, public = tmp_path / "key.txt", tmp_path / "recipients.txt"
    private.write_text(f"# created: today\n{identity}\n", encoding="utf-8")
    public.write_text(f"# the desk\n{identity.to_public()}\n", encoding="utf-8")
    folder = tmp_path / "copies"
    folder.mkdir()
    assert run("backup", str(folder), "--recipient", str(public)).exit_code == 0
    (sealed,) = folder.iterdir()
    assert sealed.suffix == ".age"
    back = tmp_path / "back.db"
    told = run("--library", str(back), "restore", str(sealed), "--yes", "--identity", str(private))
    assert told.exit_code == 0, told.stderr
    with Store(back) as store:
        assert store.articles.count() == 2


def test_a_computer_too_busy_for_a_passphrase_is_not_told_that_it_is_the_wrong_one(
    run: Run, library: Path, tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.age"
    run("backup", str(target), "--encrypt", "--passphrase-file", str(secret))
    age = encryption.library_of_age()

    def refuse(*_given: bytes | str) -> bytes:
        raise age.DecryptError(
            "Excessive work parameter for passphrase.\nDecryption would take around 32 seconds."
        )

    monkeypatch.setattr(age.passphrase, "decrypt", refuse)
    told = run(
        "--library", str(tmp_path / "b.db"), "restore", str(target), "--yes", "--passphrase-file", str(secret)
    )
    assert told.exit_code != 0
    assert "too busy" in told.stderr
    assert "another passphrase" not in told.stderr


def test_another_passphrase_opens_nothing_and_changes_nothing(
    run: Run, library: Path, tmp_path: Path, secret: Path
) -> None:
    target, wrong = tmp_path / "copy.age", tmp_path / "wrong"
    run("backup", str(target), "--encrypt", "--passphrase-file", str(secret))
    wrong.write_text("ganz ein anderes", encoding="utf-8")
    back = tmp_path / "back.db"
    told = run("--library", str(back), "restore", str(target), "--yes", "--passphrase-file", str(wrong))
    assert told.exit_code != 0
    assert "another passphrase or key belongs to it, or it is damaged" in told.stderr
    assert not back.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--encrypt",), "name a file with --passphrase-file"),
        (("--recipient", "age1nonsense"), "This is not a public key"),
        (("--recipient", "{folder}/none"), "cannot be read"),
        (("--encrypt", "--passphrase-file", "{folder}/short"), "at least 8 characters"),
        (("--encrypt", "--passphrase-file", "{folder}/empty"), "The passphrase is empty"),
        (("--encrypt", "--recipient", "age1x"), "not both"),
        (("--recipient", "{folder}/empty"), "There is no key in"),
    ],
)
def test_what_cannot_close_a_backup_says_so(
    run: Run, library: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "short").write_text("kurz", encoding="utf-8")
    (tmp_path / "empty").write_text("", encoding="utf-8")
    target = tmp_path / "copy.age"
    told = run("backup", str(target), *(one.format(folder=tmp_path) for one in arguments))
    assert told.exit_code != 0
    assert sentence in told.stderr
    assert not target.exists()


def test_a_damaged_backup_is_told(run: Run, library: Path, tmp_path: Path, secret: Path) -> None:
    target = tmp_path / "copy.age"
    run("backup", str(target), "--encrypt", "--passphrase-file", str(secret))
    target.write_bytes(target.read_bytes()[:-40])
    back = tmp_path / "back.db"
    told = run("--library", str(back), "restore", str(target), "--yes", "--passphrase-file", str(secret))
    assert told.exit_code != 0
    assert "it is damaged" in told.stderr
    assert not back.exists()


def test_an_encrypted_library_is_not_merged(run: Run, library: Path, tmp_path: Path, secret: Path) -> None:
    target = tmp_path / "copy.age"
    run("backup", str(target), "--encrypt", "--passphrase-file", str(secret))
    told = run("merge", str(target))
    assert told.exit_code != 0
    assert "is encrypted" in told.stderr


def test_without_the_extra_the_way_is_said(tmp_path: Path, library: Path, secret: Path) -> None:
    code = (
        "import sys; sys.modules['pyrage'] = None; from reader.cli.start import main; "
        f"sys.argv = ['reader', 'backup', {str(tmp_path / 'copy.age')!r}, '--encrypt', "
        f"'--passphrase-file', {str(secret)!r}]; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "reader-tui[encrypt]" in done.stderr
