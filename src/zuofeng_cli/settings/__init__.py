"""What `zuofeng.toml` can say: the keys that every command reads, and a table a file."""
