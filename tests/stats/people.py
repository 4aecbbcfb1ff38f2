"""Forty people who do not exist, and what they sent to a form. Their staff numbers are impossible (serial 000)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from netral.clock import JAKARTA

MONDAY = dt.date(2024, 9, 16)
TODAY = "2024-09-24"
UNITS = ("Dinas Rekaan Air", "Dinas Rekaan Batu", "Kantor Rekaan")


@dataclass(frozen=True)
class Person:
    number: str
    name: str
    unit: str


@dataclass(frozen=True)
class Answer:
    sent: dt.datetime
    number: str
    name: str
    unit: str
    version: str = "2"


def person(i: int) -> Person:
    """The i-th: every fourth a PPPK, whose number has a count from 21 where a PNS has the month."""
    middle = 21 + i % 5 if i % 4 == 3 else 1 + i % 12
    born = dt.date(1970, 1, 1) + dt.timedelta(days=97 * i)
    number = f"{born:%Y%m%d}{2005 + i % 15}{middle:02}{1 + i % 2}000"
    name = f"Rekaan Ke-{i}" if i % 5 else f"Dra. Rekaan Ke-{i}, M.Si."
    return Person(number, name, UNITS[i % len(UNITS)])


PEOPLE = tuple(person(i) for i in range(40))


def at(day: int, hour: int = 9, minute: int = 41, second: int = 5) -> dt.datetime:
    """A moment of September 2024 in Jakarta."""
    return dt.datetime(2024, 9, day, hour, minute, second, tzinfo=JAKARTA)


def answer(who: Person, sent: dt.datetime) -> Answer:
    return Answer(sent, who.number, who.name, who.unit)


def written(number: str, sign: str) -> str:
    """A staff number as many people write it, in four groups."""
    return sign.join((number[:8], number[8:14], number[14], number[15:]))


def answers() -> list[Answer]:
    """In the order they were sent. Of the forty, 26 have signed version 2 by the end of Sunday, 22 September."""
    sent = [answer(who, at(9 + i % 10, 8 + i % 12, i)) for i, who in enumerate(PEOPLE[:22])]
    sent[3] = replace(sent[3], number=written(sent[3].number, " "))
    sent[4] = replace(sent[4], number=written(sent[4].number, "."))
    sent[5] = replace(sent[5], number="'" + sent[5].number, name=sent[5].name.upper())
    # After the deadline, which is the 20th; the last one ten minutes before the week ends.
    sent += [answer(who, at(21, 10, i)) for i, who in enumerate(PEOPLE[22:25])]
    sent.append(answer(PEOPLE[27], at(22, 23, 50)))
    # Twice the same; the old version; ten minutes after the week.
    sent += [answer(PEOPLE[0], at(19)), answer(PEOPLE[1], at(19, 10))]
    sent.append(replace(answer(PEOPLE[25], at(19, 11)), version="1"))
    sent.append(answer(PEOPLE[26], at(23, 0, 10)))
    # Of another agency; too short.
    sent.append(answer(replace(person(77), name="Bukan Pegawai Sini"), at(19, 12)))
    sent.append(Answer(at(19, 13), "4711903", "Salah Ketik", UNITS[0]))
    return sorted(sent, key=lambda each: each.sent)


#: What every export of these answers comes to.
SIGNED = 26
#: Rows by code of the problem they are told as.
TOLD = {"I007": 1, "I008": 2, "I009": 1, "I010": 4, "I011": 1}


def roster_text(sign: str = ",") -> str:
    rows = ["NIP,Nama,Unit kerja".replace(",", sign)]
    for who in PEOPLE:
        name = f'"{who.name}"' if sign in who.name else who.name
        rows.append(sign.join((who.number, name, who.unit)))
    return "\n".join(rows) + "\n"


def secrets() -> set[str]:
    """What may stand in nothing that is written or told: every number, in every way it is written, and every name."""
    found = set()
    for each in (*PEOPLE, person(77)):
        found |= {each.number, written(each.number, " "), written(each.number, "."), each.number[:15], each.name}
    return found | {name.upper() for name in found} | {"Bukan Pegawai Sini", "Salah Ketik", "4711903"}
