"""`reader original`: give back what an article was read from."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import amounts
from reader.cli.invocation import Invocation
from reader.cli.options import Number, anyway_option, files, json_option, pass_invocation
from reader.cli.original_proofs import prove, write_token
from reader.cli.output import ask_about, confirm, print_text, put_json, say
from reader.i18n import _, decimal

if TYPE_CHECKING:
    from reader.models import Original
    from reader.store import Proof, Store

_KILOBYTE = 1000
_PROOFS = {
    "time stamp": _("time stamp of {authority}"),
    "archived copy": _("archived copy of {authority}"),
}
"""What a proof is called."""
_ARCHIVE, _STAMPS = "https://web.archive.org/save/", "https://freetsa.org/tsr"


@click.command(
    "original",
    help=_(
        "Give back what ARTICLE was read from, byte for byte, on standard output or in a file.\n\n"
        "The bytes cannot be covered: where they may show who is covered, it asks first."
    ),
)
@click.argument("article")
@click.option("--version", type=Number(1), help=_("Of an older text of it."))
@click.option("--number", type=Number(1), help=_("This of its originals, as --info lists them."))
@click.option("-o", "--output", "target", metavar="FILE", shell_complete=files, help=_("Write it to a file."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option("--open", "opens", is_flag=True, help=_("Open a copy that fetches and runs nothing."))
@click.option("--info", is_flag=True, help=_("List what is kept: where from, when, how large, the digest."))
@click.option(
    "--stamp",
    is_flag=False,
    flag_value=_STAMPS,
    metavar="[AUTHORITY]",
    help=_("Ask for a time stamp (RFC 3161) of its digest; tells a third party."),
)
@click.option(
    "--archive",
    is_flag=False,
    flag_value=_ARCHIVE,
    metavar="[SERVICE]",
    help=_("Ask a web archive for a copy of its page; tells a third party, and everybody."),
)
@click.option(
    "--token", metavar="FILE", shell_complete=files, help=_("Write its latest time stamp to a file.")
)
@click.option("--remove", is_flag=True, help=_("Take all originals of the article out for good."))
@click.option("-y", "--yes", is_flag=True, help=_("Do not ask."))
@anyway_option
@json_option
@pass_invocation
def original_command(
    invocation: Invocation,
    article: str,
    version: int | None,
    number: int | None,
    as_json: bool,
    **wanted: Any,
) -> None:
    """Give back what ARTICLE was read from, byte for byte, on standard output or in a file."""
    from reader.library.originals import chosen  # the store, which help does without

    with invocation.open() as store:
        article_id = store.articles.find(article)
        if wanted["remove"]:
            _remove(store, article_id, wanted["yes"])
            return
        one = chosen(store, article_id, version or 0, number or 0)
        if wanted["stamp"] or wanted["archive"]:
            prove(invocation, store, article_id, one, wanted)
        if wanted["token"]:
            write_token(store, article_id, one, Path(wanted["token"]), force=wanted["force"])
        if wanted["opens"]:
            _open(store, one)
        if wanted["target"]:
            _ask(invocation, article_id, wanted["anyway"])
            _write(one, Path(wanted["target"]), force=wanted["force"])
        elif not any(wanted[name] for name in ("stamp", "archive", "token", "opens")):
            _give(invocation, store, article_id, one, wanted, as_json)


def _give(
    invocation: Invocation,
    store: "Store",
    article_id: int,
    one: "Original",
    wanted: dict[str, Any],
    as_json: bool,
) -> None:
    """Print the bytes; on a terminal, which they could confuse, what is known of them."""
    if as_json or wanted["info"] or sys.stdout.isatty():
        _tell(store.originals.of(article_id), store.originals.proofs(article_id), as_json)
        if not (as_json or wanted["info"]):
            say(_("The bytes themselves are not for a terminal: -o FILE writes them, --open shows them."))
        return
    _ask(invocation, article_id, wanted["anyway"])
    sys.stdout.buffer.write(one.data())
    sys.stdout.buffer.flush()
    _say_further(store, article_id, one)


def _say_further(store: "Store", article_id: int, one: "Original") -> None:
    from reader.library.originals import further_pages  # loaded already

    if others := further_pages(store, article_id, one):
        numbers = ", ".join(str(other.id) for other in others)
        told = _("This is page {page} of {pages}; --number gives the others: {numbers}.")
        say(told.format(page=one.part, pages=len(others) + 1, numbers=numbers))


def _ask(invocation: Invocation, article_id: int, anyway: bool) -> None:
    """Ask before bytes leave that may show who is covered, and say what they are held back by."""
    from reader.formats.remarks import of_article  # the formats, which few calls need
    from reader.library.dossiers import Selection  # the formats, which few calls need

    with invocation.open() as store:
        for sentence in of_article(store.articles.get(article_id)):
            say(sentence)
        if invocation.covering(store).without_originals(Selection((article_id,))):
            told = _(
                "The original of article {article} may show who is covered, or what is not for "
                "publication, and cannot be covered."
            )
            ask_about([told.format(article=article_id)], anyway)


def _tell(every: "list[Original]", proofs: "list[Proof]", as_json: bool) -> None:
    if as_json:
        put_json([_object(one, proofs, _alike(one, every)) for one in every])
        return
    for one in every:
        alike = _alike(one, every)
        for line in _lines(one, [proof for proof in proofs if proof.original_id in alike]):
            print_text(line)


def _lines(one: "Original", proofs: "list[Proof]") -> Iterator[str]:
    """What is known of an original."""
    told = _("[{id}] version {version}: {address}")
    if one.part > 1:
        told = _("[{id}] version {version}, page {page}: {address}")
    yield told.format(id=one.id, version=one.version, page=one.part, address=one.address)
    if one.asked:
        yield "    " + _("asked for as {address}").format(address=one.asked)
    kind = f", {one.content_type}" if one.content_type else ""
    yield f"    {one.fetched}, {size_of(one.size)}{kind}"
    yield f"    sha256 {one.sha256}"
    for proof in proofs:
        who = _PROOFS[proof.kind].format(authority=proof.authority)
        yield f"    {who}, {proof.at} {proof.address}".rstrip()


def size_of(size: int) -> str:
    """A size in bytes, in what people count in."""
    if size < _KILOBYTE * _KILOBYTE:
        return _("{size} KB").format(size=max(1, round(size / _KILOBYTE)))
    return _("{size} MB").format(size=decimal(size / _KILOBYTE / _KILOBYTE))


def _alike(one: "Original", every: "list[Original]") -> set[int]:
    """The numbers of originals with the same bytes: what proves one of them proves all."""
    return {other.id for other in every if other.sha256 == one.sha256}


def _object(one: "Original", proofs: "list[Proof]", alike: set[int]) -> dict[str, object]:
    return {
        "number": one.id,
        "id": one.uid,
        "version": one.version,
        "page": one.part,
        "kind": one.kind,
        "address": one.address,
        "asked": one.asked,
        "fetched": one.fetched,
        "status": one.status,
        "content_type": one.content_type,
        "headers": [list(pair) for pair in one.headers],
        "size": one.size,
        "sha256": one.sha256,
        "proofs": [
            {"kind": proof.kind, "authority": proof.authority, "at": proof.at, "address": proof.address}
            for proof in proofs
            if proof.original_id in alike
        ],
    }


def _open(store: "Store", one: "Original") -> None:
    import webbrowser

    from reader.library.originals import safe_copy  # loaded already

    file = safe_copy(store, one)
    if not webbrowser.open(file.as_uri()):
        say(_("There is no browser here to open it with."))
    say(_("A copy without anything from elsewhere: {file}").format(file=file))


def _write(one: "Original", target: Path, *, force: bool) -> None:
    from reader.library.whole_files import keep_what_is_there, replacing  # for this option alone

    target = target.expanduser()
    keep_what_is_there(target, force=force)
    with replacing(target) as stream:
        stream.write(one.data())
    say(_("Written: {place}").format(place=target))


def _remove(store: "Store", article_id: int, yes: bool) -> None:
    from reader.library.originals import clear_copies  # the store, which help does without

    every = store.originals.of(article_id)
    question = _("Remove {originals} of article {article} for good?")
    originals = amounts.originals(len(every))
    confirm(question.format(originals=originals, article=article_id), yes or not every)
    removed = amounts.originals(store.originals.remove([article_id]))
    clear_copies(store.path)
    told = _("{originals} removed; backups made before still hold them.")
    say(told.format(originals=amounts.at_the_start(removed)))
