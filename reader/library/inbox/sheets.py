"""The pages that the inbox answers with. Everything from outside is escaped; none loads or runs anything."""

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from reader import amounts
from reader.i18n import _, day, spoken
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.inbox.receiving import Receipt

_HEADS = {
    "new": _("Stored"),
    "changed": _("Stored as a new version"),
    "same": _("In the library already"),
    "failed": _("Not stored"),
}
_ALONE = _(
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
            f"<!DOCTYPE html>\n<html lang={spoken()}><meta charset=utf-8>"
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
        progress.message.replace("--replace", _("the button below") if held else "--replace"),
        progress.missing,
    ]
    lines += [f"<p>{shown(remark)}</p>" for remark in remarks if remark]
    if held:
        lines.append(_button(token, held))
    if row and not failed:
        told = _("Article {number} of your library. You can close this window.").format(number=row.id)
        lines.append(f"<p class=quiet>{told}</p>")
    return Sheet(_HEADS[progress.outcome], "\n".join(lines), 422 if failed else 200)


def _head(text: str, is_bad: bool) -> str:
    return f"<h1{' class=bad' if is_bad else ''}>{shown(text)}</h1>"


def _facts(receipt: "Receipt") -> str:
    row = receipt.row
    assert row is not None
    counts = amounts.words(row.words, digits=True), amounts.quotes(row.quotes)
    return " · ".join(shown(part) for part in (row.outlet, day(row.published), *counts) if part)


def _button(token: str, held: str) -> str:
    take = _("Take it all the same")
    return (
        f'<form method=post action="/held?token={shown(token)}" enctype="multipart/form-data">'
        f'<input type=hidden name=held value="{shown(held)}"><button>{take}</button></form>'
    )


def unvouched_sheet(address: str, title: str, token: str, held: str) -> Sheet:
    """Asks about a page of which the browser does not say whether it is what it says."""
    question = _("Is this the page?")
    told = _(
        "It says that it is {address}. Your browser does not say so: take it only if you have just pressed "
        "the bookmark on that page."
    ).format(address=f"<code>{shown(address)}</code>")
    body = f"{_head(question, False)}<h2>{shown(title or address)}</h2><p>{told}</p>{_button(token, held)}"
    return Sheet(question, body)


def refused_sheet(status: int, message: str) -> Sheet:
    """Why a request was refused."""
    head = _HEADS["failed"]
    return Sheet(head, f"{_head(head, True)}<p>{shown(message)}</p>", status)  # not shown: marks


def bookmark_sheet(bookmark: str, library: str) -> Sheet:
    """The page from which the bookmark is dragged."""
    head = _("Pages from your browser")
    steps = "\n".join(f"<li>{step}</li>" for step in _steps())
    sent = _(
        "The page is sent as your browser shows it, also behind a login. It goes to this machine only, while "
        "{command} runs, into {library}."
    ).format(command="<code>reader inbox</code>", library=shown(library))
    by_hand = _(
        "Where nothing can be dragged, make a bookmark by hand and put this in the place of its address. It "
        "holds the token of your library: pass it on to nobody."
    )
    drag, to_reader, address = (
        _("Drag this to your bookmarks bar"),
        _("To reader"),
        _("Address of the bookmark"),
    )
    body = f"""<h1>{head}</h1>
<h2>{drag}</h2>
<p><a class=bookmark href="{escape(bookmark)}">{to_reader}</a></p>
<ol>
{steps}
</ol>
<p>{sent}</p>
<hr>
<p class=quiet>{by_hand}</p>
<textarea readonly aria-label="{address}">{escape(bookmark)}</textarea>"""
    return Sheet(head, body)


def _steps() -> tuple[str, str]:
    """What to do with the bookmark."""
    show = _("Show the bookmarks bar ({keys}, on a Mac {mac_keys}) and drag the button there.")
    press = _("On an article, press the bookmark. A window opens and says what was stored.")
    return show.format(keys="<code>ctrl+shift+b</code>", mac_keys="<code>⌘⇧B</code>"), press


def hand_sheet(token: str, nonce: str) -> Sheet:
    """Takes over a page whose forms may not lead elsewhere, by a message."""
    fields = "".join(
        f"<textarea name={name}></textarea>" for name in ("address", "title", "kind", "html", "origin")
    )
    taking = _("Taking the page over …")
    body = f"""<p id=told>{taking}</p>
<form hidden method=post action="/take?token={shown(token)}" enctype="multipart/form-data"
 accept-charset=utf-8 data-alone="{escape(_ALONE)}">{fields}</form>
<script nonce="{nonce}">{_file("hand.js")}</script>"""
    return Sheet(_("Taking the page over"), body, nonce=nonce)
