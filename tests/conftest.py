import os

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no failure, and CI draws the same examples each time: never red by chance.
settings.register_profile(
    "zuofeng",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("zuofeng")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the transcripts")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("golden"))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests reaches the program."""
    for variable in [name for name in os.environ if name.startswith("ZUOFENG_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("TZ", "UTC")
