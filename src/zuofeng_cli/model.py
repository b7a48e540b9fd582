"""What every value read from a file has in common."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from zuofeng_cli.days import FIRST_DAY, ISO_DATE, LAST_DAY
from zuofeng_cli.language import gettext as _


class FileModel(BaseModel):
    """A value read from a file: it can't be changed, and refuses keys it does not know.

    Its validator is built at first use, so that a file's model builds one for all its parts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def exactly_one(value: BaseModel, *keys: str) -> None:
    """Refuses a value of which not exactly one of these keys is given."""
    if sum(getattr(value, key) is not None for key in keys) != 1:
        raise ValueError(_("give exactly one of {words}").format(words=", ".join(keys)))


Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
"""An id: small letters, digits and hyphens, so that it is safe in a file name and a key."""


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, (str, int)) else value


Words = Annotated[
    tuple[str, ...],
    Field(max_length=100),
    BeforeValidator(_as_tuple, json_schema_input_type=str | list[str]),
]
"""One word, or a list of them: no more than anybody writes."""


def _as_date(value: object) -> object:
    """Neither a number of seconds nor a time of day, which pydantic would take for a date."""
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("date_form", "not a date")


AnyDay = Annotated[date, BeforeValidator(_as_date)]
"""A date, `YYYY-MM-DD`, that is only compared: 9999-12-31 for "never" will do."""


def _within_reach(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise PydanticCustomError("day_range", "out of range")
    return day


Day = Annotated[AnyDay, AfterValidator(_within_reach)]
"""A date, `YYYY-MM-DD`, that others are counted from: of the years 1900 to 2199."""
