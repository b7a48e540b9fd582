import tomllib
from pathlib import Path

import zuofeng_cli

SHELL = {"cli", "deliver", "fleet", "load", "render", "write"}


def test_every_module_outside_the_shell_is_barred_from_input_and_output() -> None:
    contracts = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
    barred = next(c["source_modules"] for c in contracts if c["type"] == "forbidden")
    package = Path(zuofeng_cli.__file__).parent
    modules = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    core = modules - SHELL - {"__init__", "__main__"}
    assert sorted(barred) == sorted(f"zuofeng_cli.{name}" for name in core)
