"""Whole-process times of the program against its peers; `make bench` prints the ratios.

One file each: it names both commands and the ratio that must hold, and stands in `__main__`'s list.
"""
