"""The evidence: what was read in public sources by 10 November 2024, with its addresses, and the reader."""
