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
        try:
            with sent.sending(target, message.id) as is_new:
                if is_new:
                    _insist(message, send, retries, sleep)
        except _UndeliveredError:
            yield message, Outcome.FAILED
            return
        yield message, Outcome.SENT if is_new else Outcome.BEFORE


def _insist(
    message: Message, send: Callable[[Message], bool], retries: int, sleep: Callable[[float], None]
) -> None:
    for number in range(retries + 1):
        if number:
            sleep(FIRST_PAUSE * 4 ** (number - 1))
        if send(message):
            return
    raise _UndeliveredError
