"""Forecasts: predictive distributions of what the evidence records, and scores against what was later observed."""
