"""Disclosure control."""

from netral.disclose.breaches import Breach, breaches
from netral.disclose.knowledge import REST
from netral.disclose.limits import Limits, limits_of
from netral.disclose.publishable import publishable

__all__ = ["REST", "Breach", "Limits", "breaches", "limits_of", "publishable"]
