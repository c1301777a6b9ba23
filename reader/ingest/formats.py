"""Which format bytes or a text are in, and the way in for it."""

import re
from dataclasses import replace

from reader.errors import IngestError
from reader.i18n import _, ngettext, number
from reader.ingest.attachments import Attachment, attachments_of
from reader.ingest.blocks import StatedMetadata
from reader.ingest.compose import compose
from reader.ingest.decode import decode, is_wide
from reader.ingest.files import is_news
from reader.ingest.mail import Mail, is_mail, opened, parsed
from reader.ingest.markdown import from_markdown
from reader.ingest.not_articles import PROLOG, refuse_other_text
from reader.ingest.plain import from_plain
from reader.ingest.rtf import text_of as text_of_rtf
from reader.ingest.transcripts import transcript_in
from reader.ingest.webarchives import is_webarchive, of_safari
from reader.models import Article

_MARKUP = re.compile(
    PROLOG + r"<(?:html|head|body|main|article|section|div|p|h1|table|meta|title|link|script|style|nitf)\b",
    re.I | re.S,
)
_PROLOG_ONLY = re.compile(r"\s*<(?:\?xml|!doctype)\s", re.I)
_FEED = re.compile(PROLOG + r"<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 8_000
"""Bytes by which a format is told."""
_MOST_NAMED = 8
"""Files on a mail that are named, and not only counted."""
_LOST = "\ufffd"
"""What stands for a character whose bytes say nothing."""
_NOTHING = StatedMetadata()


def from_bytes(data: bytes, location: str, content_type: str = "") -> Article:
    """The article in `data`; `location` and `content_type` tell its format where they can."""
    try:
        return _telling_lost(_from_bytes(data, location, content_type))
    except RecursionError as error:
        raise IngestError(
            _(
                "{location} is nested too deeply: open it in its own program and copy the text from there."
            ).format(location=location)
        ) from error


def _telling_lost(article: Article) -> Article:
    """The article with a sentence on the characters in whose place only U+FFFD stands."""
    lost = article.text.count(_LOST)
    if not lost:
        return article
    told = ngettext(
        "{count} character could not be read; {sign} stands in its place.",
        "{count} characters could not be read; {sign} stands in their place.",
        lost,
    ).format(count=number(lost), sign=_LOST)
    return replace(article, missing=" ".join(filter(None, (article.missing, told))))


def _from_bytes(data: bytes, location: str, content_type: str) -> Article:
    if not data.strip():
        raise IngestError(_("{location} is empty: there is nothing to import.").format(location=location))
    if data.startswith(b"PK\x03\x04"):
        from reader.ingest.documents import from_archive  # lxml: 30 ms, for these files only

        return from_archive(data, location)
    if b"%PDF-" in data[:1024]:
        from reader.ingest.pdf import from_pdf  # pypdfium2: 30 ms

        return from_pdf(data, location)
    if data.startswith(b"{\\rtf"):
        return from_text(text_of_rtf(data, location), location)
    if is_webarchive(data):
        page = of_safari(data, location)
        text = decode(page.data, location, page.content_type)
        return replace(_parsed(text, page.address or location, "text/html"), location=location)
    plain = _in_utf8(data, location)
    if is_news(plain):
        from reader.ingest.news_xml import from_news, is_news_xml  # lxml: 30 ms

        if is_news_xml(decode(plain[:_HEAD], location)):
            return from_news(_declared_utf8(data, plain), location)
    if is_mail(plain, location):
        return _of_mail(opened(plain, location), location)
    return _parsed(decode(data, location, content_type), location, content_type)


def _declared_utf8(data: bytes, plain: bytes) -> bytes:
    """XML that was made UTF-8 without the declaration that calls it otherwise."""
    return plain if plain is data else re.sub(rb"^\s*<\?xml[^>]*>", b"", plain)


def _in_utf8(data: bytes, location: str) -> bytes:
    """The bytes of a text in UTF-16 or UTF-32 as UTF-8; others as they are."""
    return decode(data, location).encode("utf-8", "replace") if is_wide(data) else data


def _of_mail(mail: Mail, location: str) -> Article:
    """The article in the first form of a mail's text that holds one."""
    if mail.known.url:
        return replace(_parsed(mail.bodies[0][0], mail.known.url, "text/html"), location=location)
    for at, (body, content_type) in enumerate(mail.bodies):
        try:
            article = _of_form(body, content_type, mail.known, location)
        except IngestError:
            if at == len(mail.bodies) - 1:
                raise
        else:
            # a mail may ask for a login; it is what a person has, and no page in the place of one
            return replace(
                article, wall="", missing=" ".join(filter(None, (article.missing, _hanging(mail))))
            )
    raise IngestError(_without_text(mail).format(location=location, names=", ".join(mail.attached)))


def _of_form(body: str, content_type: str, known: StatedMetadata, location: str) -> Article:
    """The article in one form of a mail's text, all that is shown of it: a mail has nothing around it."""
    if not content_type and not is_markup(body[:5000], ""):
        return _parsed(body, location, "", known)
    from reader.ingest.links import placed
    from reader.ingest.markup_blocks import markup_blocks  # lxml: 30 ms
    from reader.ingest.page_links import linked_lines
    from reader.ingest.page_tree import tree_of

    article = compose(markup_blocks(body.encode("utf-8", "replace")), known, location)
    tree = tree_of(body)
    return article if tree is None else replace(article, links=placed(linked_lines(tree, ""), article.text))


def _without_text(mail: Mail) -> str:
    if mail.attached:
        return _("{location} is a mail without a text: save the files on it ({names}) and add those.")
    return _("{location} is a mail without a text.")


def _hanging(mail: Mail) -> str:
    """The sentence about files that hang on a mail."""
    if not mail.attached:
        return ""
    shown = ", ".join(mail.attached[:_MOST_NAMED])
    if len(mail.attached) <= _MOST_NAMED:
        return _("Not read with it: {names} (attached).").format(names=shown)
    return _("Not read with it: {names} and {count} more (attached).").format(
        names=shown, count=len(mail.attached) - _MOST_NAMED
    )


def files_on(data: bytes, location: str) -> tuple[bool, list[Attachment]]:
    """Whether a mail has a text of its own, and the files on it."""
    mail = opened(data, location)
    return bool(mail.bodies), attachments_of(parsed(data, location))


def news_items(data: bytes, location: str) -> list[str]:
    """What the articles in a file of news are called."""
    from reader.ingest.news_xml import items  # lxml: 30 ms

    return items(data, location)


def is_prose(data: bytes, content_type: str) -> bool:
    """Whether `data` can be nothing but plain text or Markdown, by its first bytes."""
    head = data[:5000]
    is_other = (
        is_wide(head)
        or b"<" in head
        or b"%PDF-" in head
        or head.startswith((b"PK\x03\x04", b"{\\rtf", b"bplist"))
    )
    return not is_other and "html" not in content_type and not is_mail(data)


def from_text(text: str, location: str) -> Article:
    """The article in a text that is already decoded, such as one from the clipboard."""
    if not text.strip():
        raise IngestError(_("{location} is empty: there is nothing to import.").format(location=location))
    return _parsed(text, location, "")


def _parsed(text: str, location: str, content_type: str, known: StatedMetadata = _NOTHING) -> Article:
    if _FEED.match(text[:5000]):
        raise IngestError(
            _(
                "{location} is a feed, not an article: `reader add feed:{location}` takes in its articles."
            ).format(location=location)
        )
    path = location.lower().split("?")[0].split("#")[0]
    is_page = "html" in content_type or is_markup(text[:5000], path)
    if not is_page and (spoken := transcript_in(text, location)):
        return spoken
    refuse_other_text(text, location, content_type)
    if path.endswith(_MARKDOWN_SUFFIXES) or "markdown" in content_type:
        return from_markdown(text, location)
    if is_page:
        from reader.ingest.page import from_page  # lxml and trafilatura: 300 ms, for pages only

        return _with(from_page(text, location), known)
    return from_plain(text, location, known)


_OF_MAIL = ("title", "byline", "outlet", "published")
"""What a mail's header may say."""


def _with(article: Article, known: StatedMetadata) -> Article:
    """What a mail's header says, over what its HTML body says."""
    facts = {name: getattr(known, name) for name in _OF_MAIL if getattr(known, name)}
    return replace(article, **facts) if facts else article


def is_markup(head: str, path: str) -> bool:
    """Whether a text that begins so is a page."""
    named = path.endswith(_PAGE_SUFFIXES) and "<" in head
    return named or _PROLOG_ONLY.match(head) is not None or _MARKUP.match(head) is not None


def is_feed(data: bytes) -> bool:
    """Whether `data` is a feed (RSS, RDF or Atom)."""
    head = (
        data[:5000]
        .lstrip(b"\xff\xfe\xef\xbb\xbf\x00")
        .decode("utf-8", "replace")
        .replace("\x00", "")
        .lstrip()
    )
    first = re.search(r"<([a-z][\w:.-]*)", re.sub(r"<!--.*?-->", "", head, flags=re.S), re.I)
    # "<x:rss xmlns:x=…": a prefix before the name, as some programs write it.
    name = first[1].lower() if first else ""
    return head.startswith("<") and (name == "rdf:rdf" or name.rpartition(":")[2] in ("rss", "feed"))
