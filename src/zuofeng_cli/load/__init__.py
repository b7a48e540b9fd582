"""From files to values. Everything wrong with the files is collected before anything is refused."""
