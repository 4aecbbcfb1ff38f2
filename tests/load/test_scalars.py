"""Plain words: which stay what they are, and which YAML would bend."""

import pytest
import yaml

from netral.load.scalars import BENT, plain_value

KEPT = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
    "0": 0,
    "7": 7,
    "-5": -5,
    "1200": 1200,
    "2024": 2024,
    "999999999999999": 999_999_999_999_999,
    "1000000000000000": "1000000000000000",
    "2024-09-22": "2024-09-22",
    "2024-13-45": "2024-13-45",
    "2024-09": "2024-09",
    "22/9/2024": "22/9/2024",
    "1,200": "1,200",
    "1.200,50": "1.200,50",
    "1.200.000": "1.200.000",
    "36.71.01": "36.71.01",
    "y": "y",
    "n": "n",
    "ya": "ya",
    "tidak": "tidak",
    "note": "note",
    "none": "none",
    "nUll": "nUll",
    "tRUE": "tRUE",
    "12:75": "12:75",
    "pukul 12:30": "pukul 12:30",
    "pp-94-2021": "pp-94-2021",
    "https://rekaan.example/1": "https://rekaan.example/1",
    ".": ".",
    "=": "=",
    "<<": "<<",
    "0x": "0x",
    "١٢": "١٢",
}

#: Each with what YAML 1.1 makes of it; None where it leaves the word alone and another reader does not.
BENDS = {
    "no": False,
    "No": False,
    "NO": False,
    "yes": True,
    "Yes": True,
    "on": True,
    "off": False,
    "OFF": False,
    "True": True,
    "FALSE": False,
    "Null": None,
    "NULL": None,
    "1.200": 1.2,
    "36.70": 36.7,
    "1.": 1.0,
    "-0.5": -0.5,
    ".5": 0.5,
    "12:30": 750,
    "1:30:00": 5400,
    "190:20:30.15": 685230.15,
    "0123": 83,
    "-017": -15,
    "0b11": 3,
    "0x1F": 31,
    "1_000": 1000,
    "+7": 7,
    "089": None,
    "1E+17": None,
    "6e3": None,
    ".inf": float("inf"),
    "-.INF": float("-inf"),
    "2024-09-22 10:00": None,
    "2024-09-22T10:00:00": None,
    "2024-09-22t10:00:00+07:00": None,
}


@pytest.mark.parametrize(("word", "value"), KEPT.items(), ids=repr)
def test_a_word_is_read_as_written(word, value):
    read = plain_value(word)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("word", "bent_into"), BENDS.items(), ids=repr)
def test_a_word_that_yaml_bends_is_refused(word, bent_into):
    assert plain_value(word) is BENT
    if bent_into is not None:
        assert yaml.safe_load(word) == bent_into


def test_not_a_number_is_refused():
    assert plain_value(".nan") is BENT
    assert plain_value(".NaN") is BENT


@pytest.mark.parametrize("word", [word for word in KEPT if word not in {"", "<<", "="}], ids=repr)
def test_yaml_reads_what_is_kept_in_the_same_way(word):
    """A date counts as the same: it is printed as it was written."""
    try:
        theirs = yaml.safe_load(word)
    except (ValueError, yaml.YAMLError):
        return  # an impossible date
    assert theirs == plain_value(word) or str(theirs) == word
