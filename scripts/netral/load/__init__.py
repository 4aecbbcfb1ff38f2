"""load: YAML text -> records that know file, line and column of every value."""

from netral.load.dataset import Loaded, load

__all__ = ["Loaded", "load"]
