"""A policy document as text: its clauses, its sentences, and which of them a rulebook covers."""
