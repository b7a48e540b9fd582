"""Values → files: an addition to a log, written so that no other byte changes and none is lost."""
