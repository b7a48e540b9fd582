"""The same work on many items, by several processes of this machine."""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], processes: int | None = None
) -> list[Result]:
    """What `work` makes of each item, in order; with one process a core unless `processes` says.

    The processes are forked, so that all that was read is there and nothing need be sent to them;
    where a system cannot fork, one does it all. An exception in any of them is raised here.
    """
    count = min(processes or len(os.sched_getaffinity(0)), len(items)) if CAN_FORK else 1
    if count < 2:
        return [work(item) for item in items]
    shares = [_fork(work, items[number::count]) for number in range(1, count)]
    done: list[Any] = [None] * len(items)
    try:
        done[0::count] = [work(item) for item in items[0::count]]
    finally:
        answers = [_answer(child, pipe) for child, pipe in shares]
    for number, answer in enumerate(answers, 1):
        if isinstance(answer, BaseException):
            raise answer
        done[number::count] = answer
    return done


CAN_FORK = hasattr(os, "fork") and hasattr(os, "sched_getaffinity")


def _fork(work: Callable[[Item], Result], items: Sequence[Item]) -> tuple[int, int]:
    """A process that does its share, and the pipe that its answer comes through."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        os.close(reading)
        answer: object
        try:
            answer = [work(item) for item in items]
        except Exception as error:  # noqa: BLE001 - it is raised again where it can be dealt with
            answer = error
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)  # what the parent would do at its end is the parent's to do


def _answer(child: int, pipe: int) -> Any:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _child, status = os.waitpid(child, 0)
    if not data:
        return ChildProcessError(f"a process ended with status {status} and no answer")
    return pickle.loads(data)  # noqa: S301 - our own process wrote it
