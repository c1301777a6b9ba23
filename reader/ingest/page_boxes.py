"""Boxes in a page's article that are no part of it, such as teasers of others; and initials set apart.

What a box holds decides, and its name only where it says so plainly. All is done on the tree, before the main
text is looked for.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from reader.ingest.characters import one_line
from reader.ingest.word_counts import count_words

_TEASER_WORDS = 60
"""Words of a teaser with its heading at most (chosen by hand)."""
_HEADINGS = ("h2", "h3", "h4", "h5")
_BOXES = ("div", "section", "aside", "article", "li", "figure")
_NO_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:newsletter(?:-?(?:box|signup|teaser|form|widget))?|author-?(?:box|bio|info|card|profile|teaser)"
    r"|about-?(?:the-?)?author|autoren-?(?:box|info)|related(?:-?(?:articles?|posts?|content|links?|stories))?"
    r"|read-?(?:more|also|next)|lire-?aussi|leggi-?anche|lees-?ook|consent-?(?:box|layer|placeholder|overlay)?"
    r"|embed-?(?:consent|placeholder)|app-?(?:promo|teaser|box)|spenden-?(?:box|aufruf)|donation-?(?:box|appeal)"
    r"|comments?-?(?:list|area|form|section|thread)?|social-?(?:embed|share|bar|links)|share-?(?:bar|buttons)"
    r"|(?:info|fact|fakten)-?(?:box|kasten)|opt-?in|cta|instagram-media|tiktok-embed|fb-post|(?:bluesky|mastodon|reddit)-(?:embed|card)|(?:kg-)?sign-?up(?:-?(?:card|box|form))?"
    r"|subscri(?:be|ption)-?(?:box|form|widget)(?:-wrap)?|podcast(?:-?(?:box|teaser|player))?|poll|umfrage|voting|quiz"
    r"|paywall-?(?:teaser|box))(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of boxes beside an article, as class or id has them: whole words, not parts of others."""
_MOST_WORDS_NAMED = 150
"""Words of a box beside the article that is told by its name alone (chosen by hand)."""
_SHARE_NAMED = 0.3
"""Share of the page's words that such a box may have: where all is "related", nothing is."""
_SENTENCE_WORDS = 8
"""Words of a linked sentence that is no teaser at least (chosen by hand)."""
_SENTENCE_END = re.compile(r"[.!?…][”“»«\"’]*$")
_AMP = (
    *("amp-ad", "amp-consent", "amp-embed", "amp-facebook", "amp-instagram", "amp-list", "amp-reddit"),
    *("amp-sidebar", "amp-social-share", "amp-tiktok", "amp-twitter"),
)
_LABEL_WORDS = 4
"""Words before a link that lead to another page: "Auch spannend:" (chosen by hand)."""
_ARROW = re.compile(r"[→►▶➔»>]")
_LABEL = re.compile(rf"(?:\S+ ){{0,{_LABEL_WORDS - 1}}}\S+\s?[:→►▶➔|]|[→►▶➔»>+•]+(?: \S+)?:?")
_INITIAL = re.compile(r"initial|drop-?cap|lettrine|capolettera|kapital|first-?letter", re.IGNORECASE)
_ONE_LETTER_WORDS = frozenset("AIOYÉÈÀEUZWVKS")
"""Capitals that are words by themselves: "A", "I", "À", "Y"."""


def without_boxes(tree: HtmlElement) -> None:
    """Take boxes that are no part of the article out of `tree`, and join letters set apart to their words."""
    _join_initials(tree)
    total = max(count_words(tree.text_content()), 1)
    for box in [*_teasers(tree), *_named(tree, total), *_unseen(tree, total), *_labelled_links(tree)]:
        if box.getparent() is not None:
            box.drop_tree()
    _open_linked_paragraphs(tree)


def _teasers(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The boxes around a heading that is a link to another page, with hardly a sentence."""
    for heading in tree.iter(*_HEADINGS):
        if not _is_linked(heading):
            continue
        box = next(heading.iterancestors(*_BOXES), None)
        if box is None or box.find(".//h1") is not None or len(_headings_in(box)) > 1:
            continue
        # A heading inside the text may be a link too: the box of a teaser has a sentence or two, or none.
        if count_words(box.text_content()) <= _TEASER_WORDS and len(box.findall(".//p")) <= 2:
            yield box


def _unseen(tree: HtmlElement, total: int) -> Iterator[HtmlElement]:
    """What nobody sees on the page, and what AMP loads from elsewhere: posts, lists, questions for consent.

    Where most of a page is hidden, a script shows it.
    """
    for box in tree.iter(*_BOXES, "p"):
        is_hidden = "hidden" in box.attrib or box.get("aria-hidden") == "true"
        is_small = is_hidden and count_words(box.text_content()) <= _SHARE_NAMED * total
        if is_small and box.find(".//h1") is None:
            yield box
    yield from tree.iter(*_AMP)


def _labelled_links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that are but a label and a link to another page: "Auch spannend: Wirt verschenkt Fisch"."""
    for paragraph in tree.iter("p"):
        link = next(paragraph.iter("a"), None)
        if link is None or not (link.get("href") or "").strip("#"):
            continue
        said, linked = one_line(paragraph.text_content()), one_line(link.text_content())
        label = said.removesuffix(linked).strip()
        # "Er sagte: „Das Bad bleibt.“" may be a link too, and is a sentence
        is_sentence = said[-1:] in '.!?…“”»"' and not _ARROW.search(label)
        if linked and label != said and _LABEL.fullmatch(label) and not is_sentence:
            yield paragraph


def _headings_in(box: HtmlElement) -> list[HtmlElement]:
    return [heading for name in _HEADINGS for heading in box.iter(name)]


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading or paragraph is a link as a whole, or stands in one."""
    around = next(heading.iterancestors("a"), None)
    link = heading.find(".//a") if around is None else around
    if link is None or not (link.get("href") or "").strip("#"):
        return False
    return around is not None or link.text_content().strip() == heading.text_content().strip()


def _open_linked_paragraphs(tree: HtmlElement) -> None:
    """Take the box off a sentence that is one link, between paragraphs of the text: a box of links alone is
    taken for no part of the article, but teasers are titles, which no full stop ends.
    """
    for paragraph in list(tree.iter("p")):
        box = paragraph.getparent()
        if box is None or box.tag != "div" or len(box) != 1 or not _is_linked(paragraph):
            continue
        said = paragraph.text_content().strip()
        is_all = said == box.text_content().strip()
        is_prose = count_words(said) >= _SENTENCE_WORDS and _SENTENCE_END.search(said)
        if is_all and is_prose and all(map(_is_paragraph, (box.getprevious(), box.getnext()))):
            box.drop_tag()


def _is_paragraph(element: HtmlElement | None) -> bool:
    return element is not None and (element.tag == "p" or element.find("p") is not None)


def _named(tree: HtmlElement, total: int) -> Iterator[HtmlElement]:
    """The short boxes whose class or id says that they stand beside the article."""
    for box in tree.iter(*_BOXES, "ul", "form", "nav", "blockquote"):
        name = f"{box.get('class') or ''} {box.get('id') or ''}"
        if len(name) > 1 and _NO_ARTICLE.search(name) and box.find(".//h1") is None:
            words = count_words(box.text_content())
            if words <= _MOST_WORDS_NAMED and words <= _SHARE_NAMED * total:
                yield box


def _join_initials(tree: HtmlElement) -> None:
    """Join a capital in an element of its own to its word: "<span>D</span> <span>er Rat</span>"."""
    for paragraph in tree.iter("p"):
        letter = next((one for one in paragraph.iter("span", "b", "strong", "big", "font")), None)
        if letter is None or (paragraph.text or "").strip() or len(letter.text_content().strip()) != 1:
            continue
        outer = _outermost(letter, paragraph)
        sign = letter.text_content().strip()
        named = any(_INITIAL.search(one.get("class") or "") for one in (outer, *outer.iter()))
        may_be_word = sign in _ONE_LETTER_WORDS
        if sign.isupper() and (named or not may_be_word) and not (may_be_word and _is_word(outer, tree)):
            _join(outer, sign)


def _is_word(outer: HtmlElement, tree: HtmlElement) -> bool:
    """Whether a letter with a space behind it is a word: "A câmara" and not "A uf", as the page tells.

    Without a space the letter belongs to what follows, and with one most often not.
    """
    follower = outer.getnext()
    behind = (outer.tail or "") + ("" if follower is None else follower.text or "")
    if not behind[:1].isspace():
        return False
    first = re.match(r"\w*", behind.strip().lower())
    bare = first[0] if first else ""
    words = re.findall(r"\w+", tree.text_content().lower())
    is_begun = outer.text_content().strip().lower() + bare in words and words.count(bare) < 2
    return not is_begun


def _outermost(letter: HtmlElement, paragraph: HtmlElement) -> HtmlElement:
    """The element around a letter that stands directly in its paragraph."""
    while letter.getparent() is not paragraph and letter.getparent() is not None:
        letter = letter.getparent()
    return letter


def _join(outer: HtmlElement, sign: str) -> None:
    """Put a letter before the words behind it, where these go on in small letters."""
    behind = outer.tail or ""
    follower = outer.getnext()
    if behind.strip():
        if behind.strip()[0].islower():
            outer.tail = sign + behind.lstrip()
            _empty(outer)
    elif follower is not None and (follower.text or "").lstrip()[:1].islower():
        follower.text = sign + (follower.text or "").lstrip()
        outer.tail = ""
        _empty(outer)


def _empty(element: HtmlElement) -> None:
    element.text = ""
    for child in list(element):
        child.drop_tree()
