import os

import pytest

from zuofeng_cli.fleet.processes import spread


@pytest.mark.parametrize("processes", [None, 1, 2, 3, 100])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
def test_results_come_in_the_order_of_the_items(count: int, processes: int | None) -> None:
    assert spread(lambda n: n * n, range(count), processes) == [n * n for n in range(count)]


def test_the_work_is_shared() -> None:
    assert len(set(spread(lambda _n: os.getpid(), range(20), 4))) == 4


def test_more_than_a_pipe_holds_comes_through() -> None:
    assert spread(lambda n: str(n) * 1_000_000, range(4), 2)[3] == "3" * 1_000_000


@pytest.mark.parametrize("wrong", [0, 1, 5])
def test_an_exception_in_any_process_is_raised(wrong: int) -> None:
    def work(n: int) -> int:
        if n == wrong:
            raise ValueError(n)
        return n

    with pytest.raises(ValueError, match=str(wrong)):
        spread(work, range(6), 3)


def test_a_process_that_ends_without_an_answer_is_an_error() -> None:
    parent = os.getpid()

    def work(n: int) -> int:
        if os.getpid() != parent:
            os._exit(7)
        return n

    with pytest.raises(ChildProcessError):
        spread(work, range(6), 2)
