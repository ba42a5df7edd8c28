"""Negative controls: what the model must be able to say, in which worlds it says so, and how common those are."""
