"""An author's first file: a rulebook that is sound at once, to be changed into one's own."""

import json
from datetime import date
from string import Template

from zuofeng_cli.cadence import Undated
from zuofeng_cli.language import gettext as _
from zuofeng_cli.rulebook import Rulebook

ALONE = Template("""\
# $about

format = 1
id = $id
title = $title
in_force_from = $day

# $words

[kinds]
office = $office

[evidence]
record = $record

# $rules

[[rule]]
id = "first-duty"
# $clause
clause = "1"
anchors = [$anchor]
title = $duty
owed_by = [{ kind = "office" }]
cadence = { kind = "period", every = "month" }
evidence = ["record"]
""")

LOCAL = Template("""\
# $about

format = 1
id = $id
title = $title
extends = $extends
in_force_from = $day

# $adjust

[[adjust]]
rule = $rule
cadence = $cadence
""")


def first_file(rulebook_id: str, day: date, extends: str | None, base: Rulebook | None) -> str:
    """The text of a new rulebook in force from `day`; of a local one where it `extends` a base."""
    comments = {
        "about": _("A rulebook: a document's duties as data. Check it: zuofeng rules lint"),
        "words": _("Each word that a rule uses is declared, with its title."),
        "rules": _("One table a duty, in the order of the document."),
        "clause": _("The document's own number, and the shortest run of it that finds the duty."),
        "adjust": _("What changes in a rule of the text: it may be stricter, never looser."),
    }
    texts = {
        "id": rulebook_id,
        "title": _("The document's title"),
        "office": _("Office"),
        "record": _("Record"),
        "anchor": _("each month"),
        "duty": _("The first duty"),
        "extends": extends or "",
    }
    values = {name: json.dumps(text, ensure_ascii=False) for name, text in texts.items()}
    if base is None:
        return ALONE.substitute(comments, **values, day=day)
    return LOCAL.substitute(comments, **values, day=day, **_example(base))


def _example(base: Rulebook) -> dict[str, str]:
    """A change that any rulebook allows: a date for what has none, or else one more act."""
    undated = next((rule for rule in base.rules if isinstance(rule.cadence, Undated)), None)
    if undated is not None:
        cadence = '{ kind = "period", every = "year" }'
        return {"rule": json.dumps(undated.id), "cadence": cadence}
    rule = base.rules[0]
    cadence = f"{{ at_least = {rule.cadence.at_least + 1} }}"
    return {"rule": json.dumps(rule.id), "cadence": cadence}
