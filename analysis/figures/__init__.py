"""Figures: one a file, each a small function over a tidy table, in one house style."""
