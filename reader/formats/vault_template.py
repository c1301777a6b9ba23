"""The template of an article's page in a vault: ours, or a person's own, and a page made by it."""

import re
from collections.abc import Mapping

from reader.errors import UsageError
from reader.formats.front_matter import as_value, split
from reader.i18n import _

TEMPLATE = """---
title: {{title}}
byline: {{byline}}
outlet: {{outlet}}
url: {{url}}
published: {{published}}
language: {{language}}
tags: {{tags}}
tag names: {{tag_names}}
reader: {{uid}}
---
{{head}}

{{quotes}}

{{notes}}

{{text}}
"""  # not shown: names of fields
"""What a page of an article looks like, unless a person has a template."""
_PLACE = re.compile(r"\{\{[ \t]*(\w+)[ \t]*\}\}")

_KNOWN = (*dict.fromkeys(_PLACE.findall(TEMPLATE)), "links")
"""What a template may ask for; the links stand in the head too, where they are kept up to date."""


def check_template(template: str) -> None:
    """Refuse a template that asks for what there is not, with a UsageError."""
    unknown = [name for name in _PLACE.findall(template) if name not in _KNOWN]
    if unknown:
        known = ", ".join(f"{{{{{name}}}}}" for name in _KNOWN)
        raise UsageError(
            _("The template asks for {asked}, which there is not; there are {known}.").format(
                asked=f"{{{{{unknown[0]}}}}}", known=known
            )
        )


def filled(template: str, values: Mapping[str, str | list[str]]) -> str:
    """A page by a template: fields of the front matter without a value are left out."""
    front, body = split(template)
    # Above, a value is one of YAML; below it is text.
    above = _PLACE.sub(lambda found: as_value(values[found[1]]), front)
    below = _PLACE.sub(lambda found: _as_text(values[found[1]]), body)
    lines = [line for line in above.splitlines(keepends=True) if not line.endswith((': ""\n', ": []\n"))]
    return "".join(lines) + re.sub(r"\n{3,}", "\n\n", below).strip("\n") + "\n"


def _as_text(value: str | list[str]) -> str:
    return ", ".join(value) if isinstance(value, list) else value
