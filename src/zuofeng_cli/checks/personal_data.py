"""A log holds the number of a person.

Logs are kept in git, where nothing can be taken back, and this tool tracks units only. Looked for
are identity-card numbers and bank cards with a valid check digit, and mobile numbers, in values and
in comments. They are never shown in a report.

Take it out, from the history too, and treat the number as known.
"""

import re
from collections.abc import Iterator

from zuofeng_cli.finding import Severity, Spot
from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _
from zuofeng_cli.privacy import personal_data
from zuofeng_cli.submission import Problem, Submission

NAME = "personal-data"
CODE = "ZF701"
SEVERITY = Severity.WARNING


def check(submission: Submission) -> Iterator[Problem]:
    """Each number of a person in the text of the log."""
    names = {
        "identity-card": N_("an identity-card number"),
        "mobile": N_("a mobile number"),
        "bank-card": N_("the number of a bank card"),
    }
    if not any(True for _found in personal_data(submission.text)):
        return
    for number, line in enumerate(LINE_BREAK.split(submission.text), 1):
        for start, end, kind in personal_data(line):
            message = _("this looks like {what}").format(what=_(names[kind]))
            hint = _("logs are about units; take it out, from the history too")
            yield Problem(Spot(number, start + 1, end - start), message, hint)


LINE_BREAK = re.compile(r"\r\n|\r|\n")
