"""Does a question, by its name, ask who somebody is? Then no link may answer it."""

from __future__ import annotations

import re

__all__ = ["asks_for_person"]

_NUMBER = re.compile(
    "nip|nippk|nipppk|nik|ktp|npwp|nrp|e?mail|surel|hp|telp|telepon|phone|wa|whatsapp|lahir|birth|username"
)
_NAME = re.compile("nama|name|namalengkap|fullname|pegawai|karyawan|penandatangan|signer|employee|respondent|alamat")
#: A name of one of these is no person's.
_PLACE = re.compile(
    "instansi|unit|kerja|opd|skpd|dinas|badan|kantor|biro|bagian|bidang|satker|lembaga|agency|office|organi[sz]a(?:si|tion)|"
    "department|pakta|pact|versi|version|bahasa|language|kota|kabupaten|provinsi"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def asks_for_person(name: str) -> bool:
    """Is `name` (`nip`, `d[data_diri/nama_lengkap]`, `userEmail`) what a question about a person is called?"""
    last = name.rstrip("]").rpartition("/")[2].rpartition("[")[2]
    words = [word.lower() for word in _WORD.findall(last)]
    if any(_NUMBER.fullmatch(word) for word in words):
        return True
    return any(_NAME.fullmatch(word) for word in words) and not any(_PLACE.fullmatch(word) for word in words)
