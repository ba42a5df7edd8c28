"""The briefing: one accessible page from stored results, every number and hedge bound to them."""
