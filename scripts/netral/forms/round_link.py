"""A round -> the link from its agency's page to its form, with what the page knows already."""

from __future__ import annotations

from netral.forms.link import form_link
from netral.forms.services import services
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.problems import Lang
from netral.signable import signable
from netral.versions import PactText

__all__ = ["round_link"]


def round_link(dataset: Dataset, agency: Agency, round_: Round, lang: Lang, unit: str | None = None) -> str | None:
    """The address that people who read `lang` sign `round_` at; None without a form, and on paper.

    The agency's name goes into the link in Indonesian, whichever language the form is read in: it is what the answers
    hold. `unit` is the work unit as the form's answers name it, where the link is for one.
    """
    form = round_.form
    service = services().get(form.service) if form is not None else None
    if form is None or service is None or service.address is None or form.url is None:
        return None
    values = {"agency": agency.name.id, "unit": unit or ""}
    text = signable(dataset, round_)
    if isinstance(text, PactText):
        values["pact_version"] = text.mark
    return form_link(service, form, values, lang)
