"""`zuofeng init`: a workspace that works at once."""

from pathlib import Path
from typing import Annotated

import typer

from zuofeng_cli.assess import DUE_SOON_DAYS
from zuofeng_cli.cli.dates import day, local_today
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import active
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.workspace import MARKER

app = typer.Typer(add_completion=False)

UNIT = "example-committee"

SETTINGS = """\
# {settings}
rulebooks = ["chengdu-2014"]
units = "units.toml"
logs = "logs"
lang = "{lang}"
due_soon_days = {soon}
"""

UNITS = """\
# {units}
[[unit]]
id = "{unit}"
name = {{ zh = "示范区委", en = "Example committee" }}
kinds = ["party-committee"]
level = "county"
tracked_from = {tracked_from}

[unit.recipients]
superior-party = {{ zh = "示范市委", en = "Example city committee" }}
superior-discipline = {{ zh = "示范市纪委", en = "Example city discipline committee" }}
"""

LOG = """\
# {log}
#
# entries:
#   - duty: quarterly-study
#     done: {year}-03-18
#     evidence:
#       - kind: minutes
#         ref: 〔{year}〕1号
unit: {unit}
entries: []
events: []
waivers: []
"""


@app.command(help=_("Make a workspace in DIR: settings, one example unit, an empty log."))
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("A new or empty folder."))],
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,  # noqa: ARG001 - spoken before the command runs
) -> None:
    root = (workspace or Path()) / folder
    now = day(today, "--today") or local_today("UTC")
    files = {
        MARKER: SETTINGS.format(
            settings=_("Which rulebooks hold here, and where units and logs are."),
            lang=active(),
            soon=DUE_SOON_DAYS,
        ),
        "units.toml": UNITS.format(
            units=_("One table a unit. tracked_from: duties due before it are not listed."),
            unit=UNIT,
            tracked_from=now.replace(day=1),
        ),
        f"logs/{UNIT}.yaml": LOG.format(
            log=_("What the unit did. Add an entry for each act, like this one:"),
            unit=UNIT,
            year=now.year,
        ),
    }
    taken = [name for name in files if (root / name).exists()]
    if taken:
        raise UsageError(
            _("{folder} has {files} already; nothing was written").format(
                folder=folder, files=", ".join(taken)
            )
        )
    try:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            _("cannot write {file}: {reason}").format(file=error.filename, reason=error.strerror)
        ) from error
    named = folder if folder.name not in ("", "..") else root.resolve()
    print(_("Made a workspace in {folder}.").format(folder=named))
    print(_("Next: zuofeng due -w {folder} --unit {unit}").format(folder=folder, unit=UNIT))
