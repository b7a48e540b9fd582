"""The command line that makes an addition without a question asked."""

import shlex
from pathlib import Path

from zuofeng_cli.load.workspace import Workspace, find_root
from zuofeng_cli.log import Addition, Entry, Event, Waiver
from zuofeng_cli.unit import Unit

COMMANDS = {Entry: "add", Event: "event", Waiver: "waive"}


def command(workspace: Workspace, unit: Unit, addition: Addition) -> str:
    """The command, quoted for a shell; it names the workspace unless it is found from here."""
    fields = addition.model_dump(exclude_defaults=True)
    words = ["zuofeng", "log", COMMANDS[type(addition)], unit.id]
    words += fields.pop("duty", ()) or [fields.pop("type")]
    evidence = fields.pop("evidence", ())
    for piece in sorted(evidence, key=lambda piece: "file" not in piece):  # a file goes with
        words += ["--evidence", f"{piece['kind']}:{piece.get('ref', '')}"]  # the first left
        words += ["--file", piece["file"]] if "file" in piece else []
    for name, value in fields.items():
        for each in value if isinstance(value, tuple) else (value,):
            words += [f"--{name.replace('_', '-')}", str(each)]
    if workspace.root != find_root(Path.cwd()):
        words += ["--workspace", str(workspace.root)]
    return shlex.join(words)
