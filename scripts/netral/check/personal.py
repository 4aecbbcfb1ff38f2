"""Personal data never enter the repository: staff numbers, identity numbers, private e-mail.

NIP: 18 digits, for PNS (birth date, month of appointment, sex, serial) and PPPK (birth date, year, code, serial) alike.
NIK: 16 digits. Both are looked for in every text file of the data and the prose, also when written with spaces or dots,
not inside hexadecimal digests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netral.load.files import SourceText
from netral.model.place import Place
from netral.problems import Problem

__all__ = ["check_personal", "may_be_personal"]

#: A number stands by itself, or right behind the word NIP or NIK.
_START = r"(?:(?<![0-9A-Za-z])|(?<=[Nn][Ii][PpKk]))"
_NIP, _NIK = (re.compile(rf"{_START}\d(?:[ .\-]?\d){{{more}}}(?![0-9A-Za-z])") for more in (17, 15))
#: Looked for from the beginning of a word only, so that a long line takes no longer than its length.
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
#: What holds none of this, nor an @, holds nothing of the above. Nearly every text of a site is ruled out by it.
_LONG = re.compile(r"\d(?:[ .\-]?\d){15}")
#: Two days beside each other have as many digits as a NIK.
_TWO_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}[ .-]\d{4}-\d{2}-\d{2}")
_CONTACT = re.compile(r"\s*(?:- )?contact:")


def may_be_personal(text: str) -> bool:
    """A quick look at `text`: False where `check_personal` surely finds nothing in it."""
    return "@" in text or _LONG.search(text) is not None


def check_personal(source: SourceText) -> Iterator[Problem]:
    """Every staff number, identity number and e-mail address of `source`, without repeating it in the message."""
    for number, line in enumerate(source.text.split("\n"), 1):
        rest = _TWO_DAYS.sub(_blank, _NIP.sub(_blank, line))
        mail = [] if _CONTACT.match(line) else _EMAIL.finditer(line)
        for code, matches in (("X001", _NIP.finditer(line)), ("X002", _NIK.finditer(rest)), ("X003", mail)):
            for match in matches:
                yield Problem(code, Place(source.name, number, match.start() + 1, len(match.group())))


def _blank(found: re.Match[str]) -> str:
    """As many commas: the columns stay, and no digit is left."""
    return "," * len(found.group())
