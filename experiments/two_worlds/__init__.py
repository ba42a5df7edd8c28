"""Two worlds side by side on the same luck, stepped month by month: what an explorer shows, without a screen.

`view` (what is asked for, to and from a link), `world` (one of the two, stepped), `session` (both, and what is done
to them); read off them are `tiles`, `lines`, `reports`, `unit`, `audit` and `sentences`; `job` compares them properly.
"""
