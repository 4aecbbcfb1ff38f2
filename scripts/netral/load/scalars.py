"""What a plain (unquoted) YAML word means here, and which ones YAML would bend into something else.

YAML 1.1 reads `no` as false, `1.200` as 1.2, `12:30` as 750 and `0123` as 83. None of that is ever meant, so such
a word is refused and its writer asked for quotes. Dates stay text: the field that wants one reads it, and can say
what is wrong with it.
"""

from __future__ import annotations

import re

__all__ = ["BENT", "plain_value"]


class _Bent:
    """The mark of a word that YAML would bend."""


BENT = _Bent()

#: A number longer than this is no count.
COUNT_DIGITS = 15

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_BENDS = re.compile(
    r"""
      (?i: yes | no | on | off )                                  # booleans of YAML 1.1
    | True | TRUE | False | FALSE | Null | NULL                   # other spellings
    | [-+]?0[0-7_]+ | [-+]?0b[01_]+ | [-+]?0x[0-9a-fA-F_]+        # octal, binary, hexadecimal
    | [-+]?0[0-9]+                                                # 089: a number to some readers
    | [-+]?[0-9]+(?:_[0-9]+)+                                     # 1_000
    | \+[0-9]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?            # 12:30 in base sixty
    | [-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+]?[0-9]+)?          # 1.200, 36.70
    | [-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?
    | [-+]?[0-9]+[eE][-+]?[0-9]+                                  # 1E+17
    | [-+]?\.(?i: inf ) | \.(?i: nan )
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:.*  # a date with a time
    """,
    re.VERBOSE,
)


def plain_value(word: str) -> str | int | bool | _Bent | None:
    """The value of the unquoted `word`, or BENT."""
    if word in {"", "~", "null"}:
        return None
    if word in {"true", "false"}:
        return word == "true"
    if _INTEGER.fullmatch(word):
        # A number too long to be a count is a staff number or a typing slip: kept as text for the checks to see.
        return int(word) if len(word) <= COUNT_DIGITS else word
    if _BENDS.fullmatch(word):
        return BENT
    return word
