"""Transcripts: commands with their exact output, replayed in a folder of their own.

A `*.transcript` file, or a ```console block of a Markdown page, holds

    $ zuofeng due --unit demo-county-committee --today 2026-11-24
    what it printed, standard output and standard error as a terminal shows them
    [exit 1]

    $ the next command

The last line stands there only when the exit code is not 0. `cd` lasts until the end of the page.

A block of a page that names a file, as ```toml rules.toml does, is that file from there on.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCED = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>[\w-]+)(?: (?P<file>[\w./-]+))?\n(?P<block>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
PINNED = {
    "COLUMNS": "100",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONUNBUFFERED": "1",  # both streams go to one pipe, in the order of writing
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "ZUOFENG_LANG": "en",
    "ZUOFENG_TODAY": "2026-11-24",  # a command that forgets --today is still the same tomorrow
}


@dataclass(slots=True)
class Session:
    """A shell session that starts in `folder`; `home` is shown as `~` in what it prints."""

    folder: Path
    home: Path
    language: str = "en"

    def replay(self, path: Path) -> str:
        """The text of `path` with each output and exit code as they are now."""
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".transcript":
            return self._replayed(text)
        return FENCED.sub(self._block, text)

    def _block(self, match: re.Match[str]) -> str:
        if match["file"]:
            path = self.folder / match["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(match["block"], encoding="utf-8")
        if match["kind"] != "console":
            return match[0]
        return f"{match['fence']}console\n{self._replayed(match['block'])}{match['fence']}"

    def _replayed(self, block: str) -> str:
        preamble, *commands = COMMAND.split(block)
        blank_line = "\n\n"
        return preamble + blank_line.join(self._step(each) for each in commands[::2]) + "\n"

    def _step(self, command: str) -> str:
        output, code = self._run(command)
        shown = [f"$ {command}", output.replace(str(self.home), "~").rstrip("\n")]
        if code:
            shown.append(f"[exit {code}]")
        return "\n".join(filter(None, shown))

    def _run(self, command: str) -> tuple[str, int]:
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve(strict=True)
            return "", 0
        environment = PINNED | {
            "HOME": str(self.home),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "ZUOFENG_LANG": self.language,
        }
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            check=False,
            cwd=self.folder,
            encoding="utf-8",
            env=environment,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=120,
        )
        return done.stdout, done.returncode


def commands(path: Path) -> Iterator[str]:
    """The commands that a transcript or a Markdown page shows."""
    text = path.read_text(encoding="utf-8")
    blocks = [text]
    if path.suffix != ".transcript":
        blocks = [m["block"] for m in FENCED.finditer(text) if m["kind"] == "console"]
    for block in blocks:
        yield from COMMAND.findall(block)
