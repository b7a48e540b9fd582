"""The command line: one thin file a command. The only place that prints, exits or asks the date."""

import gc
import os


def main() -> None:
    """Runs `zuofeng`; the entry point of the installed script."""
    # A short run makes many objects and frees few: looking through them is a twelfth of its time.
    gc.disable()
    # Looking for plug-ins of pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from zuofeng_cli.cli.app import run

    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()
    run()
