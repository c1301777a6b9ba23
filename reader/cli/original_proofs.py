"""`reader original --stamp` and `--archive`: ask others for a proof, after saying what they are told."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.invocation import Invocation
from reader.cli.output import confirm, say
from reader.errors import NotFoundError, UsageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.models import Original
    from reader.store import Store


def prove(
    invocation: Invocation, store: "Store", article_id: int, one: "Original", wanted: dict[str, Any]
) -> None:
    """Ask for what is wanted, each only once it is said whom that tells what."""
    from reader.ingest.proofs import host  # httpx, for these options alone
    from reader.library.originals import archive, stamp

    allowed = invocation.config.allow_private
    if authority := wanted["stamp"]:
        name = host(authority)
        say(
            _(
                "{name} is sent the digest of the original ({sha256}…) and not the original, and "
                "sees {sender}."
            ).format(name=name, sha256=one.sha256[:16], sender=_sender(invocation))
        )
        confirm(_("Ask {name} for a time stamp?").format(name=name), wanted["yes"])
        proof = stamp(store, one, authority, allow_private=allowed)
        say(_("Stamped by {name} at {at}.").format(name=name, at=proof.at) + f" {_HOW_TO_VERIFY}")
    if service := wanted["archive"]:
        name, address = host(service), _address(store, article_id, one)
        say(
            _(
                "{name} is told to fetch {address}, and sees {sender}. Its copy, and when "
                "somebody asked for it, can be seen by everybody."
            ).format(name=name, address=address, sender=_sender(invocation))
        )
        confirm(_("Ask {name} for a copy?").format(name=name), wanted["yes"])
        proof = archive(store, one, address, service, allow_private=allowed)
        say(_("Copied by {name} at {at}: {address}").format(name=name, at=proof.at, address=proof.address))


_HOW_TO_VERIFY = _(
    "Write it with --token FILE, and let others check it: openssl ts -verify -in FILE -data ORIGINAL "
    "-CAfile CERTIFICATE_OF_THE_AUTHORITY."
)


def _sender(invocation: Invocation) -> str:
    return _("that of your proxy") if invocation.config.proxy else _("the address that you come from")


def _address(store: "Store", article_id: int, one: "Original") -> str:
    article = store.articles.get(article_id)
    for address in (article.url, one.asked, one.address):
        if address.lower().startswith(("http://", "https://")):
            return address
    raise UsageError(
        _("Article {article} has no address on the web that an archive could copy.").format(
            article=article_id
        )
    )


def write_token(store: "Store", article_id: int, one: "Original", target: Path, *, force: bool) -> None:
    """Write the latest time stamp of an original, as its authority gave it."""
    from reader.library.whole_files import keep_what_is_there, replacing  # for this option alone

    found = [proof for proof in store.originals.proofs(article_id) if proof.original_id == one.id]
    stamps = [proof for proof in found if proof.token]
    if not stamps:
        raise NotFoundError(_("Original {id} has no time stamp: --stamp asks for one.").format(id=one.id))
    target = target.expanduser()
    keep_what_is_there(target, force=force)
    with replacing(target) as stream:
        stream.write(stamps[-1].token)
    told = _("Written: {place}, a time stamp of {authority}, {at}.")
    say(told.format(place=target, authority=stamps[-1].authority, at=stamps[-1].at))
