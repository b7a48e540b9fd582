"""A compliance calendar: what a unit owes under a rulebook, dated, traced and checked."""

__version__ = "0.1.0"
