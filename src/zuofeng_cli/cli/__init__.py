"""The command line: one thin file a command. The only place that prints, exits or asks the date."""

import gc
import os


def main() -> None:
    """Runs `zuofeng`; the entry point of the installed script."""
    # Start-up makes many objects and frees few: collecting them meanwhile is a twelfth of its time.
    gc.disable()
    # Looking for plug-ins of pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from zuofeng_cli.cli.app import run

    gc.enable()
    gc.freeze()
    run()
