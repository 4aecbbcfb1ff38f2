"""`/instansi/<agency>/tanda-tangan/`: the text word for word, what becomes of the data, the form or the way to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from netral import asof
from netral.addresses import signing_address
from netral.forms import round_link, service_name, services
from netral.model.agency import Agency, Round
from netral.model.dataset import Dataset
from netral.model.form import Form
from netral.pages.page import Edition, Page
from netral.pages.template import render_page
from netral.pages.windows import SCRIPT, window_of
from netral.questions import questions
from netral.signable import signable
from netral.versions import PactText

__all__ = ["Signing", "sent_to", "signing_of", "signing_page"]

#: Tells of mistakes beside each field; the browser's own messages do without it.
FORM_SCRIPT = "assets/signing.js"
#: Longer answers than this are no answers.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Signing:
    """A round that is signed by a form, and what is signed."""

    agency: Agency
    round_: Round
    form: Form
    text: PactText
    #: Does the page itself hold the form: may one sign on the day, and does the endpoint take what a page sends?
    held: bool


def signing_of(dataset: Dataset, agency: Agency, day: dt.date) -> Signing | None:
    """What an agency's signing page is about: of its rounds with a form, the one that matters most on `day`."""
    texts = {r.id: text for r in agency.rounds if r.form and isinstance(text := signable(dataset, r), PactText)}
    round_ = asof.most_pressing(dataset, [r for r in agency.rounds if r.id in texts], day)
    if round_ is None or round_.form is None:
        return None
    held = round_.form.service == "html" and asof.signing_status(dataset, round_, day) == "open"
    return Signing(agency, round_, round_.form, texts[round_.id], held)


def sent_to(dataset: Dataset, day: dt.date) -> dict[str, str]:
    """Address of each signing page that holds a form on `day` -> the origin that the form is sent to."""
    found: dict[str, str] = {}
    for agency in dataset.agencies:
        signing = signing_of(dataset, agency, day)
        if signing is not None and signing.held and signing.form.url:
            parts = urlsplit(signing.form.url)
            found[signing_address(agency.id)] = f"{parts.scheme}://{parts.netloc}"
    return found


def host_of(url: str | None) -> str:
    """The host of an address, as people read it."""
    return urlsplit(url).netloc if url else ""


def signing_page(edition: Edition, agency: Agency) -> Page | None:
    """The signing page of an agency; None where none of its rounds has both a form and a text to sign."""
    dataset, lang = edition.dataset, edition.lang
    signing = signing_of(dataset, agency, edition.day)
    if signing is None:
        return None
    round_, form, text = signing.round_, signing.form, signing.text
    name = getattr(agency.name, lang)
    address, service = round_link(dataset, agency, round_, lang), services()[form.service]
    return render_page(
        edition,
        "signing",
        signing_address(agency.id),
        title=edition.say("signing_page.title", name=name),
        description=edition.say("signing_page.description", name=name),
        made_up=dataset.is_made_up(agency),
        scripts=(SCRIPT, FORM_SCRIPT) if signing.held else (SCRIPT,),
        agency=agency,
        round=round_,
        form=form,
        text=text,
        window=window_of(edition, round_),
        held=signing.held,
        there=address,
        service=service,
        service_name=service_name(service, edition.say),
        host=host_of(address),
        questions=questions(dataset, agency, round_, text, lang),
        notice=form.notice.told,
        longest=LONGEST,
    )
