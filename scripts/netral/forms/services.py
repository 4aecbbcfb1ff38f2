"""The services of `services/`, by id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from netral.catalogue import Labels
from netral.load.shipped import shipped
from netral.model.service import Service

__all__ = ["service_name", "services"]


@cache
def services() -> Mapping[str, Service]:
    """Every service that ships with the program, in alphabetical order of their ids."""
    return {service.id: service for service in shipped("services", Service)}


def service_name(service: Service, say: Labels) -> str:
    """What people call it: its own name, or in their language where it has none."""
    return service.name or say(f"services.name.{service.id}")
