"""report: problems -> what a person, a program or a pull request reads."""

from netral.report.forms import FORMS

__all__ = ["FORMS"]
