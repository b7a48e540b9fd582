"""`log show --format json`: what is logged under the keys of the file, with the keys of duties."""

import json
from collections.abc import Iterable
from typing import Any

from zuofeng_cli.duty import Assessment
from zuofeng_cli.journal import Act
from zuofeng_cli.model import FileModel
from zuofeng_cli.render.log import Sheet
from zuofeng_cli.render.page import Page


def render(sheet: Sheet, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """Each thing with the keys of the duties it bears on, and of each entry what it is not for."""
    journal = sheet.journal
    answer = {
        "schema": "zuofeng.log/1",
        "today": sheet.today.isoformat(),
        "unit": sheet.unit.id,
        "file": sheet.file,
        "entries": [_act(act) for act in journal.acts],
        "events": [_thing(event) | {"duties": _keys(d)} for event, d in journal.events],
        "waivers": [_thing(waiver) | {"duties": _keys(d)} for waiver, d in journal.waivers],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _act(act: Act) -> dict[str, Any]:
    faults = [{"duty": f.duty, "period": f.period, "fault": f.fault} for f in act.faults]
    keys = [duty.key for duty, _assessment in act.serves]
    return _thing(act.entry) | {"duties": keys, "misplaced": faults}


def _thing(thing: FileModel) -> dict[str, Any]:
    return thing.model_dump(mode="json")


def _keys(duties: Iterable[Assessment]) -> list[str]:
    return [each.duty.key for each in duties]
