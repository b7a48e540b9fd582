"""What developers run through make; not part of the program."""
