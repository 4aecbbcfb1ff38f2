"""citations: how law is cited, read by a grammar, and held against the regulations on record.

`parts` what a citation says · `reading` text to citations, or where it stops making sense · `finding` the citations
inside a text · `naming` regulations and provisions by what a citation says of them.
"""
