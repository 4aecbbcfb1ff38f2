"""Where a part of a value stands in its file, as far as the value's own place tells."""

import pytest

from netral.model.place import Place


@pytest.mark.parametrize(
    ("place", "column"),
    [
        (Place("a.yaml", 3, 10, 5), 12),  # plain: abcde
        (Place("a.yaml", 3, 10, 7), 13),  # quoted: 'abcde'
        (Place("a.yaml", 3, 10, 1), 10),  # over several lines: its beginning
        (Place("a.yaml", 3, 10, 9), 10),  # with signs that the file writes in another way
        (Place("a.xlsx", 3, 10, 5, cell="Angka!C5"), 10),
    ],
)
def test_the_place_of_a_part_of_a_value(place: Place, column: int) -> None:
    assert place.within("abcde", 2).column == column
    assert place.within("abcde", 2).line == 3


def test_the_end_of_a_value_is_behind_its_last_sign() -> None:
    assert Place("a.yaml", 1, 1, 5).within("abcde", 9) == Place("a.yaml", 1, 6)
