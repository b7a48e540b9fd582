"""The log is of a unit that the workspace does not know, or not of the one its name says.

A log is found by the name of its file, `<unit>.yaml`; one with another name is read by nobody.

Correct `unit`, rename the file, or add the unit to the units file.
"""

from collections.abc import Iterator

from zuofeng_cli.finding import Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near, near_or_all
from zuofeng_cli.submission import Problem, Submission

NAME = "unknown-unit"
CODE = "ZF201"
SEVERITY = Severity.ERROR


def check(submission: Submission) -> Iterator[Problem]:
    """The unit, where it is unknown or not the one that the file's name stands for."""
    unit, name = submission.log.unit, submission.file_name
    if unit not in submission.units:
        message = _("there is no unit {unit} in this workspace").format(unit=repr(unit))
        hint = near(unit, submission.units)
        stem = name.partition(".")[0] if name else ""
        if not hint and stem in submission.units:
            hint = _("by its name the file is the log of {unit}").format(unit=stem)
        yield Problem(("unit",), message, hint or near_or_all(unit, submission.units))
    elif name is not None and name != f"{unit}.yaml":
        message = _("the file is named {file}, so nobody reads it as the log of {unit}").format(
            file=name, unit=unit
        )
        yield Problem(("unit",), message, _("rename it to {file}").format(file=f"{unit}.yaml"))
