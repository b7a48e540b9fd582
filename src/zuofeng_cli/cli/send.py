"""`--send`: what a command made for a target, posted to it."""

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Annotated, Literal

import typer

from zuofeng_cli.cli import exits
from zuofeng_cli.cli.messages import complain
from zuofeng_cli.cli.session import Session
from zuofeng_cli.deliver.message import Message, Outcome
from zuofeng_cli.deliver.post import post
from zuofeng_cli.deliver.sent import Sent
from zuofeng_cli.deliver.service import AddressError, ExtraMissingError, Service
from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import active
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.catalog import speak
from zuofeng_cli.settings.notify import Target
from zuofeng_cli.text import printable
from zuofeng_cli.unit import Unit

SendOption = Annotated[
    bool, typer.Option("--send", help=_("Send it to the targets of zuofeng.toml, each once."))
]
DryRunOption = Annotated[
    bool,
    typer.Option("--dry-run", help=_("With --send: only say what would be sent.")),
]
RetriesOption = Annotated[
    int,
    typer.Option(min=0, max=5, help=_("With --send: how often to try again, pausing longer.")),
]


def only_with_send(send: bool, dry_run: bool) -> None:
    """Refuses `--dry-run` alone: what is printed anyway needs none."""
    if dry_run and not send:
        raise UsageError(_("--dry-run goes with --send"))


def units_of(target: Target, units: Sequence[Unit]) -> list[Unit]:
    """Those of the units that concern the target."""
    return [unit for unit in units if not target.units or unit.id in target.units]


def send(
    session: Session,
    what: Literal["digest", "reminders"],
    made_for: Callable[[Target], list[Message]],
    retries: int,
    *,
    dry_run: bool,
) -> None:
    """Posts to each target what was `made_for` it in its language; exits 5 if any is left out."""
    targets = [each for each in session.workspace.tables.notify if what in each.receives]
    if not targets:
        raise UsageError(
            _("zuofeng.toml has no target for this"), _("add a table [[notify]] to it")
        )
    language = active()
    failed = False
    for target in targets:
        speak(target.lang or language)
        messages = made_for(target)
        speak(language)
        try:
            service = _service(target)
            with closing(Sent(session.workspace.root, read_only=dry_run)) as sent:
                if dry_run:
                    _tell(target, messages, sent)
                    continue
                for message, outcome in post(
                    target.name, messages, service.send, sent, retries, time.sleep
                ):
                    failed |= outcome is Outcome.FAILED
                    _say(target, message, outcome)
        except AddressError as error:
            failed = True
            complain(_failure(target), f"{target.env}: {error}")
        except (OSError, sqlite3.Error) as error:
            failed = True
            complain(_failure(target), f".zuofeng/sent.sqlite: {error}")
    if failed:
        raise typer.Exit(exits.DELIVERY_FAILED)


def _service(target: Target) -> Service:
    address = os.environ.get(target.env)
    if not address:
        raise AddressError(_("this environment variable is not set"))
    try:
        return Service(address)
    except ExtraMissingError as error:
        raise UsageError(
            _("sending needs apprise"),
            _("install it with: pip install apprise, or: pipx inject zuofeng apprise"),
        ) from error


def _tell(target: Target, messages: list[Message], sent: Sent) -> None:
    for message in messages:
        words = _("would send to {target}: {subject}")
        if sent.has(target.name, message.id):
            words = _("sent before to {target}: {subject}")
        print(printable(words.format(target=target.name, subject=message.subject)))


def _say(target: Target, message: Message, outcome: Outcome) -> None:
    if outcome is Outcome.FAILED:
        complain(
            _failure(target),
            _("is the address in {variable} right, and does its server answer?").format(
                variable=target.env
            ),
        )
        return
    words = _("sent to {target}: {subject}")
    if outcome is Outcome.BEFORE:
        words = _("sent before to {target}: {subject}")
    print(printable(words.format(target=target.name, subject=message.subject)))


def _failure(target: Target) -> str:
    return _("could not deliver to {target}").format(target=target.name)
