"""How YAML is read: by the safe loader in C where there is one, which is ten times faster than the one in Python."""

from __future__ import annotations

from typing import Any

import yaml

__all__ = ["LOADER"]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
