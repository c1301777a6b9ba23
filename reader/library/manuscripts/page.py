"""What a check found as one web page for the editor: fetches nothing, runs nothing, and prints well."""

from collections.abc import Iterator
from html import escape

from reader import amounts
from reader.checks.manuscript.kinds import Kind, Level
from reader.formats.codes import clean
from reader.formats.dates import for_readers
from reader.i18n import _, number, pgettext, spoken
from reader.library.manuscripts.findings import Finding, Report, ShownPlace
from reader.texts.differences import Difference, WordChange
from reader.visible import uncontrolled

_STYLE = """
:root{color-scheme:light dark;--edge:#ccc;--soft:#666;--bad:#a02020;--good:#1d6b32;--warn:#8a5a00}
:root{--back:#f6f6f4}
@media(prefers-color-scheme:dark){:root{--edge:#444;--soft:#aaa;--bad:#ff8a80;--good:#7fd18f}
:root{--warn:#e6b450;--back:#222}}
body{font:1rem/1.5 Georgia,serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.2;margin-bottom:.2rem}
.facts,.where{color:var(--soft);font:.85rem/1.4 system-ui,sans-serif}
section{border-top:1px solid var(--edge);padding:.8rem 0;break-inside:avoid}
section{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.5rem}
section h2,section ul{grid-column:1/-1}h2{font:bold 1rem/1.4 system-ui,sans-serif;margin:0}
p{margin:.2rem 0;overflow-wrap:anywhere}
ul{margin:.2rem 0;padding-left:1.2rem;list-style:none;font:.9rem/1.45 system-ui,sans-serif}
.error{color:var(--bad)}.warning{color:var(--warn)}.note{color:var(--soft)}.none{color:var(--good)}
del{color:var(--bad);text-decoration:line-through}
ins{color:var(--good);text-decoration:underline;font-weight:bold}
.words{background:var(--back);padding:.3rem .5rem}
@media(max-width:45rem){section{display:block}}
@media print{:root{color-scheme:light;--edge:#999;--soft:#444;--bad:#000;--good:#000;--warn:#000}
:root{--back:#fff}body{margin:0;max-width:none;font-size:10pt}}
@page{margin:18mm}
"""  # not shown: a style sheet
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)
_SIGNS = {Level.ERROR: "✗", Level.WARNING: "!", Level.NOTE: "·", Level.NONE: "✓"}


def page(report: Report) -> str:
    """The page."""
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    title = _safe(_("Quotations of {name}").format(name=report.name))
    yield (
        f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n{_POLICY}\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{title}</h1>\n<p class="facts">{_safe(summary(report))}</p>\n'
    )
    for finding in report.findings:
        yield _finding(report, finding)
    yield "</body>\n</html>\n"


def summary(report: Report) -> str:
    """How many quotations there are, how many of them are to be looked at, and not yet checked."""
    faults, count = len(report.faults), report.quotations
    unchecked = sum(any(one.kind is Kind.UNCHECKED for one in finding.remarks) for finding in report.findings)
    told = _("{quotations}, {faults} to look at.")
    if unchecked:
        told = _("{quotations}, {faults} to look at; {unchecked} not yet checked.")
    quotations = amounts.quotations(count, digits=True)
    none = pgettext("of quotations", "none")
    return told.format(quotations=quotations, faults=number(faults) if faults else none, unchecked=unchecked)


def _finding(report: Report, finding: Finding) -> str:
    level = finding.level
    speaker = f" · {_safe(finding.speaker)}" if finding.speaker else ""
    remarks = "".join(
        f'<li class="{one.level}">{_SIGNS[one.level]} {_safe(one.message)}</li>' for one in finding.remarks
    )
    lang, here = _safe(report.language), _("In the manuscript")
    shown = "".join(_place(one) for one in finding.places)
    others = "".join(_place(one) for one in finding.others)
    return (
        f'<section><h2 class="{level}">{_SIGNS[level]} {_safe(str(finding.place))}{speaker}: '
        f"{_safe(finding.kind.label)}</h2><ul>{remarks}</ul>"
        f'<div><p class="where">{here}</p>'
        f'<p class="words" lang="{lang}">{_safe(finding.words)}</p>'
        f"</div><div>{shown}{others}</div></section>\n"
    )


def _place(place: ShownPlace) -> str:
    facts = " · ".join(filter(None, (place.title, place.outlet, for_readers(place.published))))
    told = _("Article {article}, paragraph {paragraph}: {facts}")
    if place.page:
        told = _("Article {article}, paragraph {paragraph}, page {page}: {facts}")
    where = told.format(article=place.article, paragraph=place.paragraph, page=place.page, facts=facts)
    words = _marked(place.difference) if place.difference else _safe(place.words)
    speaker = f"{_safe(place.speaker)}: " if place.speaker else ""
    before, after = _safe(place.before), _safe(place.after)
    return (
        f'<p class="where">{_safe(where)}</p><p class="words">{speaker}'
        f'<span class="note">{before}</span> {words} <span class="note">{after}</span></p>'
    )


def _marked(difference: Difference) -> str:
    """The words in one row: struck out what only the article has, underlined what only the manuscript has."""
    tags = {WordChange.SAME: "", WordChange.GONE: "del", WordChange.NEW: "ins"}
    written = []
    for change, text in difference:
        tag, words = tags[change], _safe(text.strip())
        written.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return " ".join(written)


def _safe(text: str) -> str:
    return escape(clean(uncontrolled(text)))
