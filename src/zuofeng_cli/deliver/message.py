"""A message to be sent, and what became of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """`id` says what it is (`digest/2026-W48/*`): a target gets each id once."""

    id: str
    subject: str
    body: str
    format: Literal["html", "text", "markdown"] = "text"


class Outcome(Enum):
    """What became of a message: sent now, sent by an earlier run, or not delivered."""

    SENT = "sent"
    BEFORE = "before"
    FAILED = "failed"
