"""`reader export`: hand articles, quotes and notes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.export_output import ended_by_signal, say_originals, write_files, write_here
from reader.cli.invocation import Invocation
from reader.cli.options import all_option, anyway_option, files, json_option, pass_invocation
from reader.cli.output import ask_about, put_json_list, put_table, say_withheld
from reader.cli.selecting import articles
from reader.cli.selecting import quotes as chosen_quotes
from reader.errors import UsageError
from reader.i18n import _, pgettext

if TYPE_CHECKING:
    from reader.formats import Format, Options
    from reader.library.covering import Covering
    from reader.library.dossiers import Selection
    from reader.store import Store


@click.command(
    "export",
    help=_(
        "Write articles, by number or query, in an open format; Markdown by default.\n\n"
        "A file that is there is not replaced without --force, but Markdown is brought up to date: what "
        "you wrote between the quotes stays. Who is covered is not named unless --with-confidential is "
        "given; quotes that are not for publication stay behind. Where something would show who is "
        "covered, it asks first."
    ),
)
@click.argument("words", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "-f",
    "--format",
    "name",
    metavar="NAME",
    help=_("Name of the format; told from the file's ending otherwise."),
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="TARGET",
    shell_complete=files,
    default="-",
    help=_("File, folder (a file per article), or - for here."),
)
@all_option
@click.option(
    "-q",
    "--quote",
    "quotes",
    multiple=True,
    metavar="QUOTES",
    help=_("Only these quotes, by number or query; repeatable."),
)
@click.option(
    "--accepted", is_flag=True, help=_("Only accepted quotes; otherwise all that are not rejected.")
)
@click.option("--text", is_flag=True, help=_("With the article's text, where a format can do without."))
@click.option("--excel", is_flag=True, help=_("Table for Excel: byte order mark, and no cell is a formula."))
@click.option(
    "--separator",
    metavar="CHARACTER",
    help=_("What divides the cells of a table: a character, tab, or semicolon, which German Excel wants."),
)
@click.option(
    "--labels",
    type=click.Choice(["de", "en"]),
    help=_("Language of the labels in Word, ODT, spreadsheets and web pages; that of the program otherwise."),
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Your own page for the articles of an Obsidian vault."),
)
@click.option("--memos", is_flag=True, help=_("With all memos: JSON lines, REFI-QDA, Obsidian."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.option("--formats", is_flag=True, help=_("List the formats."))
@anyway_option
@json_option
@pass_invocation
def export_command(
    invocation: Invocation,
    words: Sequence[str],
    name: str | None,
    target: str,
    everything: bool,
    quotes: Sequence[str],
    accepted: bool,
    memos: bool,
    force: bool,
    formats: bool,
    anyway: bool,
    as_json: bool,
    **looks: Any,
) -> None:
    """Write articles, by number or query, in an open format; Markdown by default."""
    from reader.library.exporting import check_memos  # the formats
    from reader.library.whole_files import place_of

    if formats:
        _list_formats(as_json)
        return
    if as_json and target == "-":
        raise UsageError(_("--json lists the files that --output writes, or the --formats."))
    form = _chosen_format(name or _ending(target), looks)
    options = _options(invocation, **looks)
    place = place_of(target)
    if memos:
        check_memos(form, place)
    with invocation.open() as store:
        options = replace(options, memos=tuple(store.memos.all()) if memos else ())
        selection = replace(_chosen(store, words, quotes, everything), accepted=accepted)
        covering = invocation.covering(store)
        _ask_and_say(store, selection, form, covering, anyway)
        if target == "-":
            write_here(store, selection, form, options)
        else:
            with ended_by_signal():
                write_files(store, selection, form, place, options, force, as_json, covering)


def _chosen_format(name: str, looks: Mapping[str, Any]) -> "Format":
    """The format of a name, once it takes what is asked of its looks."""
    from reader.library.exporting import check_options, get_format  # the formats, which help does without

    form = get_format(name)
    if looks["template"] and form.name != "obsidian":
        raise UsageError(
            _("--template is for the format obsidian, and not for {name}: leave it out.").format(
                name=form.name
            )
        )
    check_options(form, excel=looks["excel"], separator=looks["separator"] is not None)
    return form


def _ask_and_say(
    store: "Store", selection: "Selection", form: "Format", covering: "Covering", anyway: bool
) -> None:
    """Ask where something would show who is covered; say what stays behind."""
    ask_about(covering.questions(selection), anyway)
    say_withheld(covering.count_withheld(selection))
    if form.takes_originals:
        say_originals(store, selection.articles, covering.without_originals(selection))


def _list_formats(as_json: bool) -> None:
    from reader.library.exporting import available_formats  # the formats, which help does without

    every = available_formats().values()
    if as_json:
        put_json_list({"name": form.name, "ending": form.suffix, "what": form.label} for form in every)
        return
    heads = (
        pgettext("head of a column", "name"),
        pgettext("head of a column", "ending"),
        pgettext("head of a column", "what"),
    )
    put_table(heads, [(form.name, form.suffix, form.label) for form in every])


def _options(
    invocation: Invocation,
    *,
    text: bool,
    excel: bool,
    separator: str | None,
    labels: str | None,
    template: Path | None,
) -> "Options":
    from reader.formats import Options  # the formats, which help does without

    return Options(
        confidential=invocation.with_confidential,
        excel=excel,
        separator=_separator(separator or ","),
        style=invocation.config.citation,
        text=text,
        labels=labels or invocation.config.labels,
        template=_template(template),
        actor=invocation.actor,
    )


def _template(path: Path | None) -> str:
    from reader.formats.vault_template import check_template  # the formats, which help does without

    if path is None:
        return ""
    try:
        template = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            _("The template {path} cannot be read: save it as text in UTF-8.").format(path=path)
        ) from error
    check_template(template)
    return template


def _chosen(store: "Store", words: Sequence[str], quotes: Sequence[str], everything: bool) -> "Selection":
    """The articles and quotes that are named; quotes alone bring their articles."""
    from reader.library.dossiers import Selection  # the formats, which help does without

    quoted = _quoted(store, quotes)
    if quotes and not words:
        ids = list(dict.fromkeys(quoted.values()))
    else:
        ids = articles(store, words, everything=everything)
    return Selection(tuple(ids), frozenset(quoted) if quotes else None)


def _quoted(store: "Store", quotes: Sequence[str]) -> dict[int, int]:
    """The quotes that are chosen, each with its article."""
    if not quotes:
        return {}
    named = [number for words in quotes for number in chosen_quotes(store, [words])]
    return {number: store.quotes.get(number).article_id for number in named}


def _ending(target: str) -> str:
    return Path(target).suffix or "markdown"


def _separator(separator: str) -> str:
    named = {"tab": "\t", "semicolon": ";", "comma": ","}.get(separator, separator)
    if len(named) != 1 or named in '"\r\n':
        raise UsageError(_("--separator takes one character, semicolon or tab."))
    return named
