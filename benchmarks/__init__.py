"""Whole-process times of the program against its peers; `make bench` prints the ratios."""
