"""The benchmark: what a run costs, and what carrying runs out and storing them adds.

One measurement a function; a new one is its function and a line in `MEASUREMENTS`.
"""
