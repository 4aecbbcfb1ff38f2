"""Signing by a form: the services there are, what their addresses say, the link from an agency's page to its form.

Nothing here opens a link. All that is told of one is told from the address itself and from `services/`.
"""

from netral.forms.link import form_link
from netral.forms.round_link import round_link
from netral.forms.services import service_name, services

__all__ = ["form_link", "round_link", "service_name", "services"]
