"""JSON for machines: readable by a person too, and harmless to a terminal."""

import json
import re
from typing import Any

UNPRINTABLE = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def dumps(value: Any) -> str:
    """The value as indented JSON with a line break at its end; control characters escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
