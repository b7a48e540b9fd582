"""A reminder asks for a field that no duty has, or has a `$` that starts no field.

Fails: `zh = "${deadline}前报送"`
Passes: `zh = "${due}前报送"`
"""

from collections.abc import Iterator
from string import Template

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.near import near_or_all

CODE = "R103"

FIELDS = ("title", "unit", "period", "opens", "due", "days_left", "clause", "festival")
"""What a reminder's words may ask for, as `${field}`."""


def check(case: Case) -> Iterator[Fault]:
    """A fault for each field that cannot be filled in."""
    for number, rule in enumerate(case.book.rules):
        if rule.remind is None:
            continue
        for language in ("zh", "en"):
            place = ("rule", number, "remind", language)
            template = Template(getattr(rule.remind, language))
            if template.is_valid():
                for name in template.get_identifiers():
                    if name not in FIELDS:
                        message = _("a reminder has no field {name}").format(name=repr(name))
                        yield Fault(place, message, near_or_all(name, FIELDS))
            else:
                message = _("the text has a $ that starts no field")
                yield Fault(place, message, _("write $$ for a $"))
