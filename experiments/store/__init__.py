"""The store of runs: a folder of Parquet parts, append only.

`asked/` says what was asked for and under what names, `runs/` holds one row a finished
run with its scalar outcomes, `nation/`, `region/` and `pdu/` the monthly tables that were
recorded. Everything else in the folder begins with `_`. A block of runs is written as one
part a table, all of one name; its part in `runs/` is written last and is what counts.
"""
