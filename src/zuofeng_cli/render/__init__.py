"""From values to text: one output format a file."""
