"""Patterns: what was published about the service, and the same figures read off simulated histories."""
