"""What drives a difference between scenarios: everything uncertain moved, in designs made for it."""
