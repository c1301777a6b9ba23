"""Twenty layouts of a page around an article, each with the clutter that such pages have.

A layout takes an article and gives HTML; what it must come to is the article's lead, paragraphs and heading.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what stands around it; texts are plain, not HTML."""

    language: str
    title: str
    kicker: str
    lead: str
    byline: str
    outlet: str
    day: str
    """ISO 8601."""
    written: str
    """The day in words."""
    by: str
    paragraphs: list[str]
    heading: str
    teasers: list[str]
    notices: list[str]
    more: str
    share: str
    caption: str
    comment: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What a page holds; empty facts are not asked for."""

    text: tuple[str, ...]
    title: str
    byline: str = ""
    day: str = ""
    outlet: str = ""


Made = tuple[str, Truth]
Layout = Callable[[Story], Made]


def _p(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>\n" for text in texts)


def _h1(story: Story) -> str:
    return f"<h1>{escape(story.title)}</h1>"


def _page(story: Story, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)} | {escape(story.outlet)}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


def _meta(story: Story, *, lead: bool = True, day: bool = True, byline: bool = True) -> str:
    named = {"og:title": story.title, "og:site_name": story.outlet, "og:type": "article"}
    named |= {"og:description": story.lead} if lead else {}
    named |= {"article:published_time": f"{story.day}T08:30:00+01:00"} if day else {}
    author = f'<meta name="author" content="{escape(story.byline)}">' if byline else ""
    return (
        "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in named.items())
        + author
    )


def _linked(story: Story, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.day}T08:30:00+01:00",
        "author": [{"@type": "Person", "name": story.byline}],
        "publisher": {"@type": "Organization", "name": story.outlet},
    } | more
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def _nav(story: Story) -> str:
    items = "".join(f'<li><a href="/{n}">{escape(text)}</a></li>' for n, text in enumerate(story.teasers))
    return f"<header><nav><ul>{items}</ul></nav></header>"


def _teaser(story: Story, number: int) -> str:
    text = escape(story.teasers[number])
    return f'<div class="box"><a href="/t{number}"><img src="{number}.jpg" alt=""><h3>{text}</h3></a></div>'


def _teasers(story: Story) -> str:
    items = "".join(f'<li><a href="/{n}">{escape(text)}</a></li>' for n, text in enumerate(story.teasers))
    return f"<h3>{escape(story.more)}</h3><ul>{items}</ul>"


def _whole(story: Story, *, lead: bool = True, heading: bool = False, **facts: str) -> Truth:
    text = list(story.paragraphs)
    if heading:
        text.insert(3, story.heading)
    facts = {"byline": story.byline, "day": story.day, "outlet": story.outlet} | facts
    return Truth((story.lead, *text) if lead else tuple(text), story.title, **facts)


def plain(story: Story) -> Made:
    body = f"<article>{_h1(story)}{_p(story.lead, *story.paragraphs)}</article>"
    return _page(story, _meta(story), _nav(story) + body), _whole(story)


def data_first(story: Story) -> Made:
    body = f"<main>{_h1(story)}{_p(*story.paragraphs)}{_teasers(story)}</main>"
    return _page(story, _linked(story), _nav(story) + body), _whole(story, lead=False)


def lead_in_head(story: Story) -> Made:
    lead = f"<div class='c-1'>{escape(story.lead)}</div>"
    head = f"<header><span>{escape(story.kicker)}</span>{_h1(story)}{lead}</header>"
    return _page(
        story, _meta(story), f"{head}<div class='ad'>Ad</div><article>{_p(*story.paragraphs)}</article>"
    ), _whole(story)


def lead_by_class(story: Story) -> Made:
    head = f"<div>{_h1(story)}<p class='standfirst'>{escape(story.lead)}</p></div>"
    body = f"{head}<div class='ad'>Ad</div><div class='article-body'>{_p(*story.paragraphs)}</div>"
    return _page(story, _meta(story, lead=False), body), _whole(story)


def kicker_in_headline(story: Story) -> Made:
    h1 = f"<h1><span>{escape(story.kicker)} </span><span>{escape(story.title)}</span></h1>"
    again = f"<h2 class='sticky'><span>{escape(story.kicker)} </span><b>{escape(story.title)}</b></h2>"
    return _page(
        story, _meta(story), f"<article>{h1}{again}{_p(story.lead, *story.paragraphs)}</article>"
    ), _whole(story)


def sprite_and_boxes(story: Story) -> Made:
    sprite = "<svg>" + '<symbol><path d="M0 0h4"/><path d="M0 0v4"/></symbol>' * 140 + "</svg>"
    side = "".join(_teaser(story, n) for n in range(3))
    body = f"{sprite}<article>{_h1(story)}{_p(story.lead, *story.paragraphs)}</article><div>{side}</div>"
    return _page(story, _meta(story), body), _whole(story)


def parts(story: Story) -> Made:
    pieces = [story.paragraphs[:2], story.paragraphs[2:4], story.paragraphs[4:]]
    box = "<div class='g'><div class='sidebar-grid__content'>{}</div><div class='s'><p>Ad</p></div></div>"
    body = "".join(box.format(_p(*piece)) for piece in pieces)
    return _page(story, _linked(story), f"<main>{_h1(story)}{body}</main>"), _whole(story, lead=False)


def teasers_between(story: Story) -> Made:
    body = (
        _p(*story.paragraphs[:2])
        + _teaser(story, 0)
        + _p(*story.paragraphs[2:4])
        + _teaser(story, 1)
        + _p(story.paragraphs[4])
    )
    return _page(story, _linked(story), f"<article>{_h1(story)}{body}</article>"), _whole(story, lead=False)


def headings(story: Story) -> Made:
    body = _p(*story.paragraphs[:3]) + f"<h2>{escape(story.heading)}</h2>" + _p(*story.paragraphs[3:])
    return _page(story, _linked(story), f"<article>{_h1(story)}{body}</article>"), _whole(
        story, lead=False, heading=True
    )


def notices_behind(story: Story) -> Made:
    body = f"<article>{_h1(story)}{_p(*story.paragraphs, *story.notices)}{_teasers(story)}</article>"
    return _page(story, _linked(story), body), _whole(story, lead=False)


def byline_line(story: Story) -> Made:
    line = f"<div class='by'>{escape(story.by)} {escape(story.byline)}</div>"
    line += f"<div class='date'>{escape(story.written)}</div>"
    body = f"<div id='c'>{_h1(story)}{line}{_p(*story.paragraphs)}</div>"
    return _page(story, "", _nav(story) + body), _whole(story, lead=False, outlet="")


def dotted_date(story: Story) -> Made:
    year, month, day = story.day.split("-")
    line = f"<div class='meta'><span>{day}.{month}.{year}</span></div>"
    line += f"<span class='author'>{escape(story.byline)}</span>"
    body = f"<div id='c'>{_h1(story)}{line}{_p(*story.paragraphs)}</div>"
    return _page(story, "", body), _whole(story, lead=False, outlet="")


def address_date(story: Story) -> Made:
    link = f'<link rel="canonical" href="https://blatt.example/{story.day.replace("-", "/")}/x/">'
    body = f"<div>{_h1(story)}{_p(*story.paragraphs)}</div>"
    return _page(story, link, body), _whole(story, lead=False, outlet="", byline="")


def table_layout(story: Story) -> Made:
    cells = f"<td>{_nav(story)}</td><td>{_h1(story)}{_p(*story.paragraphs)}</td>"
    return _page(story, _meta(story), f"<table><tr>{cells}</tr></table>"), _whole(story, lead=False)


def line_breaks(story: Story) -> Made:
    text = "<br><br>".join(map(escape, story.paragraphs))
    return _page(story, _meta(story), f"<article>{_h1(story)}<div>{text}</div></article>"), _whole(
        story, lead=False
    )


def comments(story: Story) -> Made:
    said = (
        f"<section class='comments'><h3>{escape(story.more)}</h3>"
        + f"<div class='comment'>{_p(story.comment)}</div>" * 6
        + "</section>"
    )
    body = f"<article>{_h1(story)}{_p(story.lead, *story.paragraphs)}</article>{said}"
    return _page(story, _meta(story), body), _whole(story)


def pictures(story: Story) -> Made:
    figure = f"<figure><img src='1.jpg'><figcaption>{escape(story.caption)}</figcaption></figure>"
    body = f"<article>{_h1(story)}{_p(*story.paragraphs[:2])}{figure}{_p(*story.paragraphs[2:])}</article>"
    return _page(story, _linked(story), body), _whole(story, lead=False)


def body_in_data(story: Story) -> Made:
    whole = _linked(story, articleBody="\n\n".join(story.paragraphs))
    body = f"<article>{_h1(story)}{_p(story.paragraphs[0])}<div id='app'></div></article>"
    return _page(story, whole, body), _whole(story, lead=False)


def glued_body_in_data(story: Story) -> Made:
    glued = _linked(story, articleBody=story.kicker.upper() + "".join(story.paragraphs) + story.comment * 3)
    body = f"<article>{_h1(story)}{_p(*story.paragraphs)}</article>"
    return _page(story, glued, body), _whole(story, lead=False)


def initial_and_share(story: Story) -> Made:
    first, *rest = story.paragraphs
    cap = f"<p><span class='dropcap'>{escape(first[0])}</span>{escape(first[1:])}</p>"
    share = f"<div class='share-bar'><a href='#'>{escape(story.share)}</a></div>"
    body = f"<article>{_h1(story)}{share}{cap}{_p(*rest)}{share}</article>"
    return _page(story, _linked(story), body), _whole(story, lead=False)


LAYOUTS: tuple[Layout, ...] = (
    *(plain, data_first, lead_in_head, lead_by_class, kicker_in_headline, sprite_and_boxes, parts),
    *(teasers_between, headings, notices_behind, byline_line, dotted_date, address_date, table_layout),
    *(line_breaks, comments, pictures, body_in_data, glued_body_in_data, initial_and_share),
)
