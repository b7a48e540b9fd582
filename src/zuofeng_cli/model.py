"""What every value read from a file has in common."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class FileModel(BaseModel):
    """A value read from a file: it can't be changed, and refuses keys it does not know.

    Its validator is built at first use, so that a file's model builds one for all its parts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
"""An id: small letters, digits and hyphens, so that it is safe in a file name and a key."""


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, (str, int)) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
"""One word, or a list of them."""
