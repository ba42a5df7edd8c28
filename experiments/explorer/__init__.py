"""The explorer: a local web page on which two worlds move side by side. docs/explorer.md says how to use it.

`serve` starts the page, `page` holds it (Solara components over Vue templates), `panels` turns a session of
`experiments.two_worlds` into what the templates show, `export` into files. What is shown is found there, not here.
"""
