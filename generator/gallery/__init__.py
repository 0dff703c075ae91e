"""The picture book: what the paper theatre can show, as pages for the docs."""

KINDS = ("acts", "sets", "styles")  # of pages; each has a module of that name
