"""Posting: each message once, tried again with growing pauses while the other side fails."""

from collections.abc import Callable, Iterable, Iterator

from zuofeng_cli.deliver.message import Message, Outcome
from zuofeng_cli.deliver.sent import Sent

FIRST_PAUSE = 2
"""Seconds before the second try; four times as long before each try after it."""


class _UndeliveredError(Exception):
    """Every try failed."""


def post(
    target: str,
    messages: Iterable[Message],
    send: Callable[[Message], bool],
    sent: Sent,
    retries: int,
    sleep: Callable[[float], None],
) -> Iterator[tuple[Message, Outcome]]:
    """What became of each message for this target, after up to `retries` tries more.

    After a message that could not be delivered the rest is not tried: the other side is down.
    """
    for message in messages:
        if sent.has(target, message.id):
            yield message, Outcome.BEFORE
            continue
        try:
            with sent.sending(target, message.id):
                # Another run may have sent it while this one waited for its turn.
                outcome = Outcome.BEFORE
                if not sent.has(target, message.id):
                    _insist(message, send, retries, sleep)
                    outcome = Outcome.SENT
        except _UndeliveredError:
            yield message, Outcome.FAILED
            return
        yield message, outcome


def _insist(
    message: Message, send: Callable[[Message], bool], retries: int, sleep: Callable[[float], None]
) -> None:
    for number in range(retries + 1):
        if number:
            sleep(FIRST_PAUSE * 4 ** (number - 1))
        if send(message):
            return
    raise _UndeliveredError
