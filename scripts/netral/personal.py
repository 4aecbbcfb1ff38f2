"""What a staff number, an identity number and an e-mail address look like: to find them, and never to repeat them.

NIP: 18 digits, for PNS (birth date, month of appointment, sex, serial) and PPPK (birth date, year, code, serial) alike.
NIK: 16 digits. Both are found also when written with spaces or dots, not inside hexadecimal digests. All are found in
web addresses too, which write a space as %20 and an @ as %40.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

__all__ = ["Kind", "masked", "may_be_personal", "personal_in"]

Kind = Literal["nip", "nik", "email"]

#: A number stands by itself, or right behind the word NIP or NIK.
_START = r"(?:(?<![0-9A-Za-z])|(?<=[Nn][Ii][PpKk]))"
_NIP, _NIK = (re.compile(rf"{_START}\d(?:(?:[ .\-]|%20)?\d){{{more}}}(?![0-9A-Za-z])") for more in (17, 15))
#: Looked for from the beginning of a word only, so that a long line takes no longer than its length.
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
#: What holds none of this, nor an @ (%40), holds nothing of the above. Nearly every text of a site is ruled out by it.
_LONG = re.compile(r"\d(?:(?:[ .\-]|%20)?\d){15}")
#: Two days beside each other have as many digits as a NIK.
_TWO_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}[ .-]\d{4}-\d{2}-\d{2}")


def may_be_personal(text: str) -> bool:
    """A quick look at `text`: False where `personal_in` surely finds nothing in it."""
    return "@" in text or "%40" in text or _LONG.search(text) is not None


def personal_in(line: str) -> Iterator[tuple[Kind, int, int]]:
    """What `line` holds, each with its start and its end."""
    if not may_be_personal(line):
        return
    rest = _TWO_DAYS.sub(_blank, _NIP.sub(_blank, line))
    matches: tuple[tuple[Kind, Iterator[re.Match[str]]], ...] = (
        ("nip", _NIP.finditer(line)),
        ("nik", _NIK.finditer(rest)),
        ("email", _EMAIL.finditer(line)),
    )
    for kind, found in matches:
        for match in found:
            yield kind, *match.span()


def masked(line: str) -> str:
    """`line` with a dot for each letter of what is personal in it."""
    for _, start, end in list(personal_in(line)):
        line = line[:start] + "•" * (end - start) + line[end:]
    return line


def _blank(found: re.Match[str]) -> str:
    """As many commas: the columns stay, and no digit is left."""
    return "," * len(found.group())
