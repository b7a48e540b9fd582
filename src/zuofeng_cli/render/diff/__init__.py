"""The formats of `rules diff`: one a file, each `render(comparison, page) -> str`."""

FORMATS = ("text", "json")
