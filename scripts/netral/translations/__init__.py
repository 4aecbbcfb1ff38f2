"""translations: which English text was made from which Indonesian one, so that neither goes stale in silence.

Both languages are equals, and the Indonesian changes first: it is what laws and agencies say. `data/translations.csv`
remembers, for every English text, the digest of the Indonesian that it was made from. It is keyed by what the texts
say, not by where they stand: a record that is moved, renamed or put into another file keeps what is remembered of it.

An English text is *behind* where the file remembers it with an Indonesian text that is no longer there, and not with
the one beside it now. It is *new* where nothing is remembered of it: then it is taken as made from the Indonesian
beside it, and `netral translations --stamp` writes that down. Words to search by are no translations and have none.
"""

from netral.translations.stamps import Comparison, Stamps, compare, confirmed, stamped
from netral.translations.texts import Pair, all_pairs, catalogue_pairs, data_pairs, prose_pairs

__all__ = [
    "Comparison",
    "Pair",
    "Stamps",
    "all_pairs",
    "catalogue_pairs",
    "compare",
    "confirmed",
    "data_pairs",
    "prose_pairs",
    "stamped",
]
