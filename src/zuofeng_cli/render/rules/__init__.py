"""The formats of `rules list`: one a file, each `render(found, page) -> str`."""

FORMATS = ("text", "json")
