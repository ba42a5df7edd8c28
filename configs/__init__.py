"""Named parts of a world as YAML: one folder a kind, one file an option.

Every file has a `title` and a one-line `description`, which `probgov list` shows, and
where its values come from in `source`. A new option is a new file; a folder of your own
with the same layout is added with `configs=DIR`. Values may differ from the defaults in
`model.specification`; their names may not. `example/` is what `probgov init` copies: no
option of it can be chosen from here.
"""
