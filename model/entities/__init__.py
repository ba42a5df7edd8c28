"""Who and what is in the world: columns for kernels, Mesa views for readers."""
