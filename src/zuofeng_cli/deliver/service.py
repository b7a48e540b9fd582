"""Messages out of the house, through apprise: mail, DingTalk, WeCom, Feishu and many more.

The only module that knows the library. An address holds a password, and the library writes
addresses and its conversation with servers to its log: the log is switched off, and no error from
here repeats any of it.
"""

import logging
from typing import Any

from zuofeng_cli.deliver.message import Message
from zuofeng_cli.language import gettext as _


class ExtraMissingError(Exception):
    """The library is not installed: it comes with the extra `notify`."""


class AddressError(Exception):
    """An address that cannot be used; says why without repeating it."""


class Service:
    """One address; raises `AddressError` where it is none or is several."""

    def __init__(self, address: str) -> None:
        try:
            import apprise
        except ImportError as error:
            raise ExtraMissingError from error
        logging.getLogger("apprise").disabled = True
        asset = apprise.AppriseAsset(
            app_id="zuofeng", app_desc="zuofeng", app_url="", storage_mode="memory"
        )
        found: Any = apprise.Apprise.instantiate(address, asset=asset)
        if not found:
            raise AddressError(_("what it holds is no address that apprise knows"))
        if len(found) > 1:
            # One that took the message would get it again when another did not, and all is retried.
            raise AddressError(
                _("it names {n} recipients; give each a target of its own").format(n=len(found))
            )
        self._apprise = apprise.Apprise(asset=asset)
        self._apprise.add(found)

    def send(self, message: Message) -> bool:
        """Whether the other side took the message; mail in HTML also gets a plain part."""
        return bool(
            self._apprise.notify(
                title=message.subject, body=message.body, body_format=message.format
            )
        )
