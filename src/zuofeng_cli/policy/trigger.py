"""Words of a policy text that bind somebody: to a time, or to do something at all."""

import re
from dataclasses import dataclass

TIME = re.compile(
    r"每|定期|限期|按期|逾期|期限|及时|随时|立即|尽快|日内|天内|小时内|工作日|周内|月内|年内|之日起"
    r"|节假日|节日|节前|节后|年度|半年|季度|月底|季末|年底|年末|按月|按季|按年|逐月|逐年|常态化|经常化"
    r"|\b(?:each|every|within|daily|weekly|monthly|quarterly|half-yearly|yearly|annual(?:ly)?"
    r"|regular(?:ly)?|periodic(?:ally)?|prompt(?:ly)?|immediate(?:ly)?|at least once)\b",
    re.IGNORECASE,
)
"""Words that fix a time, or ask for one: 每, 定期, 日内 (within … days), 节假日 (holidays), …."""

BINDING = re.compile(
    r"(?<![重主需只纲摘概])要(?![求点素件害闻])|应当|[^反相适响回对]应(?![用对急])|必须|须|不得|严禁|负责|责成"
    r"|\b(?:must|shall|should|is to|are to|may not)\b",
    re.IGNORECASE,
)
"""Words that bid somebody do something: 要, 应, 须, 不得, must, shall, …."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word in a sentence that asks for a rule: where it stands, and whether it is of time."""

    start: int
    end: int
    is_time: bool


def trigger(plain: str) -> Trigger | None:
    """The first word of time, else the first that binds; None where there is neither.

    `plain` is in Simplified characters or in English.
    """
    for words, is_time in ((TIME, True), (BINDING, False)):
        if found := words.search(plain):
            return Trigger(found.start(), found.end(), is_time)
    return None
