"""Twenty writers at once, a writer killed at any moment, a disk that is full."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from shutil import which
from textwrap import dedent

import pytest

from zuofeng_cli.load.logbook import load_log

ADD = """
import sys
from datetime import date, timedelta
from pathlib import Path
from zuofeng_cli.log import Entry
from zuofeng_cli.write.logbook import add

FIRST = date(2000, 1, 1)

def put(path, day, note=""):
    entry = Entry(duty=("study",), done=FIRST + timedelta(day), note=note)
    return add(Path(path), "logs/a.yaml", "a", entry, lambda draft: None)
"""

FIFTY = """
for day in range(50):
    put(sys.argv[1], int(sys.argv[2]) + day)
"""

# The program itself fifty times over, in one process so that it starts only once.
COMMANDS = """
import sys
from datetime import date, timedelta
from zuofeng_cli.cli.app import run

folder, first = sys.argv[1], int(sys.argv[2])
for number in range(50):
    done = str(date(2000, 1, 1) + timedelta(first + number))
    sys.argv = ["zuofeng", "log", "add", "a", "study", "--done", done, "-w", folder]
    try:
        run()
    except SystemExit as done:
        assert not done.code, done.code
"""

WORKSPACE = {
    "zuofeng.toml": 'rulebooks = ["book.toml"]\n',
    "units.toml": """
        [[unit]]
        id = "a"
        name = "A"
        kinds = ["office"]
        tracked_from = 2000-01-01
    """,
    "book.toml": """
        format = 1
        id = "book"
        title = "Book"
        in_force_from = 2000-01-01
        [kinds]
        office = "Office"
        [[rule]]
        id = "study"
        clause = "1"
        anchors = []
        title = "Study"
        owed_by = [{ kind = "office" }]
        cadence = { kind = "period", every = "year" }
    """,
}

KILLED = """
import json, os, random, signal, time
from zuofeng_cli.load.logbook import load_log

path = Path(sys.argv[1])
put(path, 0)
kills, begun, known = 0, 0, path.read_bytes()
while kills < 250:
    child = os.fork()
    if child == 0:
        while True:
            put(path, len(load_log(path, "a").log.entries))
    time.sleep(random.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    kills += 1
    begun += path.with_name(".a.yaml.new").exists()
    content = path.read_bytes()
    days = [(entry.done - FIRST).days for entry in load_log(path, "a").log.entries]
    assert content.startswith(known), "an entry is gone"
    assert days == list(range(len(days))), days
    known = content
print(json.dumps({"kills": kills, "begun": begun, "entries": len(days)}))
"""

FULL = """
import json
from zuofeng_cli.errors import UnwritableError

path = Path(sys.argv[1])
while True:
    before = path.read_bytes() if path.exists() else b""
    try:
        put(path, 1, "x" * 1000)
    except UnwritableError as error:
        left = sorted(each.name for each in path.parent.iterdir())
        same = path.read_bytes() == before
        print(json.dumps({"reason": error.reason, "left": left, "same": same}))
        break
"""

LIMIT = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
"""

# A disk of 64 KB in a namespace of its own: it is gone with the process, and needs no root.
SMALL_DISK = ["unshare", "--map-root-user", "--mount", "sh", "-c",
              'mount -t tmpfs -o size=64k none "$1" && shift && exec "$@"', "sh"]  # fmt: skip


def started(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def finished(process: subprocess.Popen[str]) -> str:
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


def can_mount() -> bool:
    if which("unshare") is None:  # not Linux
        return False
    done = subprocess.run([*SMALL_DISK, "/mnt", "true"], check=False, capture_output=True)
    return done.returncode == 0


def test_twenty_writers_of_fifty_entries_lose_none(tmp_path: Path) -> None:
    for name, text in WORKSPACE.items():
        (tmp_path / name).write_text(dedent(text), encoding="utf-8")
    path = tmp_path / "logs" / "a.yaml"
    path.parent.mkdir()
    writers = [
        started(sys.executable, "-c", ADD + FIFTY, str(path), str(first))
        for first in range(100, 1000, 50)
    ]
    writers += [
        started(sys.executable, "-c", COMMANDS, str(tmp_path), first) for first in ("0", "50")
    ]
    for writer in writers:
        finished(writer)
    days = sorted(entry.done for entry in load_log(path, "a").log.entries)
    assert days == [date(2000, 1, 1) + timedelta(day) for day in range(1000)]
    assert list(path.parent.iterdir()) == [path]


def test_a_writer_killed_at_any_moment_leaves_the_old_log_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    seen = json.loads(finished(started(sys.executable, "-c", ADD + KILLED, str(path))))
    assert seen["kills"] >= 200
    assert seen["begun"] > 0  # some died between the first byte and the last


@pytest.mark.parametrize("disk", ["limit", *(["full"] if can_mount() else [])])
def test_a_full_disk_is_told_and_leaves_the_log_as_it_was(tmp_path: Path, disk: str) -> None:
    path = tmp_path / "a.yaml"
    run = [sys.executable, "-c", ADD + (LIMIT if disk == "limit" else "") + FULL, str(path)]
    on = [*SMALL_DISK, str(tmp_path)] if disk == "full" else []
    told = json.loads(finished(started(*on, *run)))
    reason = {"limit": "File too large", "full": "No space left on device"}[disk]
    assert told == {"reason": reason, "left": ["a.yaml"], "same": True}
