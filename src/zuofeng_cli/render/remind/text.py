"""`remind --format text`: a message a line, in the active language."""

from zuofeng_cli.remind import Reminders
from zuofeng_cli.render.remind.message import message


def render(reminders: Reminders) -> str:
    """The messages, each ready to be sent; nothing where there are none."""
    return "".join(f"{message(each)}\n" for each in reminders.reminders)
