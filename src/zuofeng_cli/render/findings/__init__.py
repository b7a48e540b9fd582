"""The formats of a review: one a file, each `render(review) -> str`."""

FORMATS = ("text", "json", "github")
