"""All of `zuofeng.toml`, its tables too: imported only where one is read, for start-up's sake."""

from zuofeng_cli.settings.check import CheckSettings
from zuofeng_cli.settings.mail import Letterhead
from zuofeng_cli.settings.notify import Target
from zuofeng_cli.settings.remind import Ladder
from zuofeng_cli.settings.workspace import Settings


class Tables(Settings):
    """What `zuofeng.toml` says."""

    remind: Ladder = Ladder()
    """When units are reminded."""
    mail: Letterhead = Letterhead()
    """Who a mail of the digest is from and to."""
    notify: tuple[Target, ...] = ()
    """Where digests and reminders are sent, a table `[[notify]]` each."""
    check: CheckSettings = CheckSettings()
    """What `check` counts."""
