"""The keys of `zuofeng.toml` that every command reads."""

from typing import Annotated, Literal

from pydantic import Field

from zuofeng_cli.model import FileModel


class Settings(FileModel):
    """What `zuofeng.toml` says, apart from its tables."""

    rulebooks: Annotated[tuple[str, ...], Field(min_length=1)]
    """Built-in ids, and paths of rulebooks of one's own."""
    units: str = "units.toml"
    """The file of units: TOML or CSV."""
    logs: str = "logs"
    """The folder of logs, `<unit id>.yaml` each."""
    lang: Literal["en", "zh-Hans", "zh-Hant"] | None = None
    """The language spoken unless another is asked for."""
    due_soon_days: Annotated[int, Field(ge=0, le=366)] = 7
    """How many calendar days before the due day a duty is due soon."""
    policy_text: str | None = None
    """One's own copy of the policy text, from which `explain` quotes."""
