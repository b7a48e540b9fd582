"""Where the built-in rulebooks, calendars and the demo workspace are, however it was installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def _folder(name: str) -> Path:
    inside = PACKAGE / name  # in a wheel
    return inside if inside.is_dir() else PACKAGE.parents[1] / name  # in a checkout


RULES = _folder("rules")
CALENDARS = RULES / "calendar"
EXAMPLES = _folder("examples")
DEMO = EXAMPLES / "demo"
BAD_LOGS = EXAMPLES / "logs" / "bad"
