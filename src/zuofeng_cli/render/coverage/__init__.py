"""The formats of `rules coverage`: one a file, each `render(survey) -> str`."""

FORMATS = ("text", "json", "html")
