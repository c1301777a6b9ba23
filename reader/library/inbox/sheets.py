"""The pages that the inbox answers with. Everything from outside is escaped; none loads or runs anything."""

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.inbox.receiving import Receipt

_HEADS = {
    "new": "Stored",
    "changed": "Stored as a new version",
    "same": "In the library already",
    "failed": "Not stored",
}
_ALONE = (
    "Nothing was stored: this page lets no other window talk to it. Save it (ctrl+s), then add the file, or "
    "save it in a folder that reader watch looks at."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to answer with."""

    head: str
    body: str
    """HTML."""
    status: int = 200
    nonce: str = ""
    """What its one script is let run by; "" where it has none."""

    def html(self) -> str:
        """The whole page."""
        return (
            "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8>"
            '<meta name=viewport content="width=device-width, initial-scale=1">'
            f"<title>{shown(self.head)} · reader</title><style>{css()}</style>"
            f"<main><p class=mark>reader · inbox</p>\n{self.body}\n</main></html>\n"
        )


def shown(text: object) -> str:
    """Text from outside, as text."""
    return escape(visible(str(text)))


@cache
def css() -> str:
    """The look of all pages."""
    return _file("page.css")


def _file(name: str) -> str:
    return resources.files("reader.library.inbox").joinpath(name).read_text(encoding="utf-8").strip()


def taken_sheet(receipt: "Receipt", token: str, held: str = "") -> Sheet:
    """What became of a page; with `held`, a button to take it all the same."""
    progress, row = receipt.progress, receipt.row
    failed = progress.outcome == "failed"
    lines = [_head(_HEADS[progress.outcome], failed)]
    if title := progress.title or (row.title if row else ""):
        lines.append(f"<h2>{shown(title)}</h2>")
    if not failed and row:
        lines.append(f"<p>{_facts(receipt)}</p>")
    remarks = [
        progress.message.replace("--replace", "the button below" if held else "--replace"),
        progress.missing,
    ]
    lines += [f"<p>{shown(remark)}</p>" for remark in remarks if remark]
    if held:
        lines.append(_button(token, held))
    if row and not failed:
        lines.append(f"<p class=quiet>Article {row.id} of your library. You can close this window.</p>")
    return Sheet(_HEADS[progress.outcome], "\n".join(lines), 422 if failed else 200)


def _head(text: str, is_bad: bool) -> str:
    return f"<h1{' class=bad' if is_bad else ''}>{shown(text)}</h1>"


def _facts(receipt: "Receipt") -> str:
    row = receipt.row
    assert row is not None
    quotes = f"{row.quotes or 'no'} quote{'' if row.quotes == 1 else 's'}"
    words = f"{row.words:,} word{'' if row.words == 1 else 's'}"
    day = row.published[:10]
    return " · ".join(shown(part) for part in (row.outlet, day, words, quotes) if part)


def _button(token: str, held: str) -> str:
    return (
        f'<form method=post action="/held?token={shown(token)}" enctype="multipart/form-data">'
        f'<input type=hidden name=held value="{shown(held)}"><button>Take it all the same</button></form>'
    )


def unvouched_sheet(address: str, title: str, token: str, held: str) -> Sheet:
    """Asks about a page of which the browser does not say whether it is what it says."""
    body = (
        f"{_head('Is this the page?', False)}<h2>{shown(title or address)}</h2>"
        f"<p>It says that it is <code>{shown(address)}</code>. Your browser does not say so: take it only if "
        f"you have just pressed the bookmark on that page.</p>{_button(token, held)}"
    )
    return Sheet("Is this the page?", body)


def refused_sheet(status: int, message: str) -> Sheet:
    """Why a request was refused."""
    return Sheet("Not stored", f"{_head('Not stored', True)}<p>{shown(message)}</p>", status)


def bookmark_sheet(bookmark: str, library: str) -> Sheet:
    """The page from which the bookmark is dragged."""
    body = f"""<h1>Pages from your browser</h1>
<h2>Drag this to your bookmarks bar</h2>
<p><a class=bookmark href="{escape(bookmark)}">To reader</a></p>
<ol>
<li>Show the bookmarks bar (<code>ctrl+shift+b</code>, on a Mac <code>⌘⇧B</code>) and drag the button
there.</li>
<li>On an article, press the bookmark. A window opens and says what was stored.</li>
</ol>
<p>The page is sent as your browser shows it, also behind a login. It goes to this machine only, while
<code>reader inbox</code> runs, into {shown(library)}.</p>
<hr>
<p class=quiet>Where nothing can be dragged, make a bookmark by hand and put this in the place of its
address. It holds the token of your library: pass it on to nobody.</p>
<textarea readonly aria-label="Address of the bookmark">{escape(bookmark)}</textarea>"""
    return Sheet("Pages from your browser", body)


def hand_sheet(token: str, nonce: str) -> Sheet:
    """Takes over a page whose forms may not lead elsewhere, by a message."""
    fields = "".join(
        f"<textarea name={name}></textarea>" for name in ("address", "title", "kind", "html", "origin")
    )
    body = f"""<p id=told>Taking the page over …</p>
<form hidden method=post action="/take?token={shown(token)}" enctype="multipart/form-data"
 accept-charset=utf-8 data-alone="{escape(_ALONE)}">{fields}</form>
<script nonce="{nonce}">{_file("hand.js")}</script>"""
    return Sheet("Taking the page over", body, nonce=nonce)
