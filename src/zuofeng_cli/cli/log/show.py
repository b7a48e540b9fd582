"""`zuofeng log show`: what is logged, and what it counts for."""

import sys
from typing import Annotated

from zuofeng_cli.cli.log.guide import which_unit
from zuofeng_cli.cli.log.keep import ledger_with
from zuofeng_cli.cli.log.options import UnitArgument
from zuofeng_cli.cli.options import LangOption, TodayOption, WorkspaceOption, format_option
from zuofeng_cli.cli.session import page, start
from zuofeng_cli.cli.units import point_to_check
from zuofeng_cli.journal import journal
from zuofeng_cli.render.log import FORMATS, Sheet, render


def show(
    unit: UnitArgument = None,
    output: Annotated[str, format_option(FORMATS)] = "text",
    workspace: WorkspaceOption = None,
    today: TodayOption = None,
    lang: LangOption = None,
) -> None:
    session = start(workspace, today, lang)
    owner = which_unit(session, unit)
    log = session.workspace.log(owner)
    ledger = ledger_with(session, owner, log)
    name = session.workspace.log_name(owner)
    sheet = Sheet(owner, name, session.today, session.workspace.books_by_rule, journal(log, ledger))
    sys.stdout.write(render(output, sheet, page()))
    point_to_check([ledger])
