"""A day of work in the real program: thirty articles come in, and everything one does about them stays."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.models import Article, ArticleState, Quote, Status, Verification
from reader.store import Store
from tests.store.test_replay import state
from tests.terminal.conftest import Terminal

Start = Callable[..., Terminal]

ENTER, TAB, ESCAPE, KEEP, REDO, QUIT = "\r", "\t", "\x1b", "\x13", "\x12", "\x11"
ARTICLES = 30
HIT = "Klarsichthülle"
"""A word near the end of the longest sample."""
ASSAD = "Der bedrängte syrische Machthaber"


def test_a_day_of_work(terminal: Start, seeds: Path, private_folders: Path, tmp_path: Path) -> None:
    library, out = private_folders / "library.db", tmp_path / "dossier.md"
    program = terminal(str(thirty_articles(seeds, tmp_path / "articles")))
    program.wait_for(f"{ARTICLES} articles", f"{ARTICLES} added")
    with Store(library) as store:
        morning, first_steps = state(store), steps_done(store)

    correct_the_quotes(program, library)
    write_and_check(program, library)
    find_and_take_back(program, library)
    export(program, out)
    open_at_the_hit(program, library)
    leave(program)

    evening = see_it_again(terminal, library)
    assert "Bei der Botschaft nachfragen" in out.read_text(encoding="utf-8")
    replay(library, morning, first_steps, evening)


def thirty_articles(seeds: Path, folder: Path) -> Path:
    """A folder with the samples, and with some of them again as another paper would print them."""
    folder.mkdir()
    samples = sorted(path for path in seeds.iterdir() if path.suffix in (".txt", ".html"))
    for path in samples:
        shutil.copy(path, folder)
    texts = [path for path in samples if path.suffix == ".txt" and path.name[:3] not in ("000", "106")]
    for number, path in enumerate(texts[: ARTICLES - len(samples)]):
        told = path.read_text(encoding="utf-8") + f"\n\nDie Ausgabe Nummer {number} bringt mehr dazu."
        (folder / f"{number}-{path.name}").write_text(told, encoding="utf-8")
    assert len(list(folder.iterdir())) == ARTICLES
    return folder


def correct_the_quotes(program: Terminal, library: Path) -> None:
    """Accept, reject, another type, another border, a new speaker: typed without waiting for the screen."""
    program.press("/Assad Putin")
    program.wait_for("1 of ")
    program.press(ENTER + ENTER)
    program.wait_for(ASSAD, "Sprecher des Kremls")
    before = quotes(library)
    program.press(
        "g" + TAB + ENTER + TAB + "x" + TAB + "5" + TAB + ">b" + ENTER + TAB + "pIna Beispiel" + ENTER
    )
    program.wait_until(lambda: quotes(library)[4].source == "Ina Beispiel", "the speaker was lost")
    after = quotes(library)
    assert [quote.status for quote in after[:2]] == [Status.ACCEPTED, Status.REJECTED]
    assert after[2].type == "Reported"
    assert after[3].end < before[3].end
    assert after[3].start == before[3].start


def write_and_check(program: Terminal, library: Path) -> None:
    """A tag, a note, evidence; every letter typed is in the library."""
    program.press("tpolitik/syrien" + ENTER)
    program.wait_until(lambda: quotes(library)[4].tags == ("politik/syrien",), "the tag was lost")
    note = "Bei der Botschaft nachfragen – „heute“ noch, 14:30 Uhr"
    program.press("m" + note + KEEP)
    program.wait_until(lambda: notes(library) == [note], "a letter of the note was lost")
    program.press("c")
    program.press("https://archiv.example/protokoll" + TAB + "Seite 12" + ENTER + KEEP)
    program.wait_until(lambda: quotes(library)[4].verification is Verification.CHECKED, "the check was lost")
    with Store(library) as store:
        (proof,) = store.quotes.evidence(quotes(library)[4].id)
    assert (proof.reference, proof.remark, proof.kind) == (
        "https://archiv.example/protokoll",
        "Seite 12",
        "link",
    )


def find_and_take_back(program: Terminal, library: Path) -> None:
    """Find words, then take two changes back and do them again."""
    program.press("/luftangriffe")
    program.wait_for("1 of")
    program.press(ENTER + "n")
    program.wait_for("n next")
    program.press(ESCAPE)
    program.wait_until(lambda: "FIND" not in program.text, "the matches stayed")
    program.press("uu")
    program.wait_until(lambda: not notes(library), "undo did not take the note back")
    assert quotes(library)[4].verification is Verification.UNVERIFIED
    program.press(REDO + REDO)
    program.wait_until(
        lambda: quotes(library)[4].verification is Verification.CHECKED, "redo did not bring the check back"
    )
    assert len(notes(library)) == 1


def export(program: Terminal, target: Path) -> None:
    """Write the article with everything on it to a file."""
    program.press("e")
    program.wait_for("Enter writes")
    program.press("1\t\x15" + str(target) + ENTER)
    program.wait_until(target.exists, "no file was written")


def open_at_the_hit(program: Terminal, library: Path) -> None:
    """Search in the whole library, open at the hit, make a quote of the word found."""
    program.press(ESCAPE)
    program.wait_for("Library", "1 of ")
    program.press(ESCAPE)
    program.wait_for("Search and filter")
    program.press("/" + HIT)
    program.wait_for("1 of ", HIT)
    program.press(ENTER + ENTER)
    program.wait_for("v select", HIT)
    program.press("vE" + ENTER)
    program.wait_until(lambda: marked(library) == [HIT], "the desk did not open at the hit")


def leave(program: Terminal) -> None:
    """Quit; no fault was printed on the way."""
    program.press(QUIT)
    assert program.end() == 0
    assert b"Traceback" not in program.received
    assert "went wrong" not in program.text


def see_it_again(terminal: Start, library: Path) -> list[object]:
    """Start once more: what was done stands on the screen. The state of the library."""
    again = terminal()
    again.wait_for(f"{ARTICLES} articles")
    again.press("/Assad Putin")
    again.wait_for("1 of ")
    again.press(ENTER + ENTER)
    again.wait_for(ASSAD, "Ina Beispiel", "# ✎ ✓✓", "Bei der Botschaft")
    leave(again)
    with Store(library) as store:
        assert list(store.verify()) == []
        return state(store)


def replay(library: Path, morning: list[object], first_steps: int, evening: list[object]) -> None:
    """Undo the whole day, and do it again."""
    with Store(library) as store:
        while steps_done(store) > first_steps:
            assert store.journal.undo()
        assert apart_from_places(state(store)) == apart_from_places(morning)
        while store.journal.redo():
            pass
        assert state(store) == evening
        assert list(store.verify()) == []


def apart_from_places(seen: list[object]) -> list[object]:
    """A state without what reading alone leaves: where one was, and that an article is being read."""
    return [_unread(one) for one in seen]


def _unread(one: object) -> object:
    if isinstance(one, list):
        return [_unread(each) for each in one]
    if isinstance(one, dict):  # a row of a list
        return one | {"state": _not_reading(one["state"])}
    return replace(one, position=0, state=_not_reading(one.state)) if isinstance(one, Article) else one


def _not_reading(state: ArticleState) -> ArticleState:
    return ArticleState.UNREAD if state is ArticleState.READING else state


def steps_done(store: Store) -> int:
    """How many steps could be undone at present."""
    return sum(entry.kind == "do" and not entry.undone for entry in store.journal.entries(limit=10_000))


def article_id(store: Store) -> int:
    """The article that is worked on."""
    return store.articles.ids("Assad Putin")[0]


def quotes(library: Path) -> list[Quote]:
    """Its quotes."""
    with Store(library) as store:
        return store.quotes.of(article_id(store))


def notes(library: Path) -> list[str]:
    """Its notes."""
    with Store(library) as store:
        return [note.body for note in store.notes.of(article_id(store))]


def marked(library: Path) -> list[str]:
    """The words of quotes made by hand."""
    with Store(library) as store:
        every = [quote for number in store.articles.ids() for quote in store.quotes.of(number)]
        made = [quote for quote in every if quote.origin == "person"]
        return [quote.words(store.articles.get(quote.article_id).text) for quote in made]
