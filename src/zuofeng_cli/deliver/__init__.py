"""Sending messages to targets, each once."""
