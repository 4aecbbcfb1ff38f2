"""exports: records -> text for programs. Functions return text; the caller writes."""

from netral.exports.api import api_files

__all__ = ["api_files"]
